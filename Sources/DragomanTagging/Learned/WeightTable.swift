package import DragomanLexicon

/// Rows of weights by the hashes of their features, in the bytes of a file.
///
/// Buckets of eight rows, each with a tag of 16 bits of the hash; a row that finds its bucket full lies in the next one that is
/// not. So nearly every row that is not there costs one read, of the eight tags at once.
package struct WeightTable: Sendable {
  /// How many rows a bucket has.
  package static let bucketSize = 8
  /// How many buckets are looked into at most.
  package static let longestProbe = 8

  private let tags: MappedBytes
  private let rows: MappedBytes
  private let bucketCount: Int

  /// Takes the bytes of tags and rows; of what is damaged rows are missing.
  init(tags: MappedBytes, rows: MappedBytes) {
    self.tags = tags
    self.rows = rows
    bucketCount = tags.count / (2 * Self.bucketSize)
  }

  /// The row of a hash; zeros if there is none.
  @inline(__always)
  subscript(hash: UInt32) -> SIMD16<Int8> {
    let tag = UInt64(Self.tag(of: hash)) &* Self.ones
    var bucket = Self.bucket(of: hash, count: bucketCount)
    for _ in 0..<Self.longestProbe {
      let (low, high) = (tags.uint64(2 &* bucket), tags.uint64(2 &* bucket &+ 1))
      let (inLow, inHigh) = (Self.zeros(in: low ^ tag), Self.zeros(in: high ^ tag))
      if inLow | inHigh != 0 {
        let place =
          inLow != 0 ? inLow.trailingZeroBitCount >> 4 : 4 &+ inHigh.trailingZeroBitCount >> 4
        return rows.signedBytes(at: (bucket &* 8 &+ place) &* 16)
      }
      // Rows fill a bucket from its start.
      if high >> 48 == 0 { return .zero }
      bucket = bucket &+ 1 == bucketCount ? 0 : bucket &+ 1
    }
    return .zero
  }

  private static let ones: UInt64 = 0x0001_0001_0001_0001

  /// Bits of the numbers of 16 bits that are zero; the lowest one is right.
  @inline(__always)
  private static func zeros(in numbers: UInt64) -> UInt64 {
    (numbers &- ones) & ~numbers & (ones << 15)
  }

  /// The bucket of a hash.
  @inline(__always)
  package static func bucket(of hash: UInt32, count: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(hash) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  /// What a bucket keeps of a hash: never zero.
  @inline(__always)
  package static func tag(of hash: UInt32) -> UInt16 { max(1, UInt16(truncatingIfNeeded: hash)) }
}
