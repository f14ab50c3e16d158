/// What the learned evidence looks at: the kinds of its features.
package enum FeatureTemplate: UInt8, CaseIterable, Sendable {
  // MARK: The word itself

  case word
  /// The word and how it is written.
  case writtenWord
  case prefix1, prefix2, prefix3, prefix4
  case suffix1, suffix2, suffix3, suffix4
  case shape

  // MARK: What stands beside it

  case previousWord, secondPreviousWord, nextWord, secondNextWord
  case previousSuffix, nextSuffix
  case shapes

  // MARK: What is known of it

  /// One fact of the term or of a neighbour: given name, head, title, opens a sentence.
  case fact, previousFact, nextFact
  /// Several facts together.
  case facts
  /// A name of the lexicon that covers the term, by type, place in it and weight.
  case gazetteer

  // MARK: What the grammars decided

  case grammar, previousGrammar, nextGrammar

  // MARK: The document

  /// What the same word is elsewhere.
  case elsewhere

  // MARK: Spans

  case length
  /// The pattern of a candidate that covers the same terms.
  case pattern
  case strength
  case evidence
  /// How the span lies to what the grammars decided.
  case relation

  /// Whether it comes from the lexicons or the grammars.
  package var isKnown: Bool {
    rawValue >= FeatureTemplate.fact.rawValue && self != .elsewhere && self != .length
  }

  /// The name that reports use: `previous-word`.
  package var name: String { hyphenated("\(self)") }

  /// The hash of a feature, by which its weights are found: 32 bits, mixed by multiplication (Knuth, volume 3, 6.4).
  @inline(__always)
  package func hash(_ value: UInt64) -> UInt32 {
    var mixed = (value ^ UInt64(rawValue) &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 29
    mixed &*= 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}

/// Joins two values into one for ``FeatureTemplate/hash(_:)``.
@inline(__always)
func joined(_ one: UInt64, _ other: UInt64) -> UInt64 {
  (one ^ other &* 0xD6E8_FEB8_6659_FD93) &* 0xA24B_AED4_963E_E407
}
