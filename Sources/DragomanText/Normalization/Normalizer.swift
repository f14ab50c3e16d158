/// Brings a text to a normalization level and keeps the way back.
///
/// ```swift
/// let normalized = Normalizer(level: .searchKey).normalize(SourceText("İSTANBUL’da"))
/// normalized.text  // istanbul'da
/// ```
public struct Normalizer: Sendable {
  /// The level.
  public let level: NormalizationLevel

  /// Makes a normalizer.
  public init(level: NormalizationLevel) {
    self.level = level
  }

  /// Normalizes a text. Cost: one pass a step; a text already in form is not copied.
  public func normalize(_ source: SourceText) -> NormalizedText {
    switch level {
    case .repair:
      let repaired = EncodingRepair.repair(source.bytes)
      return NormalizedText(
        source: source, level: level, bytes: repaired.bytes, alignment: repaired.alignment,
        repairs: repaired.count)
    case .canonical:
      return finish(source, CanonicalForm.apply(to: source.bytes))
    case .typographic:
      return finish(source, SearchKeySteps.typographic(source.bytes))
    case .searchKey:
      return finish(source, SearchKeyWriter.apply(to: source.bytes))
    }
  }

  private func finish(
    _ source: SourceText, _ result: (bytes: [UInt8], alignment: Alignment)
  ) -> NormalizedText {
    NormalizedText(source: source, level: level, bytes: result.bytes, alignment: result.alignment)
  }
}
