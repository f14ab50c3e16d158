/// A word, number, mark or space found in a text.
///
/// The tokens of one text are in order, do not overlap, and cover it.
public struct Token: Hashable, Sendable {
  /// Where the token stands in the text that was tokenized: UTF-8 bytes, end excluded.
  public let range: TextRange
  /// The token's sort.
  public let kind: TokenKind

  /// Makes a token.
  public init(range: TextRange, kind: TokenKind) {
    self.range = range
    self.kind = kind
  }
}
