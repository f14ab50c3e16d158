/// The hash of a search key: eight bytes a step, each folded in by a multiplication to 128 bits (as in Wang Yi's wyhash,
/// 2019).
///
/// The same key has the same hash on every machine: compiled lexicons hold slots by it.
public enum SearchKeyHash {
  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let factor: UInt64 = 0xA076_1D64_78BD_642F
  private static let lengthFactor: UInt64 = 0xE703_7ED1_A0B4_28DB

  /// The hash of a whole key.
  public static func of(_ key: ArraySlice<UInt8>) -> UInt64 { of(key.span, in: 0..<key.count) }

  /// The hash of a part of a text.
  public static func of(_ text: Span<UInt8>, in range: Range<Int>) -> UInt64 {
    var state = seed
    var index = range.lowerBound
    while range.upperBound &- index >= 8 {
      state = folded(state ^ text.word(at: index))
      index &+= 8
    }
    let word = text.word(at: index, before: range.upperBound)
    return finished(state, word, UInt64(truncatingIfNeeded: range.count))
  }

  /// The hash of `count` bytes from an offset of a text on. Reads whole words: there have to be eight bytes more.
  @inline(__always)
  static func of(_ text: Span<UInt8>, from start: Int, count: Int) -> UInt64 {
    var state = seed
    var index = start
    let end = start &+ count
    while end &- index >= 8 {
      state = folded(state ^ text.word(at: index))
      index &+= 8
    }
    let rest = end &- index
    let word =
      rest == 0 ? 0 : text.word(at: index) & (~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* rest))
    return finished(state, word, UInt64(truncatingIfNeeded: count))
  }

  @inline(__always)
  private static func finished(_ state: UInt64, _ word: UInt64, _ count: UInt64) -> UInt64 {
    folded(state ^ word ^ count &* lengthFactor)
  }

  @inline(__always)
  private static func folded(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: factor)
    return product.low ^ product.high
  }
}
