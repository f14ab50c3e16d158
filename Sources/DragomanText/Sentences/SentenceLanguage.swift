/// What a language knows about the ends of its sentences.
struct SentenceLanguage: Sendable {
  let words: WordRoleTable
  /// Whether the verb stands last, so that a sentence hardly ends in a name, a year or a firm.
  let isVerbFinal: Bool
  /// Whether a number with a full stop is an ordinal: `12. Cumhurbaşkanı`, `II. Abdülhamid`.
  let hasDottedOrdinals: Bool

  /// The language's own words; English ones for a language that has none.
  static func of(_ tag: LanguageTag) -> SentenceLanguage {
    switch tag {
    case .turkish: turkish
    case .azerbaijani: azerbaijani
    case .kazakh: kazakh
    case .russian: russian
    case .uzbek: uzbek
    default: english
    }
  }

  private static let english = SentenceLanguage(
    words: WordRoleTable(latinLists + englishLists), isVerbFinal: false, hasDottedOrdinals: false)
  private static let turkish = SentenceLanguage(
    words: WordRoleTable(latinLists + turkishLists, dotted: true), isVerbFinal: true,
    hasDottedOrdinals: true)
  private static let azerbaijani = SentenceLanguage(
    words: WordRoleTable(latinLists + azerbaijaniLists, dotted: true), isVerbFinal: true,
    hasDottedOrdinals: false)
  private static let kazakh = SentenceLanguage(
    words: WordRoleTable(latinLists + cyrillicLists + kazakhLists), isVerbFinal: true,
    hasDottedOrdinals: false)
  private static let russian = SentenceLanguage(
    words: WordRoleTable(latinLists + cyrillicLists + russianLists), isVerbFinal: false,
    hasDottedOrdinals: false)
  private static let uzbek = SentenceLanguage(
    words: WordRoleTable(latinLists + uzbekLists), isVerbFinal: true, hasDottedOrdinals: false)
}
