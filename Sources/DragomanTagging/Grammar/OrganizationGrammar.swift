internal import DragomanLexicon
internal import DragomanText

/// Candidates from the words that make an organization's name one.
struct OrganizationGrammar {
  private let context: TaggingContext
  private let complements: ComplementReader

  /// Heads whose host or seat belongs to the name: embassies, missions, offices.
  private static let missions: Set<String> = [
    "embassy", "consulate", "mission", "office", "delegation", "representation", "representative",
    "commission",
  ]

  init(_ context: TaggingContext) {
    self.context = context
    complements = ComplementReader(context)
  }

  func candidates() -> [Candidate] {
    var result: [Candidate] = []
    for start in 0..<context.count {
      for cue in context.cuesStarting[start] where cue.type == .organizationHead {
        if cue.standsBefore != false { result.append(contentsOf: headFirst(cue)) }
        if cue.standsBefore != true { result.append(contentsOf: headLast(cue)) }
      }
    }
    result.append(contentsOf: acronyms())
    result.append(contentsOf: ampersands())
    return result
  }

  // MARK: Ministry of …

  private func headFirst(_ cue: TaggingContext.Cue) -> [Candidate] {
    guard context[cue.terms.lowerBound].contains(.capitalized) else { return [] }
    var starts = [cue.terms.lowerBound]
    let modified = modifierStart(before: cue.terms.lowerBound)
    if modified < cue.terms.lowerBound { starts.append(modified) }
    for (start, score) in leftStarts(before: cue.terms.lowerBound, allowSmall: false)
    where score > 0.7 {
      if !starts.contains(start) { starts.append(start) }
    }
    let end = headFirstEnd(cue)
    guard end > cue.terms.upperBound || !opensComplement(cue) else { return [] }
    let hasComplement = end > cue.terms.upperBound
    if cue.isGeneric, !hasComplement, modified == cue.terms.lowerBound { return [] }
    return starts.map { start in
      Candidate(
        terms: start..<end, kind: .organization,
        score: (hasComplement ? 0.9 : 0.7)
          + (start == modified && start < cue.terms.lowerBound ? 0.05 : 0),
        evidence: [.organizationHead])
    }
  }

  /// Whether the cue's last word is the preposition that its complement needs.
  private func opensComplement(_ cue: TaggingContext.Cue) -> Bool {
    context.key(cue.terms.upperBound - 1, isIn: Connectors.complement)
  }

  private func headFirstEnd(_ cue: TaggingContext.Cue) -> Int {
    var end = cue.terms.upperBound
    if opensComplement(cue) {
      end = complements.phraseEnd(from: end)
      guard end > cue.terms.upperBound else { return end }
    } else if context.language == .russian {
      end = genitiveEnd(from: end)
    }
    var prepositions = Connectors.complement
    prepositions.remove("to")
    prepositions.remove("on")
    prepositions.remove("against")
    end = complements.end(from: end, prepositions: prepositions)
    let isMission = cue.terms.contains { context.key($0, isIn: Self.missions) }
    if isMission {
      end = complements.end(from: end, prepositions: Connectors.seat, maximumPhrases: 1)
    }
    if context.language == .russian { end = russianSeatEnd(cue, from: end) }
    return withinKnownName(from: cue.terms.lowerBound, to: end)
  }

  /// `Посольство Кыргызской Республики в Чехии`: a mission's seat.
  private func russianSeatEnd(_ cue: TaggingContext.Cue, from end: Int) -> Int {
    let roots = ["посольств", "консульств", "представительств"]
    let isMission = cue.terms.contains { index in roots.contains { context.key(index).contains($0) }
    }
    guard isMission, context.key(end, isIn: ["в", "во", "при"]),
      let seat = context.longestName(.place, from: end + 1)
    else { return end }
    return seat.terms.upperBound
  }

  /// The end of a known name that the same words start with, if they run on without a preposition:
  /// `Department of State`, not `Department of State Global Women`.
  private func withinKnownName(from start: Int, to end: Int) -> Int {
    guard let known = context.longestName(.organization, from: start), known.terms.upperBound < end,
      context[known.terms.upperBound].contains(.capitalized)
    else { return end }
    return known.terms.upperBound
  }

  /// Russian: `Министерство иностранных дел Республики Казахстан`: words in the genitive, then the country.
  private func genitiveEnd(from start: Int) -> Int {
    let genitives = [
      "ых", "их", "ого", "его", "ой", "ей", "ии", "ия", "ов", "ев", "ств", "ства", "ств", "ки",
      "ти", "дел", "ны",
      "ры", "ия", "ла", "та", "на", "ма", "ра", "ка", "са", "ей", "ии",
    ]
    var end = start
    var index = start
    while index < context.count, index - start < 9, !context[index].contains(.afterLineBreak) {
      let facts = context[index]
      if facts.contains(.word), facts.contains(.capitalized), !facts.contains(.opener),
        !(facts.contains(.firstName) && !facts.contains(.anyPlace))
      {
        index += 1
        end = index
        continue
      }
      let key = context.key(index)
      let isGenitive =
        facts.contains(.word) && genitives.contains { key.hasSuffix($0) } && key.utf8.count > 5
        && facts.isDisjoint(with: [.opener, .title])
      if isGenitive {
        index += 1
        end = index
      } else if Connectors.and.contains(key), context[index + 1].contains(.word),
        !context[index + 1].contains(.capitalized)
      {
        index += 1
      } else {
        break
      }
    }
    return end
  }

  /// `Kazakh`, `U.S.`, `Kazakhstan`, `State`, `OSCE` before a head.
  private func modifierStart(before head: Int) -> Int {
    var start = head
    while start > 0 {
      guard !context[start].contains(.afterLineBreak) else { break }
      if let name = nameEnding(at: start) {
        start = name.lowerBound
        continue
      }
      break
    }
    return start
  }

  /// A country, its adjective or a known body right before a term.
  private func nameEnding(at end: Int) -> Range<Int>? {
    for start in stride(from: end - 1, through: max(0, end - 6), by: -1) {
      for name in context.namesStarting[start] where name.terms.upperBound == end {
        let isCountry =
          name.type == .demonym || name.type == .place && name.weight >= 60
          || name.type == .organization && name.posting.kind == .acronym
        if isCountry, context[start].contains(.capitalized) { return name.terms }
      }
    }
    return nil
  }

  // MARK: … University

  private func headLast(_ cue: TaggingContext.Cue) -> [Candidate] {
    let isCapitalized = context[cue.terms.lowerBound].contains(.capitalized)
    let mayBeSmall = [.kazakh, .azerbaijani, .uzbek, .russian].contains(context.language)
    // `British army`: a country's adjective before a small head.
    if cue.isCompanyForm { return company(cue) }
    if !isCapitalized, !mayBeSmall { return [] }
    guard !context.isAttached(cue.terms.lowerBound) else { return [] }
    // Of a press service only the body that it belongs to is a name.
    if context.key(
      cue.terms.lowerBound - 1, isIn: ["metbuat", "basin", "баспасөз", "press", "matbuot"])
    {
      return []
    }
    // `Co-Chairs`, `Bank-led`: the word is no head.
    if context.isMark(cue.terms.upperBound, "-"), context.isAttached(cue.terms.upperBound) {
      return []
    }
    var end = cue.terms.upperBound
    if context.language == .english {
      var after = Connectors.of
      after.insert("for")
      after.insert("on")
      let isMission = cue.terms.contains { context.key($0, isIn: Self.missions) }
      var longer = complements.end(from: end, prepositions: after)
      if isMission {
        longer = complements.end(from: longer, prepositions: Connectors.seat, maximumPhrases: 1)
      }
      // `European Court of Human Rights`, `Nazarbayev University of Astana`; not `Bank of the year`.
      if longer > end { end = longer }
    }
    var result: [Candidate] = []
    let starts = leftStarts(before: cue.terms.lowerBound, allowSmall: !isCapitalized || mayBeSmall)
    for (start, base) in starts {
      let left = start..<cue.terms.lowerBound
      if cue.isWeak, !left.contains(where: { isProperName($0) }) { continue }
      // `Biden Administration` names the person.
      if context.key(cue.terms.lowerBound, isIn: ["administration"]),
        context.name(.person, at: left) != nil
      {
        continue
      }
      // `Turkish government` is no name; `Government of Türkiye` is.
      if context.key(cue.terms.lowerBound, isIn: ["government"]),
        left.allSatisfy({ context[$0].contains(.demonym) })
      {
        continue
      }
      let score = base - (cue.isWeak ? 0.08 : 0)
      result.append(
        Candidate(
          terms: start..<end, kind: .organization, score: score, evidence: [.organizationHead]))
      if end > cue.terms.upperBound {
        result.append(
          Candidate(
            terms: start..<cue.terms.upperBound, kind: .organization, score: score,
            evidence: [.organizationHead]))
      }
    }
    if starts.isEmpty, !cue.isGeneric, !cue.isWeak, isCapitalized,
      cue.terms.count > 1 || isBareInstitution(cue)
    {
      result.append(
        Candidate(
          terms: cue.terms.lowerBound..<end, kind: .organization, score: 0.62,
          evidence: [.organizationHead]))
    }
    return result
  }

  /// A capitalized word that is no ordinary one.
  private func isProperName(_ index: Int) -> Bool {
    context[index].isSuperset(of: [.word, .capitalized])
      && context[index].isDisjoint(with: [.ordinary, .hasDigit, .knownName, .demonym])
  }

  /// `Dışişleri Bakanlığı`, `Home Office`: complete in itself, as the cue's two words or more say.
  private func isBareInstitution(_ cue: TaggingContext.Cue) -> Bool {
    let words = cue.terms.count { context[$0].contains(.word) }
    return words > 1
  }

  /// `Tessaly Robotics, Inc.`, `Corvane Materials plc`: words before a legal form, over a comma.
  private func company(_ cue: TaggingContext.Cue) -> [Candidate] {
    let hasComma = context.isMark(cue.terms.lowerBound - 1, ",")
    let head = hasComma ? cue.terms.lowerBound - 1 : cue.terms.lowerBound
    guard !context.isAttached(cue.terms.lowerBound), head > 0 else { return [] }
    return leftStarts(before: head, allowSmall: false).map {
      Candidate(
        terms: $0.start..<cue.terms.upperBound, kind: .organization, score: $0.score + 0.1,
        evidence: [.organizationHead])
    }
  }

  /// Where a name that ends in a head may start, walking left over capitalized words.
  private func leftStarts(before head: Int, allowSmall: Bool) -> [(start: Int, score: Double)] {
    var start = head
    var result: [(Int, Double)] = []
    var words = 0
    var smallWords = 0
    while start > 0, words < 8, !context[start].contains(.afterLineBreak) {
      let previous = start - 1
      let facts = context[previous]
      if facts.contains(.word), facts.contains(.capitalized) || facts.contains(.hasDigit) {
        if facts.contains(.opener) { break }
        // `5th National Kurultai`: a count is no part; but `14. Bölge Müdürlüğü`.
        if facts.contains(.hasDigit), !facts.contains(.capitalized),
          !context.isMark(previous + 1, ".")
        {
          break
        }
        // The people of a body may name it: `Bakanlar Kurulu`, `ATƏT Nazirlər Şurası`.
        if facts.contains(.title), !(start == head && context.isInflecting),
          !isAttachedName(previous)
        {
          break
        }
        start = previous
        words += 1
        if facts.contains(.capitalized) { smallWords = 0 }
      } else if context.isMark(previous, "-"), context.isAttached(previous),
        context.isAttached(start)
      {
        start = previous
        continue
      } else if context.isMark(previous, "."), isAbbreviation(before: previous) {
        start = previous
        continue
      } else if Connectors.and.contains(context.key(previous)), joins(previous, start) {
        start = previous
        continue
      } else if context.isMark(previous, "'"), context.isAttached(previous),
        context.isAttached(start),
        context[start].contains(.capitalized)
      {
        start = previous
        continue
      } else if allowSmall, facts.contains(.word), !facts.contains(.opener), smallWords < 4,
        hasCapitalBefore(previous), !leadsToCountry(previous)
      {
        start = previous
        words += 1
        smallWords += 1
        continue
      } else {
        break
      }
      guard context[start].contains(.capitalized) || context[start].contains(.hasDigit) else {
        continue
      }
      result.append((start, score(from: start, to: head)))
    }
    return result
  }

  /// A word of an office that is rather part of a name: `Leader Foundation`.
  private func isAttachedName(_ index: Int) -> Bool {
    context.isMark(index + 1, "-") && context.isAttached(index + 1)
  }

  private func hasCapitalBefore(_ index: Int) -> Bool {
    for previous in stride(from: index - 1, through: max(0, index - 4), by: -1) {
      let facts = context[previous]
      if !facts.contains(.word) { return false }
      if facts.contains(.capitalized) { return !facts.contains(.opener) }
      if context[previous + 1].contains(.afterLineBreak) { return false }
    }
    return false
  }

  /// Whether the next capital to the left is a country's, apart from the name: `Қазақстан мен Түркия арасындағы … кеңесі`.
  private func leadsToCountry(_ index: Int) -> Bool {
    var previous = index
    while previous > 0, !context[previous].contains(.capitalized) { previous -= 1 }
    return context[previous].contains(.knownName) && context[index].isDisjoint(with: [.capitalized])
  }

  /// `T.C.`, `St.`, `U.S.` before the rest of a name.
  private func isAbbreviation(before dot: Int) -> Bool {
    guard dot > 0, context.isAttached(dot) else { return false }
    let word = context[dot - 1]
    if word.contains(.hasDigit) {
      return context.isInflecting && !context[dot - 1].contains(.opensSentence)
    }
    return word.contains(.capitalized)
      && (word.contains(.singleLetter) || context.key(dot - 1) == "st")
  }

  /// Whether `and` joins two words of one name: both are common nouns, not names of their own.
  private func joins(_ and: Int, _ next: Int) -> Bool {
    guard and > 0, context[and - 1].contains(.capitalized), context[next].contains(.capitalized)
    else {
      return false
    }
    if context.isMark(and, "&") { return true }
    let names: TermFacts = [.opener, .title]
    let left = context[and - 1]
    let right = context[next]
    // `Dış ve Avrupa İşleri`, but not `Türkiye ve Avrupa`.
    guard !left.contains(.knownName), !right.contains(.knownName) || left.contains(.ordinary) else {
      return false
    }
    func isPersons(_ word: TermFacts) -> Bool {
      word.contains(.firstName) && !word.contains(.ordinary)
    }
    if isPersons(left) || isPersons(right) { return false }
    return left.isDisjoint(with: names) && right.isDisjoint(with: names)
      && (left.contains(.ordinary) || right.contains(.ordinary) || context.isInflecting)
  }

  /// A country, its adjective or a body at the start of a longer name speaks for the whole.
  private func startsWithKnownName(_ start: Int, before head: Int) -> Bool {
    context.namesStarting[start].contains { name in
      name.terms.upperBound <= head
        && (name.type == .demonym || name.type == .organization && name.posting.kind == .acronym
          || name.type == .place && name.weight >= 50)
    }
  }

  /// How well a walk reads as a name.
  private func score(from start: Int, to head: Int) -> Double {
    let first = context[start]
    var score = 0.78
    let words = (start..<head).filter { context[$0].contains(.word) }
    if words.allSatisfy({ context[$0].contains(.ordinary) }) { score -= 0.08 }
    let isOrdinary = !first.isDisjoint(with: [.ordinary, .inflectedOrdinary])
    if first.contains(.opensSentence), isOrdinary {
      // `Proje Gökçedal Üniversitesi ile`: the sentence's own first word, then the name.
      let isOwnWord = context.isInflecting && words.count > 1 && isProperName(words[1])
      score -= isOwnWord ? 0.3 : 0.1
    }
    if words.contains(where: {
      context[$0].contains(.firstName) && !context[$0].contains(.anyPlace)
    }), words.count > 2 {
      score -= 0.12
    }
    // A name that starts behind another capitalized word is probably not whole.
    let before = context[start - 1]
    if startsWithKnownName(start, before: head) { score += 0.08 }
    let isOwnWordBefore =
      context.isInflecting && before.contains(.opensSentence)
      && !before.isDisjoint(with: [.ordinary, .inflectedOrdinary])
    if before.isSuperset(of: [.word, .capitalized]), before.isDisjoint(with: [.opener, .title]),
      !first.contains(.afterLineBreak), !isOwnWordBefore
    {
      score -= 0.12
    }
    if words.count > 5 { score -= 0.05 * Double(words.count - 5) }
    return score
  }

  // MARK: Johnson & Johnson

  /// Capitalized words on both sides of `&`.
  private func ampersands() -> [Candidate] {
    (1..<max(1, context.count - 1)).compactMap { index -> Candidate? in
      guard context.isMark(index, "&"), !context[index].contains(.afterLineBreak) else {
        return nil
      }
      var start = index
      while start > 0, index - start < 3, isCompanyWord(start - 1),
        start == index || !context[start].contains(.afterLineBreak)
      {
        start -= 1
      }
      var end = index + 1
      while end < context.count, end - index <= 2, isCompanyWord(end) { end += 1 }
      guard start < index, end > index + 1,
        (start..<end).contains(where: { isProperName($0) || context[$0].contains(.knownName) })
      else { return nil }
      return Candidate(terms: start..<end, kind: .organization, score: 0.75, evidence: [.capitals])
    }
  }

  private func isCompanyWord(_ index: Int) -> Bool {
    context[index].isSuperset(of: [.word, .capitalized])
      && context[index].isDisjoint(with: [.opener, .title, .inCapitalLine, .hasDigit])
  }

  // MARK: TCMB

  /// Capitals that stand for a name: in brackets behind one, or on their own.
  private func acronyms() -> [Candidate] {
    var result: [Candidate] = []
    for index in 0..<context.count {
      let facts = context[index]
      guard facts.contains(.word), !facts.contains(.inCapitalLine) else { continue }
      let isAcronym = facts.contains(.allCapitals) && facts.isDisjoint(with: [.title, .demonym])
      let isCamel = facts.contains(.innerCapital) && !facts.contains(.allCapitals)
      guard isAcronym || isCamel else { continue }
      let length = context.text.terms[index].upperBound - context.text.terms[index].lowerBound
      guard length <= 10, !isRomanNumeral(index) else { continue }
      // Capitals joined by a hyphen or beside other capitals are a surname or a heading.
      let besideName =
        context[index + 1].isSuperset(of: [.word, .capitalized])
        && !context[index + 1].contains(.allCapitals)
        && !context[index + 1].contains(.ordinary) && context[index + 1].contains(.firstName)
      if besideName { continue }
      if facts.contains(.ordinary) || length < 3 { continue }
      let score = isCamel ? 0.48 : acronymScore(index)
      result.append(
        Candidate(terms: index..<index + 1, kind: .organization, score: score, evidence: [.acronym])
      )
      // `MFA of the Republic of Uzbekistan`
      let end = complements.end(from: index + 1, prepositions: Connectors.of)
      if isAcronym, end > index + 1, endsInCountry(index + 1..<end) {
        result.append(
          Candidate(terms: index..<end, kind: .organization, score: 0.86, evidence: [.acronym]))
      }
    }
    return result
  }

  /// Capitals that no list knows stand for a body in half of the cases; more often with an article or an office beside them,
  /// and in languages that abbreviate little else.
  private func acronymScore(_ index: Int) -> Double {
    if context.language != .english { return 0.55 }
    // In brackets they stand for what is before them, and so does the document's memory take them.
    if context.isMark(index - 1, "(") { return 0.3 }
    let hasArticle =
      context.key(index - 1, isIn: Connectors.the) && !context[index + 1].contains(.ordinary)
    let hasOffice =
      context.cuesStarting.indices.contains(index + 1)
      && context.cuesStarting[index + 1].contains { $0.type == .title }
    return hasArticle || hasOffice || context.key(index + 1, isIn: Connectors.speech) ? 0.5 : 0.4
  }

  private func endsInCountry(_ terms: Range<Int>) -> Bool {
    terms.contains { start in
      context.namesStarting[start].contains {
        $0.type == .place && $0.terms.upperBound == terms.upperBound && $0.weight >= 80
      }
    }
  }

  private func isRomanNumeral(_ index: Int) -> Bool {
    context.key(index).utf8.allSatisfy { [0x69, 0x76, 0x78, 0x6C, 0x63, 0x64, 0x6D].contains($0) }
  }
}
