internal import DragomanLexicon
internal import DragomanText

/// Reads who heads a body where a verb says so: `the Institute, headed by Name`, `Name, who leads the Institute`.
struct HeadshipReader {
  /// A person at the head of a body.
  struct Headship {
    /// By index of the chosen candidates.
    let person: Int
    /// The body's entity.
    let body: Int
    /// The verb, with the small word behind it: `headed by`.
    let words: Range<Int>
    /// The same with the body if that stands behind.
    let terms: Range<Int>
  }

  private let context: TaggingContext
  private let spans: NamedSpans
  /// The ends of offices and words of respect by their first terms.
  private let titleEnds: [Int: Int]
  /// How many small words and marks may stand between the verb and a name before it: `, who currently`.
  private static let maximumLink = 4

  init(_ context: TaggingContext, titles: [TitlePhrase], spans: NamedSpans) {
    self.context = context
    self.spans = spans
    titleEnds = Dictionary(titles.map { ($0.terms.lowerBound, $0.terms.upperBound) }) {
      first, _ in first
    }
  }

  /// In text order.
  func headships() -> [Headship] {
    (0..<context.count).compactMap { verb in
      guard context[verb].contains(.headship), !context[verb].contains(.capitalized) else {
        return nil
      }
      return headship(verb)
    }
  }

  private func headship(_ verb: Int) -> Headship? {
    let end = nameEnd(before: verb)
    var words = verb..<verb + 1
    if spans.party(startingAt: verb + 1, within: verb + 1..<context.count) == nil,
      isSmallWord(verb + 1), !context[verb + 1].contains(.article)
    {
      words = verb..<verb + 2
    }
    if let body = spans.party(endingAt: end), body.kind == .organization,
      !isCoordinated(body.terms.lowerBound), let person = person(from: words.upperBound)
    {
      return Headship(person: person, body: body.entity, words: words, terms: words)
    }
    let start = words.upperBound
    let first = context[start].contains(.article) ? start + 1 : start
    guard let person = spans.person(endingAt: end),
      let body = spans.party(startingAt: first, within: first..<context.count),
      body.kind == .organization
    else { return nil }
    return Headship(
      person: person, body: body.entity, words: words, terms: verb..<body.terms.upperBound)
  }

  /// Whether a name stands behind `and`: `talks of Peru and the Union led by …`.
  private func isCoordinated(_ start: Int) -> Bool {
    let before = context[start - 1].contains(.article) ? start - 2 : start - 1
    return context[before].contains(.conjunction)
  }

  /// Where a name ends that stands before a verb, a suffix, a comma and words like `who` between them.
  private func nameEnd(before verb: Int) -> Int {
    var end = verb
    while end > 0, verb - end < Self.maximumLink, !context[end].contains(.afterLineBreak),
      context[end - 1].contains(.officeLink) || context.isMark(end - 1, ",")
    {
      end -= 1
    }
    return context.isSuffix(end - 2) ? end - 2 : end
  }

  /// The person who stands at a term, behind offices and words of respect.
  private func person(from start: Int) -> Int? {
    var next = start
    while let end = titleEnds[next], end > next { next = end }
    return context[next].contains(.afterLineBreak) ? nil : spans.person(startingAt: next)
  }

  private func isSmallWord(_ index: Int) -> Bool {
    context[index].contains(.word)
      && context[index].isDisjoint(with: [.capitalized, .afterLineBreak])
  }
}
