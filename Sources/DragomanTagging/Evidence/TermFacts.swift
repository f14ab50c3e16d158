internal import DragomanLexicon
internal import DragomanText

/// What the tagger knows of a single term before it looks for names.
struct TermFacts: OptionSet {
  let rawValue: UInt64

  // MARK: How terms are written: the bits of their shape

  static var capitalized: TermFacts { TermFacts(.capitalized) }
  static var allCapitals: TermFacts { TermFacts(.allCapitals) }
  static var hasDigit: TermFacts { TermFacts(.hasDigit) }
  /// White space stands before.
  static var afterSpace: TermFacts { TermFacts(.afterSpace) }
  /// A line break stands before.
  static var afterLineBreak: TermFacts { TermFacts(.afterLineBreak) }
  /// Exactly one letter.
  static var singleLetter: TermFacts { TermFacts(.singleLetter) }
  /// `KazAID`.
  static var innerCapital: TermFacts { TermFacts(.innerCapital) }

  private init(_ shape: Term.Shape) { rawValue = UInt64(shape.rawValue) }

  // MARK: What they are in the text

  /// Letters or digits, no mark.
  static var word: TermFacts { TermFacts(rawValue: 1 << 16) }
  /// Stands in a line that is all capitals, so that its own say nothing.
  static var inCapitalLine: TermFacts { TermFacts(rawValue: 1 << 17) }
  /// The first word of a sentence, a line or a quotation.
  static var opensSentence: TermFacts { TermFacts(rawValue: 1 << 18) }
  /// Part of an office or a word of respect.
  static var title: TermFacts { TermFacts(rawValue: 1 << 19) }
  /// Part of a word for a country's people or things.
  static var demonym: TermFacts { TermFacts(rawValue: 1 << 20) }
  /// A capital with a full stop behind it.
  static var initial: TermFacts { TermFacts(rawValue: 1 << 21) }
  /// Makes an organization's or a place's name one.
  static var head: TermFacts { TermFacts(rawValue: 1 << 22) }
  /// Part of a well-known place or organization.
  static var knownName: TermFacts { TermFacts(rawValue: 1 << 23) }
  /// Part of a word that names a place anywhere in the lexicon.
  static var anyPlace: TermFacts { TermFacts(rawValue: 1 << 24) }
  /// A name of the lexicon starts here.
  static var startsName: TermFacts { TermFacts(rawValue: 1 << 25) }
  /// A cue of the grammar starts here.
  static var startsCue: TermFacts { TermFacts(rawValue: 1 << 26) }

  // MARK: What words are by themselves

  /// What the tokenizer and the lexicons say of a term by itself.
  init(_ term: Term, _ word: WordFacts) {
    rawValue = UInt64(term.shape.rawValue) | TermFacts(word).rawValue
    if term.kind == .word || term.kind == .number { insert(.word) }
  }

  /// What a word is by itself.
  init(_ facts: WordFacts) { rawValue = UInt64(facts.rawValue) << 32 }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  static var firstName: TermFacts { TermFacts(.firstName) }
  /// A known family name, or built like one.
  static var lastName: TermFacts { TermFacts(.lastName) }
  /// An ordinary word of the text's language.
  static var ordinary: TermFacts { TermFacts(.ordinary) }
  /// Starts sentences and no names.
  static var opener: TermFacts { TermFacts(.opener) }
  /// An ordinary word with a grammatical ending of the text's language.
  static var inflectedOrdinary: TermFacts { TermFacts(.inflectedOrdinary) }
  static var conjunction: TermFacts { TermFacts(.conjunction) }
  static var of: TermFacts { TermFacts(.of) }
  static var article: TermFacts { TermFacts(.article) }
  static var onPreposition: TermFacts { TermFacts(.onPreposition) }
  static var against: TermFacts { TermFacts(.againstPreposition) }
  static var toPreposition: TermFacts { TermFacts(.toPreposition) }
  static var inPreposition: TermFacts { TermFacts(.inPreposition) }
  static var placePreposition: TermFacts { TermFacts(.placePreposition) }
  static var venuePreposition: TermFacts { TermFacts(.venuePreposition) }
  static var nameParticle: TermFacts { TermFacts(.nameParticle) }
  static var patronymic: TermFacts { TermFacts(.patronymic) }
  static var nameSuffix: TermFacts { TermFacts(.nameSuffix) }
  static var familyNameFirst: TermFacts { TermFacts(.familyNameFirst) }
  static var direction: TermFacts { TermFacts(.direction) }
  static var speechVerb: TermFacts { TermFacts(.speechVerb) }
  static var pressWord: TermFacts { TermFacts(.pressWord) }
  static var officeLink: TermFacts { TermFacts(.officeLink) }
  static var former: TermFacts { TermFacts(.former) }
  static var envoy: TermFacts { TermFacts(.envoy) }
  static var stateOffice: TermFacts { TermFacts(.stateOffice) }
  static var jointOffice: TermFacts { TermFacts(.jointOffice) }
  static var counterpart: TermFacts { TermFacts(.counterpart) }
  static var thingWord: TermFacts { TermFacts(.thingWord) }
  static var channel: TermFacts { TermFacts(.channel) }
  static var headship: TermFacts { TermFacts(.headship) }
  /// Before what a head is of or for.
  static var ofOrFor: TermFacts { TermFacts([.of, .forPreposition]) }
  /// The same, and what it is on.
  static var ofForOn: TermFacts { TermFacts([.of, .forPreposition, .onPreposition]) }
  /// Before what an office is of or for, or the country that it is sent to.
  static var complement: TermFacts {
    TermFacts([
      .of, .forPreposition, .onPreposition, .againstPreposition, .toPreposition,
    ])
  }
  /// Before the host or seat of a mission or of an office.
  static var seat: TermFacts { TermFacts([.toPreposition, .inPreposition]) }
}

extension [TermFacts] {
  /// Whether a term stands in one line with the one before it, without white space between them.
  func isAttached(_ index: Int) -> Bool {
    indices.contains(index) && self[index].isDisjoint(with: [.afterSpace, .afterLineBreak])
  }

  /// The indices of the words, and how many of them stand before each index and before the end.
  func words() -> (indices: [Int], before: [UInt32]) {
    var indices: [Int] = []
    indices.reserveCapacity(count)
    var before: [UInt32] = []
    before.reserveCapacity(count + 1)
    for index in self.indices {
      before.append(UInt32(indices.count))
      if self[index].contains(.word) { indices.append(index) }
    }
    before.append(UInt32(indices.count))
    return (indices, before)
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
