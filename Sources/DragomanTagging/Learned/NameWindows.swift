internal import DragomanText

/// Where names may stand: the stretches of a text that the learned evidence looks at, and the spans in them.
final class NameWindows {
  /// The most terms that a span may have that no grammar proposes.
  static let longestSpan = 16
  /// The most words without a capital in a row inside a span.
  static let mostSmallWords = 4

  private let context: TaggingContext
  /// How many words without a capital a name may end with.
  private let tail: Int
  /// The terms of each window, in order.
  private(set) var ranges: [Range<Int>] = []
  /// Behind the last term that a span from each term may reach without a grammar's word for it; the term itself where none
  /// may start.
  private var reach: [Int]
  /// The candidates by their first terms.
  let candidates: Occurrences<Candidate>

  /// - Parameter candidates: what the grammars propose.
  init(_ context: TaggingContext, _ candidates: [Candidate]) {
    self.context = context
    // Kazakh and Russian write all but the first word of most bodies' names small.
    tail =
      [.kazakh, .russian, .azerbaijani, .uzbek].contains(context.language)
      ? 4 : context.language == .turkish ? 2 : 1
    self.candidates = Occurrences(candidates, at: \.terms.lowerBound, count: context.count) {
      $0.terms.upperBound < $1.terms.upperBound
    }
    reach = Array(0..<context.count)
    var ends = reach
    for start in 0..<context.count where mayStart(start) {
      reach[start] = freeEnd(from: start)
      ends[start] = reach[start]
    }
    for candidate in candidates {
      ends[candidate.terms.lowerBound] = max(
        ends[candidate.terms.lowerBound], candidate.terms.upperBound)
    }
    var start = 0
    while start < context.count {
      if ends[start] == start {
        start += 1
        continue
      }
      var end = ends[start]
      var next = start + 1
      while next < end {
        end = max(end, ends[next])
        next += 1
      }
      ranges.append(start..<end)
      start = end
    }
  }

  private func mayStart(_ index: Int) -> Bool {
    let facts = context.facts[index]
    guard facts.contains(.word) else {
      return context.isMark(index, "\"") && context.isAttached(index + 1)
        && context[index + 1].contains(.capitalized)
    }
    let isFollowed = context[index + 1].contains(.capitalized)
    if facts.contains(.capitalized) {
      // `The` and `In` open sentences, not names, unless a capital follows.
      return isFollowed || !facts.isSuperset(of: [.opener, .opensSentence])
    }
    // A number does so only before a capital: `5th Bomb Wing`, `47. Alay`.
    return facts.contains(.hasDigit)
      && (isFollowed
        || !context[index + 1].contains(.word) && context[index + 2].contains(.capitalized))
  }

  /// Gives the spans that start at a term to `body`, the shorter first.
  @inline(__always)
  func forEachSpan(from start: Int, _ body: (Range<Int>) -> Void) {
    var proposed = candidates[start]
    var last = start
    func take(_ end: Int) {
      if end > last { body(start..<end) }
      last = max(last, end)
    }
    if reach[start] > start {
      for end in start + 1...reach[start] where mayEnd(end - 1) {
        while let first = proposed.first, first.terms.upperBound <= end {
          take(first.terms.upperBound)
          proposed.removeFirst()
        }
        take(end)
      }
    }
    for candidate in proposed { take(candidate.terms.upperBound) }
  }

  /// Whether a name may end with a term.
  private func mayEnd(_ index: Int) -> Bool {
    context.facts[index].contains(.word) || context.isMark(index, "\"")
      || context.isMark(index, ".") || context.isMark(index, ")")
  }

  /// Behind the last term that a name from `start` may have without a grammar's word for it.
  private func freeEnd(from start: Int) -> Int {
    var end = start + 1
    var last = end
    var small = 0
    while end < context.count, end - start < Self.longestSpan {
      let facts = context.facts[end]
      if facts.contains(.afterLineBreak) { break }
      if facts.contains(.word) {
        if context.isMark(end - 1, "."), facts.contains(.opensSentence) { break }
        small = facts.isDisjoint(with: [.capitalized, .hasDigit]) ? small + 1 : 0
        if small > Self.mostSmallWords { break }
        if small <= tail { last = end + 1 }
      } else if context.isMark(end, ";") || context.isMark(end, ":") || context.isMark(end, "!")
        || context.isMark(end, "?")
      {
        break
      } else if small == 0 {
        last = end + 1
      }
      end += 1
    }
    return last
  }
}
