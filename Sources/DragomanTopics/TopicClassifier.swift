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

  /// Makes a classifier over a stack of lexicons.
  public init(lexicons: LexiconStack) {
    stack = lexicons
  }

  /// The topics of a text, the most likely first. Cost: one look at each match.
  ///
  /// - Parameter matches: what the same stack found in the text.
  public func classify(_ text: TokenizedText, _ matches: LexiconMatches) -> [TopicScore] {
    let tallies = tally(text, matches)
    let words = text.terms.count { $0.kind == .word }
    let scale = Self.gain / (1 + Double(words) / Self.referenceWords).squareRoot()
    let best = tallies.map(\.sum).max() ?? 0
    guard best > 0 else { return [] }
    let scored = tallies.map { tally -> TopicScore in
      TopicScore(
        id: tally.id, name: tally.name, score: Self.logistic(Self.bias + scale * tally.sum),
        evidence: tally.hits.map { hit in
          TopicEvidence(
            range: text.sourceRange(of: text.range(ofTerms: hit.terms)), weight: hit.weight * scale)
        })
    }
    var ranked = tallies.indices.filter { tallies[$0].sum > 0 }
    ranked.sort { (tallies[$1].sum, tallies[$0].id) < (tallies[$0].sum, tallies[$1].id) }
    // The best topic is given whenever anything speaks for it clearly; others must pass the threshold.
    return ranked.prefix(Self.maximumTopics).enumerated().compactMap { rank, index in
      let isLikely =
        scored[index].score >= Self.threshold && tallies[index].sum >= Self.relativeThreshold * best
      return isLikely || rank == 0 && tallies[index].sum >= 2 ? scored[index] : nil
    }
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

  // MARK: Counting

  private struct Hit {
    let terms: Range<Int>
    var weight: Double
    let alias: Alias
  }

  private struct Alias: Hashable {
    let topic: EntryReference
    let key: String
  }

  private struct Tally {
    let id: String
    let name: String
    let sum: Double
    let hits: [Hit]
  }

  private func tally(_ text: TokenizedText, _ matches: LexiconMatches) -> [Tally] {
    var hits: [EntryReference: [Hit]] = [:]
    var order: [EntryReference] = []
    for match in matches.matches {
      stack.forEachPosting(of: match, in: text) { posting in
        guard posting.weight != 0 else { return }
        let topic = EntryReference(lexicon: match.lexicon, entry: posting.entry)
        let key = match.terms.map { String(decoding: text.key(ofTerm: $0), as: UTF8.self) }.joined(
          separator: " ")
        let hit = Hit(
          terms: match.terms, weight: Double(posting.weight), alias: Alias(topic: topic, key: key))
        if hits[topic] == nil { order.append(topic) }
        hits[topic, default: []].append(hit)
      }
    }
    let headlineEnd = headlineEnd(of: text)
    return order.map { topic in
      let entry = stack.entry(topic)
      let kept = weighted(longest(hits[topic] ?? []), headlineEnd: headlineEnd)
      return Tally(
        id: entry.ids.first.map { "\($0.key):\($0.value)" } ?? entry.name, name: entry.name,
        sum: kept.reduce(0) { $0 + $1.weight }, hits: kept)
    }
  }

  /// Of hits that overlap the longest counts.
  private func longest(_ hits: [Hit]) -> [Hit] {
    let sorted = hits.sorted {
      ($0.terms.lowerBound, $1.terms.upperBound, $1.weight.magnitude)
        < ($1.terms.lowerBound, $0.terms.upperBound, $0.weight.magnitude)
    }
    var result: [Hit] = []
    for hit in sorted where hit.terms.lowerBound >= result.last?.terms.upperBound ?? 0 {
      result.append(hit)
    }
    return result
  }

  /// Repetition counts less and less; the headline counts more.
  private func weighted(_ hits: [Hit], headlineEnd: Int) -> [Hit] {
    var seen: [Alias: Int] = [:]
    return hits.map { hit in
      var hit = hit
      let count = (seen[hit.alias] ?? 0) + 1
      seen[hit.alias] = count
      hit.weight /= Double(count)
      if hit.terms.lowerBound < headlineEnd { hit.weight *= Self.headlineFactor }
      return hit
    }
  }

  /// The end of the first line, if it is short enough for a headline.
  private func headlineEnd(of text: TokenizedText) -> Int {
    let end = text.terms.indices.dropFirst().first {
      text.terms[$0].shape.contains(.afterLineBreak)
    }
    guard let end, end <= 40 else { return 0 }
    return end
  }
}
