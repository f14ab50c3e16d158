/// Chooses the best set of spans that do not overlap.
///
/// Weighted interval scheduling by dynamic programming (Kleinberg and Tardos 2005, chapter 6.1): a span is worth its score
/// above the threshold, times its words, a little more for each further word. So a long name beats the parts it is made of unless these are far surer.
struct SpanSelection {
  /// Below this a span costs more than it brings.
  static let threshold = 0.42

  /// What a span of so many words counts for: n to the power of 1.2, so that a whole outweighs its parts.
  private static let lengths: [Double] = [
    0, 1, 2.297, 3.737, 5.278, 6.899, 8.586, 10.33, 12.126, 13.967, 15.849, 17.767, 19.73, 21.717,
    23.736, 25.786, 27.858,
  ]

  private let context: TaggingContext

  init(_ context: TaggingContext) {
    self.context = context
  }

  /// The chosen candidates in text order. Cost: O(n log n) of the candidates.
  func best(of candidates: [Candidate]) -> [Candidate] {
    // Equal spans are decided by value, then by the order they came in: results never depend on sorting.
    let order = candidates.indices.sorted {
      (candidates[$0].terms.upperBound, candidates[$0].terms.lowerBound, $0)
        < (candidates[$1].terms.upperBound, candidates[$1].terms.lowerBound, $1)
    }
    var best = [0.0]
    var taken: [Bool] = []
    var before: [Int] = []
    for (position, index) in order.enumerated() {
      let candidate = candidates[index]
      // How many earlier spans end at or before this one's start.
      var low = 0
      var high = position
      while low < high {
        let middle = (low + high) / 2
        if candidates[order[middle]].terms.upperBound <= candidate.terms.lowerBound {
          low = middle + 1
        } else {
          high = middle
        }
      }
      let with = value(of: candidate) + best[low]
      before.append(low)
      taken.append(with > best[position] + 1e-9)
      best.append(max(with, best[position]))
    }
    var chosen: [Candidate] = []
    var position = order.count
    while position > 0 {
      if taken[position - 1] {
        chosen.append(candidates[order[position - 1]])
        position = before[position - 1]
      } else {
        position -= 1
      }
    }
    return chosen.reversed()
  }

  private func value(of candidate: Candidate) -> Double {
    // Words as white space parts them: `U.S.` and `Kassym-Jomart` are one each.
    let words = candidate.terms.reduce(1) { count, term in
      let startsWord =
        term > candidate.terms.lowerBound
        && context.facts[term].isSuperset(of: [.word, .afterSpace])
      return count + (startsWord ? 1 : 0)
    }
    let length = Self.lengths[min(words, Self.lengths.count - 1)]
    // Of spans of equally many words the one with more marks inside is the whole: `C.Bayramov` before `Bayramov`.
    return (candidate.score - Self.threshold) * length + 0.02 * Double(candidate.terms.count - 1)
  }
}
