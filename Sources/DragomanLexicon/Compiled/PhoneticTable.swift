internal import DragomanText

/// The terms of people's names by what they sound like: pairs of a phonetic key's hash and a term, in order.
struct PhoneticTable: Sendable {
  private let pairs: MappedBytes

  init(_ pairs: MappedBytes) { self.pairs = pairs }

  /// How many pairs there are.
  var count: Int { pairs.count / 8 }

  /// Calls `body` for each term with a phonetic key. Cost: a binary search.
  func forEachTerm(soundingLike key: PhoneticKey, _ body: (UInt32) -> Void) {
    let hash = key.hash
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if pairs.uint32(2 * middle) < hash { low = middle + 1 } else { high = middle }
    }
    while low < count, pairs.uint32(2 * low) == hash {
      body(pairs.uint32(2 * low + 1))
      low += 1
    }
  }
}
