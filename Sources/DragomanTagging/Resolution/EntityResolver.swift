internal import DragomanLexicon
internal import DragomanText

/// Joins the mentions of one person, organization or place.
///
/// Mentions are one entity if a lexicon says so, if they are written alike, if the grammar or the document's memory joined
/// them, or if one is the surname or a shorter form of a person's full name.
struct EntityResolver {
  private let context: TaggingContext
  private let chosen: [Candidate]

  init(_ context: TaggingContext, chosen: [Candidate]) {
    self.context = context
    self.chosen = chosen
  }

  /// The entity of each candidate: groups are numbered by their first mention.
  func groups() -> [Int] {
    var union = UnionFind(count: chosen.count)
    joinByEntry(&union)
    joinBySpelling(&union)
    joinByMemory(&union)
    joinPeople(&union)
    var numbers: [Int: Int] = [:]
    return chosen.indices.map { index in
      let root = union.root(index)
      if let number = numbers[root] { return number }
      numbers[root] = numbers.count
      return numbers.count - 1
    }
  }

  private func joinByEntry(_ union: inout UnionFind) {
    var seen: [EntryReference: Int] = [:]
    for (index, candidate) in chosen.enumerated() {
      guard let entry = candidate.entry else { continue }
      if let first = seen[entry] { union.join(first, index) } else { seen[entry] = index }
    }
  }

  private func joinBySpelling(_ union: inout UnionFind) {
    struct Spelling: Hashable {
      let kind: MentionKind
      let key: NameKey
    }
    var seen: [Spelling: Int] = [:]
    for (index, candidate) in chosen.enumerated() {
      let key = NameKey(candidate.terms, in: context)
      let spelling = Spelling(kind: candidate.kind, key: key)
      if let first = seen[spelling] { union.join(first, index) } else { seen[spelling] = index }
    }
  }

  private func joinByMemory(_ union: inout UnionFind) {
    var byTerms: [Range<Int>: Int] = [:]
    for (index, candidate) in chosen.enumerated().reversed() { byTerms[candidate.terms] = index }
    for (index, candidate) in chosen.enumerated() {
      guard let same = candidate.sameAs, let first = byTerms[same],
        chosen[first].kind == candidate.kind
      else { continue }
      union.join(first, index)
    }
    // A name and the acronym in brackets behind it.
    for index in chosen.indices.dropLast() {
      let next = chosen[index + 1]
      let open = chosen[index].terms.upperBound
      if chosen[index].kind == .organization, next.kind == .organization, context.isMark(open, "("),
        next.terms == open + 1..<open + 2, context.isMark(open + 2, ")")
      {
        union.join(index, index + 1)
      }
    }
  }

  /// A surname, or initials with it, and the first full name that ends in it.
  private func joinPeople(_ union: inout UnionFind) {
    let people = chosen.indices.filter { chosen[$0].kind == .person }
    let words = people.map { person in
      chosen[person].terms.filter { context[$0].contains(.word) }
    }
    // Full names by their surname, of equal names the first only.
    var fullNames: [UInt64: [Int]] = [:]
    var seen: Set<NameKey> = []
    for (number, name) in words.enumerated() {
      guard name.count > 1, let surname = name.last,
        seen.insert(NameKey(name, in: context)).inserted
      else { continue }
      for stem in stems(of: surname) { fullNames[stem, default: []].append(number) }
    }
    for (number, name) in words.enumerated() {
      guard let surname = name.last else { continue }
      let full = stems(of: surname).flatMap { fullNames[$0] ?? [] }.filter { other in
        union.root(people[other]) != union.root(people[number])
          && isShortForm(name, of: words[other])
      }.min()
      if let full { union.join(people[full], people[number]) }
    }
  }

  /// The hash of a word, and of what is left of it without each ending that it may have.
  private func stems(of word: Int) -> [UInt64] {
    var result = [hash(word)]
    if context.isInflecting {
      WordStems(context).forEach(of: word, minimum: 4) { result.append($0) }
    }
    return result
  }

  private func hash(_ term: Int) -> UInt64 { context.text.terms[term].keyHash }

  /// Whether a name that shares its surname with a full one is a short form of it.
  private func isShortForm(_ name: [Int], of long: [Int]) -> Bool {
    guard long.count >= name.count else { return false }
    if name.count == 1 { return true }
    let initial = context.key(name[0])
    let isInitial =
      initial.count { $0 & 0xC0 != 0x80 } == 1 && context.key(long[0]).starts(with: initial)
    return isInitial
      || name.count < long.count
        && zip(name, long.suffix(name.count)).dropLast().allSatisfy { hash($0) == hash($1) }
  }
}

/// Sets that are joined, each known by its smallest member.
private struct UnionFind {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ member: Int) -> Int {
    var root = member
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  mutating func join(_ one: Int, _ other: Int) {
    let first = root(one)
    let second = root(other)
    parents[max(first, second)] = min(first, second)
  }
}
