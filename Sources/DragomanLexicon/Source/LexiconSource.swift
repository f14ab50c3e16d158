/// One source file of a lexicon.
public struct LexiconSource: Sendable {
  /// The file's path: its ending says what it holds, and errors name it.
  public let path: String
  /// The file's bytes.
  public let bytes: [UInt8]

  /// Makes a source of a file's path and bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// What a file holds.
  enum Content: String, CaseIterable {
    case entities = ".entities.tsv"
    case words = ".words.tsv"
    case cues = ".cues.tsv"
    case endings = ".endings.tsv"
    case topics = ".topics.tsv"
    /// A user's table, with tabs.
    case table = ".tsv"
    /// A user's table, with commas or semicolons.
    case commaTable = ".csv"
    /// A user's entities or spaCy's patterns.
    case jsonLines = ".jsonl"
  }

  /// What this file holds, by the ending of its name; `nil` if it is no source of a lexicon.
  var content: Content? { Content.allCases.first { path.hasSuffix($0.rawValue) } }

  /// Whether a file with this path is a source of a lexicon.
  public static func isSource(path: String) -> Bool {
    LexiconSource(path: path, bytes: []).content != nil
  }

  /// Whether this is a `.tsv` of no kind that starts with a comment: a table of another use, without a header.
  public var isForeignTable: Bool { content == .table && bytes.first == 0x23 }

  /// Whether it is of the formats of `Lexicons/README.md`, not a user's table or JSONL.
  var isOwnFormat: Bool {
    switch content {
    case .entities, .words, .cues, .endings, .topics: true
    case .table, .commaTable, .jsonLines, nil: false
    }
  }

  /// An error in this file.
  func error(_ message: String, line: Int) -> LexiconError {
    LexiconError(.malformedLine, path: path, line: line, message)
  }

  /// What to do about a line that cannot be read: it is left out, unless this throws.
  typealias Refusal = (LexiconError) throws(LexiconError) -> Void

  /// Calls `body` for each line without its line feed, and its number, counted from 1. A byte order mark is dropped.
  ///
  /// - Parameter refuse: called with what `body` throws, for lines that are not UTF-8, and once for a file of UTF-16.
  /// - Throws: what `refuse` throws.
  func forEachLine(
    _ body: (ArraySlice<UInt8>, _ number: Int) throws(LexiconError) -> Void,
    refuse: Refusal = { error throws(LexiconError) in throw error }
  ) throws(LexiconError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try refuse(error("the file is UTF-16; save it as UTF-8", line: 1))
    }
    let isValid = Self.isUTF8(bytes[...])
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start < bytes.count {
      number += 1
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let line = bytes[start..<end]
      do throws(LexiconError) {
        guard isValid || Self.isUTF8(line) else {
          throw error("the line is not UTF-8; save the file as UTF-8", line: number)
        }
        try body(line, number)
      } catch {
        try refuse(error)
      }
      start = end + 1
    }
  }

  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }
}
