internal import DragomanText

/// Says of every candidate why it won or lost.
struct DecisionReport {
  private let context: TaggingContext
  /// The mention that covers a term, by index; -1 for none.
  private var mentions: [Int]
  private let chosen: [Candidate]

  init(_ context: TaggingContext, chosen: [Candidate]) {
    self.context = context
    self.chosen = chosen
    mentions = [Int](repeating: -1, count: context.count)
    for (index, candidate) in chosen.enumerated() {
      for term in candidate.terms { mentions[term] = index }
    }
  }

  /// The candidates in text order, those of one place in the order of their strength.
  func spans(of candidates: [Candidate]) -> [ConsideredSpan] {
    let order = candidates.indices.sorted {
      let (one, other) = (candidates[$0], candidates[$1])
      return (one.terms.lowerBound, other.score, $0) < (other.terms.lowerBound, one.score, $1)
    }
    return order.map { span(candidates[$0]) }
  }

  private func span(_ candidate: Candidate) -> ConsideredSpan {
    ConsideredSpan(
      range: context.text.sourceRange(of: context.text.range(ofTerms: candidate.terms)),
      kind: candidate.kind, pattern: candidate.pattern.name, strength: candidate.score,
      weights: weights(of: candidate), outcome: outcome(of: candidate))
  }

  private func outcome(of candidate: Candidate) -> ConsideredSpan.Outcome {
    if let mention = candidate.terms.lazy.map({ mentions[$0] }).first(where: { $0 >= 0 }),
      candidate.isPossible
    {
      let isSame =
        chosen[mention].terms == candidate.terms && chosen[mention].kind == candidate.kind
      return isSame ? .chosen(mention: mention) : .outweighed(by: mention)
    }
    return .weak
  }

  private func weights(of candidate: Candidate) -> [ConsideredSpan.Weight] {
    let table = EvidenceWeights.standard
    var result = [
      ConsideredSpan.Weight(reason: "pattern", amount: table.base(candidate.pattern))
    ]
    if candidate.prior != 0 {
      result.append(ConsideredSpan.Weight(reason: "prior", amount: candidate.prior))
    }
    for evidence in candidate.evidence {
      let amount =
        table.weight(candidate.pattern, evidence) * Double(candidate.times(evidence))
      result.append(ConsideredSpan.Weight(reason: evidence.name, amount: amount))
    }
    return result
  }
}
