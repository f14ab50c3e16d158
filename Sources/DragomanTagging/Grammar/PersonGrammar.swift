internal import DragomanLexicon
internal import DragomanText

/// Candidates for people whom no list knows: words of a name's shape, with offices, given names, family names and initials
/// as evidence.
struct PersonGrammar {
  private let context: TaggingContext
  private let shape: PersonNameShape
  private let titles: [TitlePhrase]
  /// Of each term, whether it is part of an office with what belongs to it.
  private let isOffice: [Bool]

  init(_ context: TaggingContext, titles: [TitlePhrase]) {
    self.context = context
    shape = PersonNameShape(context)
    self.titles = titles
    var isOffice = [Bool](repeating: false, count: context.count)
    for title in titles where !title.isHonorific {
      for term in title.terms { isOffice[term] = true }
    }
    self.isOffice = isOffice
  }

  func propose(to lattice: inout Lattice) {
    var ends: [Int] = []
    for title in titles { propose(behind: title, &ends, to: &lattice) }
    for index in 0..<context.count where shape.canStart(index) {
      propose(from: index, &ends, to: &lattice)
    }
  }

  // MARK: Behind an office

  private func propose(
    behind title: TitlePhrase, _ ends: inout [Int], to lattice: inout Lattice
  ) {
    var start = title.terms.upperBound
    let evidence: EvidenceSet = title.isHonorific ? [.honorific] : [.title]
    if context.isMark(start, "."), context.isAttached(start) { start += 1 }
    let isBehindComma = context.isMark(start, ",")
    if isBehindComma {
      // `Ambassador of X to Y, Name, …`
      guard !title.complement.isEmpty || title.modifier != nil else { return }
      start += 1
    }
    guard start < context.count, context[start].isDisjoint(with: [.afterLineBreak, .opener]) else {
      return
    }
    shape.readNameEnds(from: start, into: &ends)
    guard let longest = ends.last else { return }
    for end in ends {
      var candidate = candidate(start..<end, .titledPerson, evidence)
      let words = context.words(in: start..<end)
      if words.count == 1, let word = words.first {
        let facts = context[word]
        if facts.contains(.initial) { continue }
        candidate.add(.singleWord)
        if isBehindComma { candidate.add(.singleBehindComma) }
        let isName =
          title.takesAnyName
          || !facts.isDisjoint(with: [.firstName, .lastName, .familyNameFirst])
        let isOrdinary =
          facts.contains(.ordinary) || title.isHonorific && facts.contains(.inflectedOrdinary)
        if isOrdinary, !isName { candidate.add(.ordinaryWord) }
        if !facts.isDisjoint(with: [.knownName, .anyPlace]) {
          candidate.add(isName ? .personName : .placeName)
        }
        if !facts.isDisjoint(with: [.demonym, .head]), !isName || !title.isHonorific {
          candidate.add(.demonymInside)
        }
      } else if words.contains(where: shape.isNoName) {
        candidate.add(.ordinaryWords)
        // `Sayın Basın Mensupları`: none of them is a name.
        if title.isHonorific, words.allSatisfy(shape.isOfNoName) { candidate.add(.ordinaryWord) }
      }
      if words.dropFirst().contains(where: { context[$0].contains(.head) }) {
        candidate.add(.headInside)
      }
      if end < longest { candidate.add(.shorter) }
      addThing(to: &candidate)
      lattice.add(candidate)
    }
    if title.isHonorific, let peerage = peerageEnd(title, longest) {
      lattice.add(Candidate(start..<peerage, .person, .titledPerson, evidence))
    }
  }

  /// `Lord Ahmad of Wimbledon`: the territory belongs to the name.
  private func peerageEnd(_ title: TitlePhrase, _ end: Int) -> Int? {
    guard
      title.hasTerritory, context[end].contains(.of), context[end + 1].contains(.capitalized)
    else { return nil }
    return end + 2
  }

  // MARK: On its own

  private func propose(from start: Int, _ ends: inout [Int], to lattice: inout Lattice) {
    // A run is read from its first word, and from a given name inside it.
    let startsRun = !shape.continuesName(start)
    guard startsRun || context[start].contains(.firstName) || context[start].contains(.initial)
    else { return }
    shape.readNameEnds(from: start, into: &ends)
    for end in ends {
      let words = context.words(in: start..<end)
      guard words.count >= 2, let first = words.first, let last = words.last,
        !context[last].contains(.singleLetter)
      else { continue }
      let isInitial = context[first].contains(.initial) || shape.isNumberBefore(first)
      var candidate = candidate(start..<end, isInitial ? .initialPerson : .freePerson, [])
      if isInitial {
        if context[last].contains(.ordinary), !context[last].contains(.lastName) {
          candidate.add(.ordinaryWord)
        }
      } else {
        addShape(of: words, to: &candidate)
      }
      addStrangeWords(of: words, to: &candidate)
      if !startsRun { candidate.add(.insideRun) }
      let isInitialAndSurname = isInitial && words.count == 2
      if end != ends.last, !isInitialAndSurname { candidate.add(.shorter) }
      if isFollowedByTitle(end) { candidate.add(.titleBehind) }
      if context[end].contains(.speechVerb) { candidate.add(.speechVerb) }
      addThing(to: &candidate)
      candidate.add(.longName, times: words.count - 3)
      lattice.add(candidate)
    }
  }

  private func addThing(to candidate: inout Candidate) {
    if context.isNameOfThing(candidate.terms) { candidate.add(.thingBehind) }
  }

  /// How the words of a name without initials speak for a person.
  private func addShape(of words: ArraySlice<Int>, to candidate: inout Candidate) {
    guard let first = words.first, let last = words.last else { return }
    let opening = context[first]
    let closing = context[last]
    if words.dropFirst().dropLast().contains(where: {
      !context[$0].isDisjoint(with: [.firstName, .lastName, .initial])
    }) {
      candidate.add(.middleName)
    }
    // Not particles and syllables in small letters: `van`, `Seong-ho`.
    let ordinary = words.count { context[$0].isSuperset(of: [.capitalized, .ordinary]) }
    let plain = words.count { context[$0].contains(.capitalized) && shape.isNoName($0) }
    candidate.add(.ordinaryWord, times: plain)
    candidate.add(.personName, times: ordinary - plain)
    if opening.isSuperset(of: [.opensSentence, .ordinary]) { candidate.add(.opensSentence) }
    if opening.contains(.inCapitalLine),
      !opening.contains(.firstName) || !closing.contains(.lastName)
    {
      candidate.add(.capitalLine)
    }
    if context.isInflecting, !closing.contains(.lastName),
      words.allSatisfy({ !context[$0].isDisjoint(with: [.ordinary, .inflectedOrdinary]) })
    {
      candidate.add(.ordinaryWords)
    }
    // `at Gareth Arena`: a building rather than somebody of that name.
    if closing.isSuperset(of: [.head, .lastName]),
      context[first - 1].contains(.inPreposition)
    {
      candidate.add(.venue)
    }
    if opening.contains(.inflectedOrdinary), !opening.contains(.firstName),
      opening.contains(.opensSentence) || context.isInflecting && closing.contains(.ordinary)
    {
      candidate.add(.inflectedWord)
    }
  }

  /// Words inside that are rather parts of other names.
  private func addStrangeWords(of words: ArraySlice<Int>, to candidate: inout Candidate) {
    func has(_ fact: TermFacts, without name: TermFacts) -> Bool {
      words.contains { context[$0].contains(fact) && !context[$0].contains(name) }
    }
    if has(.knownName, without: .firstName) { candidate.add(.placeName) }
    if has(.head, without: .lastName) { candidate.add(.headInside) }
    if has(.demonym, without: .firstName) { candidate.add(.demonymInside) }
    let hasCapitals = words.contains {
      context[$0].contains(.allCapitals) && !context[$0].contains(.inCapitalLine)
        && !shape.isRegnalNumber($0)
    }
    if isFamilyNameFirst(words) {
      if context[words[words.startIndex]].contains(.familyNameFirst) { candidate.add(.lastName) }
    } else if hasCapitals {
      candidate.add(.allCapitals)
    }
  }

  /// `HAYASHI Yoshimasa`.
  private func isFamilyNameFirst(_ words: ArraySlice<Int>) -> Bool {
    // `KIM Seong-ho`: a hyphen joins what follows.
    guard let first = words.first, let second = words.dropFirst().first,
      words.dropFirst(2).allSatisfy({ context.isAttached($0) })
    else { return false }
    return context[first].contains(.allCapitals) && !context[second].contains(.allCapitals)
  }

  private func isFollowedByTitle(_ end: Int) -> Bool {
    var next = end
    guard context.isMark(next, ",") || context.isMark(next, "(") || context.isMark(next, "-") else {
      return false
    }
    next += 1
    if context[next].contains(.article) { next += 1 }
    return next < isOffice.count && isOffice[next]
  }

  /// A candidate with what its first and last word say.
  private func candidate(
    _ terms: Range<Int>, _ pattern: Pattern, _ evidence: EvidenceSet
  ) -> Candidate {
    var candidate = Candidate(
      terms, .person, pattern, evidence, entry: context.name(.person, at: terms)?.entry)
    let words = context.words(in: terms)
    if let first = words.first {
      if context[first].contains(.firstName) { candidate.add(.firstName) }
      if context[first].contains(.initial) { candidate.add(.initial) }
    }
    if words.count > 1, let last = words.last, context[last].contains(.lastName) {
      candidate.add(.lastName)
    }
    if !candidate.evidence.contains(where: \.proposes) { candidate.add(.capitals) }
    return candidate
  }
}
