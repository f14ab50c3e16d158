/// The words of a text, to be filled again and again.
struct FoundWords: Sendable {
  /// What each term was found to be.
  var words: [FoundWord] = []
  /// The terms where a name can start: the first ``startCount``.
  var starts: [UInt32] = []
  var startCount = 0

  /// Makes room for some terms.
  mutating func reset(for count: Int) {
    Self.resize(&words, to: count, FoundWord())
    Self.resize(&starts, to: count, 0)
    startCount = 0
  }

  /// Gives up what only the search for names reads.
  mutating func dropScratch() {
    starts = []
    startCount = 0
  }

  private static func resize<Element>(
    _ array: inout [Element], to count: Int, _ element: Element
  ) {
    array.removeLast(max(0, array.count - count))
    array.append(contentsOf: repeatElement(element, count: count - array.count))
  }
}
