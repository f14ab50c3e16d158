internal import DragomanText

/// The offices and words of respect of a document, by the names that they stand beside.
struct TitlesBesideNames {
  private let context: TaggingContext
  private let starting: [Int: TitlePhrase]
  private let ending: [Int: TitlePhrase]

  init(_ context: TaggingContext, _ titles: [TitlePhrase]) {
    self.context = context
    starting = Dictionary(titles.map { ($0.terms.lowerBound, $0) }) { first, _ in first }
    ending = Dictionary(titles.map { ($0.terms.upperBound, $0) }) { _, last in last }
  }

  /// The one right before a name, or behind it and a comma.
  func title(beside name: Range<Int>) -> TitlePhrase? {
    if let title = ending[name.lowerBound] { return title }
    guard context.isMark(name.upperBound, ",") else { return nil }
    let start = name.upperBound + 1
    return starting[context[start].contains(.article) ? start + 1 : start]
  }

  /// How many words an office has in common with the most similar of others.
  func sharedWords(_ title: TitlePhrase, _ others: [TitlePhrase]) -> Int {
    let words = title.terms.filter {
      context[$0].contains(.word) && context[$0].isDisjoint(with: [.of, .article, .conjunction])
    }
    return others.map { other in
      words.count { word in other.terms.contains { hash($0) == hash(word) } }
    }.max() ?? 0
  }

  private func hash(_ term: Int) -> UInt64 { context.text.terms[term].keyHash }
}
