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
    // The candidates that end before each term, in one list each: the longest first, then as they came. What one list brings
    // is decided in that order.
    var first = [Int32](repeating: -1, count: context.count + 1)
    var next = [Int32](repeating: -1, count: candidates.count)
    for index in candidates.indices.reversed() where candidates[index].isPossible {
      let terms = candidates[index].terms
      var before: Int32 = -1
      var behind = first[terms.upperBound]
      while behind >= 0, candidates[Int(behind)].terms.lowerBound < terms.lowerBound {
        before = behind
        behind = next[Int(behind)]
      }
      next[index] = behind
      if before < 0 {
        first[terms.upperBound] = Int32(index)
      } else {
        next[Int(before)] = Int32(index)
      }
    }
    // The best value of all terms before each, and the candidate that ends there in that best choice.
    var best = [Double](repeating: 0, count: context.count + 1)
    var taken = [Int32](repeating: -1, count: context.count + 1)
    for end in 1..<max(1, best.count) {
      var most = best[end - 1]
      var chosen: Int32 = -1
      var index = first[end]
      while index >= 0 {
        let with =
          value(of: candidates[Int(index)]) + best[candidates[Int(index)].terms.lowerBound]
        if with > most + 1e-9 {
          most = with
          chosen = index
        }
        index = next[Int(index)]
      }
      best[end] = most
      if chosen >= 0 { taken[end] = chosen }
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
    chosen.reverse()
    return chosen
  }

  /// What choosing a candidate brings; below zero if it is not worth it.
  func value(of candidate: Candidate) -> Double {
    let length = Self.lengths[min(wordCount(candidate), Self.lengths.count - 1)]
    // Of spans of equally many words the one with more marks inside is the whole: `C.Bayramov` before `Bayramov`.
    return (candidate.score - Self.threshold) * length + 0.02 * Double(candidate.terms.count - 1)
  }

  /// Words as white space parts them: `U.S.` and `Kassym-Jomart` are one each; but the places in `Guinea-Bissau` are two,
  /// each of which is known.
  private func wordCount(_ candidate: Candidate) -> Int {
    let isKnownPlace = candidate.pattern == .knownPlace
    return candidate.terms.dropFirst().reduce(1) { count, term in
      let startsWord =
        context.facts[term].contains(.word)
        && (context.facts[term].contains(.afterSpace)
          || isKnownPlace && context.isMark(term - 1, "-"))
      return count + (startsWord ? 1 : 0)
    }
  }
}
