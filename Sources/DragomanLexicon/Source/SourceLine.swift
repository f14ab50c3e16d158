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

  /// An error at this line.
  func error(_ message: String) -> LexiconError {
    LexiconError(.malformedLine, path: path, line: number, message)
  }

  /// Calls `body` for each line that is neither blank nor a comment.
  static func forEach(
    in source: LexiconSource, _ body: (SourceLine) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    let bytes = source.bytes
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let line = bytes[..<error.byteOffsets.lowerBound].count { $0 == 0x0A } + 1
      throw LexiconError(
        .malformedLine, path: source.path, line: line, "the file is not UTF-8; save it as UTF-8")
    }
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
      let isComment = bytes[start] == 0x23
      if !isComment, columns.contains(where: { !$0.isEmpty }) {
        try body(SourceLine(path: source.path, number: number, columns: columns))
      }
      start = end + 1
    }
  }
}
