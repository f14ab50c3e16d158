/// The terms of a lexicon that is being compiled, each once, in the order in which they came.
struct TermTable {
  private(set) var keys = KeyTable()
  private(set) var classes: [UInt16] = []

  var count: Int { keys.count }

  /// The number of the term whose key is a part of a text; a new one if there was none.
  mutating func number(
    of key: Range<Int>, in text: Span<UInt8>, hash: UInt64, _ look: KeyTable.FirstLook
  ) -> UInt32 {
    let number = keys.insert(key, in: text, hash: hash, look)
    if number == classes.count { classes.append(0) }
    return UInt32(number)
  }

  mutating func add(_ added: WordClasses, to number: UInt32) {
    classes[Int(number)] |= UInt16(truncatingIfNeeded: added.rawValue)
  }

  // MARK: The order of the file

  /// The terms by their hashes: which number stands at each place of the file.
  ///
  /// Hashes are spread evenly: by their high bits they come close to their places, and the rest is insertion.
  func order() -> [UInt32] {
    let hashes = keys.hashes
    let bits = UInt64(max(1, Int.bitWidth - count.leadingZeroBitCount - 2))
    var ends = [UInt32](repeating: 0, count: 1 << bits + 1)
    for hash in hashes { ends[Int(hash >> (64 - bits)) + 1] += 1 }
    for group in ends.indices.dropFirst() { ends[group] += ends[group - 1] }
    var order = [UInt32](repeating: 0, count: count)
    for (number, hash) in hashes.enumerated() {
      let group = Int(hash >> (64 - bits))
      order[Int(ends[group])] = UInt32(number)
      ends[group] += 1
    }
    for place in order.indices.dropFirst() {
      let number = order[place]
      let hash = hashes[Int(number)]
      var free = place
      while free > 0, hashes[Int(order[free - 1])] > hash {
        order[free] = order[free - 1]
        free -= 1
      }
      order[free] = number
    }
    return order
  }

  /// Where each bucket of the file starts; as many buckets as none is too full for.
  func buckets() -> [UInt32] {
    var count = max(1, self.count / LexiconLayout.termsPerBucket)
    while true {
      var starts = [UInt32](repeating: 0, count: count + 1)
      for hash in keys.hashes { starts[LexiconLayout.bucket(of: hash, count: count) + 1] += 1 }
      if starts.allSatisfy({ $0 <= LexiconLayout.largestBucket }) {
        for bucket in 1...count { starts[bucket] += starts[bucket - 1] }
        return starts
      }
      count *= 2
    }
  }
}
