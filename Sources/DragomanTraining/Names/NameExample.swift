internal import Dragoman
internal import DragomanEvaluation
internal import DragomanTagging
internal import DragomanText

/// An annotated text, as features and the names that are right.
struct NameExample: Sendable {
  /// A name that is right.
  struct GoldName: Hashable, Sendable {
    let terms: Range<Int>
    let kind: MentionKind
  }

  let text: LearningText
  /// The names that are right, as terms.
  let gold: [GoldName]
  /// How many names do not begin and end with terms: none of them can be found.
  let lost: Int
  /// Examples of one domain have weights of their own.
  let domain: Int
  /// What it counts for.
  let weight: Float

  init(_ document: GoldDocument, _ text: LearningText, domain: Int, weight: Float) {
    self.text = text
    self.domain = domain
    self.weight = weight
    var gold: [GoldName] = []
    for span in document.annotation.spans {
      if let terms = Self.terms(of: span.range, in: text, document.source) {
        gold.append(GoldName(terms: terms, kind: span.kind))
      }
    }
    self.gold = gold
    lost = document.annotation.spans.count - gold.count
  }

  /// The terms of a name, without an article in front, an ending behind an apostrophe, and marks around it; `nil` if it does not
  /// begin and end with terms.
  private static func terms(
    of range: TextRange, in text: LearningText, _ source: SourceText
  ) -> Range<Int>? {
    let ranges = text.termRanges
    // By halving: the first term that ends behind the name's start.
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var start = low
    var end = start
    while end < ranges.count, ranges[end].lowerBound < range.upperBound { end += 1 }
    guard start < end, ranges[start].lowerBound >= range.lowerBound,
      ranges[end - 1].upperBound <= range.upperBound
    else { return nil }
    let word = { (index: Int) in source.text(in: ranges[index]) }
    if end - start > 1, ["the", "The", "THE"].contains(word(start)) { start += 1 }
    if end - start > 2, ["'", "’", "`", "´"].contains(word(end - 2)),
      word(end - 1).allSatisfy(\.isLowercase)
    {
      end -= 2
    }
    while end - start > 1, [",", ";", ":", "-", "–", "'", "’"].contains(word(end - 1)) { end -= 1 }
    while end - start > 1, [",", ";", ":", "-", "–"].contains(word(start)) { start += 1 }
    return start..<end
  }
}
