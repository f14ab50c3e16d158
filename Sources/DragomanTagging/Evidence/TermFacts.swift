internal import DragomanLexicon
internal import DragomanText

/// What the tagger knows of a single term before it looks for names.
struct TermFacts: OptionSet {
  let rawValue: UInt64

  /// Letters or digits, no mark.
  static let word = TermFacts(rawValue: 1 << 0)
  static let capitalized = TermFacts(rawValue: 1 << 1)
  static let allCapitals = TermFacts(rawValue: 1 << 2)
  /// Stands in a line that is all capitals, so that its own say nothing.
  static let inCapitalLine = TermFacts(rawValue: 1 << 3)
  /// The first word of a sentence, a line or a quotation.
  static let opensSentence = TermFacts(rawValue: 1 << 4)
  /// Part of an office or a word of respect.
  static let title = TermFacts(rawValue: 1 << 5)
  /// Part of a word for a country's people or things.
  static let demonym = TermFacts(rawValue: 1 << 6)
  /// A capital with a full stop behind it.
  static let initial = TermFacts(rawValue: 1 << 7)
  /// Makes an organization's or a place's name one.
  static let head = TermFacts(rawValue: 1 << 8)
  /// Part of a well-known place or organization.
  static let knownName = TermFacts(rawValue: 1 << 9)
  static let hasDigit = TermFacts(rawValue: 1 << 10)
  /// White space stands before.
  static let afterSpace = TermFacts(rawValue: 1 << 11)
  /// A line break stands before.
  static let afterLineBreak = TermFacts(rawValue: 1 << 12)
  /// `KazAID`.
  static let innerCapital = TermFacts(rawValue: 1 << 13)
  /// Exactly one letter.
  static let singleLetter = TermFacts(rawValue: 1 << 14)
  /// Part of a word that names a place anywhere in the lexicon.
  static let anyPlace = TermFacts(rawValue: 1 << 15)
  /// A name of the lexicon starts here.
  static let startsName = TermFacts(rawValue: 1 << 16)
  /// A cue of the grammar starts here.
  static let startsCue = TermFacts(rawValue: 1 << 17)

  // MARK: What words are by themselves

  /// What a word is by itself.
  init(_ facts: WordFacts) { rawValue = UInt64(facts.rawValue) << 32 }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  static let firstName = TermFacts(.firstName)
  /// A known family name, or built like one.
  static let lastName = TermFacts(.lastName)
  /// An ordinary word of the text's language.
  static let ordinary = TermFacts(.ordinary)
  /// Starts sentences and no names.
  static let opener = TermFacts(.opener)
  /// An ordinary word with a grammatical ending of the text's language.
  static let inflectedOrdinary = TermFacts(.inflectedOrdinary)
  static let conjunction = TermFacts(.conjunction)
  static let of = TermFacts(.of)
  static let article = TermFacts(.article)
  static let onPreposition = TermFacts(.onPreposition)
  static let against = TermFacts(.againstPreposition)
  static let toPreposition = TermFacts(.toPreposition)
  static let inPreposition = TermFacts(.inPreposition)
  static let placePreposition = TermFacts(.placePreposition)
  static let venuePreposition = TermFacts(.venuePreposition)
  static let nameParticle = TermFacts(.nameParticle)
  static let patronymic = TermFacts(.patronymic)
  static let nameSuffix = TermFacts(.nameSuffix)
  static let familyNameFirst = TermFacts(.familyNameFirst)
  static let direction = TermFacts(.direction)
  static let speechVerb = TermFacts(.speechVerb)
  static let pressWord = TermFacts(.pressWord)
  /// Before what a head is of or for.
  static let ofOrFor = TermFacts([.of, .forPreposition])
  /// The same, and what it is on.
  static let ofForOn = TermFacts([.of, .forPreposition, .onPreposition])
  /// Before what an office is of or for, or the country that it is sent to.
  static let complement = TermFacts([
    .of, .forPreposition, .onPreposition, .againstPreposition, .toPreposition,
  ])
  /// Before the host or seat of a mission or of an office.
  static let seat = TermFacts([.toPreposition, .inPreposition])
}

extension [TermFacts] {
  /// Whether a term stands in one line with the one before it, without white space between them.
  func isAttached(_ index: Int) -> Bool {
    indices.contains(index) && self[index].isDisjoint(with: [.afterSpace, .afterLineBreak])
  }
}

extension TokenizedText {
  /// Whether a term is the given mark; none is past either end of the text.
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    guard terms.indices.contains(index) else { return false }
    let key = terms[index].keyRange
    return key.count == 1 && UInt32(keys[key.lowerBound]) == mark.value
  }
}
