internal import DragomanText

/// Numbers of names by the hashes of words in them, to be found without comparing each with each.
struct NameIndex {
  private var numbers: [UInt64: [Int]] = [:]

  /// Notes that a name has a word. Numbers come in rising order.
  mutating func insert(_ number: Int, under hash: UInt64) {
    if numbers[hash]?.last != number { numbers[hash, default: []].append(number) }
  }

  /// The names that have a word, in rising order.
  subscript(hash: UInt64) -> [Int] { numbers[hash] ?? [] }
}
