internal import DragomanTagging

/// Finds the names of examples with weights that are still learned.
struct NameDecoder {
  /// A name that was found.
  struct Name {
    let terms: Range<Int>
    let kind: MentionKind
    /// By how much the choice of it leads, as a logarithm of odds.
    let lead: Float
  }

  private let domain: Int
  private var scores = WindowScores()
  private var choice = SpanChoice()

  /// - Parameter domain: whose weights are used, whatever the examples' own.
  init(domain: Int) { self.domain = domain }

  /// The names of a text, in order.
  mutating func names(in example: NameExample, _ weights: SegmentWeights) -> [Name] {
    var names: [Name] = []
    for window in example.text.windows {
      scores.read(window, of: example, weights, domain: domain)
      let spans = zip(window.spans, scores.spans).map { index, values in
        ScoredSpan(
          terms: example.text.spans[index].terms,
          values: SIMD4<Int32>((values / NameModel.step).rounded(.toNearestOrEven)))
      }
      var found: [Name] = []
      choice.choose(window.terms, spans) { chosen in
        found.append(
          Name(
            terms: spans[chosen.span].terms,
            kind: MentionKind(rawValue: UInt8(chosen.kind)) ?? .place,
            lead: Float(chosen.lead) * NameModel.step))
      }
      names += found.reversed()
    }
    return names
  }
}
