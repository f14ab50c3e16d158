internal import DragomanText
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Chooses the names of a text with what was learned and what the grammars say, each by its weights.
///
/// A semi-Markov model (Sarawagi and Cohen 2004): what a span is worth is the sum of the weights of its terms' features, by
/// their place in it, and of its own; the best set of spans without overlap is chosen. The grammars speak through features:
/// what they propose, how strongly and why, and what they would decide.
final class LearnedDecision {
  private let context: TaggingContext
  private let weights: LearnedWeights
  private let windows: NameWindows
  private let reader: FeatureReader

  /// - Parameters:
  ///   - candidates: all that the grammars propose, the hopeless ones, too.
  ///   - ruled: what they decide by themselves.
  init(
    _ context: TaggingContext, _ candidates: [Candidate], ruled: [Candidate],
    _ weights: LearnedWeights
  ) {
    self.context = context
    self.weights = weights
    windows = NameWindows(context, candidates)
    reader = FeatureReader(context, windows, ruled: ruled)
  }

  /// The chosen names in text order, with their probabilities. Cost: linear in the terms of the windows and their spans.
  func best(using scratch: inout LearnedScratch) -> [Candidate] {
    var chosen: [Candidate] = []
    for window in windows.ranges {
      sum(window, &scratch)
      score(window, &scratch)
      let first = chosen.count
      let spans = scratch.spans
      scratch.choice.choose(window, spans) { choice in
        let terms = spans[choice.span].terms
        let kind = MentionKind(rawValue: UInt8(choice.kind)) ?? .place
        var candidate =
          reader.candidate(terms, kind) ?? Candidate(terms, kind, .learned, [.learned])
        candidate.probability = probability(choice.lead, kind)
        chosen.append(candidate)
      }
      chosen[first...].reverse()
    }
    return chosen
  }

  /// What the spans of all windows are worth, as a logarithm of odds.
  func values(using scratch: inout LearnedScratch) -> [SIMD4<Float>] {
    var values: [SIMD4<Float>] = []
    for window in windows.ranges {
      sum(window, &scratch)
      score(window, &scratch)
      values += scratch.spans.map { SIMD4<Float>($0.values) * NameModel.step }
    }
    return values
  }

  /// What was learned says of a span, as a name of a kind. Cost: all its features are read again.
  func reasons(for terms: Range<Int>, as kind: MentionKind) -> LearnedReasons {
    var value: Int32 = 0
    var amounts: [LearnedReasons.Feature] = []
    let lane = Int(kind.rawValue)
    for term in terms {
      let place =
        terms.count == 1
        ? 3 : term == terms.lowerBound ? 0 : term == terms.upperBound - 1 ? 2 : 1
      let text = context.text.string(ofTerms: term..<term + 1)
      var byTemplate: [FeatureTemplate: Int32] = [:]
      reader.readTerm(term) { template, feature in
        var sum = LearnedScratch.Sum.zero
        weights.add(template, feature, to: &sum)
        byTemplate[template, default: 0] += Int32(sum[place * 4 + lane])
      }
      for (template, steps) in byTemplate {
        value += steps
        amounts.append(Self.feature(template.name, text, steps))
      }
    }
    var byTemplate: [FeatureTemplate: Int32] = [:]
    reader.readSpan(terms) { template, feature in
      var sum = SIMD4<Int32>.zero
      weights.add(template, feature, to: &sum)
      byTemplate[template, default: 0] += sum[lane]
    }
    for (template, steps) in byTemplate {
      value += steps
      amounts.append(Self.feature(template.name, nil, steps))
    }
    if reader.readCandidates(at: terms, { _, _ in }).trusted == kind {
      value += Self.trust
      amounts.append(Self.feature("own-lexicon", nil, Self.trust))
    }
    amounts.sort {
      (abs($1.amount), $0.name, $0.term ?? "") < (abs($0.amount), $1.name, $1.term ?? "")
    }
    return LearnedReasons(
      value: Double(Float(value) * NameModel.step),
      features: Array(amounts.prefix(Self.mostReasons).filter { $0.amount != 0 }))
  }

  private static let mostReasons = 8

  private static func feature(
    _ name: String, _ term: String?, _ steps: Int32
  ) -> LearnedReasons.Feature {
    LearnedReasons.Feature(
      name: name, term: term, amount: Double(Float(steps) * NameModel.step))
  }

  /// Sums up the weights of the features of a window's terms (``FeatureReader/readTerm(_:_:)``), from the third sum on.
  private func sum(_ window: Range<Int>, _ scratch: inout LearnedScratch) {
    scratch.sums.removeAll(keepingCapacity: true)
    scratch.sums.append(contentsOf: repeatElement(.zero, count: window.count + 6))
    // Each word of the window and the two on either side bring something to themselves and to their neighbours.
    for index in window.lowerBound - 2..<window.upperBound + 2 {
      let isInside = index >= 0 && index < context.count
      let key = isInside ? context.key(index) : []
      let word = scratch.place(
        ofWord: isInside ? context.text.terms[index].keyHash : TermFeatures.outside, key,
        shape: reader.shape(index), weights)
      let facts = scratch.place(ofFacts: context[index], keyLength: key.count, weights)
      scratch.spread(word: word, facts: facts, around: index - window.lowerBound + 2)
    }
    for index in window {
      var sum = LearnedScratch.Sum.zero
      reader.readPlace(index) { template, value in weights.addPlace(template, value, to: &sum) }
      scratch.sums[index - window.lowerBound + 2] &+= sum
    }
  }

  /// Finds out what the spans of a window are worth, whose terms' weights are summed up.
  private func score(_ window: Range<Int>, _ scratch: inout LearnedScratch) {
    scratch.sumInsides(of: window.count)
    scratch.spans.removeAll(keepingCapacity: true)
    for start in window {
      windows.forEachSpan(from: start) { span in
        let terms = scratch.sum(
          ofTerms: start - window.lowerBound..<span.upperBound - window.lowerBound)
        let own = sum(ofSpan: span, &scratch)
        scratch.spans.append(ScoredSpan(terms: span, values: terms &+ own))
      }
    }
  }

  /// The sum of the weights of a span's own features (``FeatureReader/readSpan(_:_:)``).
  @inline(__always)
  private func sum(ofSpan span: Range<Int>, _ scratch: inout LearnedScratch) -> SIMD4<Int32> {
    var sum = weights.lengths[reader.length(of: span)]
    let proposed = reader.readCandidates(at: span) { weights.add($0, $1, to: &sum) }
    if !proposed.isProposed { sum &+= weights.unproposed }
    if let kind = proposed.trusted { sum[Int(kind.rawValue)] &+= Self.trust }
    var isBeside = true
    reader.forEachRelation(of: span) { name, how in
      isBeside = false
      sum &+= scratch.relation(how, to: reader.ruled[name], weights)
    }
    return isBeside ? sum &+ weights.beside : sum
  }

  /// What it counts that a user's own lexicon holds a name: no text that was learned from has it, and whoever gives a list means
  /// it. Ten as a logarithm of odds.
  private static let trust: Int32 = 240

  /// The probability that a name is right whose choice leads by so many steps, in hundredths.
  private func probability(_ lead: Int32, _ kind: MentionKind) -> Double {
    let (slope, offset) = weights.calibration(kind)
    let odds = Double(slope * Float(lead) * NameModel.step + offset)
    return (100 / (1 + exp(-odds))).rounded() / 100
  }
}
