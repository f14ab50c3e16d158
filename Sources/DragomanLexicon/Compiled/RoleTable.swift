/// The words with roles in the grammar of names: pairs of a term and its roles, by term. They are few.
struct RoleTable: Sendable {
  private let pairs: MappedBytes

  init(_ pairs: MappedBytes) { self.pairs = pairs }

  /// The roles of a term; none if it has no. Cost: a binary search.
  func roles(ofTerm term: UInt32) -> WordFacts {
    var low = 0
    var high = pairs.count / 8
    while low < high {
      let middle = low + (high - low) / 2
      let found = pairs.uint32(2 * middle)
      if found == term { return WordFacts(rawValue: pairs.uint32(2 * middle + 1)) }
      if found < term { low = middle + 1 } else { high = middle }
    }
    return []
  }

  /// Calls `body` for each term that has some roles.
  func forEachTerm(with roles: WordFacts, _ body: (UInt32) -> Void) {
    for pair in 0..<pairs.count / 8
    where WordFacts(rawValue: pairs.uint32(2 * pair + 1)).isSuperset(of: roles) {
      body(pairs.uint32(2 * pair))
    }
  }
}
