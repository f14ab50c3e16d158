internal import DragomanLexicon
internal import DragomanTagging

/// The weights of a learned model, packed for ``NameModel``: the largest of them, as bytes, in a table by their hashes.
struct NameModelImage {
  /// Weights by the hash of their feature; of spans the first four count.
  private let rows: [(hash: UInt32, weights: SIMD16<Int8>)]

  /// - Parameters:
  ///   - features: all hashes that were seen, each once.
  ///   - rowLimit: how many rows are kept at most: those with the largest weights.
  init(
    _ features: [UInt32], rowLimit: Int, _ weights: (UInt32) -> SIMD16<Float>
  ) {
    var rows: [(hash: UInt32, weights: SIMD16<Int8>, size: Int)] = []
    for feature in features {
      let scaled = (weights(feature) / NameModel.step).rounded(.toNearestOrEven)
        .clamped(lowerBound: SIMD16(repeating: -127), upperBound: SIMD16(repeating: 127))
      let row = SIMD16<Int8>(truncatingIfNeeded: SIMD16<Int32>(scaled))
      let size = SIMD16<Int32>(truncatingIfNeeded: row)
      let square = (size &* size).wrappedSum()
      if square > 4 { rows.append((feature, row, Int(square))) }
    }
    rows.sort { ($0.size, $0.hash) > ($1.size, $1.hash) }
    self.rows = rows.prefix(rowLimit).map { ($0.hash, $0.weights) }
  }

  var rowCount: Int { rows.count }

  /// The bytes of the file.
  ///
  /// - Parameters:
  ///   - calibration: slope and offset of each kind.
  ///   - summary: what the model was made of, by name.
  func encode(
    calibration: [(slope: Float, offset: Float)], summary: [(String, String)]
  ) -> [UInt8] {
    var bucketCount = max(1, Int((Double(rows.count) / 0.85 / 8).rounded(.up)))
    var placed = place(bucketCount)
    while placed == nil {
      bucketCount += bucketCount / 16 + 1
      placed = place(bucketCount)
    }
    let (tags, table) = placed ?? ([], [])
    var settings: [UInt8] = []
    for (slope, offset) in calibration {
      for number in [slope, offset] { Self.append(number.bitPattern, 4, to: &settings) }
    }
    var tagBytes: [UInt8] = []
    for tag in tags { Self.append(UInt32(tag), 2, to: &tagBytes) }
    var rowBytes: [UInt8] = []
    rowBytes.reserveCapacity(table.count * 16)
    for row in table { for lane in 0..<16 { rowBytes.append(UInt8(bitPattern: row[lane])) } }
    let lines = summary.map { "\($0.0)\t\($0.1)\n" }.joined()
    return CompiledFile.encode(
      NameModel.format, [tagBytes, rowBytes, settings, Array(lines.utf8)])
  }

  /// The tags and rows of a table of so many buckets; `nil` if a row would lie too far from its place.
  private func place(_ bucketCount: Int) -> (tags: [UInt16], table: [SIMD16<Int8>])? {
    let size = WeightTable.bucketSize
    var tags = [UInt16](repeating: 0, count: bucketCount * size)
    var table = [SIMD16<Int8>](repeating: .zero, count: bucketCount * size)
    for (hash, weights) in rows {
      let tag = WeightTable.tag(of: hash)
      var bucket = WeightTable.bucket(of: hash, count: bucketCount)
      var isPlaced = false
      for _ in 0..<WeightTable.longestProbe where !isPlaced {
        let slots = bucket * size..<(bucket + 1) * size
        // Of two features with one tag the larger weights stay.
        if slots.contains(where: { tags[$0] == tag }) {
          isPlaced = true
        } else if let slot = slots.first(where: { tags[$0] == 0 }) {
          tags[slot] = tag
          table[slot] = weights
          isPlaced = true
        }
        bucket = bucket + 1 == bucketCount ? 0 : bucket + 1
      }
      if !isPlaced { return nil }
    }
    return (tags, table)
  }

  private static func append(_ value: UInt32, _ count: Int, to bytes: inout [UInt8]) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(8 * index))) }
  }
}
