internal import DragomanLexicon

/// Why a model of names could not be opened or written.
public struct NameModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong. New codes may be added in minor releases.
  public struct Code: Hashable, Sendable {
    /// The code's name, as it stands in messages.
    public let name: String
    /// There is no file at the path, or it may not be read.
    public static let unreadableFile = Code(name: "unreadable file")
    /// The file is no model of names.
    public static let foreignFile = Code(name: "not a model of names")
    /// The file ends too early.
    public static let truncatedFile = Code(name: "truncated model")
    /// The file's bytes are not those that were written.
    public static let damagedFile = Code(name: "damaged model")
    /// The file is of another format than this program reads.
    public static let unsupportedFormat = Code(name: "unsupported model format")
    /// A file cannot be written, or there is no room for it.
    public static let unwritableFile = Code(name: "unwritable file")
  }

  /// What went wrong.
  public let code: Code
  /// The file.
  public let path: String
  /// What happened and how to mend it, for people.
  public let message: String

  /// Path, code and message on one line.
  public var description: String { "\(path): \(code.name): \(message)" }

  init(_ error: CompiledFileError) {
    code =
      switch error.reason {
      case .unreadable: .unreadableFile
      case .foreign: .foreignFile
      case .truncated: .truncatedFile
      case .damaged: .damagedFile
      case .unsupported: .unsupportedFormat
      case .unwritable: .unwritableFile
      }
    path = error.path
    message = error.message
  }
}
