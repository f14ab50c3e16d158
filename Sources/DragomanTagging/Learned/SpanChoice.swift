/// A span, and what it is worth as each kind.
package struct ScoredSpan: Sendable {
  private let start: UInt32
  private let end: UInt32
  private let first: Int32
  private let second: Int32
  private let third: Int32

  /// The terms.
  @inline(__always)
  package var terms: Range<Int> { Int(start)..<Int(end) }

  /// What it is worth as a name of each kind, in steps of ``NameModel/step``; the last lane is not used.
  @inline(__always)
  package var values: SIMD4<Int32> { SIMD4(first, second, third, 0) }

  @inline(__always)
  package init(terms: Range<Int>, values: SIMD4<Int32>) {
    start = UInt32(truncatingIfNeeded: terms.lowerBound)
    end = UInt32(truncatingIfNeeded: terms.upperBound)
    (first, second, third) = (values[0], values[1], values[2])
  }
}

/// Chooses the best spans of a window: weighted interval scheduling by dynamic programming (Kleinberg and Tardos 2005, chapter
/// 6.1).
package struct SpanChoice: Sendable {
  /// A chosen span.
  package struct Chosen {
    /// Its number among the spans.
    package let span: Int
    /// The number of its kind.
    package let kind: Int
    /// By how much the best choice leads the best one without it.
    package let lead: Int32
  }

  /// What the best choice of all spans is worth that end at each place or before, and of those that start there or behind.
  private var before: [Int32] = []
  private var behind: [Int32] = []
  /// The span that ends at each place in the best choice, and its kind; -1 for none.
  private var taken: [(span: Int32, kind: Int32)] = []

  /// Makes room for no window yet.
  package init() {}

  /// Gives the chosen spans of a window to `body`, from its end to its start.
  ///
  /// - Parameter spans: by their starts and then by their ends. Cost: three passes over them.
  package mutating func choose(
    _ window: Range<Int>, _ spans: [ScoredSpan], _ body: (Chosen) -> Void
  ) {
    readForward(window, spans)
    guard before[window.count] > 0 else { return }
    readBackward(window, spans)
    var end = window.count
    while end > 0 {
      let (span, kind) = taken[end]
      if span < 0 {
        end -= 1
      } else {
        let lead = before[window.count] &- rival(of: Int(span), Int(kind), window, spans)
        body(Chosen(span: Int(span), kind: Int(kind), lead: lead))
        end = spans[Int(span)].terms.lowerBound - window.lowerBound
      }
    }
  }

  private mutating func readForward(_ window: Range<Int>, _ spans: [ScoredSpan]) {
    before.removeAll(keepingCapacity: true)
    before.append(contentsOf: repeatElement(.min / 2, count: window.count + 1))
    before[0] = 0
    taken.removeAll(keepingCapacity: true)
    taken.append(contentsOf: repeatElement((span: -1, kind: 0), count: window.count + 1))
    var next = 0
    for start in 0..<window.count {
      // When a start's turn comes, all spans that end there have been.
      let value = before[start]
      if value > before[start + 1] {
        before[start + 1] = value
        taken[start + 1] = (-1, 0)
      }
      while next < spans.count, spans[next].terms.lowerBound == window.lowerBound + start {
        let end = spans[next].terms.upperBound - window.lowerBound
        let values = spans[next].values
        // A span that is worth nothing is no name, even where nothing else reaches its end yet.
        for kind in 0..<3 where values[kind] > 0 && value &+ values[kind] > before[end] {
          before[end] = value &+ values[kind]
          taken[end] = (Int32(next), Int32(kind))
        }
        next += 1
      }
    }
  }

  private mutating func readBackward(_ window: Range<Int>, _ spans: [ScoredSpan]) {
    behind.removeAll(keepingCapacity: true)
    behind.append(contentsOf: repeatElement(0, count: window.count + 1))
    var last = spans.count
    for start in (0..<window.count).reversed() {
      var best = behind[start + 1]
      while last > 0, spans[last - 1].terms.lowerBound == window.lowerBound + start {
        last -= 1
        let values = spans[last].values
        let value = max(values[0], max(values[1], values[2]))
        best = max(best, value &+ behind[spans[last].terms.upperBound - window.lowerBound])
      }
      behind[start] = best
    }
  }

  /// What the best choice is worth that does without a span of a kind.
  private func rival(
    of chosen: Int, _ chosenKind: Int, _ window: Range<Int>, _ spans: [ScoredSpan]
  ) -> Int32 {
    // Every choice has something at the span's first term: no name, or one that covers it.
    let place = spans[chosen].terms.lowerBound
    var best = before[place - window.lowerBound] &+ behind[place - window.lowerBound + 1]
    // Spans that cover it start there or a little before.
    var index = chosen
    while index < spans.count, spans[index].terms.lowerBound == place { index += 1 }
    while index > 0, spans[index - 1].terms.lowerBound + Self.longestReach > place {
      index -= 1
      let terms = spans[index].terms
      if terms.upperBound <= place { continue }
      let around =
        before[terms.lowerBound - window.lowerBound]
        &+ behind[terms.upperBound - window.lowerBound]
      for kind in 0..<3 where index != chosen || kind != chosenKind {
        best = max(best, around &+ spans[index].values[kind])
      }
    }
    return best
  }

  /// Spans that start so many terms before a place are not looked at: few have as many.
  private static let longestReach = 24
}
