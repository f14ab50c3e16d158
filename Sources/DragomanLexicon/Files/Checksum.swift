/// The checksum of compiled lexicons: four sums side by side, so that it goes as fast as memory is read.
struct Checksum {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var sums = SIMD4<UInt64>(1, 2, 3, 4)
  private var waiting: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// Takes bytes more.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      waiting.append(byte)
      if waiting.count == 32 { addWaiting() }
    }
  }

  private mutating func addWaiting() {
    var words = SIMD4<UInt64>()
    for (index, byte) in waiting.enumerated() {
      words[index >> 3] |= UInt64(byte) << UInt64(8 * (index & 7))
    }
    sums = Self.mixed(sums, words)
    byteCount += UInt64(waiting.count)
    waiting.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private static func mixed(
    _ sums: SIMD4<UInt64>, _ words: SIMD4<UInt64>
  ) -> SIMD4<UInt64> {
    let mixed = (sums ^ words) &* factor
    return mixed ^ mixed &>> 29
  }

  /// The sum of all bytes so far.
  var value: UInt64 {
    var copy = self
    if !copy.waiting.isEmpty { copy.addWaiting() }
    return Self.joined(copy.sums, copy.byteCount)
  }

  private static func joined(_ sums: SIMD4<UInt64>, _ byteCount: UInt64) -> UInt64 {
    var result = byteCount
    for index in 0..<4 {
      result = (result ^ sums[index]) &* factor
      result ^= result >> 29
    }
    return result
  }

  /// The checksum of a part of a file.
  static func of(_ bytes: MappedBytes) -> UInt64 {
    var checksum = Checksum()
    let blocks = bytes.count >> 5
    var sums = checksum.sums
    for block in 0..<blocks {
      let word = block << 2
      sums = mixed(
        sums,
        SIMD4(
          bytes.uint64(word), bytes.uint64(word + 1), bytes.uint64(word + 2), bytes.uint64(word + 3)
        ))
    }
    checksum.sums = sums
    checksum.byteCount = UInt64(blocks << 5)
    checksum.add(bytes.bytes(in: blocks << 5..<bytes.count))
    return checksum.value
  }
}
