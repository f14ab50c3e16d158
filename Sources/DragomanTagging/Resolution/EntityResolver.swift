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
      let keys: [String]
    }
    var seen: [Spelling: Int] = [:]
    for (index, candidate) in chosen.enumerated() {
      let spelling = Spelling(kind: candidate.kind, keys: candidate.terms.map(context.key))
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
    let words = Dictionary(uniqueKeysWithValues: people.map { ($0, self.words(of: $0)) })
    // Full names by their surname, of equal names the first only.
    var fullNames: [String: [Int]] = [:]
    var seen: Set<[String]> = []
    for index in people {
      guard let name = words[index], name.count > 1, let surname = name.last,
        seen.insert(name).inserted
      else { continue }
      for stem in stems(of: surname) { fullNames[stem, default: []].append(index) }
    }
    for index in people {
      guard let name = words[index], let surname = name.last else { continue }
      let candidates = stems(of: surname).flatMap { fullNames[$0] ?? [] }
      let full = candidates.filter { other in
        guard let long = words[other] else { return false }
        return union.root(other) != union.root(index) && isShortForm(name, of: long)
      }.min()
      if let full { union.join(full, index) }
    }
  }

  private func words(of index: Int) -> [String] {
    chosen[index].terms.filter { context[$0].contains(.word) }.map(context.key)
  }

  /// A word, and what is left of it without each ending that it may have.
  private func stems(of word: String) -> [String] {
    guard context.isInflecting, word.count > 4 else { return [word] }
    return [word]
      + (1...min(5, word.count - 4)).compactMap { length in
        let isEnding = context.stack.isEnding(String(word.suffix(length)), in: context.language)
        return isEnding ? String(word.dropLast(length)) : nil
      }
  }

  /// Whether a name that shares its surname with a full one is a short form of it.
  private func isShortForm(_ name: [String], of long: [String]) -> Bool {
    guard long.count >= name.count, let first = long.first else { return false }
    if name.count == 1 { return true }
    let isInitial = name[0].count == 1 && first.hasPrefix(name[0])
    return isInitial
      || name.count < long.count && name.dropLast() == long.suffix(name.count).dropLast()
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
