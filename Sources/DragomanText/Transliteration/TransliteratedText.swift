/// A text with some of its tokens in another script.
public struct TransliteratedText: Sendable {
  /// The text before.
  public let source: NormalizedText
  /// The scheme that its tokens were written by.
  public let scheme: TransliterationScheme
  /// The result: valid UTF-8.
  public let bytes: [UInt8]
  /// Where each part of the result came from in the bytes of ``source``: one edit for each token that changed.
  public let alignment: Alignment

  init(
    source: NormalizedText, scheme: TransliterationScheme, bytes: [UInt8], alignment: Alignment
  ) {
    self.source = source
    self.scheme = scheme
    self.bytes = bytes
    self.alignment = alignment
  }

  /// The result as a string, for people. Cost: one copy.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The range of the source text, as it came, that a range of the result came from; a token counts whole.
  public func sourceRange(of range: TextRange) -> TextRange {
    source.sourceRange(of: alignment.sourceRange(of: range))
  }
}
