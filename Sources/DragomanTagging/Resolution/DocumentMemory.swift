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

  /// Some words that a name starts with, or all of it.
  private struct Beginning {
    /// Whether there are names with more words.
    var goesOn = false
    /// The name that is these words.
    var name: Known?
  }

  private let context: TaggingContext
  private let stems: WordStems
  /// By ``NameKey``: a walk over a text ends at the first word that no name goes on with.
  private var names = HashTable<Beginning>()
  /// How people's names of one word begin (``WordStems/beginning(of:)``): few other words do, and need no stems.
  private var beginnings = HashNumbers()

  init(_ context: TaggingContext, chosen: [Candidate]) {
    self.context = context
    stems = WordStems(context)
    for candidate in chosen {
      remember(candidate)
      if let acronym = acronym(behind: candidate) {
        // It stands for this name, whatever it was before.
        names.update(NameKey(context.text.terms[acronym].keyHash).hash, default: Beginning()) {
          $0.name = Known(
            kind: .organization, entry: candidate.entry, terms: candidate.terms, score: 0.95)
        }
      }
    }
  }

  /// Proposes every further mention of a known name.
  func propose(to lattice: inout Lattice) {
    for start in 0..<context.count where mayStart(start) {
      var key = NameKey()
      var end = start
      var goesOn = true
      while goesOn, end < context.count {
        let before = key
        key.append(context.text.terms[end].keyHash)
        let beginning = names[key.hash]
        let name = beginning?.name ?? inflected(before, last: end, isOnly: end == start)
        end += 1
        if let name, name.terms != start..<end, !context.isInsideAbbreviation(end) {
          lattice.add(candidate(start..<end, name))
        }
        goesOn = beginning?.goesOn ?? false
      }
    }
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

  private func mayStart(_ index: Int) -> Bool {
    let facts = context.facts[index]
    return facts.contains(.word) && !facts.isDisjoint(with: [.capitalized, .hasDigit])
  }

  /// A person's name whose last word has a grammatical ending.
  private func inflected(_ before: NameKey, last: Int, isOnly: Bool) -> Known? {
    guard context.isInflecting, stems.mayBe(of: last),
      !isOnly || stems.beginning(of: last).map(beginnings.contains) ?? false
    else { return nil }
    var found: Known?
    stems.forEach(of: last) { stem in
      if found == nil, let name = names[before.appending(stem).hash]?.name, name.kind == .person {
        found = name
      }
    }
    return found
  }

  private mutating func remember(_ candidate: Candidate) {
    let isWord = { context.facts[$0].contains(.word) }
    guard let first = candidate.terms.first(where: isWord),
      let last = candidate.terms.last(where: isWord)
    else { return }
    let known = Known(
      kind: candidate.kind, entry: candidate.entry, terms: candidate.terms,
      score: candidate.score - 0.03)
    switch candidate.kind {
    case .person:
      guard first < last, candidate.score > 0.5 else {
        if candidate.score > 0.75 { add(candidate.terms, known) }
        return
      }
      add(candidate.terms, known)
      let surname =
        context[first].contains(.allCapitals) && !context[last].contains(.allCapitals)
        ? first : last
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
        if context[first].contains(.familyNameFirst) { add(first..<first + 1, short) }
        if context.isInflecting { addStems(of: surname, short) }
      }
    case .organization:
      guard candidate.score > 0.6, first < last || !candidate.evidence.contains(.acronym) else {
        return
      }
      add(candidate.terms, known)
      rememberCompany(candidate, known)
      if candidate.pattern == .quotedName { rememberQuoted(candidate, known) }
    case .place:
      if first < last, candidate.score > 0.6 { add(candidate.terms, known) }
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
    let isQuotationMark = { context.isMark($0, "\"") }
    guard let open = candidate.terms.first(where: isQuotationMark),
      let close = candidate.terms.last(where: isQuotationMark), open + 1 < close
    else { return }
    let name = open + 1..<close
    let isClear = context[open + 1].isDisjoint(with: [
      .ordinary, .inflectedOrdinary, .anyPlace, .firstName, .lastName,
    ])
    if name.count > 1 || isClear { add(name, known) }
  }

  /// The surname without the endings it may have had where it was read.
  private mutating func addStems(of surname: Int, _ known: Known) {
    stems.forEach(of: surname, minimum: 4) { add(NameKey($0), startingAs: surname, known) }
  }

  private mutating func add(_ terms: Range<Int>, _ known: Known) {
    guard let last = terms.last else { return }
    var key = NameKey()
    for term in terms.dropLast() {
      key.append(context.text.terms[term].keyHash)
      names.update(key.hash, default: Beginning()) { $0.goesOn = true }
    }
    add(key.appending(context.text.terms[last].keyHash), startingAs: terms.lowerBound, known)
  }

  /// Adds a name that begins as a word of the text does, unless it is there.
  private mutating func add(_ key: NameKey, startingAs first: Int, _ known: Known) {
    names.update(key.hash, default: Beginning()) { $0.name = $0.name ?? known }
    if context.isInflecting, known.kind == .person, let beginning = stems.beginning(of: first) {
      beginnings.insert(beginning)
    }
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
