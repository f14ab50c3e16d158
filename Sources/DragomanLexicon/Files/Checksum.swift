/// The checksum of compiled lexicons: four sums side by side, so that it goes as fast as memory is read.
struct Checksum {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var sums = SIMD4<UInt64>(1, 2, 3, 4)
  /// Fewer than 32 bytes.
  private var waiting: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// Takes bytes more.
  mutating func add(_ bytes: ArraySlice<UInt8>) {
    byteCount += UInt64(bytes.count)
    var rest = bytes
    if !waiting.isEmpty {
      rest = bytes.dropFirst(32 - waiting.count)
      waiting += bytes[..<rest.startIndex]
      guard waiting.count == 32 else { return }
      sums = Self.mixed(sums, waiting.span)
      waiting.removeAll(keepingCapacity: true)
    }
    sums = Self.mixed(sums, rest.span)
    waiting += rest[(rest.endIndex - (rest.count & 31))...]
  }

  /// The sums after all whole blocks of 32 bytes.
  private static func mixed(
    _ sums: SIMD4<UInt64>, _ bytes: Span<UInt8>
  ) -> SIMD4<UInt64> {
    var sums = sums
    for block in 0..<bytes.count >> 5 {
      let words = unsafe bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: block << 5, as: SIMD4<UInt64>.self)
      sums = mixed(
        sums,
        SIMD4(
          UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]),
          UInt64(littleEndian: words[2]), UInt64(littleEndian: words[3])))
    }
    return sums
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
    if !waiting.isEmpty {
      copy.waiting += repeatElement(0, count: 32 - waiting.count)
      copy.sums = Self.mixed(sums, copy.waiting.span)
    }
    return Self.joined(copy.sums, byteCount)
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
    checksum.add(bytes.bytes(in: blocks << 5..<bytes.count)[...])
    return checksum.value
  }
}
