/// The sort of a token.
public enum TokenKind: UInt8, CaseIterable, Sendable {
  /// Letters, with digits, apostrophes and points as UAX #29 joins them: `Türkiye’nin`, `U.S`, `G20`.
  case word
  /// A number with its separators: `8,500`, `3.5`.
  case number
  /// A mark of punctuation.
  case punctuation
  /// A symbol, emoji or control character.
  case symbol
  /// White space.
  case space
  /// A web address: a scheme with `://`, or `www.`.
  case url
  /// An e-mail address.
  case email
  /// `#` and a word.
  case hashtag
  /// `@` and a name.
  case handle

  /// The name that the output uses.
  public var name: String {
    switch self {
    case .word: "word"
    case .number: "number"
    case .punctuation: "punctuation"
    case .symbol: "symbol"
    case .url: "url"
    case .email: "email"
    case .hashtag: "hashtag"
    case .handle: "handle"
    case .space: "space"
    }
  }
}
