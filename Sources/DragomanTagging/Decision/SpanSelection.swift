/// Chooses the best set of spans that do not overlap.
///
/// Weighted interval scheduling by dynamic programming (Kleinberg and Tardos 2005, chapter 6.1): a span is worth its score
/// above the threshold, times its words, a little more for each further word. So a long name beats the parts it is made of
/// unless these are far surer.
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

  /// The chosen candidates in text order. Cost: linear in the terms and the candidates.
  func best(of candidates: [Candidate]) -> [Candidate] {
    // Equal spans are decided by value, then by the order they came in.
    let ending = Occurrences(
      Array(candidates.indices), at: { candidates[$0].terms.upperBound }, count: context.count + 1
    ) {
      candidates[$0].terms.lowerBound < candidates[$1].terms.lowerBound
    }
    // The best value of all terms before each, and the candidate that ends there in that best choice.
    var best = [Double](repeating: 0, count: context.count + 1)
    var taken = [Int32](repeating: -1, count: context.count + 1)
    for end in 1..<max(1, best.count) {
      best[end] = best[end - 1]
      for index in ending[end] where candidates[index].isPossible {
        let with = value(of: candidates[index]) + best[candidates[index].terms.lowerBound]
        if with > best[end] + 1e-9 {
          best[end] = with
          taken[end] = Int32(index)
        }
      }
    }
    var chosen: [Candidate] = []
    var end = context.count
    while end > 0 {
      if taken[end] < 0 {
        end -= 1
      } else {
        chosen.append(candidates[Int(taken[end])])
        end = candidates[Int(taken[end])].terms.lowerBound
      }
    }
    return chosen.reversed()
  }

  /// What choosing a candidate brings; below zero if it is not worth it.
  func value(of candidate: Candidate) -> Double {
    // Words as white space parts them: `U.S.` and `Kassym-Jomart` are one each; but the places in `Guinea-Bissau` are two,
    // each of which is known.
    let isKnownPlace = candidate.pattern == .knownPlace
    let words = candidate.terms.reduce(1) { count, term in
      let startsWord =
        term > candidate.terms.lowerBound && context.facts[term].contains(.word)
        && (context.facts[term].contains(.afterSpace)
          || isKnownPlace && context.isMark(term - 1, "-"))
      return count + (startsWord ? 1 : 0)
    }
    let length = Self.lengths[min(words, Self.lengths.count - 1)]
    // Of spans of equally many words the one with more marks inside is the whole: `C.Bayramov` before `Bayramov`.
    return (candidate.score - Self.threshold) * length + 0.02 * Double(candidate.terms.count - 1)
  }
}
