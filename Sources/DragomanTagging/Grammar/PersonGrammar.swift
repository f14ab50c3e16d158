internal import DragomanLexicon
internal import DragomanText

/// Candidates for people whom no list knows: words of a name's shape, with offices, given names, family names and initials
/// as evidence.
struct PersonGrammar {
  private static let maximumWords = 5

  private let context: TaggingContext
  private let titles: [TitlePhrase]
  /// The terms that are part of an office with what belongs to it.
  private let officeTerms: Set<Int>

  init(_ context: TaggingContext, titles: [TitlePhrase]) {
    self.context = context
    self.titles = titles
    officeTerms = Set(titles.lazy.filter { !$0.isHonorific }.flatMap(\.terms))
  }

  func propose(to lattice: inout Lattice) {
    for title in titles { propose(behind: title, to: &lattice) }
    for index in 0..<context.count where canStart(index) {
      propose(from: index, to: &lattice)
    }
  }

  // MARK: Behind an office

  private func propose(behind title: TitlePhrase, to lattice: inout Lattice) {
    var start = title.terms.upperBound
    var evidence: EvidenceSet = title.isHonorific ? [.honorific] : [.title]
    if context.isMark(start, "."), context.isAttached(start) { start += 1 }
    if context.isMark(start, ",") {
      // `Ambassador of X to Y, Name, …`
      guard !title.complement.isEmpty || title.modifier != nil else { return }
      start += 1
      evidence.insert(.comma)
    }
    guard start < context.count, context[start].isDisjoint(with: [.afterLineBreak, .opener]) else {
      return
    }
    let ends = nameEnds(from: start)
    guard let longest = ends.last else { return }
    for end in ends {
      var candidate = candidate(start..<end, .titledPerson, evidence)
      let words = (start..<end).filter { context[$0].contains(.word) }
      if words.count == 1, let word = words.first {
        let facts = context[word]
        if facts.contains(.initial) { continue }
        candidate.add(.singleWord)
        if evidence.contains(.comma) { candidate.add(.singleBehindComma) }
        let isName = !facts.isDisjoint(with: [.firstName, .lastName])
        if facts.contains(.ordinary), !isName { candidate.add(.ordinaryWord) }
        if !facts.isDisjoint(with: [.knownName, .anyPlace]) {
          candidate.add(isName ? .personName : .placeName)
        }
        if !facts.isDisjoint(with: [.demonym, .head]) { candidate.add(.demonymInside) }
        if facts.contains(.allCapitals), !facts.contains(.inCapitalLine) {
          candidate.add(.allCapitals)
        }
      } else if words.contains(where: isNoName) {
        candidate.add(.ordinaryWords)
      }
      if words.dropFirst().contains(where: { context[$0].contains(.head) }) {
        candidate.add(.headInside)
      }
      if end < longest { candidate.add(.shorter) }
      lattice.add(candidate)
    }
    if title.isHonorific, let peerage = peerageEnd(title, longest) {
      lattice.add(Candidate(start..<peerage, .person, .titledPerson, evidence))
    }
  }

  /// An ordinary word that nobody is called by.
  private func isNoName(_ word: Int) -> Bool {
    context[word].contains(.ordinary) && context[word].isDisjoint(with: [.firstName, .lastName])
  }

  /// `Lord Ahmad of Wimbledon`: the territory belongs to the name.
  private func peerageEnd(_ title: TitlePhrase, _ end: Int) -> Int? {
    guard
      title.hasTerritory, context[end].contains(.of), context[end + 1].contains(.capitalized)
    else { return nil }
    return end + 2
  }

  // MARK: On its own

  private func propose(from start: Int, to lattice: inout Lattice) {
    // A run is read from its first word, and from a given name inside it.
    let startsRun = !continuesName(start)
    guard startsRun || context[start].contains(.firstName) || context[start].contains(.initial)
    else { return }
    let ends = nameEnds(from: start)
    for end in ends {
      let words = (start..<end).filter { context[$0].contains(.word) }
      guard words.count >= 2, let first = words.first, let last = words.last,
        !context[last].contains(.singleLetter)
      else { continue }
      let isInitial = context[first].contains(.initial)
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
      candidate.add(.longName, times: words.count - 3)
      lattice.add(candidate)
    }
  }

  /// How the words of a name without initials speak for a person.
  private func addShape(of words: [Int], to candidate: inout Candidate) {
    let opening = context[words[0]]
    let closing = context[words[words.count - 1]]
    if words.dropFirst().dropLast().contains(where: {
      !context[$0].isDisjoint(with: [.firstName, .lastName, .initial])
    }) {
      candidate.add(.middleName)
    }
    let ordinary = words.count { context[$0].contains(.ordinary) }
    let plain = words.count(where: isNoName)
    candidate.add(.ordinaryWord, times: plain)
    candidate.add(.personName, times: ordinary - plain)
    if opening.isSuperset(of: [.opensSentence, .ordinary]) { candidate.add(.opensSentence) }
    if opening.contains(.inCapitalLine),
      !opening.contains(.firstName) || !closing.contains(.lastName)
    {
      candidate.add(.capitalLine)
    }
    if opening.isSuperset(of: [.opensSentence, .inflectedOrdinary]),
      !opening.contains(.firstName)
    {
      candidate.add(.inflectedWord)
    }
  }

  /// Words inside that are rather parts of other names.
  private func addStrangeWords(of words: [Int], to candidate: inout Candidate) {
    func has(_ fact: TermFacts, without name: TermFacts) -> Bool {
      words.contains { context[$0].contains(fact) && !context[$0].contains(name) }
    }
    if has(.knownName, without: .firstName) { candidate.add(.placeName) }
    if has(.head, without: .lastName) { candidate.add(.headInside) }
    if has(.demonym, without: .firstName) { candidate.add(.demonymInside) }
    let hasCapitals = words.contains {
      context[$0].contains(.allCapitals) && !context[$0].contains(.inCapitalLine)
        && !isRegnalNumber($0)
    }
    if hasCapitals, !isFamilyNameFirst(words) { candidate.add(.allCapitals) }
  }

  /// `HAYASHI Yoshimasa`.
  private func isFamilyNameFirst(_ words: [Int]) -> Bool {
    guard let first = words.first, words.count == 2 else { return false }
    return context[first].contains(.allCapitals) && !context[words[1]].contains(.allCapitals)
  }

  private func isFollowedByTitle(_ end: Int) -> Bool {
    var next = end
    guard context.isMark(next, ",") || context.isMark(next, "(") || context.isMark(next, "-") else {
      return false
    }
    next += 1
    if context[next].contains(.article) { next += 1 }
    return officeTerms.contains(next)
  }

  /// A candidate with what its first and last word say.
  private func candidate(
    _ terms: Range<Int>, _ pattern: Pattern, _ evidence: EvidenceSet
  ) -> Candidate {
    var candidate = Candidate(
      terms, .person, pattern, evidence, entry: context.name(.person, at: terms)?.entry)
    let words = terms.filter { context[$0].contains(.word) }
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

  // MARK: The shape of a name

  private func canStart(_ index: Int) -> Bool {
    isNameWord(index) && context[index].isDisjoint(with: [.opener])
  }

  /// Whether the word before belongs to the same run of capitals.
  private func continuesName(_ index: Int) -> Bool {
    guard index > 0, !context[index].contains(.afterLineBreak) else { return false }
    if context.isMark(index - 1, "-"), context.isAttached(index) { return true }
    if context.isMark(index - 1, "."), context[index - 2].contains(.initial) { return true }
    return isNameWord(index - 1) && context[index - 1].isDisjoint(with: [.opener])
  }

  private func isNameWord(_ index: Int) -> Bool {
    let facts = context[index]
    guard facts.isSuperset(of: [.word, .capitalized]), !facts.contains(.hasDigit) else {
      return false
    }
    if facts.contains(.singleLetter) { return facts.contains(.initial) || isUzbekDigraph(index) }
    return !facts.contains(.title)
  }

  /// `Oʻ`, `Gʻ`: letters of Uzbek that are written with an apostrophe.
  private func isUzbekDigraph(_ index: Int) -> Bool {
    context.language == .uzbek && context.isMark(index + 1, "'") && context.isAttached(index + 1)
      && context.isAttached(index + 2) && "og".utf8.contains { context.key(index).last == $0 }
  }

  /// Whether a word may stand behind the first of a name: those of offices may, if people are called so (Ali Khan, Murad Shah).
  private func isFurtherNameWord(_ index: Int) -> Bool {
    isNameWord(index)
      || context[index].isSuperset(of: [.word, .capitalized, .title])
        && !context[index].isDisjoint(with: [.firstName, .lastName])
        && !context[index + 1].contains(.capitalized)
  }

  /// Whether capitals behind a name written in small letters are letters behind it (CMG, OBE), not a part.
  private func endsInCapitals(_ index: Int, from start: Int) -> Bool {
    index > start && context[index].contains(.allCapitals) && !context[start].contains(.allCapitals)
      && !context[index].contains(.inCapitalLine) && !isRegnalNumber(index)
      && context.text.terms[index].upperBound - context.text.terms[index].lowerBound <= 5
  }

  /// `II`, `XIV` behind a name.
  private func isRegnalNumber(_ index: Int) -> Bool {
    context.key(index).allSatisfy { "ivx".utf8.contains($0) }
  }

  /// Whether initials start the next name: `Р.Ердоған Н.Назарбаев`.
  private func startsNextName(_ index: Int, from start: Int) -> Bool {
    index > start && context[index].contains(.initial) && !context[index - 1].contains(.initial)
      && !context.isMark(index - 1, ".") && context.isAttached(index + 2)
      && context[index + 2].contains(.capitalized)
      && !context[index + 2].contains(.singleLetter)
  }

  /// The places where a name that starts at a term may end: behind each of its words.
  private func nameEnds(from start: Int) -> [Int] {
    var ends: [Int] = []
    var index = start
    var words = 0
    var isAttachedInitial = false
    while index < context.count, words < Self.maximumWords {
      guard
        index == start
          ? isNameWord(index)
          : isFurtherNameWord(index) && !context[index].contains(.afterLineBreak)
      else { break }
      if index > start, context[index].contains(.opener) { break }
      let isKnown =
        index > start && context[index].contains(.knownName)
        && context[index].isDisjoint(with: [.firstName, .lastName])
      if isKnown || endsInCapitals(index, from: start) || startsNextName(index, from: start) {
        break
      }
      if context[index].contains(.initial) {
        // The initial with its full stop; the name goes on.
        index += 2
        if context.isMark(index, "-"), context.isAttached(index),
          context[index + 1].contains(.initial)
        {
          index += 1
        }
        words += 1
        if words > 1, !isNameWord(index) { ends.append(index) }
        // `M. J. van der Heijde`
        while context[index].contains(.nameParticle),
          !context[index].contains(.capitalized)
        { index += 1 }
        isAttachedInitial = context.isAttached(index)
        continue
      }
      index += 1
      words += 1
      index = joinedEnd(from: index)
      ends.append(index)
      if context.isMark(index, "'"), context.isAttached(index) { break }
      // `С.Хальдорсдоттир`: written without a space, the surname ends the name.
      if isAttachedInitial { break }
      // Small letters inside a name.
      if context[index].contains(.nameParticle), isNameWord(index + 1) {
        index += 1
      } else if context[index].contains(.nameParticle),
        context[index + 1].contains(.nameParticle), isNameWord(index + 2)
      {
        index += 2
      } else if context[index].contains(.nameParticle), endsPatronymic(index) {
        index += 1
        ends.append(index)
      } else if context.isMark(index, ","), context[index + 1].contains(.nameSuffix) {
        index += 2
        if context.isMark(index, "."), context.isAttached(index) { index += 1 }
        ends.append(index)
        break
      } else if !isNameWord(index), context[index].contains(.nameParticle),
        context.isMark(index + 1, "-"),
        isNameWord(index + 2)
      {
        index += 2
      }
    }
    return ends
  }

  /// The second syllable of a Korean or Chinese name: `Seong-dong`; not `Tokayev-led`.
  private func isSmallSyllable(_ index: Int) -> Bool {
    let facts = context[index]
    return facts.contains(.word)
      && facts.isDisjoint(with: [.capitalized, .ordinary, .opener, .hasDigit, .title])
      && context.key(index).count <= 6 && context.language == .english
      && !context.isMark(index + 1, "-")
  }

  /// `oğlu`, `qızı` close a name.
  private func endsPatronymic(_ index: Int) -> Bool {
    context[index].contains(.patronymic)
  }

  /// Over hyphens and apostrophes inside a word: `Kassym-Jomart`, `O'Brien`, `Nut'ala`.
  private func joinedEnd(from start: Int) -> Int {
    var index = start
    while context.isAttached(index), context.isAttached(index + 1),
      isUzbekDigraph(index - 1) || isSmallSyllable(index + 1) && context.isMark(index, "-")
        || context.isMark(index, "-") && context[index + 1].isSuperset(of: [.word, .capitalized])
          && context[index + 1].isDisjoint(with: [.knownName, .hasDigit])
        || context.isMark(index, "'") && context[index + 1].contains(.capitalized)
          && context.key(index - 1).count <= 3
    {
      index += 2
    }
    return index
  }
}
