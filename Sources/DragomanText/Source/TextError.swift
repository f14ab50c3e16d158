/// Why a text could not be read or ICU could not be opened.
public struct TextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong. New codes may be added in minor releases.
  public struct Code: Hashable, Sendable {
    let name: String
    /// The text is longer than the limit.
    public static let textTooLong = Code(name: "text too long")
    /// The charset is not known to ICU.
    public static let unknownCharset = Code(name: "unknown charset")
    /// ICU knows no transliteration of this id.
    public static let unknownTransliteration = Code(name: "unknown transliteration")
    /// ICU could not be opened: its data are missing or damaged.
    public static let unicodeLibrary = Code(name: "ICU unavailable")
  }

  /// What went wrong.
  public let code: Code
  /// What happened and how to mend it, for people.
  public let message: String

  /// The code's name and the message.
  public var description: String { "\(code.name): \(message)" }

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
