/// Something that was repaired or guessed while a text was read.
public struct DocumentWarning: Hashable, Sendable {
  /// What sort of thing. New codes may be added in minor releases.
  public struct Code: Hashable, Sendable {
    /// The name that the output uses.
    public let name: String
    /// Bytes that could not be read became U+FFFD.
    public static let replacedBytes = Code(name: "replaced-bytes")
    /// The text was decoded from a charset other than UTF-8.
    public static let decodedCharset = Code(name: "decoded-charset")
    /// Letters that were read in a wrong code page were set right for tagging; the text is as it came.
    public static let repairedEncoding = Code(name: "repaired-encoding")
    /// The language could not be told.
    public static let undeterminedLanguage = Code(name: "undetermined-language")
  }

  /// What sort of thing.
  public let code: Code
  /// How often.
  public let count: Int
  /// What was done, for people.
  public let detail: String
}
