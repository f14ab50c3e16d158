internal import DragomanLexicon
internal import DragomanText

/// Candidates from the lexicons' names.
struct GazetteerGrammar {
  private let context: TaggingContext

  init(_ context: TaggingContext) {
    self.context = context
  }

  /// Proposes one candidate for each span and kind, with the entry that fits best.
  func propose(to lattice: inout Lattice) {
    var best: [Candidate] = []
    for (start, facts) in context.facts.enumerated() where facts.contains(.startsName) {
      best.removeAll(keepingCapacity: true)
      for name in context.names(startingAt: start) {
        guard let kind = MentionKind(name.type), let candidate = candidate(for: name, kind) else {
          continue
        }
        if let known = best.firstIndex(where: { $0.terms == candidate.terms && $0.kind == kind }) {
          if outranks(candidate, best[known]) { best[known] = candidate }
        } else {
          best.append(candidate)
        }
      }
      for candidate in best { lattice.add(settled(candidate, among: best)) }
    }
  }

  /// A name of both a building and the body in it (the White House, the Kremlin) is the body, unless something is at or in it.
  private func settled(_ candidate: Candidate, among others: [Candidate]) -> Candidate {
    guard candidate.kind == .place,
      others.contains(where: {
        $0.kind == .organization && $0.terms == candidate.terms && $0.isPossible
      }), isBuilding(candidate)
    else {
      return candidate
    }
    var before = candidate.terms.lowerBound - 1
    if context[before].contains(.article) { before -= 1 }
    var settled = candidate
    settled.add(context[before].contains(.venuePreposition) ? .venue : .bodyInside)
    return settled
  }

  private func isBuilding(_ candidate: Candidate) -> Bool {
    candidate.entry.flatMap { context.stack.attribute("kind", of: $0) }.map {
      ["facility", "building"].contains($0)
    } ?? false
  }

  private func outranks(_ candidate: Candidate, _ other: Candidate) -> Bool {
    // A name as written is that name, not another with an ending: Genç, not Gəncə.
    let (isCut, isOtherCut) = (
      candidate.evidence.contains(.endingCut), other.evidence.contains(.endingCut)
    )
    if isCut != isOtherCut, candidate.isPossible, other.isPossible { return isOtherCut }
    if candidate.score != other.score { return candidate.score > other.score }
    guard let entry = candidate.entry, let known = other.entry else { return false }
    if entry.lexicon != known.lexicon { return entry.lexicon > known.lexicon }
    return context.stack.weight(of: entry) > context.stack.weight(of: known)
  }

  private func candidate(for name: TaggingContext.Name, _ kind: MentionKind) -> Candidate? {
    guard isWhole(name.terms), !isCurrency(name.terms), !isTurkishWithoutApostrophe(name) else {
      return nil
    }
    let terms =
      kind == .person
      ? withoutRealm(withoutTitle(name.terms)) : withoutSmallHead(name.terms)
    var candidate =
      name.posting.rule == .context
      ? ambiguous(name, kind, terms) : known(name, kind, terms)
    if name.quality == .endingCut { addEnding(of: name, to: &candidate) }
    if kind == .person, context.isNameOfThing(terms) { candidate.add(.thingBehind) }
    if kind == .organization, isChannel(terms) { candidate.add(.channel) }
    addNeighbours(of: name, to: &candidate)
    return candidate
  }

  private static func evidence(of quality: LexiconMatch.Quality) -> EvidenceSet {
    switch quality {
    case .key, .prefix: [.gazetteer]
    case .endingCut: [.endingCut]
    case .phonetic: [.phonetic]
    }
  }

  /// A name does not start or end inside a word: `Shi` of `Shi'ite`, `St` of `St-Étienne`, `U.S.` of `50 U.S.C.`.
  private func isWhole(_ terms: Range<Int>) -> Bool {
    let before = terms.lowerBound - 1
    if before >= 1, context.isMark(before, "'"), context.isAttached(terms.lowerBound),
      context.isAttached(before), !context[terms.lowerBound].contains(.capitalized)
    {
      return false
    }
    return !context.isInsideAbbreviation(terms.upperBound)
  }

  /// `US$`, `A$`: the currency, not the country.
  private func isCurrency(_ terms: Range<Int>) -> Bool {
    context.isMark(terms.upperBound, "$") && context.isAttached(terms.upperBound)
  }

  /// Turkish parts names from their endings by an apostrophe, except bodies of several words (`Bakanlığından`).
  private func isTurkishWithoutApostrophe(_ name: TaggingContext.Name) -> Bool {
    context.language == .turkish && name.quality == .endingCut && name.terms.count == 1
      && name.weight < 80
  }

  /// A person's terms without the office that a lexicon's name starts with: `King Charles III`.
  private func withoutTitle(_ terms: Range<Int>) -> Range<Int> {
    guard terms.count > 1,
      let cue = context.cues(startingAt: terms.lowerBound).first(where: { $0.type == .title }),
      cue.terms.upperBound < terms.upperBound,
      context[cue.terms.lowerBound].isDisjoint(with: [.firstName, .lastName])
        || context[cue.terms.lowerBound].contains(.ordinary)
    else { return terms }
    return cue.terms.upperBound..<terms.upperBound
  }

  /// A ruler's terms without the country, which is a name of its own: `Felipe VI of Spain`.
  private func withoutRealm(_ terms: Range<Int>) -> Range<Int> {
    guard let of = terms.first(where: { context[$0].contains(.of) }), of > terms.lowerBound else {
      return terms
    }
    let realm = context[of + 1].contains(.article) ? of + 2 : of + 1
    let isCountry = context.names(startingAt: realm).contains {
      $0.type == .place && $0.weight >= 80 && $0.terms.upperBound == terms.upperBound
    }
    return isCountry ? terms.lowerBound..<of : terms
  }

  /// A Turkish name's terms without a head in small letters, which is outside: `Çay ilçesi`, `Hürriyet gazetesi`.
  private func withoutSmallHead(_ terms: Range<Int>) -> Range<Int> {
    let last = terms.upperBound - 1
    guard context.language == .turkish, terms.count > 1, context[last].contains(.head),
      !context[last].contains(.capitalized), context[last - 1].contains(.capitalized)
    else { return terms }
    return terms.lowerBound..<last
  }

  /// A social network that nothing says to be the company: `on Facebook`; not `Facebook said`, `Meta Platforms`.
  private func isChannel(_ terms: Range<Int>) -> Bool {
    guard terms.count == 1, context[terms.lowerBound].contains(.channel) else { return false }
    let after = terms.upperBound
    return !context[after].contains(.speechVerb) && !context.hasCue(.title, startingAt: after)
      && !context.isGenitiveSuffix(after)
  }

  /// An alias that names nothing else.
  private func known(
    _ name: TaggingContext.Name, _ kind: MentionKind, _ terms: Range<Int>
  ) -> Candidate {
    let isLong = name.terms.count { context[$0].contains(.word) } > 1
    let isWellKnown = kind == .place && !isLong && name.weight >= 80
    var prior = 0.0
    if kind == .place, !isWellKnown { prior = Double(name.weight) / (isLong ? 1500 : 300) }
    var candidate = Candidate(
      terms, kind, .known(kind), Self.evidence(of: name.quality), prior: prior, entry: name.entry)
    if isLong {
      candidate.add(.severalWords)
    } else if isWellKnown {
      candidate.add(.wellKnown)
      if context[name.terms.lowerBound].contains(.ordinary) { candidate.add(.ordinaryWord) }
    } else if kind == .place {
      let facts = context[name.terms.lowerBound]
      if facts.contains(.ordinary) { candidate.add(.ordinaryWord) }
      if !facts.isDisjoint(with: [.firstName, .lastName]), name.weight < 60 {
        candidate.add(.personName)
      }
      if name.weight < 25 { candidate.add(.obscure) }
      // Kazakh, the language or the people, before a hamlet of that name.
      if name.weight < 60, context.isDemonym(name.terms), !isInListOfPlaces(name.terms) {
        candidate.add(.demonymInside)
      }
    } else if kind == .organization, name.posting.kind == .acronym {
      candidate.add(.knownAcronym)
    }
    return candidate
  }

  /// An alias that is an ordinary word too counts if a neighbour speaks for it.
  private func ambiguous(
    _ name: TaggingContext.Name, _ kind: MentionKind, _ terms: Range<Int>
  ) -> Candidate {
    var candidate = Candidate(
      terms, kind, .ambiguous(kind), Self.evidence(of: name.quality), entry: name.entry)
    if let neighbour = neighbour(of: name, kind) { candidate.add(neighbour) }
    return candidate
  }

  /// What stands around an ambiguous alias and tells most.
  private func neighbour(of name: TaggingContext.Name, _ kind: MentionKind) -> Evidence? {
    let before = name.terms.lowerBound - 1
    let after = name.terms.upperBound
    let inside = context[name.terms.lowerBound]
    if kind == .place, isDateline(name.terms) { return .dateline }
    if inside.contains(.inCapitalLine) { return kind == .place ? nil : .capitalLine }
    switch kind {
    case .place:
      let hasPreposition = context[before].contains(.placePreposition)
      let hasCountry = context.isMark(after, ",") && context[after + 1].contains(.knownName)
      // `Van Gölü`; in Turkish also `Van Valisi`.
      let hasHead =
        context.hasCue(.placeHead, startingAt: after)
        || context.isInflecting && context.hasCue(.title, startingAt: after)
      let hasSuffix =
        context.isMark(after, "'") && context.isAttached(after)
        && context.language == .turkish
      if hasCountry || hasHead || isInListOfPlaces(name.terms) { return .besidePlace }
      if hasPreposition, !inside.contains(.opensSentence), !context[after].contains(.capitalized) {
        return .placePreposition
      }
      return hasSuffix ? .apostropheSuffix : nil
    case .organization:
      if context.isMark(before, "("), context.isMark(after, ")"),
        context[before].contains(.afterSpace),
        context[before - 1].contains(.capitalized)
      {
        return .brackets
      }
      // `Senato Başkanı`: the office behind it is the body's.
      if context.isInflecting, context.hasCue(.title, startingAt: after),
        !context.hasCue(.title, startingAt: name.terms.lowerBound)
      {
        return .besideTitle
      }
      if inside.contains(.opensSentence), inside.contains(.ordinary) { return .opensSentence }
      // A club or paper called as its city is.
      if context.name(.place, at: name.terms) != nil { return .alsoPlace }
      let hasApposition =
        context.hasCue(.title, endingAt: name.terms.lowerBound)
        || context.hasCue(.title, startingAt: after)
      if hasApposition { return .besideTitle }
      // `the Senate`: the ordinary word has no capital there.
      let isName = context[before].contains(.article) && !context[after].contains(.capitalized)
      return inside.contains(.ordinary) && !isName ? .ordinaryWord : nil
    case .person:
      let hasTitle =
        context.hasCue(.title, endingAt: name.terms.lowerBound)
        || context.hasCue(.honorific, endingAt: name.terms.lowerBound)
      if hasTitle { return .besideTitle }
      return inside.contains(.ordinary) ? .ordinaryWord : nil
    }
  }

  /// A place that opens a line before brackets, a dash or a date: `ISPARTA (AA) –`, `PORTO, 14 May`.
  private func isDateline(_ terms: Range<Int>) -> Bool {
    let after = terms.upperBound
    guard context[terms.lowerBound].contains(.afterLineBreak) else { return false }
    return context.isMark(after, "(") || context.isMark(after, "-") && !context.isAttached(after)
      || context.isMark(after, ",") && !context[after + 1].isDisjoint(with: [.hasDigit])
  }

  /// Beside another place, over a comma or `and`.
  private func isInListOfPlaces(_ terms: Range<Int>) -> Bool {
    func isJoint(_ index: Int) -> Bool {
      context.isMark(index, ",") || context[index].contains(.conjunction)
    }
    let after = terms.upperBound
    let before = terms.lowerBound - 1
    return isJoint(after) && isPlace(startingAt: after + 1)
      || isJoint(before) && isPlace(endingAt: before)
  }

  private func isPlace(startingAt index: Int) -> Bool {
    context.names(startingAt: index).contains(where: isClearPlace)
  }

  private func isPlace(endingAt end: Int) -> Bool {
    (max(0, end - 3)..<max(0, end)).contains { start in
      context.names(startingAt: start).contains { $0.terms.upperBound == end && isClearPlace($0) }
    }
  }

  /// A place whose name is no ordinary word, or that is well known all the same.
  private func isClearPlace(_ name: TaggingContext.Name) -> Bool {
    name.type == .place && (name.posting.rule != .context || name.weight >= 40)
  }

  private func addEnding(of name: TaggingContext.Name, to candidate: inout Candidate) {
    guard name.terms.count == 1 else { return }
    // A word that is known without cutting is rather that word.
    if context[name.terms.lowerBound].contains(.ordinary) {
      candidate.add(.ordinaryStem)
    } else if name.weight < 40 {
      candidate.add(.obscureStem)
    }
  }

  /// A single small name beside other capitals is rather a part of theirs.
  private func addNeighbours(of name: TaggingContext.Name, to candidate: inout Candidate) {
    let kind = candidate.kind
    // `Georgia Meredew`: a country that is a given name, too.
    if kind == .place, name.terms.count == 1, name.weight >= 80, !context.isInflecting,
      context[name.terms.lowerBound].contains(.firstName), isUnknownName(name.terms.upperBound),
      !context[name.terms.upperBound].contains(.afterLineBreak)
    {
      candidate.add(.personName)
      candidate.add(.unknownBehind)
    }
    guard kind != .person, name.terms.count == 1, name.weight < 80,
      kind != .organization || name.posting.kind != .acronym
    else { return }
    let before = name.terms.lowerBound - 1
    let after = name.terms.upperBound
    if kind == .place {
      if isCompound(name.terms) {
        candidate.add(.compound)
        return
      }
      // `Secretary Austin`
      let isPerson = !context[name.terms.lowerBound].isDisjoint(with: [.firstName, .lastName])
      if isPerson, context.hasCue(.title, endingAt: name.terms.lowerBound) {
        candidate.add(.behindTitle)
        return
      }
    }
    if isUnknownName(before), !context[name.terms.lowerBound].contains(.afterLineBreak) {
      candidate.add(.unknownBefore)
    }
    if isUnknownName(after), !context[after].contains(.afterLineBreak), !context.isInflecting {
      candidate.add(.unknownBehind)
    }
  }

  /// `trans-Atlantic`, `Euro-Atlantic`: a word made with the name.
  private func isCompound(_ terms: Range<Int>) -> Bool {
    let start = terms.lowerBound
    return context.isMark(start - 1, "-") && context.isAttached(start)
      && context.isAttached(start - 1) && context[start - 2].contains(.word)
      && context[start - 2].isDisjoint(with: [.anyPlace, .allCapitals])
  }

  private func isUnknownName(_ index: Int) -> Bool {
    context[index].isSuperset(of: [.word, .capitalized])
      && context[index].isDisjoint(with: [
        .opener, .title, .knownName, .demonym, .head, .inCapitalLine, .ordinary,
      ])
  }
}

extension MentionKind {
  /// The kind of a lexicon's type; `nil` for what is no mention.
  init?(_ type: EntryType) {
    switch type {
    case .person: self = .person
    case .organization: self = .organization
    case .place: self = .place
    default: return nil
    }
  }
}

extension Pattern {
  /// An alias of a lexicon that names nothing else.
  static func known(_ kind: MentionKind) -> Pattern {
    switch kind {
    case .person: .knownPerson
    case .organization: .knownOrganization
    case .place: .knownPlace
    }
  }

  /// An alias of a lexicon that is something else, too.
  static func ambiguous(_ kind: MentionKind) -> Pattern {
    switch kind {
    case .person: .ambiguousPerson
    case .organization: .ambiguousOrganization
    case .place: .ambiguousPlace
    }
  }
}
