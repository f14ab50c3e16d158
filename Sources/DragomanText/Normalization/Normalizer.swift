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
      return finish(source, typographic(source.bytes))
    case .searchKey:
      let plain = typographic(source.bytes)
      let folded = SearchKeyFolding.apply(to: plain.bytes)
      let alignment = plain.alignment.followed(by: folded.alignment)
      // A letter may have lost the diacritic that had no look-alike, so mixed words are set right once more; what
      // comes of it may fold again (`ə`).
      let unmixed = ScriptUnmixing.apply(to: folded.bytes)
      if unmixed.alignment.isIdentity { return finish(source, (folded.bytes, alignment)) }
      let refolded = SearchKeyFolding.apply(to: unmixed.bytes)
      return finish(
        source,
        (
          refolded.bytes,
          alignment.followed(by: unmixed.alignment).followed(by: refolded.alignment)
        ))
    }
  }

  private func typographic(_ bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    let canonical = CanonicalForm.apply(to: bytes)
    let plain = TypographicForm.apply(to: canonical.bytes)
    let unmixed = ScriptUnmixing.apply(to: plain.bytes)
    return (
      unmixed.bytes,
      canonical.alignment.followed(by: plain.alignment).followed(by: unmixed.alignment)
    )
  }

  private func finish(
    _ source: SourceText, _ result: (bytes: [UInt8], alignment: Alignment)
  ) -> NormalizedText {
    NormalizedText(source: source, level: level, bytes: result.bytes, alignment: result.alignment)
  }
}
