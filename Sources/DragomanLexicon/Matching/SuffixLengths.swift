/// Which lengths the suffixes have that the end of a word may be, of a set of suffixes: a hash of the last byte, the last
/// two or the last four leads to lengths in bytes, as bits. What is not there need not be looked up.
struct SuffixLengths: Sendable {
  /// Longer suffixes are noted as this long.
  static let longest = 31

  private static let slotBits: UInt32 = 10
  /// How many bytes are looked at; a suffix is noted by as many of them as it has.
  private static let tails = [1, 2, 4]

  private var slots = [UInt32](repeating: 0, count: tails.count << slotBits)

  /// Notes suffixes; none without a byte.
  init(_ suffixes: [[UInt8]]) {
    for suffix in suffixes {
      guard let plane = Self.tails.lastIndex(where: { $0 <= suffix.count }) else { continue }
      slots[Self.slot(suffix[...], plane)] |= 1 << UInt32(min(suffix.count, Self.longest))
    }
  }

  /// The lengths of the suffixes that a key may end in. Cost: three reads.
  func lengths(of key: ArraySlice<UInt8>) -> UInt32 {
    var lengths: UInt32 = 0
    for (plane, tail) in Self.tails.enumerated() where tail <= key.count {
      lengths |= slots[Self.slot(key, plane)]
    }
    return key.count >= Self.longest ? lengths : lengths & (2 << UInt32(key.count) - 1)
  }

  private static func slot(_ key: ArraySlice<UInt8>, _ plane: Int) -> Int {
    var tail: UInt32 = 0
    for byte in key.suffix(tails[plane]) { tail = tail << 8 | UInt32(byte) }
    return plane << Int(slotBits) | Int((tail &* 0x9E37_79B1) >> (32 - slotBits))
  }
}
