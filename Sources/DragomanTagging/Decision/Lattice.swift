/// All candidates of a text, which may overlap: what the grammars propose and the decision chooses from.
struct Lattice {
  private(set) var candidates: [Candidate] = []
  /// Whether hopeless candidates are kept, to be explained.
  let keepsAll: Bool

  init(keepsAll: Bool) {
    self.keepsAll = keepsAll
  }

  /// Adds a candidate, unless nothing could make it a name.
  mutating func add(_ candidate: Candidate) {
    if keepsAll || candidate.isPossible { candidates.append(candidate) }
  }
}
