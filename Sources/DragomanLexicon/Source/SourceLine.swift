/// A line of a source file, cut at its tabs.
struct SourceLine {
  let path: String
  /// Counted from 1.
  let number: Int
  private let line: ArraySlice<UInt8>
  /// Where the columns end.
  private let ends: [Int]

  /// The text of a column; empty if the line is shorter.
  subscript(column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The bytes of a column.
  func bytes(_ column: Int) -> ArraySlice<UInt8> {
    guard column < ends.count else { return line[line.endIndex...] }
    return line[(column == 0 ? line.startIndex : ends[column - 1] + 1)..<ends[column]]
  }

  var count: Int { ends.count }

  /// Takes the next part that is not empty from bytes with separators between parts; `nil` if there is none.
  static func nextPart(
    of bytes: inout ArraySlice<UInt8>, _ separator: UInt8
  ) -> ArraySlice<UInt8>? {
    bytes = bytes.drop { $0 == separator }
    let part = bytes.prefix { $0 != separator }
    bytes = bytes[part.endIndex...]
    return part.isEmpty ? nil : part
  }

  /// Whether the line says of a person which office was held; `+Europa` is an alias.
  var isOffice: Bool { bytes(1).first == 0x2B && self[1] == "+office" }

  /// An error at this line.
  func error(_ message: String) -> LexiconError {
    LexiconError(.malformedLine, path: path, line: number, message)
  }

  /// Calls `body` for each line that is neither blank nor a comment.
  ///
  /// - Parameter refuse: called with what `body` throws, and for lines that are not UTF-8.
  static func forEach(
    in source: LexiconSource, _ body: (SourceLine) throws(LexiconError) -> Void,
    refuse: LexiconSource.Refusal
  ) throws(LexiconError) {
    // Used again for each line.
    var ends: [Int] = []
    func read(_ bytes: ArraySlice<UInt8>, _ number: Int) throws(LexiconError) {
      let bytes = bytes.last == 0x0D ? bytes.dropLast() : bytes
      if bytes.first == 0x23 { return }
      ends.removeAll(keepingCapacity: true)
      for index in bytes.indices where bytes[index] == 0x09 { ends.append(index) }
      if ends.count == bytes.count { return }
      ends.append(bytes.endIndex)
      try body(SourceLine(path: source.path, number: number, line: bytes, ends: ends))
    }
    try source.forEachLine(read, refuse: refuse)
  }
}
