import DragomanTagging
import Testing

@Suite("The choice by what spans are worth")
struct SpanChoiceTests {
  /// A window that does not start at the text's first term, and its spans.
  private struct Window: CustomStringConvertible {
    var terms: Range<Int>
    var spans: [ScoredSpan]

    /// By their starts and then by their ends, each once.
    init(_ terms: Range<Int>, _ spans: [Range<Int>], values: () -> Int32) {
      self.terms = terms
      self.spans = Set(spans).sorted {
        ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
      }
      .map { ScoredSpan(terms: $0, values: SIMD4(values(), values(), values(), 1000)) }
    }

    var description: String {
      "\(terms): " + spans.map { "\($0.terms) \($0.values)" }.joined(separator: ", ")
    }

    /// What the best set without overlap is worth, of all sets, one after the other.
    func best(from start: Int, without left: SpanChoice.Chosen? = nil) -> Int32 {
      guard start < terms.upperBound else { return 0 }
      var most = best(from: start + 1, without: left)
      for (number, span) in spans.enumerated() where span.terms.lowerBound == start {
        for kind in 0..<3 where number != left?.span || kind != left?.kind {
          most = max(most, span.values[kind] + best(from: span.terms.upperBound, without: left))
        }
      }
      return most
    }
  }

  private func choose(_ window: Window, _ choice: inout SpanChoice) -> [SpanChoice.Chosen] {
    var chosen: [SpanChoice.Chosen] = []
    choice.choose(window.terms, window.spans) { chosen.append($0) }
    return chosen
  }

  /// Holds a choice and its leads against all sets that there are.
  private func check(_ window: Window, _ choice: inout SpanChoice) {
    let chosen = choose(window, &choice)
    var end = window.terms.upperBound
    var value: Int32 = 0
    for one in chosen {
      let span = window.spans[one.span]
      #expect(span.terms.upperBound <= end, "from the end to the start: \(window)")
      end = span.terms.lowerBound
      value += span.values[one.kind]
    }
    let best = window.best(from: window.terms.lowerBound)
    #expect(value == best, "seed \(SeededGenerator.seed): \(window)")
    for one in chosen {
      let rival = window.best(from: window.terms.lowerBound, without: one)
      #expect(one.lead == best - rival, "seed \(SeededGenerator.seed): \(one) of \(window)")
    }
  }

  @Test("is the best of all sets of spans, and leads the best one without each of its spans")
  func everySet() {
    var generator = SeededGenerator(salt: 31)
    var choice = SpanChoice()
    for _ in 0..<1000 {
      let first = Int.random(in: 0...50, using: &generator)
      let terms = first..<first + Int.random(in: 1...5, using: &generator)
      let all = terms.flatMap { start in (start + 1...terms.upperBound).map { start..<$0 } }
      let part = Int.random(in: 0...10, using: &generator)
      let spans = all.filter { _ in Int.random(in: 0..<10, using: &generator) < part }
      // Small numbers, so that many sets are worth the same.
      let size: Int32 = [2, 9, 3000].randomElement(using: &generator) ?? 9
      let window = Window(terms, spans) { .random(in: -size...size, using: &generator) }
      check(window, &choice)
    }
  }

  @Test("is so in long windows, too, whose spans have up to 24 terms")
  func longSpans() {
    var generator = SeededGenerator(salt: 32)
    var choice = SpanChoice()
    for _ in 0..<200 {
      let spans = (0..<8).map { _ in
        let start = Int.random(in: 7..<60, using: &generator)
        let length = Int.random(in: 1...24, using: &generator)
        return start..<min(67, start + length)
      }
      check(Window(7..<67, spans) { .random(in: -20...40, using: &generator) }, &choice)
    }
  }

  @Test("looks for rivals that start up to 23 terms before a span, and no farther back")
  func reach() {
    var choice = SpanChoice()
    for (start, lead) in [(7, Int32(1)), (6, 10)] {
      var values: [Int32] = [9, 0, 0, 10, 0, 0]
      let window = Window(0..<40, [start..<31, 30..<31]) { values.removeFirst() }
      let chosen = choose(window, &choice)
      #expect(chosen.map(\.span) == [1])
      #expect(chosen.map(\.lead) == [lead], "a rival from \(start) on")
    }
  }

  @Test("is nothing where no span is worth anything")
  func nothing() {
    var choice = SpanChoice()
    let spans = [3..<4, 3..<5, 4..<5]
    #expect(choose(Window(3..<5, []) { 0 }, &choice).isEmpty)
    #expect(choose(Window(3..<5, spans) { 0 }, &choice).isEmpty)
    #expect(choose(Window(3..<5, spans) { -7 }, &choice).isEmpty)
  }

  @Test("holds no span that is worth nothing, whatever else it holds")
  func worthless() {
    var choice = SpanChoice()
    var values: [Int32] = [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    let window = Window(3..<9, [3..<4, 4..<6, 5..<9, 6..<8]) { values.removeFirst() }
    #expect(choose(window, &choice).map(\.span) == [0])
  }
}
