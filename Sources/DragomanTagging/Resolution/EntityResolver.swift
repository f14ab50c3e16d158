internal import DragomanLexicon
internal import DragomanText

/// Joins the mentions of one person, organization or place, and says who or what it is.
///
/// Mentions are one entity if a lexicon says so, if they are written alike, if the grammar or the document's memory joined
/// them, or if one is a shorter form of the other. Which entry of several a name means is for ``EntryDecider``.
struct EntityResolver {
  private let context: TaggingContext
  private let candidates: [Candidate]
  /// How many of the candidates are mentions; the others stand inside these.
  private let visible: Int
  private let titles: [TitlePhrase]
  private let decisions: [EntryDecision]
  /// Of each candidate.
  private let decisionNumbers: [Int?]
  private var entries: [EntryReference?]
  private var union: UnionFind

  /// - Parameter candidates: the mentions and then the names inside them, both in text order.
  init(
    _ context: TaggingContext, _ candidates: [Candidate], visible: Int, titles: [TitlePhrase]
  ) {
    self.context = context
    self.candidates = candidates
    self.visible = visible
    self.titles = titles
    (decisions, decisionNumbers) = EntryDecider(context, candidates).decisions()
    union = UnionFind(count: candidates.count)
    entries = candidates.map(\.entry)
    if decisions.isEmpty { return }
    for (index, number) in decisionNumbers.enumerated() {
      if let number { entries[index] = decisions[number].chosen?.reference }
    }
  }

  /// The entities, and which of them each candidate names: they are numbered by their first mention.
  mutating func resolve() -> (entities: [TaggedEntity], byCandidate: [Int]) {
    let spelled = SpelledWords(context, candidates)
    joinBySpelling(spelled)
    var joiner = PersonJoiner(context, candidates, titles, spelled)
    let people = joiner.join(&union, order: textOrder())
    for index in people.withoutEntry { entries[index] = nil }
    for index in people.open.keys { entries[index] = nil }
    joinByMemory(except: people.open)
    joinByEntry()
    let bodies = OrganizationJoiner(context, candidates, spelled)
    for index in bodies.join(&union, entries: entries) { entries[index] = nil }
    joinOpenPeople(people.open)
    return assembled(people.open)
  }

  /// Why names that several entries have mean what they do. Called after ``resolve()``.
  ///
  /// - Parameter byCandidate: the entity of each candidate.
  func disambiguations(_ byCandidate: [Int]) -> [Disambiguation] {
    if decisions.isEmpty { return [] }
    var entityEntries = [EntryReference?](repeating: nil, count: candidates.count)
    for (index, entity) in byCandidate.enumerated() {
      entityEntries[entity] = entityEntries[entity] ?? entries[index]
    }
    return DisambiguationReport(
      decisions, byCandidate: decisionNumbers, order: textOrder(), entities: byCandidate,
      entries: entityEntries, visible: visible
    ).disambiguations()
  }

  /// All candidates by where they start; a mention comes before the name inside it that starts there, too.
  private func textOrder() -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(candidates.count)
    var inner = visible
    for mention in 0..<visible {
      while inner < candidates.count,
        candidates[inner].terms.lowerBound < candidates[mention].terms.lowerBound
      {
        order.append(inner)
        inner += 1
      }
      order.append(mention)
    }
    order.append(contentsOf: inner..<candidates.count)
    return order
  }

  // MARK: Joining

  private mutating func joinBySpelling(_ spelled: SpelledWords) {
    var seen = HashTable<Int>(capacity: candidates.count)
    for index in candidates.indices where !isShortPerson(candidates[index]) {
      // Names that several entries have are alike only if they mean the same one.
      let meaning = UInt64(bitPattern: Int64(decisionNumbers[index] ?? -1))
      let spelling = spelled.key(index).appending(
        meaning << 8 | UInt64(candidates[index].kind.rawValue))
      join(index, &seen, spelling.hash)
    }
    if decisions.isEmpty { return }
    // Inflected forms of names that have one decision.
    var first = [Int?](repeating: nil, count: decisions.count)
    for (index, number) in decisionNumbers.enumerated() {
      guard let number else { continue }
      if let first = first[number] { union.join(first, index) } else { first[number] = index }
    }
  }

  /// Joins a candidate with the first one that has the same hash.
  private mutating func join(_ index: Int, _ seen: inout HashTable<Int>, _ hash: UInt64) {
    let place = seen.insert(index, at: hash)
    if !place.isNew { union.join(seen.values[place.number], index) }
  }

  /// A surname alone is for ``PersonJoiner``.
  private func isShortPerson(_ candidate: Candidate) -> Bool {
    candidate.kind == .person && candidate.terms.count == 1
  }

  private mutating func joinByEntry() {
    var seen = HashTable<Int>()
    for index in entries.indices {
      if let entry = entries[index] { join(index, &seen, entry.hash) }
    }
  }

  /// What the grammar or the document's memory has joined: an acronym in brackets, a company without its legal form.
  private mutating func joinByMemory(except open: [Int: [Int]]) {
    for index in candidates.indices {
      guard let same = candidates[index].sameAs, let first = candidate(at: same),
        candidates[first].kind == candidates[index].kind
      else { continue }
      // People are joined already.
      if isShortPerson(candidates[index]), open[index] != nil || union.root(index) != index {
        continue
      }
      union.join(first, index)
    }
    // A name and the acronym in brackets behind it.
    for index in candidates.indices.dropLast()
    where candidates[index].kind == .organization && candidates[index + 1].kind == .organization {
      let open = candidates[index].terms.upperBound
      if candidates[index + 1].terms == open + 1..<open + 2, context.isMark(open, "("),
        context.isMark(open + 2, ")")
      {
        union.join(index, index + 1)
      }
    }
  }

  /// The first candidate that has some terms. Cost: two binary searches.
  private func candidate(at terms: Range<Int>) -> Int? {
    candidate(at: terms, among: 0..<visible)
      ?? candidate(at: terms, among: visible..<candidates.count)
  }

  private func candidate(at terms: Range<Int>, among indices: Range<Int>) -> Int? {
    var (low, high) = (indices.lowerBound, indices.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle].terms.lowerBound < terms.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < indices.upperBound && candidates[low].terms == terms ? low : nil
  }

  /// Surnames that may be the same people's.
  private mutating func joinOpenPeople(_ open: [Int: [Int]]) {
    if open.isEmpty { return }
    var seen: [[Int]: Int] = [:]
    for index in candidates.indices {
      guard let people = open[index] else { continue }
      if let first = seen[people] { union.join(first, index) } else { seen[people] = index }
    }
  }

  // MARK: Entities

  private mutating func assembled(
    _ open: [Int: [Int]]
  ) -> (entities: [TaggedEntity], byCandidate: [Int]) {
    // A root is the first of its entity: it comes before the others.
    var byCandidate = [Int](repeating: 0, count: candidates.count)
    var groups = NumberLists(count: candidates.count, capacity: candidates.count)
    var count = 0
    for index in candidates.indices {
      let root = union.root(index)
      if root == index {
        byCandidate[index] = count
        count += 1
      } else {
        byCandidate[index] = byCandidate[root]
      }
      groups.append(index, to: byCandidate[index])
    }
    var entities: [TaggedEntity] = []
    entities.reserveCapacity(count)
    var members: [Int] = []
    members.reserveCapacity(candidates.count)
    for number in 0..<count {
      members.removeAll(keepingCapacity: true)
      groups.forEach(in: number) { members.append($0) }
      let people = open.isEmpty ? nil : members.lazy.compactMap { open[$0] }.first
      entities.append(entity(members, people: people ?? [], byCandidate))
    }
    for number in entities.indices
    where entities[number].alternatives.contains(where: \.name.isEmpty) {
      entities[number] = named(entities[number], entities)
    }
    return (entities, byCandidate)
  }

  private func entity(
    _ members: [Int], people: [Int], _ byCandidate: [Int]
  ) -> TaggedEntity {
    let kind = candidates[members[0]].kind
    let mentions = Array(members.prefix { $0 < visible })
    let decision = decisions.isEmpty ? nil : decision(members)
    var alternatives: [EntityAlternative] = []
    for option in decision?.alternatives ?? [] {
      alternatives.append(
        EntityAlternative(
          name: option.entry.name, country: option.entry.country, ids: option.entry.ids,
          entity: entries.firstIndex(of: option.reference).map { byCandidate[$0] }))
    }
    for person in people {
      alternatives.append(
        EntityAlternative(name: "", country: nil, ids: [], entity: byCandidate[person]))
    }
    if let reference = members.lazy.compactMap({ entries[$0] }).first {
      let entry = context.stack.entry(reference, upTo: .ids)
      return TaggedEntity(
        kind: kind, name: entry.name, country: entry.country, ids: entry.ids,
        alternatives: alternatives, mentions: mentions)
    }
    let country =
      decision?.commonCountry
      ?? (kind == .organization
        ? members.lazy.compactMap { self.country(inside: candidates[$0].terms) }.first : nil)
    return TaggedEntity(
      kind: kind, name: decision?.commonName ?? fullestForm(members), country: country, ids: [],
      alternatives: alternatives, mentions: mentions)
  }

  /// The decision that an entity depends on; `nil` if one of its names means one thing only.
  private func decision(_ members: [Int]) -> EntryDecision? {
    let isCertain = members.contains { decisionNumbers[$0] == nil && entries[$0] != nil }
    if isCertain { return nil }
    return members.lazy.compactMap { decisionNumbers[$0] }.first.map { decisions[$0] }
  }

  /// An entity whose alternatives have the names of the document's entities that they are.
  private func named(_ entity: TaggedEntity, _ entities: [TaggedEntity]) -> TaggedEntity {
    let alternatives = entity.alternatives.map { alternative in
      guard let index = alternative.entity else { return alternative }
      let same = entities[index]
      return EntityAlternative(
        name: same.name, country: same.country, ids: same.ids, entity: index)
    }
    return TaggedEntity(
      kind: entity.kind, name: entity.name, country: entity.country, ids: entity.ids,
      alternatives: alternatives, mentions: entity.mentions)
  }

  /// The fullest form in the text: most words, initials apart. Of several such, where words have endings, the shortest is
  /// the one without them, elsewhere the longest is the fullest; else the first.
  private func fullestForm(_ members: [Int]) -> String {
    var fullest: (member: Int, words: Int, letters: Int)?
    for member in members {
      let terms = candidates[member].terms
      let words = terms.count {
        context[$0].contains(.word) && !context[$0].contains(.singleLetter)
      }
      if let fullest, words < fullest.words { continue }
      let letters = context.text.scalarCount(ofTerms: terms)
      let isFuller =
        fullest.map { fullest in
          words > fullest.words
            || (context.isInflecting ? letters < fullest.letters : letters > fullest.letters)
        } ?? true
      if isFuller { fullest = (member, words, letters) }
    }
    return fullest.map { context.text.string(ofTerms: candidates[$0.member].terms) } ?? ""
  }

  /// The country that an organization's own name tells: `Kazakh Embassy`, `Ministry … of the Republic of Kazakhstan`.
  private func country(inside terms: Range<Int>) -> String? {
    for index in terms where context[index].contains(.startsName) {
      for name in context.names(startingAt: index) where name.terms.upperBound <= terms.upperBound {
        guard name.type == .demonym || name.type == .place && name.weight >= 80 else { continue }
        if name.type == .demonym || context.stack.attribute("kind", of: name.entry) == "country" {
          return context.stack.country(of: name.entry)
        }
      }
    }
    return nil
  }
}
