/// Sorts aliases by their terms within bounded memory: runs that fit are sorted there, written to temporary files, and
/// merged (Knuth, The Art of Computer Programming 3, section 5.4).
///
/// An alias is a record of numbers: how many terms it has, the terms, and two more. Those with the same terms stay in the
/// order in which they came.
struct AliasSorter {
  /// How many numbers a run holds: 128 MB.
  static let runLimit = 32 << 20

  private let folder: String
  private let limit: Int
  private var words: [UInt32] = []
  private var places: [Place] = []
  private var runs: [SpillingBytes] = []

  /// A record of a run, with its first two terms beside it, which decide most comparisons.
  private struct Place {
    let head: UInt64
    let start: Int
  }

  init(in folder: String, limit: Int = runLimit) {
    self.folder = folder
    self.limit = limit
  }

  /// Makes room for so many numbers, if they fit in one run.
  mutating func reserve(numbers: Int) {
    if numbers <= limit { words.reserveCapacity(numbers) }
  }

  /// Takes an alias.
  mutating func add(
    _ terms: [UInt32], _ first: UInt32, _ second: UInt32
  ) throws(LexiconError) {
    let start = words.count
    words.append(UInt32(terms.count))
    words.append(contentsOf: terms)
    words.append(first)
    words.append(second)
    let next = terms.count > 1 ? words[start + 2] &+ 1 : 0
    places.append(Place(head: UInt64(words[start + 1]) << 32 | UInt64(next), start: start))
    if words.count >= limit { try endRun() }
  }

  /// Calls `body` for each alias in order: its terms and the two numbers.
  mutating func forEach(
    _ body: (ArraySlice<UInt32>, UInt32, UInt32) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    if runs.isEmpty {
      sort()
      // The records lie all over: reads for many run side by side, those of `body` one behind the other.
      for first in stride(from: 0, to: places.count, by: 64) {
        let some = places[first..<min(first + 64, places.count)]
        for (place, count) in zip(some, some.map { Int(words[$0.start]) }) {
          let end = place.start + 1 + count
          try body(words[place.start + 1..<end], words[end], words[end + 1])
        }
      }
      return
    }
    if !places.isEmpty { try endRun() }
    words = []
    places = []
    try merge(body)
  }

  private mutating func sort() {
    places.sort { left, right in
      if left.head != right.head { return left.head < right.head }
      let (leftCount, rightCount) = (Int(words[left.start]), Int(words[right.start]))
      var index = 2
      while index < min(leftCount, rightCount) {
        let (one, other) = (words[left.start + 1 + index], words[right.start + 1 + index])
        if one != other { return one < other }
        index += 1
      }
      return leftCount != rightCount ? leftCount < rightCount : left.start < right.start
    }
  }

  private mutating func endRun() throws(LexiconError) {
    sort()
    let run = SpillingBytes(in: folder)
    var writer = SpillingWriter(run)
    for place in places {
      for index in place.start..<place.start + 3 + Int(words[place.start]) {
        try writer.append(words[index])
      }
    }
    try writer.finish()
    runs.append(run)
    words.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  private func merge(
    _ body: (ArraySlice<UInt32>, UInt32, UInt32) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    var heads: [RunReader] = []
    for run in runs {
      var reader = RunReader(run)
      if try reader.advance() { heads.append(reader) }
    }
    // Runs are few, and the earlier one of equals comes first.
    while !heads.isEmpty {
      var least = 0
      for index in 1..<max(1, heads.count) where heads[index].precedes(heads[least]) {
        least = index
      }
      let record = heads[least].record
      try body(record.dropLast(2), record[record.count - 2], record[record.count - 1])
      if try !heads[least].advance() { heads.remove(at: least) }
    }
  }

  /// Reads the records of a run again.
  private struct RunReader {
    private var numbers: SpilledReader
    /// The terms and the two numbers.
    private(set) var record: [UInt32] = []

    init(_ bytes: SpillingBytes) { numbers = SpilledReader(bytes) }

    /// Whether there was another record.
    mutating func advance() throws(LexiconError) -> Bool {
      guard let count = try numbers.number() else { return false }
      record.removeAll(keepingCapacity: true)
      for _ in 0..<Int(count) + 2 { record.append(try numbers.number() ?? 0) }
      return true
    }

    func precedes(_ other: RunReader) -> Bool {
      record.dropLast(2).lexicographicallyPrecedes(other.record.dropLast(2))
    }
  }
}
