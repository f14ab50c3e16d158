/// Numbers of names by the hashes of words in them, to be found without comparing each with each.
///
/// Lists that lie in two arrays: a name costs no allocation of its own.
struct NameIndex {
  /// Where a list starts and ends in `numbers`.
  private struct Ends {
    let first: Int
    var last: Int
  }

  private var lists: [UInt64: Ends] = [:]
  private var numbers: [Int] = []
  /// Where each list goes on; below zero at its end.
  private var next: [Int] = []

  /// Notes that a name has a word. Numbers come in rising order.
  mutating func insert(_ number: Int, under hash: UInt64) {
    if let ends = lists[hash] {
      if numbers[ends.last] == number { return }
      next[ends.last] = numbers.count
      lists[hash]?.last = numbers.count
    } else {
      lists[hash] = Ends(first: numbers.count, last: numbers.count)
    }
    numbers.append(number)
    next.append(-1)
  }

  /// Calls `body` for the names that have a word, in rising order.
  func forEach(under hash: UInt64, _ body: (Int) -> Void) {
    var place = lists[hash]?.first ?? -1
    while place >= 0 {
      body(numbers[place])
      place = next[place]
    }
  }
}
