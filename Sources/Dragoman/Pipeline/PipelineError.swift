internal import DragomanLexicon
internal import DragomanTagging
internal import DragomanText

/// Why a pipeline could not be opened.
public struct PipelineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong. New codes may be added in minor releases.
  public struct Code: Hashable, Sendable {
    let name: String
    /// A lexicon is missing, damaged, foreign or of another format.
    public static let lexicon = Code(name: "lexicon")
    /// A model is missing, damaged, foreign or of another format.
    public static let model = Code(name: "model")
    /// ICU's data are missing.
    public static let unicode = Code(name: "unicode")
    /// The default data were not found.
    public static let missingData = Code(name: "missing data")
  }

  /// What went wrong.
  public let code: Code
  /// What happened, where, and how to mend it, for people.
  public let message: String

  /// The message.
  public var description: String { message }

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  init(_ error: LexiconError) { self.init(.lexicon, error.description) }

  init(_ error: NameModelError) { self.init(.model, error.description) }

  init(_ error: TextError) { self.init(.unicode, error.description) }
}
