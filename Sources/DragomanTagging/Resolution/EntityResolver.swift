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
    for (index, number) in decisionNumbers.enumerated() {
      if let number { entries[index] = decisions[number].chosen?.reference }
    }
  }

  /// The entities, and which of them each candidate names: they are numbered by their first mention.
  mutating func resolve() -> (entities: [TaggedEntity], byCandidate: [Int]) {
    joinBySpelling()
    var joiner = PersonJoiner(context, candidates, titles)
    let people = joiner.join(&union)
    for index in people.withoutEntry + people.open.keys { entries[index] = nil }
    joinByMemory(except: people.open)
    joinByEntry()
    for index in OrganizationJoiner(context, candidates).join(&union, entries: entries) {
      entries[index] = nil
    }
    joinOpenPeople(people.open)
    return assembled(people.open)
  }

  // MARK: Joining

  private mutating func joinBySpelling() {
    struct Spelling: Hashable {
      let kind: MentionKind
      let key: NameKey
      /// Names that several entries have are alike only if they mean the same one.
      let decision: Int?
    }
    var seen: [Spelling: Int] = [:]
    for (index, candidate) in candidates.enumerated() where !isShortPerson(candidate) {
      let words = candidate.terms.filter {
        context[$0].contains(.word) && !context[$0].contains(.article)
      }
      let spelling = Spelling(
        kind: candidate.kind, key: NameKey(words, in: context), decision: decisionNumbers[index])
      if let first = seen[spelling] { union.join(first, index) } else { seen[spelling] = index }
    }
    // Inflected forms of names that have one decision.
    var first = [Int?](repeating: nil, count: decisions.count)
    for (index, number) in decisionNumbers.enumerated() {
      guard let number else { continue }
      if let first = first[number] { union.join(first, index) } else { first[number] = index }
    }
  }

  /// A surname alone is for ``PersonJoiner``.
  private func isShortPerson(_ candidate: Candidate) -> Bool {
    candidate.kind == .person && candidate.terms.count == 1
  }

  private mutating func joinByEntry() {
    var seen: [EntryReference: Int] = [:]
    for (index, entry) in entries.enumerated() {
      guard let entry else { continue }
      if let first = seen[entry] { union.join(first, index) } else { seen[entry] = index }
    }
  }

  /// What the grammar or the document's memory has joined: an acronym in brackets, a company without its legal form.
  private mutating func joinByMemory(except open: [Int: [Int]]) {
    var byTerms: [Range<Int>: Int] = [:]
    for (index, candidate) in candidates.enumerated().reversed() {
      byTerms[candidate.terms] = index
    }
    for (index, candidate) in candidates.enumerated() {
      guard let same = candidate.sameAs, let first = byTerms[same],
        candidates[first].kind == candidate.kind
      else { continue }
      // People are joined already.
      if isShortPerson(candidate), open[index] != nil || union.root(index) != index { continue }
      union.join(first, index)
    }
    // A name and the acronym in brackets behind it.
    for index in candidates.indices.dropLast() {
      let next = candidates[index + 1]
      let open = candidates[index].terms.upperBound
      if candidates[index].kind == .organization, next.kind == .organization,
        context.isMark(open, "("), next.terms == open + 1..<open + 2,
        context.isMark(open + 2, ")")
      {
        union.join(index, index + 1)
      }
    }
  }

  /// Surnames that may be the same people's.
  private mutating func joinOpenPeople(_ open: [Int: [Int]]) {
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
    var numbers = [Int?](repeating: nil, count: candidates.count)
    var members: [[Int]] = []
    let byCandidate = candidates.indices.map { index in
      let root = union.root(index)
      let number = numbers[root] ?? members.count
      if number == members.count { members.append([]) }
      numbers[root] = number
      members[number].append(index)
      return number
    }
    let entities = members.map { members in
      let people = members.lazy.compactMap { open[$0] }.first
      return entity(members, people: people.map { $0.map { byCandidate[$0] } }, byCandidate)
    }
    return (entities.map { named($0, entities) }, byCandidate)
  }

  private func entity(
    _ members: [Int], people: [Int]?, _ byCandidate: [Int]
  ) -> TaggedEntity {
    let kind = candidates[members[0]].kind
    let mentions = members.filter { $0 < visible }
    let decision = decision(members)
    let alternatives =
      (decision?.alternatives ?? []).map { option in
        EntityAlternative(
          name: option.entry.name, country: option.entry.country, ids: option.entry.ids,
          entity: entries.firstIndex(of: option.reference).map { byCandidate[$0] })
      }
      + (people ?? []).map { EntityAlternative(name: "", country: nil, ids: [], entity: $0) }
    if let reference = members.lazy.compactMap({ entries[$0] }).first {
      let entry = context.stack.entry(reference, upTo: .ids)
      return TaggedEntity(
        kind: kind, name: entry.name, country: entry.country, ids: entry.ids,
        alternatives: alternatives, mentions: mentions)
    }
    let country =
      decision?.commonCountry
      ?? members.lazy.compactMap { self.country(inside: self.candidates[$0].terms, kind) }.first
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
    guard entity.alternatives.contains(where: \.name.isEmpty) else { return entity }
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
    func wordCount(_ member: Int) -> Int {
      candidates[member].terms.count {
        context[$0].contains(.word) && !context[$0].contains(.singleLetter)
      }
    }
    let most = members.map(wordCount).max()
    var name = ""
    for member in members where wordCount(member) == most {
      let text = context.text.string(ofTerms: candidates[member].terms)
      let difference = text.unicodeScalars.count - name.unicodeScalars.count
      if name.isEmpty || (context.isInflecting ? difference < 0 : difference > 0) { name = text }
    }
    return name
  }

  /// The country that an organization's own name tells: `Kazakh Embassy`, `Ministry … of the Republic of Kazakhstan`.
  private func country(inside terms: Range<Int>, _ kind: MentionKind) -> String? {
    guard kind == .organization else { return nil }
    for index in terms {
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
