internal import Dragoman

/// Pairs spans one to one.
enum SpanMatching {
  /// Pairs of overlapping spans, the largest overlap first, then in text order; each span in one pair at most.
  ///
  /// - Parameter isAllowed: whether two that overlap may be a pair.
  static func pairs<Span>(
    _ gold: [Span], _ found: [Span], range: (Span) -> TextRange,
    where isAllowed: (Span, Span) -> Bool
  ) -> [(gold: Int, found: Int)] {
    var candidates: [(overlap: Int, gold: Int, found: Int)] = []
    for (g, one) in gold.enumerated() {
      let first = range(one)
      for (f, other) in found.enumerated() {
        let second = range(other)
        let overlap =
          min(first.upperBound, second.upperBound) - max(first.lowerBound, second.lowerBound)
        if overlap > 0, isAllowed(one, other) { candidates.append((overlap, g, f)) }
      }
    }
    return chosen(candidates)
  }

  /// Greedily the heaviest pairs; of equal ones the first by gold, then by found.
  static func chosen(
    _ candidates: [(overlap: Int, gold: Int, found: Int)]
  ) -> [(gold: Int, found: Int)] {
    var takenGold: Set<Int> = []
    var takenFound: Set<Int> = []
    var result: [(gold: Int, found: Int)] = []
    for pair in candidates.sorted(by: {
      (-$0.overlap, $0.gold, $0.found) < (-$1.overlap, $1.gold, $1.found)
    })
    where !takenGold.contains(pair.gold) && !takenFound.contains(pair.found) {
      takenGold.insert(pair.gold)
      takenFound.insert(pair.found)
      result.append((pair.gold, pair.found))
    }
    return result
  }
}
