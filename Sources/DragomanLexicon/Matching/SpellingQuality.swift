public import DragomanText

/// How near the writing of a text is to that of an alias.
public enum SpellingQuality: String, CaseIterable, Comparable, Sendable {
  /// Letter for letter.
  case exact
  /// Other capitals: `ANKARA`.
  case letterCase = "case"
  /// Other marks, apostrophes or forms of i: `Istanbul`, `Isik`.
  case diacritics
  /// A grammatical ending was cut: `Bakanlığından`.
  case suffix
  /// The alias was carried over from another script.
  case transliteration
  /// A word only sounds alike: another way to carry the name over from another script (`Tokaev`, `Tokayev`).
  case phonetic
  /// A word that only begins as the alias does.
  case prefix

  /// The better one first.
  public static func < (left: SpellingQuality, right: SpellingQuality) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

extension LexiconStack {
  /// How a text writes an alias. Cost: two strings.
  public func quality(
    of posting: Posting, at match: LexiconMatch, in text: TokenizedText
  ) -> SpellingQuality {
    switch match.quality {
    case .endingCut: return .suffix
    case .phonetic: return .phonetic
    case .prefix: return .prefix
    case .key: break
    }
    let written = text.string(ofTerms: match.terms)
    let spelling = lexicons[match.lexicon].spelling(of: posting)
    if written == spelling { return .exact }
    if posting.kind == .transliterated { return .transliteration }
    // Of ı and i capitals are the same in one direction only.
    let isCase =
      written.lowercased() == spelling.lowercased() || written.uppercased() == spelling.uppercased()
    return isCase ? .letterCase : .diacritics
  }
}
