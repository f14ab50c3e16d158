public import DragomanLexicon
public import DragomanText

/// Says what a text is about, from weighted terms.
///
/// Each term of a topic that the text holds adds its weight to the topic's log-odds: the first occurrence in full, each further
/// one less (the n-th adds 1/n), more if it stands in the headline. A long text needs more terms. One classifier serves all threads.
///
/// ```swift
/// let topics = TopicClassifier(lexicons: stack).classify(text, stack.matches(in: text))
/// ```
public struct TopicClassifier: Sendable {
  /// The log-odds of a topic that no term speaks for.
  private static let bias = -2.6
  /// What a term of weight 1 adds in a text of the reference length.
  private static let gain = 0.42
  /// Words at which a text counts as twice as long as the reference.
  private static let referenceWords = 220.0
  /// What a term of the headline counts for.
  private static let headlineFactor = 1.6
  /// Below this a topic is not given.
  private static let threshold = 0.5
  /// The share of the best topic's evidence that another needs.
  private static let relativeThreshold = 0.34
  /// The most topics a text has.
  private static let maximumTopics = 4

  private let stack: LexiconStack
  private let names: TopicNames

  /// Makes a classifier over a stack of lexicons.
  public init(lexicons: LexiconStack) {
    stack = lexicons
    names = TopicNames(lexicons)
  }

  /// The topics of a text, the most likely first. Cost: one look at each match.
  ///
  /// - Parameter matches: what the same stack found in the text.
  public func classify(_ text: TokenizedText, _ matches: LexiconMatches) -> [TopicScore] {
    let count = TopicCount(
      of: matches, in: text, stack, headlineFactor: Self.headlineFactor)
    let best = count.tallies.max { $0.sum < $1.sum }?.sum ?? 0
    guard best > 0 else { return [] }
    let words = text.terms.count { $0.kind == .word }
    let scale = Self.gain / (1 + Double(words) / Self.referenceWords).squareRoot()
    var ranked = count.tallies.filter { $0.sum > 0 }
    ranked.sort { left, right in
      left.sum != right.sum
        ? left.sum > right.sum : names[left.topic].id < names[right.topic].id
    }
    var result: [TopicScore] = []
    for (rank, tally) in ranked.prefix(Self.maximumTopics).enumerated() {
      let score = Self.logistic(Self.bias + scale * tally.sum)
      let isLikely = score >= Self.threshold && tally.sum >= Self.relativeThreshold * best
      // The best topic is given whenever anything speaks for it clearly; others must pass the threshold.
      guard isLikely || rank == 0 && tally.sum >= 2 else { continue }
      let name = names[tally.topic]
      result.append(
        TopicScore(
          id: name.id, name: name.name, score: score,
          evidence: count.hits[tally.hits].map { hit in
            TopicEvidence(
              range: text.sourceRange(of: text.range(ofTerms: hit.terms)),
              weight: hit.weight * scale)
          }))
    }
    return result
  }

  private static func logistic(_ value: Double) -> Double { 1 / (1 + exponential(-value)) }

  /// e to a power between -30 and 30, by squaring a Taylor series: the module is free of Foundation.
  private static func exponential(_ value: Double) -> Double {
    let clamped = min(max(value, -30), 30)
    let part = clamped / 1024
    var result = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)))
    for _ in 0..<10 { result *= result }
    return result
  }
}
