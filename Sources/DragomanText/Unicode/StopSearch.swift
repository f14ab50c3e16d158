/// Searches bytes for those that sentence stops are made of, eight at a time.
enum StopSearch {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The first index in a range with a full stop, `!`, `?`, or the last byte of an ellipsis; the range's end if
  /// there is none.
  static func first(in range: Range<Int>, of bytes: [UInt8]) -> Int {
    var index = range.lowerBound
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    unsafe bytes.withUnsafeBytes { text in
      // Inside the range, which is inside the bytes.
      while index + 8 <= range.upperBound {
        let word = UInt64(
          littleEndian: unsafe text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let found =
          zeros(word ^ 0x2E &* ones) | zeros(word ^ 0xA6 &* ones)
          | zeros(word ^ 0x21 &* ones) | zeros(word ^ 0x3F &* ones)
        if found != 0 {
          index += found.trailingZeroBitCount / 8
          return
        }
        index += 8
      }
      while index < range.upperBound {
        let byte = unsafe text[index]
        if byte == 0x2E || byte == 0xA6 || byte == 0x21 || byte == 0x3F { return }
        index += 1
      }
    }
    return index
  }

  /// The top bit of each byte that is zero. Borrows can set more bits, but only above a byte that is zero, so that the
  /// lowest bit is right.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
}
