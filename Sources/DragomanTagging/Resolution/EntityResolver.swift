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
    for (index, candidate) in chosen.enumerated() {
      guard let same = candidate.sameAs,
        let first = chosen.firstIndex(where: { $0.terms == same && $0.kind == candidate.kind })
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

  /// A surname, or initials with it, and the full name that ends in it.
  private func joinPeople(_ union: inout UnionFind) {
    let people = chosen.indices.filter { chosen[$0].kind == .person }
    for index in people {
      let words = self.words(of: index)
      guard let last = words.last else { continue }
      let full = people.first { other in
        let others = self.words(of: other)
        guard other != index, others.count >= 2, others.count >= words.count,
          union.root(other) != union.root(index),
          let surname = others.last, isSameWord(surname, last)
        else { return false }
        return words.count == 1 || isInitial(words[0], of: others[0])
          || words.count < others.count
            && zip(words.reversed(), others.reversed()).allSatisfy { isSameWord($0, $1) }
      }
      if let full { union.join(full, index) }
    }
  }

  private func words(of index: Int) -> [String] {
    chosen[index].terms.filter { context[$0].contains(.word) }.map(context.key)
  }

  private func isInitial(_ initial: String, of name: String) -> Bool {
    initial.count == 1 && name.hasPrefix(initial)
  }

  /// Equal but for a grammatical ending.
  private func isSameWord(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard context.isInflecting else { return false }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    return short.count >= 4 && long.hasPrefix(short)
      && context.stack.isEnding(String(long.dropFirst(short.count)), in: context.language)
  }
}

/// Sets that are joined, each known by its smallest member.
private struct UnionFind {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  func root(_ member: Int) -> Int {
    var root = member
    while parents[root] != root { root = parents[root] }
    return root
  }

  mutating func join(_ one: Int, _ other: Int) {
    let first = root(one)
    let second = root(other)
    parents[max(first, second)] = min(first, second)
  }
}
