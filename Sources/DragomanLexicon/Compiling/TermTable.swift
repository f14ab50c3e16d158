internal import DragomanText

/// The terms of a lexicon that is being compiled, each once, in the order in which they came.
///
/// Memory: about 30 bytes a term, and its key.
struct TermTable {
  private(set) var hashes: [UInt64] = []
  private var starts: [UInt32] = [0]
  private var keys: [UInt8] = []
  private(set) var classes: [UInt16] = []
  /// One more than a term's number, or 0; at most two thirds full.
  private var slots = [UInt32](repeating: 0, count: 1024)

  var count: Int { hashes.count }
  /// How many bytes all keys have.
  var keyByteCount: Int { keys.count }

  func key(_ number: Int) -> ArraySlice<UInt8> {
    keys[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// The number of a term, which is new if nothing had the key so far.
  mutating func number(of key: some Collection<UInt8>, hash: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = Int(slots[slot] - 1)
      if hashes[known] == hash, self.key(known).elementsEqual(key) { return UInt32(known) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(count)
    slots[slot] = number + 1
    hashes.append(hash)
    keys.append(contentsOf: key)
    starts.append(UInt32(truncatingIfNeeded: keys.count))
    classes.append(0)
    if count * 3 > slots.count * 2 { grow() }
    return number
  }

  mutating func add(_ added: WordClasses, to number: UInt32) {
    classes[Int(number)] |= UInt16(truncatingIfNeeded: added.rawValue)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in hashes.indices {
      var slot = Int(truncatingIfNeeded: hashes[number] >> 20) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  // MARK: The order of the file

  /// The terms by their hashes: which number stands at each place of the file.
  func order() -> [UInt32] {
    var order = (0..<UInt32(count)).map { $0 }
    order.sort { (hashes[Int($0)], $0) < (hashes[Int($1)], $1) }
    return order
  }

  /// Where each bucket of the file starts; as many buckets as none is too full for.
  func buckets(_ order: [UInt32]) -> [UInt32] {
    var count = max(1, order.count / LexiconLayout.termsPerBucket)
    while true {
      var starts = [UInt32](repeating: 0, count: count + 1)
      for number in order {
        starts[LexiconLayout.bucket(of: hashes[Int(number)], count: count) + 1] += 1
      }
      if starts.allSatisfy({ $0 <= LexiconLayout.largestBucket }) {
        for bucket in 1...count { starts[bucket] += starts[bucket - 1] }
        return starts
      }
      count *= 2
    }
  }
}
