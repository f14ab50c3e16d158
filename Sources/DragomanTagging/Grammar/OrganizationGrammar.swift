internal import DragomanLexicon
internal import DragomanText

/// Candidates from the words that make an organization's name one.
struct OrganizationGrammar {
  private let context: TaggingContext
  private let complements: ComplementReader
  private let walk: NameWalk

  init(_ context: TaggingContext) {
    self.context = context
    complements = ComplementReader(context)
    walk = NameWalk(context)
  }

  func propose(to lattice: inout Lattice) {
    for (start, facts) in context.facts.enumerated() where facts.contains(.startsCue) {
      for cue in context.cues(startingAt: start)
      where cue.type == .organizationHead && !cue.isCompanyForm {
        if cue.traits.contains(.nameBehind) {
          proposeNameBehind(cue, to: &lattice)
        } else if cue.mayStandBefore {
          proposeHeadFirst(cue, to: &lattice)
        }
        if cue.mayStandBehind { proposeHeadLast(cue, to: &lattice) }
      }
    }
  }

  // MARK: Ministry of …

  private func proposeHeadFirst(_ cue: TaggingContext.Cue, to lattice: inout Lattice) {
    guard context[cue.terms.lowerBound].contains(.capitalized) else { return }
    var starts = [cue.terms.lowerBound]
    let modified = modifierStart(before: cue.terms.lowerBound)
    if modified < cue.terms.lowerBound { starts.append(modified) }
    for start in walk.starts(before: cue.terms.lowerBound) where !starts.contains(start.term) {
      let terms = start.term..<cue.terms.upperBound
      if Candidate(terms, .headLast, start).score > 0.7 { starts.append(start.term) }
    }
    let end = headFirstEnd(cue)
    guard end > cue.terms.upperBound || !opensComplement(cue) else { return }
    let hasComplement = end > cue.terms.upperBound
    if cue.isGeneric, !hasComplement, modified == cue.terms.lowerBound { return }
    for start in starts {
      var candidate = Candidate(start..<end, .organization, .headFirst, [.organizationHead])
      if hasComplement { candidate.add(.complement) }
      lattice.add(candidate)
    }
  }

  /// `Radio Liberty`, `Grupo Bimbo`, `Team Kazakhstan`: the name stands right behind its head.
  private func proposeNameBehind(_ cue: TaggingContext.Cue, to lattice: inout Lattice) {
    guard context[cue.terms.lowerBound].contains(.capitalized) else { return }
    let end = nameEnd(behind: cue)
    guard end > cue.terms.upperBound else { return }
    lattice.add(
      Candidate(
        cue.terms.lowerBound..<end, .organization, .headFirst, [.organizationHead, .complement]))
  }

  /// Up to three capitalized words of no sentence: names, places, unknown words.
  private func nameEnd(behind cue: TaggingContext.Cue) -> Int {
    var end = cue.terms.upperBound
    while end - cue.terms.upperBound < 3,
      context[end].isSuperset(of: [.word, .capitalized, .afterSpace]),
      context[end].isDisjoint(with: [
        .ordinary, .inflectedOrdinary, .opener, .title, .head, .demonym, .afterLineBreak,
      ])
    {
      end += 1
    }
    return end
  }

  /// Whether the cue's last word is the preposition that its complement needs.
  private func opensComplement(_ cue: TaggingContext.Cue) -> Bool {
    !context[cue.terms.upperBound - 1].isDisjoint(with: .complement)
  }

  private func headFirstEnd(_ cue: TaggingContext.Cue) -> Int {
    var end = cue.terms.upperBound
    if context.language == .russian {
      end = russianComplementEnd(of: cue)
      guard end > cue.terms.upperBound || !opensComplement(cue) else { return end }
    } else if opensComplement(cue) {
      end = complements.phraseEnd(from: end)
      guard end > cue.terms.upperBound else { return end }
    }
    end = seatEnd(cue, from: complements.end(from: end, prepositions: .ofOrFor))
    if context.language == .russian { end = russianSeatEnd(cue, from: end) }
    return withinKnownName(from: cue.terms.lowerBound, to: end)
  }

  /// `Embassy of Peru in Japan`: the seat of a mission.
  private func seatEnd(_ cue: TaggingContext.Cue, from end: Int) -> Int {
    guard cue.traits.contains(.seat), context.language != .russian else { return end }
    return complements.end(from: end, prepositions: .seat, maximumPhrases: 1)
  }

  /// `Посольство Кыргызской Республики в Чехии`: a mission's seat.
  private func russianSeatEnd(_ cue: TaggingContext.Cue, from end: Int) -> Int {
    guard cue.traits.contains(.seat), context[end].contains(.toPreposition),
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

  /// Russian: `Министерство иностранных дел Республики Казахстан`: words in the genitive, then the country; behind `по` words
  /// in the dative come first (`Комитет по делам религий`).
  private func russianComplementEnd(of cue: TaggingContext.Cue) -> Int {
    let start = cue.terms.upperBound
    if opensComplement(cue) { return endOfWords(in: [.object, .genitive], from: start) }
    let end = endOfWords(in: .genitive, from: start)
    guard context[end].contains(.onPreposition) else { return end }
    let last = endOfWords(in: [.object, .genitive], from: end + 1)
    return last > end + 1 ? last : end
  }

  /// The end of Russian words in some cases, with `и` between them; of capitalized ones only those in a line of capitals need
  /// show their case.
  private func endOfWords(in cases: WordForms, from start: Int) -> Int {
    var end = start
    var index = start
    while index < context.count, index - start < 9, !context[index].contains(.afterLineBreak) {
      let facts = context[index]
      let isOwnName =
        facts.contains(.capitalized) && facts.isDisjoint(with: [.opener, .inCapitalLine])
        && (!facts.contains(.firstName) || facts.contains(.anyPlace))
      let isInCase =
        facts.isDisjoint(with: [.opener, .title]) && !context.forms(index).isDisjoint(with: cases)
        && (!facts.contains(.capitalized) || facts.contains(.inCapitalLine))
      if facts.contains(.word), isOwnName || isInCase {
        index += 1
        end = index
      } else if facts.contains(.conjunction) || facts.contains(.against) && index > start,
        context[index + 1].contains(.word), !context[index + 1].contains(.capitalized)
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
      for name in context.names(startingAt: start) where name.terms.upperBound == end {
        let isCountry =
          name.type == .demonym || name.type == .place && name.weight >= 60
          || name.type == .organization && name.posting.kind == .acronym
        if isCountry, context[start].contains(.capitalized) { return name.terms }
      }
    }
    return nil
  }

  // MARK: … University

  private func proposeHeadLast(_ cue: TaggingContext.Cue, to lattice: inout Lattice) {
    let isCapitalized = context[cue.terms.lowerBound].contains(.capitalized)
    let mayBeSmall = [.kazakh, .azerbaijani, .uzbek, .russian].contains(context.language)
    if !isCapitalized, !mayBeSmall { return }
    guard !context.isAttached(cue.terms.lowerBound) else { return }
    // Of a press service only the body that it belongs to is a name.
    if context[cue.terms.lowerBound - 1].contains(.pressWord) { return }
    // `Muş Belediye Başkanı`: the head is the first word of an office.
    let opensOffice = context.cues(startingAt: cue.terms.lowerBound).contains {
      $0.type == .title && $0.terms.upperBound > cue.terms.upperBound
    }
    if context.isInflecting, opensOffice { return }
    // `Co-Chairs`, `Bank-led`: the word is no head.
    if context.isMark(cue.terms.upperBound, "-"), context.isAttached(cue.terms.upperBound) {
      return
    }
    // `Herald and Radio Liberty`: the head is that of the name behind it.
    if cue.traits.contains(.nameBehind), nameEnd(behind: cue) > cue.terms.upperBound { return }
    var end = cue.terms.upperBound
    if context.language == .english {
      // `European Court of Human Rights`, `Nazarbayev University of Astana`; not `Bank of the year`.
      end = seatEnd(cue, from: complements.end(from: end, prepositions: .ofForOn))
    }
    // Azerbaijani bodies have capitals throughout, or a head in small letters.
    let overSmallWords = mayBeSmall && !(isCapitalized && context.language == .azerbaijani)
    let starts = walk.starts(
      before: cue.terms.lowerBound, overSmallWords: overSmallWords,
      joiningPlaces: cue.traits.contains(.plural))
    for start in starts {
      let left = start.term..<cue.terms.lowerBound
      if !isCapitalized, isOrdinaryPhrase(left, cue) { continue }
      if cue.isWeak, !left.contains(where: { walk.isProperName($0) }) { continue }
      // `British Universities` are none.
      if cue.traits.contains(.plural), !left.contains(where: { context[$0].contains(.conjunction) })
      {
        continue
      }
      // `Banka ve Vakıf`: short forms of two bodies.
      if cue.isGeneric, joinsShortForms(left) { continue }
      // `Biden Administration` names the person.
      if cue.traits.contains(.noPerson),
        context.name(.person, at: left) != nil
      {
        continue
      }
      // `Turkish government` is no name; `Government of Türkiye` is.
      if cue.traits.contains(.noAdjective),
        left.allSatisfy({ context[$0].contains(.demonym) })
      {
        continue
      }
      var candidate = Candidate(start.term..<end, .headLast, start)
      if cue.isWeak { candidate.add(.weakHead) }
      if context.isInflecting,
        walk.hasKnownBody(behind: start.term, until: cue.terms.upperBound)
      {
        candidate.add(.knownBody)
      }
      lattice.add(candidate)
      if end > cue.terms.upperBound {
        candidate.terms = start.term..<cue.terms.upperBound
        lattice.add(candidate)
      }
    }
    // `Dışişleri Bakanlığı`, `Home Office`: complete in itself, as the cue's two words or more say.
    if starts.isEmpty, !cue.isGeneric, !cue.isWeak, isCapitalized, cue.terms.count > 1 {
      lattice.add(
        Candidate(cue.terms.lowerBound..<end, .organization, .headAlone, [.organizationHead]))
    }
  }
}

extension OrganizationGrammar {
  /// Whether words before a head in small letters make no name with it: `Сондықтан компания`, `Rauf Talıbov fabriki`.
  private func isOrdinaryPhrase(_ left: Range<Int>, _ head: TaggingContext.Cue) -> Bool {
    switch context.language {
    case .kazakh:
      // The bare noun is a name behind an adjective alone, and the sentence's first word has a capital anyway.
      return head.isGeneric
        && (context[left.lowerBound].contains(.opensSentence)
          || !context.forms(left.upperBound - 1).contains(.adjective))
    case .azerbaijani:
      return head.isGeneric || startsWithPerson(left)
    default: return false
    }
  }

  /// Whether words are nothing but heads and conjunctions: `Bakanlık, Kurum ve`.
  private func joinsShortForms(_ terms: Range<Int>) -> Bool {
    guard let last = terms.last, context[last].contains(.conjunction) else { return false }
    return terms.allSatisfy { index in
      context[index].contains(.conjunction)
        || context.cues(startingAt: index).contains {
          $0.type == .organizationHead && $0.isGeneric && $0.terms.count == 1
        }
    }
  }

  /// Whether words start with a given name; of one that is a place's, too, the family name tells.
  private func startsWithPerson(_ terms: Range<Int>) -> Bool {
    let first = context[terms.lowerBound]
    guard first.contains(.firstName), !first.contains(.ordinary) else { return false }
    let second = context[terms.lowerBound + 1]
    return !first.contains(.anyPlace)
      || terms.count == 2 && second.contains(.capitalized) && !second.contains(.ordinary)
  }
}

extension Candidate {
  /// An organization from where a walk says that its name starts.
  init(_ terms: Range<Int>, _ pattern: Pattern, _ start: NameWalk.Start) {
    self.init(terms, .organization, pattern, start.evidence)
    add(.longName, times: start.surplus)
  }
}
