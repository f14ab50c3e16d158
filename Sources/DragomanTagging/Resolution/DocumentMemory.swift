internal import DragomanLexicon
internal import DragomanText

/// What a document has named once it may name again in short: a surname after a full name, an acronym after the name it was
/// put in brackets behind, a name in words that alone would not be taken for one.
struct DocumentMemory {
  private struct Known {
    let kind: MentionKind
    let entry: EntryReference?
    let terms: Range<Int>
    let score: Double
  }

  private let context: TaggingContext
  private let stems: WordStems
  private var names: [NameKey: Known] = [:]
  /// The first words of the names by their hashes, to pass over others quickly.
  private var firstWords: Set<UInt64> = []
  private var longestName = 1
  /// How the names start, by their first letters: bits by a hash of three bytes. Few other words start so.
  private var beginnings = [UInt64](repeating: 0, count: 64)

  init(_ context: TaggingContext, chosen: [Candidate]) {
    self.context = context
    stems = WordStems(context)
    for candidate in chosen {
      remember(candidate)
      if let acronym = acronym(behind: candidate) {
        let hash = context.text.terms[acronym].keyHash
        firstWords.insert(hash)
        noteBeginning(of: acronym)
        names[NameKey(hash)] = Known(
          kind: .organization, entry: candidate.entry, terms: candidate.terms, score: 0.95)
      }
    }
  }

  /// Proposes every further mention of a known name.
  func propose(to lattice: inout Lattice) {
    for start in 0..<context.count where mayStart(start) {
      guard beginsKnown(start) else { continue }
      let isKnown = firstWords.contains(context.text.terms[start].keyHash)
      guard isKnown || context.isInflecting else { continue }
      var key = NameKey()
      for end in start..<min(context.count, start + longestName) {
        if let known = lookUp(key, end), known.terms != start..<end + 1 {
          lattice.add(candidate(start..<end + 1, known))
        }
        // Of several words only the last may have an ending.
        if !isKnown { break }
        key.append(context.text.terms[end].keyHash)
      }
    }
  }

  private func mayStart(_ index: Int) -> Bool {
    context[index].contains(.word)
      && !context[index].isDisjoint(with: [.capitalized, .hasDigit])
  }

  private func candidate(_ terms: Range<Int>, _ known: Known) -> Candidate {
    var candidate = Candidate(
      terms, known.kind, .remembered, [.document], prior: known.score, entry: known.entry,
      sameAs: known.terms)
    let first = context[terms.lowerBound]
    if known.kind == .person, context.isNameOfThing(terms) { candidate.add(.thingBehind) }
    if terms.count == 1 {
      if first.isSuperset(of: [.ordinary, .opensSentence]),
        !context[terms.upperBound].contains(.speechVerb)
      {
        candidate.add(.opensSentence)
      }
      if first.isSuperset(of: [.ordinary, .inCapitalLine]) { candidate.add(.capitalLine) }
      // Beside another capital that is not its own it may be somebody else's.
      if known.kind == .person, !first.contains(.afterLineBreak),
        context[terms.lowerBound - 1].contains(.firstName),
        !context[terms.lowerBound - 1].contains(.opener)
      {
        candidate.add(.behindFirstName)
      }
    }
    return candidate
  }

  private func beginsKnown(_ term: Int) -> Bool {
    let beginning = beginning(of: term)
    return beginnings[beginning >> 6] >> UInt64(beginning & 63) & 1 == 1
  }

  private mutating func noteBeginning(of term: Int) {
    let beginning = beginning(of: term)
    beginnings[beginning >> 6] |= 1 << UInt64(beginning & 63)
  }

  /// A number below 4,096 for the first three bytes of a word's key: an ending is cut behind them.
  private func beginning(of term: Int) -> Int {
    var value: UInt32 = 0
    for byte in context.key(term).prefix(3) { value = value << 8 | UInt32(byte) }
    return Int((value &* 0x9E37_79B1) >> 20)
  }

  /// A name as it stands, or with a grammatical ending on its last word.
  private func lookUp(_ before: NameKey, _ last: Int) -> Known? {
    if let known = names[before.appending(context.text.terms[last].keyHash)] { return known }
    guard context.isInflecting else { return nil }
    var found: Known?
    stems.forEach(of: last, minimum: 3) { stem in
      guard found == nil, let known = names[before.appending(stem)] else { return }
      if known.kind == .person { found = known }
    }
    return found
  }

  private mutating func remember(_ candidate: Candidate) {
    let words = candidate.terms.filter { context[$0].contains(.word) }
    let known = Known(
      kind: candidate.kind, entry: candidate.entry, terms: candidate.terms,
      score: candidate.score - 0.03)
    switch candidate.kind {
    case .person:
      guard words.count > 1, let last = words.last, candidate.score > 0.5 else {
        if candidate.score > 0.75 { add(candidate.terms, known) }
        return
      }
      add(candidate.terms, known)
      let surname =
        context[words[0]].contains(.allCapitals) && !context[last].contains(.allCapitals)
        ? words[0] : last
      // Over a hyphen or apostrophe: `Okonjo-Finch`, `D’Almeida` are one surname.
      var family = surname...surname
      while family.lowerBound > candidate.terms.lowerBound + 1,
        context.isMark(family.lowerBound - 1, "-")
          || context.isMark(family.lowerBound - 1, "'")
            && context[family.lowerBound - 2].contains(.singleLetter)
      {
        family = family.lowerBound - 2...surname
      }
      let isSafe =
        context[surname].isDisjoint(with: [.title, .opener, .knownName, .nameSuffix])
      let isLong =
        context.key(surname).count > 2
        || context[surname].isDisjoint(with: [.ordinary, .allCapitals])
      if isSafe, isLong {
        // Whose surname it is where it stands, ``PersonJoiner`` says.
        // That of a name that is not sure itself is not surer.
        let short = Known(
          kind: .person, entry: nil, terms: candidate.terms,
          score: candidate.score > 0.6 ? max(0.8, known.score) : candidate.score)
        add(Range(family), short)
        if context[words[0]].contains(.familyNameFirst) {
          add(words[0]..<words[0] + 1, short)
        }
        if context.isInflecting { addStems(of: surname, short) }
      }
    case .organization:
      guard candidate.score > 0.6, words.count > 1 || !candidate.evidence.contains(.acronym) else {
        return
      }
      add(candidate.terms, known)
      rememberCompany(candidate, known)
      if candidate.pattern == .quotedName { rememberQuoted(candidate, known) }
    case .place:
      if words.count > 1, candidate.score > 0.6 { add(candidate.terms, known) }
    }
  }

  /// A company without its legal form, and by the first word of its name if that is no ordinary one.
  private mutating func rememberCompany(_ candidate: Candidate, _ known: Known) {
    let end = candidate.terms.upperBound
    let form = candidate.terms.first { start in
      context.cues(startingAt: start).contains { $0.isCompanyForm && $0.terms.upperBound == end }
    }
    guard var name = form else { return }
    if context.isMark(name - 1, ",") { name -= 1 }
    let first = candidate.terms.lowerBound
    guard name > first else { return }
    add(first..<name, known)
    if context[first].isDisjoint(with: [.ordinary, .knownName, .firstName, .opener]) {
      add(first..<first + 1, known)
    }
  }

  /// A body by the words in quotation marks, unless they may be something else.
  private mutating func rememberQuoted(_ candidate: Candidate, _ known: Known) {
    let marks = candidate.terms.filter { context.isMark($0, "\"") }
    guard let open = marks.first, let close = marks.last, open + 1 < close else { return }
    let name = open + 1..<close
    let isClear = context[open + 1].isDisjoint(with: [
      .ordinary, .inflectedOrdinary, .anyPlace, .firstName, .lastName,
    ])
    if name.count > 1 || isClear { add(name, known) }
  }

  /// The surname without the endings it may have had where it was read.
  private mutating func addStems(of surname: Int, _ known: Known) {
    var found: [UInt64] = []
    stems.forEach(of: surname, minimum: 4) { found.append($0) }
    noteBeginning(of: surname)
    for stem in found { add(NameKey(stem), startingWith: stem, count: 1, known) }
  }

  private mutating func add(_ terms: Range<Int>, _ known: Known) {
    guard let first = terms.first else { return }
    noteBeginning(of: first)
    add(
      NameKey(terms, in: context), startingWith: context.text.terms[first].keyHash,
      count: terms.count, known)
  }

  private mutating func add(
    _ key: NameKey, startingWith first: UInt64, count: Int, _ known: Known
  ) {
    if names[key] == nil { names[key] = known }
    firstWords.insert(first)
    longestName = max(longestName, count)
  }

  /// The term in brackets right behind a name, if its letters stand for the name.
  private func acronym(behind candidate: Candidate) -> Int? {
    let open = candidate.terms.upperBound
    guard candidate.kind == .organization, context.isMark(open, "("), context.isMark(open + 2, ")")
    else { return nil }
    let facts = context[open + 1]
    guard !facts.isDisjoint(with: [.allCapitals, .innerCapital]) else { return nil }
    let words = candidate.terms.count { context[$0].contains(.word) }
    return words > 1 ? open + 1 : nil
  }
}
