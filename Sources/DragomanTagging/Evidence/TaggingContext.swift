internal import DragomanLexicon
internal import DragomanText

/// All that the grammars read: the text, what the lexicons found in it, and facts about each term.
final class TaggingContext {
  /// A cue of the grammar found in the text.
  struct Cue {
    let terms: Range<Int>
    let type: EntryType
    let traits: CueTraits

    /// Whether it may stand before what it belongs to, and behind it.
    var mayStandBefore: Bool { !traits.contains(.after) }
    var mayStandBehind: Bool { !traits.contains(.before) }
    var isGeneric: Bool { traits.contains(.generic) }
    var isWeak: Bool { traits.contains(.weak) }
    var isCompanyForm: Bool { traits.contains(.companyForm) }
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

  let text: TokenizedText
  let stack: LexiconStack
  private let matches: LexiconMatches
  let facts: [TermFacts]
  /// Whether words take endings without an apostrophe, in the text's language.
  let isInflecting: Bool
  /// The terms that are words, in order.
  private let words: [Int]
  /// How many words stand before each term, and before the end.
  private let wordsBefore: [UInt32]
  private let cues: Occurrences<Cue>
  private let cuesByEnd: Occurrences<Cue>
  private let names: Occurrences<Name>
  private let offices: Occurrences<Name>

  init(_ text: TokenizedText, _ matches: LexiconMatches, _ stack: LexiconStack) {
    self.text = text
    self.stack = stack
    self.matches = matches
    isInflecting = [.turkish, .kazakh, .azerbaijani, .russian, .uzbek].contains(text.language)
    var reader = ContextReader(text, matches, stack)
    reader.read()
    facts = reader.facts
    let count = facts.count
    (words, wordsBefore) = facts.words()
    // Matches come by their starts.
    names = Occurrences(ordered: reader.names, at: \.terms.lowerBound, count: count)
    offices = Occurrences(ordered: reader.offices, at: \.terms.lowerBound, count: count)
    cues = Occurrences(reader.cues, at: \.terms.lowerBound, count: count) {
      $0.terms.upperBound > $1.terms.upperBound
    }
    cuesByEnd = Occurrences(reader.cues, at: \.terms.upperBound, count: count + 1) {
      $0.terms.lowerBound < $1.terms.lowerBound
    }
  }

  var count: Int { facts.count }

  /// The facts of a term; none past either end of the text.
  subscript(index: Int) -> TermFacts { facts.indices.contains(index) ? facts[index] : [] }

  /// The terms among some that are words, no marks. Cost: none, it is a part of a list.
  func words(in terms: Range<Int>) -> ArraySlice<Int> {
    words[Int(wordsBefore[terms.lowerBound])..<Int(wordsBefore[terms.upperBound])]
  }

  /// A term's search key.
  func key(_ index: Int) -> ArraySlice<UInt8> { text.key(ofTerm: index) }

  /// The endings that a term may have.
  func endings(_ index: Int) -> WordEndings { matches.endings(ofTerm: index) }

  /// What a term's ending says of it.
  func forms(_ index: Int) -> WordForms {
    facts.indices.contains(index) ? matches.forms(ofTerm: index) : []
  }

  /// Whether a term is the given mark.
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool { text.isMark(index, mark) }

  /// Whether two neighbouring terms stand in one line without white space between them.
  func isAttached(_ index: Int) -> Bool { facts.isAttached(index) }

  /// Whether letters of an abbreviation go on at a term behind a full stop: the `C` of `50 U.S.C.`.
  func isInsideAbbreviation(_ index: Int) -> Bool {
    isMark(index - 1, ".") && isAttached(index)
      && self[index].isSuperset(of: [.word, .capitalized])
  }

  /// The languages whose grammar the text is read with.
  var language: LanguageTag { text.language }

  /// The cues that start at a term, the longest first.
  func cues(startingAt start: Int) -> ArraySlice<Cue> { cues[start] }

  /// The cues that end before a term, the longest first.
  func cues(endingAt end: Int) -> ArraySlice<Cue> { cuesByEnd[end] }

  /// The names that start at a term.
  func names(startingAt start: Int) -> ArraySlice<Name> { names[start] }

  /// The offices of the lexicon that start at a term: `Turkish Foreign Minister`.
  func offices(startingAt start: Int) -> ArraySlice<Name> { offices[start] }

  /// The best name of some type that covers exactly these terms.
  func name(_ type: EntryType, at terms: Range<Int>) -> Name? {
    names[terms.lowerBound].filter { $0.terms == terms && $0.type == type }
      .max { $0.weight < $1.weight }
  }

  /// Whether the terms are a word for a country's people, language or things.
  func isDemonym(_ terms: Range<Int>) -> Bool {
    names[terms.lowerBound].contains { $0.terms == terms && $0.type == .demonym }
  }

  /// The longest name of some type that starts at a term.
  func longestName(_ type: EntryType, from start: Int) -> Name? {
    names[start].filter { $0.type == type }
      .max { ($0.terms.upperBound, $0.weight) < ($1.terms.upperBound, $1.weight) }
  }

  /// Whether a cue of the type ends right before a term.
  func hasCue(_ type: EntryType, endingAt end: Int) -> Bool {
    cuesByEnd[end].contains { $0.type == type }
  }

  /// Whether a cue of the type starts at a term.
  func hasCue(_ type: EntryType, startingAt start: Int) -> Bool {
    cues[start].contains { $0.type == type }
  }
}
