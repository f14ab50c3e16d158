/// What is known of a single word, apart from the names it is part of.
public struct WordClasses: OptionSet, Hashable, Sendable {
  /// The bits, as the compiled lexicon stores them.
  public let rawValue: UInt16
  /// Makes a set of its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A person's given name.
  public static let firstName = WordClasses(rawValue: 1 << 0)
  /// A person's family name.
  public static let lastName = WordClasses(rawValue: 1 << 1)
  /// An ordinary word of English.
  public static let ordinaryEnglish = WordClasses(rawValue: 1 << 2)
  /// An ordinary word of Turkish.
  public static let ordinaryTurkish = WordClasses(rawValue: 1 << 3)
  /// An ordinary word of Kazakh.
  public static let ordinaryKazakh = WordClasses(rawValue: 1 << 4)
  /// An ordinary word of Azerbaijani.
  public static let ordinaryAzerbaijani = WordClasses(rawValue: 1 << 5)
  /// An ordinary word of Russian.
  public static let ordinaryRussian = WordClasses(rawValue: 1 << 6)
  /// An ordinary word of another language.
  public static let ordinaryOther = WordClasses(rawValue: 1 << 7)
  /// A word that starts sentences of English and no names: The, During.
  public static let openerEnglish = WordClasses(rawValue: 1 << 8)
  /// The same of Turkish: Bugün.
  public static let openerTurkish = WordClasses(rawValue: 1 << 9)
  /// The same of Kazakh.
  public static let openerKazakh = WordClasses(rawValue: 1 << 10)
  /// The same of Azerbaijani.
  public static let openerAzerbaijani = WordClasses(rawValue: 1 << 11)
  /// The same of Russian.
  public static let openerRussian = WordClasses(rawValue: 1 << 12)
  /// The same of another language.
  public static let openerOther = WordClasses(rawValue: 1 << 13)
  /// An ordinary word of some language once an ending of the text's language is cut.
  public static let inflectedOrdinary = WordClasses(rawValue: 1 << 15)
  /// An ordinary word of any language.
  public static let ordinary: WordClasses = [
    .ordinaryEnglish, .ordinaryTurkish, .ordinaryKazakh, .ordinaryAzerbaijani, .ordinaryRussian,
    .ordinaryOther,
  ]
  /// A word that starts sentences of any language and no names.
  public static let opener: WordClasses = [
    .openerEnglish, .openerTurkish, .openerKazakh, .openerAzerbaijani, .openerRussian, .openerOther,
  ]

  /// What a word is, for people: `first name`, `ordinary (en)`.
  public var names: [String] {
    let all: [(WordClasses, String)] = [
      (.firstName, "first name"), (.lastName, "last name"), (.ordinaryEnglish, "ordinary (en)"),
      (.ordinaryTurkish, "ordinary (tr)"), (.ordinaryKazakh, "ordinary (kk)"),
      (.ordinaryAzerbaijani, "ordinary (az)"), (.ordinaryRussian, "ordinary (ru)"),
      (.ordinaryOther, "ordinary (other)"),
      (.openerEnglish, "opener (en)"), (.openerTurkish, "opener (tr)"),
      (.openerKazakh, "opener (kk)"), (.openerAzerbaijani, "opener (az)"),
      (.openerRussian, "opener (ru)"), (.openerOther, "opener (other)"),
      (.inflectedOrdinary, "ordinary with an ending"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
