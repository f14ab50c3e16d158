/// What the tagger knows of a single term before it looks for names.
struct TermFacts: OptionSet {
  let rawValue: UInt32

  /// Letters or digits, no mark.
  static let word = TermFacts(rawValue: 1 << 0)
  static let capitalized = TermFacts(rawValue: 1 << 1)
  static let allCapitals = TermFacts(rawValue: 1 << 2)
  /// Stands in a line that is all capitals, so that its own say nothing.
  static let inCapitalLine = TermFacts(rawValue: 1 << 3)
  /// The first word of a sentence, a line or a quotation.
  static let opensSentence = TermFacts(rawValue: 1 << 4)
  /// An ordinary word of the text's language.
  static let ordinary = TermFacts(rawValue: 1 << 5)
  static let firstName = TermFacts(rawValue: 1 << 6)
  /// A known family name, or built like one.
  static let lastName = TermFacts(rawValue: 1 << 7)
  /// Starts sentences and no names.
  static let opener = TermFacts(rawValue: 1 << 8)
  /// Part of an office or a word of respect.
  static let title = TermFacts(rawValue: 1 << 9)
  /// Part of a word for a country's people or things.
  static let demonym = TermFacts(rawValue: 1 << 10)
  /// A capital with a full stop behind it.
  static let initial = TermFacts(rawValue: 1 << 11)
  /// Makes an organization's or a place's name one.
  static let head = TermFacts(rawValue: 1 << 12)
  /// Part of a well-known place or organization.
  static let knownName = TermFacts(rawValue: 1 << 13)
  static let hasDigit = TermFacts(rawValue: 1 << 14)
  /// White space stands before.
  static let afterSpace = TermFacts(rawValue: 1 << 15)
  /// A line break stands before.
  static let afterLineBreak = TermFacts(rawValue: 1 << 16)
  /// `KazAID`.
  static let innerCapital = TermFacts(rawValue: 1 << 17)
  /// Exactly one letter.
  static let singleLetter = TermFacts(rawValue: 1 << 18)
  /// An ordinary word with a grammatical ending of the text's language.
  static let inflectedOrdinary = TermFacts(rawValue: 1 << 20)
  /// Part of a word that names a place anywhere in the lexicon.
  static let anyPlace = TermFacts(rawValue: 1 << 19)
}
