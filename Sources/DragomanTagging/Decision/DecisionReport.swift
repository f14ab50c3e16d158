internal import DragomanText

/// Says of every candidate why it won or lost.
struct DecisionReport {
  private let context: TaggingContext
  /// The mention that covers a term, by index; -1 for none.
  private var mentions: [Int]
  private let chosen: [Candidate]
  private let learned: LearnedDecision?

  /// - Parameter learned: the decision with what was learned; `nil` if lists and grammars decided alone.
  init(_ context: TaggingContext, chosen: [Candidate], learned: LearnedDecision?) {
    self.learned = learned
    self.context = context
    self.chosen = chosen
    mentions = [Int](repeating: -1, count: context.count)
    for (index, candidate) in chosen.enumerated() {
      for term in candidate.terms { mentions[term] = index }
    }
  }

  /// The candidates and the names that nothing but what was learned proposes, in text order, those of one place in the order of
  /// their strength.
  func spans(of proposed: [Candidate]) -> [ConsideredSpan] {
    let candidates = proposed + chosen.filter { $0.pattern == .learned }
    let order = candidates.indices.sorted {
      let (one, other) = (candidates[$0], candidates[$1])
      return (one.terms.lowerBound, other.score, $0) < (other.terms.lowerBound, one.score, $1)
    }
    return order.map { span(candidates[$0]) }
  }

  private func span(_ candidate: Candidate) -> ConsideredSpan {
    ConsideredSpan(
      range: context.text.sourceRange(of: context.text.range(ofTerms: candidate.terms)),
      kind: candidate.kind, pattern: candidate.pattern.name,
      strength: candidate.pattern == .learned ? 0 : candidate.score,
      weights: weights(of: candidate),
      learned: learned?.reasons(for: candidate.terms, as: candidate.kind),
      outcome: outcome(of: candidate))
  }

  private func outcome(of candidate: Candidate) -> ConsideredSpan.Outcome {
    if let mention = candidate.terms.lazy.map({ mentions[$0] }).first(where: { $0 >= 0 }) {
      if chosen[mention].terms == candidate.terms, chosen[mention].kind == candidate.kind {
        return .chosen(mention: mention)
      }
      if candidate.isPossible { return .outweighed(by: mention) }
    }
    return candidate.isPossible ? .refused : .weak
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
