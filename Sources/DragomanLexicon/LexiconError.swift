/// Why a lexicon could not be read, compiled or opened.
public struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong. New codes may be added in minor releases.
  public struct Code: Hashable, Sendable {
    /// The code's name, as it stands in messages.
    public let name: String
    /// There is no file at the path, or it may not be read.
    public static let unreadableFile = Code(name: "unreadable file")
    /// The file is no compiled lexicon.
    public static let foreignFile = Code(name: "not a lexicon")
    /// The file ends too early.
    public static let truncatedFile = Code(name: "truncated lexicon")
    /// The file's bytes are not those that were written.
    public static let damagedFile = Code(name: "damaged lexicon")
    /// The file is of another format than this program reads.
    public static let unsupportedFormat = Code(name: "unsupported lexicon format")
    /// A line of a source file does not have the columns it should.
    public static let malformedLine = Code(name: "malformed line")
    /// A user's table or JSONL has a column or key that says nothing to Dragoman.
    public static let unknownField = Code(name: "unknown field")
    /// A file cannot be written, or there is no room for it.
    public static let unwritableFile = Code(name: "unwritable file")
    /// The sources hold more than the format can.
    public static let tooLarge = Code(name: "lexicon too large")
  }

  /// What went wrong.
  public let code: Code
  /// The file.
  public let path: String
  /// The line of a source file, counted from 1; `nil` for compiled lexicons.
  public let line: Int?
  /// What happened and how to mend it, for people.
  public let message: String

  /// Place, code and message on one line.
  public var description: String {
    "\(path)\(line.map { ":\($0)" } ?? ""): \(code.name): \(message)"
  }

  init(_ code: Code, path: String, line: Int? = nil, _ message: String) {
    self.code = code
    self.path = path
    self.line = line
    self.message = message
  }

  init(_ error: CompiledFileError) {
    let code: Code =
      switch error.reason {
      case .unreadable: .unreadableFile
      case .foreign: .foreignFile
      case .truncated: .truncatedFile
      case .damaged: .damagedFile
      case .unsupported: .unsupportedFormat
      case .unwritable: .unwritableFile
      }
    self.init(code, path: error.path, error.message)
  }
}
