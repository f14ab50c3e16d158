/// The search key by its definition: step by step, each over the whole text.
enum SearchKeySteps {
  static func apply(to bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    let plain = typographic(bytes)
    let folded = SearchKeyFolding.apply(to: plain.bytes)
    let alignment = plain.alignment.followed(by: folded.alignment)
    // A letter may have lost the diacritic that had no look-alike, so mixed words are set right once more; what
    // comes of it may fold again (`ə`).
    let unmixed = ScriptUnmixing.apply(to: folded.bytes)
    if unmixed.alignment.isIdentity { return (folded.bytes, alignment) }
    let refolded = SearchKeyFolding.apply(to: unmixed.bytes)
    return (
      refolded.bytes,
      alignment.followed(by: unmixed.alignment).followed(by: refolded.alignment)
    )
  }

  /// The typographic level, which the key starts with.
  static func typographic(_ bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    let canonical = CanonicalForm.apply(to: bytes)
    let plain = TypographicForm.apply(to: canonical.bytes)
    let unmixed = ScriptUnmixing.apply(to: plain.bytes)
    return (
      unmixed.bytes,
      canonical.alignment.followed(by: plain.alignment).followed(by: unmixed.alignment)
    )
  }
}
