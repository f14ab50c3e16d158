/// A line of a source file, cut at its tabs.
struct SourceLine {
  let path: String
  /// Counted from 1.
  let number: Int
  private let columns: [ArraySlice<UInt8>]

  /// The text of a column; empty if the line is shorter.
  subscript(column: Int) -> String {
    column < columns.count ? String(decoding: columns[column], as: UTF8.self) : ""
  }

  /// The bytes of a column.
  func bytes(_ column: Int) -> ArraySlice<UInt8> { column < columns.count ? columns[column] : [] }

  var count: Int { columns.count }

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
    func read(_ bytes: ArraySlice<UInt8>, _ number: Int) throws(LexiconError) {
      let bytes = bytes.last == 0x0D ? bytes.dropLast() : bytes
      if bytes.first == 0x23 { return }
      let columns = bytes.split(separator: 0x09, omittingEmptySubsequences: false)
      if columns.allSatisfy(\.isEmpty) { return }
      try body(SourceLine(path: source.path, number: number, columns: columns))
    }
    try source.forEachLine(read, refuse: refuse)
  }
}
