internal import DragomanLexicon
internal import DragomanText

/// Reads what is known of each term, and the names and cues that stand in a text, for ``TaggingContext``.
struct ContextReader {
  private let text: TokenizedText
  private let matches: LexiconMatches
  private let stack: LexiconStack
  private(set) var facts: [TermFacts]
  /// By their first terms.
  private(set) var names: [TaggingContext.Name] = []
  private(set) var cues: [TaggingContext.Cue] = []
  /// Offices that a lexicon knows as those of a country or body.
  private(set) var offices: [TaggingContext.Name] = []

  init(_ text: TokenizedText, _ matches: LexiconMatches, _ stack: LexiconStack) {
    self.text = text
    self.matches = matches
    self.stack = stack
    facts = text.terms.indices.map { TermFacts(text.terms[$0], matches.facts(ofTerm: $0)) }
  }

  mutating func read() {
    readInitials()
    readLines()
    readSentences()
    // Of their own, so that reading changes this while it looks at them without a copy for each match.
    let (text, stack) = (text, stack)
    for match in matches.matches { read(match, text, stack) }
  }

  /// An initial is no small word: `А. Тыныстанова`.
  private mutating func readInitials() {
    for index in facts.indices
    where facts[index].isSuperset(of: [.capitalized, .singleLetter])
      && text.isMark(index + 1, ".") && facts.isAttached(index + 1)
    {
      facts[index].insert(.initial)
      facts[index].remove(.opener)
    }
  }

  private mutating func readLines() {
    var start = 0
    while start < facts.count {
      var end = start
      var words = 0
      var capitals = 0
      repeat {
        if facts[end].contains(.word), facts[end].isDisjoint(with: [.singleLetter, .hasDigit]) {
          words += 1
          if facts[end].contains(.allCapitals) { capitals += 1 }
        }
        end += 1
      } while end < facts.count && !facts[end].contains(.afterLineBreak)
      if words >= 3, capitals * 10 >= words * 8 {
        for index in start..<end { facts[index].insert(.inCapitalLine) }
      }
      start = end
    }
  }

  private mutating func readSentences() {
    var term = 0
    for sentence in text.sentences {
      while term < facts.count, text.terms[term].lowerBound < sentence.lowerBound { term += 1 }
      while term < facts.count, !facts[term].contains(.word) { term += 1 }
      if term < facts.count { facts[term].insert(.opensSentence) }
    }
    for index in facts.indices where facts[index].contains(.word) {
      if facts[index].contains(.afterLineBreak) || index > 0 && opensSentence(behindMark: index) {
        facts[index].insert(.opensSentence)
      }
    }
  }

  /// Whether a word is the first of a quotation or stands behind a bullet or a colon.
  private func opensSentence(behindMark index: Int) -> Bool {
    if facts[index - 1].contains(.word) { return false }
    return text.isMark(index - 1, "\"") && facts.isAttached(index)
      || text.isMark(index - 1, "•") || text.isMark(index - 1, ":")
  }

  // MARK: Matches

  private mutating func read(
    _ match: LexiconMatch, _ text: borrowing TokenizedText, _ stack: borrowing LexiconStack
  ) {
    stack.forEachPosting(of: match, in: text) { posting in
      let reference = EntryReference(lexicon: match.lexicon, entry: posting.entry)
      let type = stack.type(of: reference)
      switch type {
      case .person, .organization, .place, .demonym:
        readName(match, type, reference, posting, weight: stack.weight(of: reference))
      case .title, .honorific, .organizationHead, .placeHead: readCue(match, type, posting)
      case .office:
        offices.append(
          TaggingContext.Name(
            terms: match.terms, type: type, entry: reference, posting: posting,
            quality: match.quality, weight: stack.weight(of: reference)))
      case .topic, .forbid: break
      }
    }
  }

  private mutating func readName(
    _ match: LexiconMatch, _ type: EntryType, _ reference: EntryReference, _ posting: Posting,
    weight: Int
  ) {
    names.append(
      TaggingContext.Name(
        terms: match.terms, type: type, entry: reference, posting: posting, quality: match.quality,
        weight: weight))
    facts[match.terms.lowerBound].insert(.startsName)
    var known: TermFacts = []
    if type == .demonym { known.insert(.demonym) }
    if type == .place { known.insert(.anyPlace) }
    if type == .place || type == .organization, posting.rule != .context, weight >= 50 {
      known.insert(.knownName)
    }
    // `Maliye` is the word for finance, not Mali with an ending.
    let isOtherWord =
      match.quality == .endingCut && match.terms.count == 1
      && facts[match.terms.lowerBound].contains(.ordinary)
    if known.isEmpty || isOtherWord { return }
    for index in match.terms { facts[index].formUnion(known) }
  }

  private mutating func readCue(_ match: LexiconMatch, _ type: EntryType, _ posting: Posting) {
    // In languages where only the last word takes the ending, an office with one (`muhabirine`, `Bakanlar`) is not the
    // first part of `office, name`; Russian inflects both.
    let isInflected = match.quality == .endingCut && text.language != .russian
    if type != .title || !isInflected {
      cues.append(TaggingContext.Cue(terms: match.terms, type: type, traits: posting.cueTraits))
      facts[match.terms.lowerBound].insert(.startsCue)
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
