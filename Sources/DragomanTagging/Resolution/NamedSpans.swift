internal import DragomanLexicon
internal import DragomanText

/// The people, bodies and places of a document by where they stand.
struct NamedSpans {
  /// A body or a place.
  struct Party {
    let terms: Range<Int>
    let kind: MentionKind
    let entity: Int
    let entry: EntryReference?
    /// Whether a grammatical ending belongs to the span.
    let isInflected: Bool
  }

  private let context: TaggingContext
  private let chosen: [Candidate]
  /// The entity of each candidate.
  private let entities: [Int]
  /// Bodies and places inside other names, with their entities: `Kazakhstan` in `Ministry … of Kazakhstan`.
  private let nested: [(candidate: Candidate, entity: Int)]
  /// The chosen candidate that starts or ends at each term; -1 for none.
  private var starting: [Int32]
  private var ending: [Int32]
  private let nestedStarting: [Int: [Int]]
  /// What the lexicon has for the entities, and the other way round: the first of several, those inside names last.
  private var entryByEntity: [EntryReference?] = []
  private var entityByEntry = HashTable<Int>()

  init(
    _ context: TaggingContext, chosen: [Candidate], entities: [Int],
    nested: [(candidate: Candidate, entity: Int)]
  ) {
    self.context = context
    self.chosen = chosen
    self.entities = entities
    self.nested = nested
    starting = [Int32](repeating: -1, count: context.count + 1)
    ending = starting
    for (index, candidate) in chosen.enumerated() {
      starting[candidate.terms.lowerBound] = Int32(index)
      ending[candidate.terms.upperBound] = Int32(index)
    }
    nestedStarting = Dictionary(grouping: nested.indices) { nested[$0].candidate.terms.lowerBound }
    for index in chosen.indices { note(chosen[index].entry, of: entities[index]) }
    for inner in nested { note(inner.candidate.entry, of: inner.entity) }
  }

  private mutating func note(_ entry: EntryReference?, of entity: Int) {
    guard let entry else { return }
    while entity >= entryByEntity.count { entryByEntity.append(nil) }
    if entryByEntity[entity] == nil { entryByEntity[entity] = entry }
    entityByEntry.insert(entity, at: entry.hash)
  }

  /// The chosen candidate that starts at a term.
  private func chosen(startingAt term: Int) -> Int? {
    starting.indices.contains(term) && starting[term] >= 0 ? Int(starting[term]) : nil
  }

  /// The chosen candidate that ends before a term.
  private func chosen(endingAt end: Int) -> Int? {
    ending.indices.contains(end) && ending[end] >= 0 ? Int(ending[end]) : nil
  }

  // MARK: People

  /// A person, by index of the chosen candidates.
  func person(startingAt term: Int) -> Int? {
    chosen(startingAt: term).flatMap { chosen[$0].kind == .person ? $0 : nil }
  }

  /// The person whose name, or the suffix behind it, ends before a term.
  func person(endingAt end: Int) -> Int? {
    let name = context.isSuffix(end - 2) ? end - 2 : end
    return chosen(endingAt: name).flatMap { chosen[$0].kind == .person ? $0 : nil }
  }

  func terms(of person: Int) -> Range<Int> { chosen[person].terms }

  func entity(of person: Int) -> Int { entities[person] }

  func isInsidePerson(_ term: Int) -> Bool {
    // Five words with initials, points and hyphens are fewer terms than these.
    (0..<24).contains { back in
      person(startingAt: term - back).map { chosen[$0].terms.contains(term) } ?? false
    }
  }

  /// The people whom the lexicon knows, each where it stands first.
  func knownPeople() -> [(person: Int, entity: Int, entry: EntryReference)] {
    var seen: Set<Int> = []
    return chosen.indices.compactMap { index in
      guard chosen[index].kind == .person, let entry = chosen[index].entry,
        seen.insert(entities[index]).inserted
      else { return nil }
      return (index, entities[index], entry)
    }
  }

  /// What the lexicon has for an entity.
  func entry(ofEntity entity: Int) -> EntryReference? {
    entity < entryByEntity.count ? entryByEntity[entity] : nil
  }

  // MARK: Bodies and places

  /// The body or place that starts at a term and ends within some terms.
  func party(startingAt term: Int, within terms: Range<Int>) -> Party? {
    if let index = chosen(startingAt: term), chosen[index].kind != .person,
      chosen[index].terms.upperBound <= terms.upperBound
    {
      return party(chosen[index], entities[index])
    }
    let inner = nestedStarting[term]?.first {
      nested[$0].candidate.kind != .person
        && nested[$0].candidate.terms.upperBound <= terms.upperBound
    }
    return inner.map { party(nested[$0].candidate, nested[$0].entity) }
  }

  /// The place between an office and the person who holds it: `Chief Minister Punjab, Name`.
  func placeBetween(_ office: Int) -> Party? {
    guard let place = party(startingAt: office, within: office..<context.count),
      place.kind == .place, !context[office].contains(.afterLineBreak)
    else { return nil }
    let end = place.terms.upperBound
    let isNamed = person(startingAt: context.isMark(end, ",") ? end + 1 : end) != nil
    return isNamed ? place : nil
  }

  /// The body or place that ends before a term.
  func party(endingAt end: Int) -> Party? {
    guard let index = chosen(endingAt: end), chosen[index].kind != .person else { return nil }
    return party(chosen[index], entities[index])
  }

  private func party(_ candidate: Candidate, _ entity: Int) -> Party {
    Party(
      terms: candidate.terms, kind: candidate.kind, entity: entity, entry: candidate.entry,
      isInflected: candidate.evidence.contains(.endingCut))
  }

  /// The entity that a document has for an entry of the lexicon.
  func entity(of entry: EntryReference) -> Int? { entityByEntry[entry.hash] }

  /// The organizations of the document by their spellings, each where it stands first.
  func organizations() -> [Party] {
    var seen: Set<NameKey> = []
    return chosen.indices.compactMap { index in
      guard chosen[index].kind == .organization,
        seen.insert(NameKey(chosen[index].terms, in: context)).inserted
      else { return nil }
      return party(chosen[index], entities[index])
    }
  }
}
