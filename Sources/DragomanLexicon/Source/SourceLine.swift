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

  /// What to do about a line that cannot be read: it is left out, unless this throws.
  typealias Refusal = (LexiconError) throws(LexiconError) -> Void

  /// Calls `body` for each line that is neither blank nor a comment.
  ///
  /// - Parameter refuse: called with what `body` throws, and for lines that are not UTF-8.
  static func forEach(
    in source: LexiconSource, _ body: (SourceLine) throws(LexiconError) -> Void,
    refuse: Refusal = { error throws(LexiconError) in throw error }
  ) throws(LexiconError) {
    let bytes = source.bytes
    let isValid = isUTF8(bytes)
    var number = 0
    var start = 0
    while start < bytes.count {
      number += 1
      var end = start
      var columns: [ArraySlice<UInt8>] = []
      var columnStart = start
      while end < bytes.count, bytes[end] != 0x0A {
        if bytes[end] == 0x09 {
          columns.append(bytes[columnStart..<end])
          columnStart = end + 1
        }
        end += 1
      }
      let lineEnd = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
      columns.append(bytes[min(columnStart, lineEnd)..<lineEnd])
      let line = SourceLine(path: source.path, number: number, columns: columns)
      let isComment = bytes[start] == 0x23
      do throws(LexiconError) {
        if !isValid, !isUTF8(Array(bytes[start..<end])) {
          throw line.error("the line is not UTF-8; save the file as UTF-8")
        }
        if !isComment, columns.contains(where: { !$0.isEmpty }) { try body(line) }
      } catch {
        try refuse(error)
      }
      start = end + 1
    }
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }
}
