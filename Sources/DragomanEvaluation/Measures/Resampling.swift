/// Draws documents with replacement, the same for the same seed on every machine (SplitMix64).
struct Resampling {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// How often each of `count` documents was drawn in `count` draws.
  mutating func weights(_ count: Int) -> [Double] {
    var weights = [Double](repeating: 0, count: count)
    for _ in 0..<count {
      weights[Int(UInt64(count).multipliedFullWidth(by: next()).high)] += 1
    }
    return weights
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// The counts of many documents, laid out for resampling: sums of rows under weights.
struct CountTable {
  /// The rows that hold anything.
  let rows: [Int]
  private let documents: [[Tally]]

  init(_ counts: [DocumentCounts]) {
    rows = (0..<DocumentCounts.rowCount).filter { row in
      counts.contains { $0.tallies[row].found > 0 || $0.tallies[row].gold > 0 }
    }
    documents = counts.map { [rows] count in rows.map { count.tallies[$0] } }
  }

  /// The sums of all rows, by row; `nil` weights count each document once.
  func sums(_ weights: [Double]? = nil) -> [Tally] {
    var sums = [Tally](repeating: Tally(), count: DocumentCounts.rowCount)
    for (document, tallies) in documents.enumerated() {
      let weight = weights?[document] ?? 1
      if weight == 0 { continue }
      for (index, row) in rows.enumerated() {
        sums[row].rightFound += weight * tallies[index].rightFound
        sums[row].found += weight * tallies[index].found
        sums[row].rightGold += weight * tallies[index].rightGold
        sums[row].gold += weight * tallies[index].gold
      }
    }
    return sums
  }
}
