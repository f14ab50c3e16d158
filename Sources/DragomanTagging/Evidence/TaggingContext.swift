internal import DragomanLexicon
internal import DragomanText

/// All that the grammars read: the text, what the lexicons found in it, and facts about each term.
final class TaggingContext {
  /// A cue of the grammar found in the text.
  struct Cue {
    let terms: Range<Int>
    let type: EntryType
    /// Stands before what it belongs to; `false` if behind; `nil` where both occur.
    let standsBefore: Bool?
    /// Bare, it is only a short form: the Ministry.
    let isGeneric: Bool
    /// A legal form of companies: Inc., plc, A.Ş.
    let isCompanyForm: Bool
    /// A word of many uses, which makes a name only behind a name: Air, Power.
    let isWeak: Bool
  }

  /// A name of the lexicon found in the text.
  struct Name {
    let terms: Range<Int>
    let type: EntryType
    let entry: EntryReference
    let posting: Posting
    let quality: LexiconMatch.Quality
    let weight: Int
  }

  private struct CueTraits {
    let standsBefore: Bool?
    let isGeneric: Bool
    let isCompanyForm: Bool
    let isWeak: Bool
  }

  let text: TokenizedText
  let stack: LexiconStack
  private var knownTraits: [EntryReference: CueTraits] = [:]
  private(set) var facts: [TermFacts]
  /// The cues that start at each term, the longest first.
  private(set) var cuesStarting: [[Cue]]
  /// The cues that end before each term (their upper bound), the longest first.
  private(set) var cuesEnding: [[Cue]]
  /// The names that start at each term.
  private(set) var namesStarting: [[Name]]

  init(_ text: TokenizedText, _ matches: LexiconMatches, _ stack: LexiconStack) {
    self.text = text
    self.stack = stack
    isInflecting = [.turkish, .kazakh, .azerbaijani, .russian, .uzbek].contains(text.language)
    facts = text.terms.map(Self.facts(of:))
    cuesStarting = Array(repeating: [], count: text.terms.count)
    cuesEnding = Array(repeating: [], count: text.terms.count + 1)
    namesStarting = Array(repeating: [], count: text.terms.count)
    readClasses(matches)
    readLines()
    readSentences()
    for match in matches.matches { read(match) }
    for index in facts.indices {
      cuesStarting[index].sort { $0.terms.upperBound > $1.terms.upperBound }
      cuesEnding[index].sort { $0.terms.lowerBound < $1.terms.lowerBound }
    }
  }

  var count: Int { facts.count }

  /// The facts of a term; none past either end of the text.
  subscript(index: Int) -> TermFacts { facts.indices.contains(index) ? facts[index] : [] }

  /// Whether a term's search key is one of the given.
  func key(_ index: Int, isIn words: Set<String>) -> Bool {
    facts.indices.contains(index) && words.contains(key(index))
  }

  /// A term's search key.
  func key(_ index: Int) -> String { String(decoding: text.key(ofTerm: index), as: UTF8.self) }

  /// Whether a term is the given mark.
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    guard facts.indices.contains(index) else { return false }
    let key = text.key(ofTerm: index)
    return key.count == 1 && UInt32(key[key.startIndex]) == mark.value
  }

  /// Whether two neighbouring terms stand in one line without white space between them.
  func isAttached(_ index: Int) -> Bool {
    facts.indices.contains(index) && facts[index].isDisjoint(with: [.afterSpace, .afterLineBreak])
  }

  /// The languages whose grammar the text is read with.
  var language: LanguageTag { text.language }

  /// Whether words take endings without an apostrophe, in the text's language.
  let isInflecting: Bool

  /// The best name of some type that covers exactly these terms.
  func name(_ type: EntryType, at terms: Range<Int>) -> Name? {
    guard namesStarting.indices.contains(terms.lowerBound) else { return nil }
    return namesStarting[terms.lowerBound].filter { $0.terms == terms && $0.type == type }
      .max { $0.weight < $1.weight }
  }

  /// The longest name of some type that starts at a term.
  func longestName(_ type: EntryType, from start: Int) -> Name? {
    guard namesStarting.indices.contains(start) else { return nil }
    return namesStarting[start].filter { $0.type == type }
      .max { ($0.terms.upperBound, $0.weight) < ($1.terms.upperBound, $1.weight) }
  }

  /// Whether a cue of the type ends right before a term.
  func hasCue(_ type: EntryType, endingAt end: Int) -> Bool {
    cuesEnding.indices.contains(end) && cuesEnding[end].contains { $0.type == type }
  }

  /// Whether a cue of the type starts at a term.
  func hasCue(_ type: EntryType, startingAt start: Int) -> Bool {
    cuesStarting.indices.contains(start) && cuesStarting[start].contains { $0.type == type }
  }

  // MARK: Reading

  private static func facts(of term: Term) -> TermFacts {
    var facts: TermFacts = []
    if term.kind == .word || term.kind == .number { facts.insert(.word) }
    if term.shape.contains(.capitalized) { facts.insert(.capitalized) }
    if term.shape.contains(.allCapitals) { facts.insert(.allCapitals) }
    if term.shape.contains(.hasDigit) { facts.insert(.hasDigit) }
    if term.shape.contains(.afterSpace) { facts.insert(.afterSpace) }
    if term.shape.contains(.afterLineBreak) { facts.insert(.afterLineBreak) }
    if term.shape.contains(.innerCapital) { facts.insert(.innerCapital) }
    if term.shape.contains(.singleLetter) { facts.insert(.singleLetter) }
    return facts
  }

  private func readClasses(_ matches: LexiconMatches) {
    let (ordinary, opener): (WordClasses, WordClasses) =
      switch text.language {
      case .english: (.ordinaryEnglish, .openerEnglish)
      case .turkish: (.ordinaryTurkish, .openerTurkish)
      case .kazakh: (.ordinaryKazakh, .openerKazakh)
      case .azerbaijani: (.ordinaryAzerbaijani, .openerAzerbaijani)
      case .russian: (.ordinaryRussian, .openerRussian)
      case .undetermined: (.ordinary, .opener)
      default: (.ordinary, .openerOther)
      }
    for index in facts.indices {
      let known = matches.classes(ofTerm: index)
      if !known.isDisjoint(with: ordinary) { facts[index].insert(.ordinary) }
      if known.contains(.inflectedOrdinary) { facts[index].insert(.inflectedOrdinary) }
      if known.contains(.firstName) { facts[index].insert(.firstName) }
      if known.contains(.lastName) || SurnameEndings.matches(text.key(ofTerm: index)) {
        facts[index].insert(.lastName)
      }
      let isInitial =
        facts[index].isSuperset(of: [.capitalized, .singleLetter]) && isMark(index + 1, ".")
        && isAttached(index + 1)
      // An initial is no small word: `А. Тыныстанова`.
      if isInitial {
        facts[index].insert(.initial)
      } else if !known.isDisjoint(with: opener) {
        facts[index].insert(.opener)
      }
    }
  }

  private func readLines() {
    var start = 0
    while start < facts.count {
      var end = start + 1
      while end < facts.count, !facts[end].contains(.afterLineBreak) { end += 1 }
      let words = (start..<end).filter {
        facts[$0].contains(.word) && facts[$0].isDisjoint(with: [.singleLetter, .hasDigit])
      }
      let capitals = words.count { facts[$0].contains(.allCapitals) }
      if words.count >= 3, capitals * 10 >= words.count * 8 {
        for index in start..<end { facts[index].insert(.inCapitalLine) }
      }
      start = end
    }
  }

  private func readSentences() {
    var term = 0
    for sentence in text.sentences {
      while term < facts.count, text.terms[term].lowerBound < sentence.lowerBound { term += 1 }
      while term < facts.count, !facts[term].contains(.word) { term += 1 }
      if term < facts.count { facts[term].insert(.opensSentence) }
    }
    for index in facts.indices where facts[index].contains(.word) {
      let isFirstOfLine = facts[index].contains(.afterLineBreak)
      let isFirstOfQuotation = isMark(index - 1, "\"") && isAttached(index)
      let followsBullet = isMark(index - 1, "•") || isMark(index - 1, ":")
      if isFirstOfLine || isFirstOfQuotation || followsBullet {
        facts[index].insert(.opensSentence)
      }
    }
  }

  private func read(_ match: LexiconMatch) {
    stack.forEachPosting(of: match, in: text) { posting in
      let reference = EntryReference(lexicon: match.lexicon, entry: posting.entry)
      let type = stack.type(of: reference)
      switch type {
      case .person, .organization, .place, .demonym:
        readName(match, type, reference, posting)
      case .title, .honorific, .organizationHead, .placeHead:
        readCue(match, type, reference)
      case .topic, .office, .forbid: break
      }
    }
  }

  private func readName(
    _ match: LexiconMatch, _ type: EntryType, _ reference: EntryReference, _ posting: Posting
  ) {
    let weight = stack.weight(of: reference)
    namesStarting[match.terms.lowerBound].append(
      Name(
        terms: match.terms, type: type, entry: reference, posting: posting, quality: match.quality,
        weight: weight))
    for index in match.terms {
      if type == .demonym { facts[index].insert(.demonym) }
      if type == .place { facts[index].insert(.anyPlace) }
      if type == .place || type == .organization, posting.rule != .context, weight >= 50 {
        facts[index].insert(.knownName)
      }
    }
  }

  /// What the lexicon says of a cue; the same few entries serve all cues.
  private func traits(of reference: EntryReference) -> CueTraits {
    if let known = knownTraits[reference] { return known }
    let entry = stack.entry(reference)
    let traits = CueTraits(
      standsBefore: entry.attribute("side").map { $0 == "before" },
      isGeneric: entry.attribute("generic") == "yes",
      isCompanyForm: entry.attribute("form") == "company", isWeak: entry.attribute("weak") == "yes")
    knownTraits[reference] = traits
    return traits
  }

  private func readCue(
    _ match: LexiconMatch, _ type: EntryType, _ reference: EntryReference
  ) {
    let traits = self.traits(of: reference)
    let cue = Cue(
      terms: match.terms, type: type, standsBefore: traits.standsBefore,
      isGeneric: traits.isGeneric,
      isCompanyForm: traits.isCompanyForm, isWeak: traits.isWeak)
    // In languages where only the last word takes the ending, an office with one (`muhabirine`, `Bakanlar`) is not the
    // first part of `office, name`; Russian inflects both.
    let isInflected = match.quality == .endingCut && text.language != .russian
    if type != .title || !isInflected {
      cuesStarting[match.terms.lowerBound].append(cue)
      cuesEnding[match.terms.upperBound].append(cue)
    }
    for index in match.terms where facts[index].contains(.word) {
      // A person's name that ends like an inflected cue (Şahin, `şah` and an ending) is the name.
      let isName = !facts[index].isDisjoint(with: [.firstName, .lastName])
      if match.quality == .endingCut, isName { continue }
      switch type {
      case .title: facts[index].insert(.title)
      case .honorific:
        facts[index].insert(.title)
        facts[index].remove(.initial)
      case .organizationHead, .placeHead: facts[index].insert(.head)
      default: break
      }
    }
  }
}
