/// A text after normalization, with the way back to its source.
public struct NormalizedText: Sendable {
  /// The text that was normalized.
  public let source: SourceText
  /// The level it was brought to; `nil` if it is as it came.
  public let level: NormalizationLevel?
  /// The result: valid UTF-8. Shares its storage with the source if nothing changed.
  public let bytes: [UInt8]
  /// Where each part of the result came from.
  public let alignment: Alignment
  /// How many letters or sequences were set right (level ``NormalizationLevel/repair`` only).
  public let repairs: Int

  /// Takes a source text as it came, for a stage that reads normalized text.
  public init(unchanged source: SourceText) {
    self.init(source: source, level: nil, bytes: source.bytes, alignment: Alignment())
  }

  init(
    source: SourceText, level: NormalizationLevel?, bytes: [UInt8], alignment: Alignment,
    repairs: Int = 0
  ) {
    self.source = source
    self.level = level
    self.bytes = bytes
    self.alignment = alignment
    self.repairs = repairs
  }

  /// The result as a string, for people. Cost: one copy.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The range of the source that a range of the result came from.
  public func sourceRange(of range: TextRange) -> TextRange { alignment.sourceRange(of: range) }
}
