internal import DragomanLexicon
internal import DragomanText

/// Reads who holds which office from the offices beside people.
struct RoleReader {
  private let context: TaggingContext
  private let titles: [TitlePhrase]
  private let chosen: [Candidate]
  /// The entity of each candidate.
  private let entities: [Int]
  /// Candidates inside other ones, with their entities: `Kazakhstan` in `Republic of Kazakhstan's Ministry`.
  private let nested: [(terms: Range<Int>, kind: MentionKind, entity: Int)]
  /// Offices by their first term.
  private let titlesStarting: [Int: TitlePhrase]
  /// Candidates by their first term, and people by the term behind them.
  private let chosenStarting: [Int: Int]
  private let peopleEnding: [Int: Int]
  /// The entities of the document's countries by their code.
  private let countries: [String: Int]
  /// Nested candidates by their first term, in order.
  private let nestedStarting: [Int: [Int]]
  /// How many offices and words of respect may stand between an office and its person.
  private static let maximumChain = 4

  init(
    _ context: TaggingContext, titles: [TitlePhrase], chosen: [Candidate], entities: [Int],
    nested: [(terms: Range<Int>, kind: MentionKind, entity: Int)]
  ) {
    self.context = context
    self.titles = titles
    self.chosen = chosen
    self.entities = entities
    self.nested = nested
    titlesStarting = Dictionary(titles.map { ($0.terms.lowerBound, $0) }) { first, _ in first }
    chosenStarting = Dictionary(chosen.indices.map { (chosen[$0].terms.lowerBound, $0) }) {
      first, _ in first
    }
    peopleEnding = Dictionary(
      chosen.indices.filter { chosen[$0].kind == .person }.map { (chosen[$0].terms.upperBound, $0) }
    ) { first, _ in first }
    var countries: [String: Int] = [:]
    // Few texts need them.
    let namesAdjective = titles.contains { title in
      title.modifier.map { context.name(.demonym, at: $0) != nil } ?? false
    }
    for (index, candidate) in chosen.enumerated() where namesAdjective && candidate.kind == .place {
      guard let reference = candidate.entry else { continue }
      guard context.stack.attribute("kind", of: reference) == "country",
        let code = context.stack.country(of: reference)
      else { continue }
      if countries[code] == nil { countries[code] = entities[index] }
    }
    self.countries = countries
    nestedStarting = Dictionary(grouping: nested.indices) { nested[$0].terms.lowerBound }
  }

  func roles() -> [Role] {
    withoutRepetitions(
      titles.compactMap { title in
        guard !title.isHonorific, let person = person(of: title) else { return nil }
        let parties = parties(of: title)
        let range = context.text.range(ofTerms: title.terms)
        return Role(
          person: entities[person], title: office(of: title), of: parties.of, to: parties.to,
          range: context.text.sourceRange(of: range))
      })
  }

  /// Each office of a person once: the fullest phrase counts, and a later or shorter form of it tells nothing new.
  private func withoutRepetitions(_ roles: [Role]) -> [Role] {
    var result: [Role] = []
    var byPerson: [Int: [Int]] = [:]
    for role in roles {
      let same = byPerson[role.person, default: []].first { index in
        let known = result[index]
        return (isPart(role.title, of: known.title) || isPart(known.title, of: role.title))
          && (known.of == role.of || known.of == nil || role.of == nil)
      }
      guard let same else {
        byPerson[role.person, default: []].append(result.count)
        result.append(role)
        continue
      }
      let known = result[same]
      if known.of == nil && role.of != nil
        || known.of == role.of && role.title.utf8.count > known.title.utf8.count
      {
        result[same] = role
      }
    }
    return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func isPart(_ title: String, of other: String) -> Bool {
    let words = key(other)
    return key(title).allSatisfy { word in words.contains { $0.hasPrefix(word) } }
  }

  /// The words of an office as search keys.
  private func key(_ title: String) -> [String] {
    Normalizer(level: .searchKey).normalize(SourceText(title)).text.split(separator: " ").map(
      String.init)
  }

  /// The person right behind an office, or right before it.
  private func person(of title: TitlePhrase) -> Int? {
    // An office inside a name (Ali Khan) is none.
    if title.cue.contains(where: { isInsidePerson($0) }) { return nil }
    // `Name, Foreign Minister of X, …`: set off by commas, it belongs to the name before it.
    let isSetOff =
      context.isMark(title.terms.lowerBound - 1, ",") && context.isMark(title.terms.upperBound, ",")
    if isSetOff, let person = peopleEnding[title.terms.lowerBound - 1] { return person }
    return personBehind(title) ?? personBefore(title)
  }

  private func personBehind(_ title: TitlePhrase) -> Int? {
    var next = title.terms.upperBound
    let isWhole = !title.complement.isEmpty || title.modifier != nil
    if context.isMark(next, ","), isWhole { next += 1 }
    // Over words of respect and further offices: `Foreign Minister H.E. Mr. Name`, `Deputy Prime Minister - Minister of
    // Trade Name`.
    for _ in 0..<Self.maximumChain {
      let isJoined = context.isMark(next, "-") || context[next].contains(.conjunction)
      guard let further = titlesStarting[isJoined ? next + 1 : next],
        !isJoined || !further.isHonorific, !context[next].contains(.afterLineBreak)
      else { break }
      next = further.terms.upperBound
      if context.isMark(next, "."), context.isAttached(next) { next += 1 }
    }
    guard let person = chosenStarting[next], chosen[person].kind == .person,
      !context[next].contains(.afterLineBreak)
    else { return nil }
    return person
  }

  /// `Name, Foreign Minister of X`, `Name (Minister)`.
  private func personBefore(_ title: TitlePhrase) -> Int? {
    var before = title.terms.lowerBound
    if context[before - 1].contains(.article) {
      before -= 1
      // `Name the Federal Minister for Planning`
      if let person = peopleEnding[before] { return person }
    }
    let isApposition = context.isMark(before - 1, ",") || context.isMark(before - 1, "(")
    guard isApposition, context.language == .english || isClosed(title.terms.upperBound) else {
      return nil
    }
    return peopleEnding[before - 1]
  }

  private func isInsidePerson(_ term: Int) -> Bool {
    // Five words with initials, points and hyphens are fewer terms than these.
    (0..<24).contains { back in
      guard let index = chosenStarting[term - back] else { return false }
      return chosen[index].kind == .person && chosen[index].terms.contains(term)
    }
  }

  /// Whether a phrase ends at a term: in languages whose verb stands last, what goes on is another part of the sentence
  /// (`Fidan, Genel Sekreter'i kabul etti`).
  private func isClosed(_ index: Int) -> Bool {
    index >= context.count || context[index].contains(.afterLineBreak)
      || !context[index].contains(.word) && !context.isMark(index, "'")
  }

  /// The country or body of an office and the one it is accredited to, from what stands around the cue.
  private func parties(of title: TitlePhrase) -> (of: Int?, to: Int?) {
    var of: Int?
    var to: Int?
    if let modifier = title.modifier {
      of = mention(in: modifier, from: modifier.lowerBound)?.entity ?? country(named: modifier)
    }
    var index = title.complement.lowerBound
    var preposition: TermFacts = []
    while index < title.complement.upperBound {
      let found = context[index].intersection([.complement, .seat])
      if !found.isEmpty { preposition = found }
      if let mention = mention(in: title.complement, from: index) {
        if preposition.contains(.toPreposition) {
          to = to ?? mention.entity
        } else if !preposition.contains(.inPreposition) {
          of = of ?? mention.entity
        }
        index = mention.end
      } else {
        index += 1
      }
    }
    return (of, to)
  }

  /// The document's entity for the country whose adjective stands at some terms: `Turkish`, where Türkiye is mentioned.
  private func country(named adjective: Range<Int>) -> Int? {
    guard let name = context.name(.demonym, at: adjective) else { return nil }
    guard let code = context.stack.country(of: name.entry) else { return nil }
    return countries[code]
  }

  /// The place or body that starts at a term inside some terms.
  private func mention(in terms: Range<Int>, from start: Int) -> (entity: Int, end: Int)? {
    if let index = chosenStarting[start], chosen[index].kind != .person,
      chosen[index].terms.upperBound <= terms.upperBound
    {
      return (entities[index], chosen[index].terms.upperBound)
    }
    for index in nestedStarting[start] ?? [] {
      let inner = nested[index]
      if inner.kind != .person, inner.terms.upperBound <= terms.upperBound {
        return (inner.entity, inner.terms.upperBound)
      }
    }
    return nil
  }

  /// The office with the complements that name no country or body: `Minister of Foreign Affairs`.
  private func office(of title: TitlePhrase) -> String {
    var end = title.cue.upperBound
    var index = end
    while index < title.complement.upperBound {
      if mention(in: title.complement, from: index) != nil { break }
      let isConnector = !context[index].isDisjoint(with: [.complement, .seat, .article])
      index += 1
      if !isConnector { end = index }
    }
    return context.text.string(ofTerms: title.cue.lowerBound..<end)
  }
}
