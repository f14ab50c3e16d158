/// Looking at 64 or 8 bytes at once, in plain Swift.
///
/// A byte of a block is *marked* by its high bit; a test gives a block with the bytes marked that pass it. All tests
/// work inside 64-bit lanes without carries from byte to byte, so the compiler turns them into vector code.
enum ByteBlocks {
  /// 64 bytes.
  typealias Block = SIMD8<UInt64>

  /// The high bit of each byte.
  static let marks: UInt64 = 0x8080_8080_8080_8080

  /// A byte in each place.
  @inline(__always)
  static func splat(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Marks the bytes from `lower` on.
  ///
  /// - Precondition: `lower` is above 0x7F.
  @inline(__always)
  static func from(_ lower: UInt8, _ block: Block) -> Block {
    // The low seven bits carry into the high bit from `lower` on: 0x7F + 0x80 fits a byte.
    block & ((block & ~marks) &+ splat(0 &- lower)) & marks
  }

  /// Marks the bytes equal to one.
  @inline(__always)
  static func equal(_ byte: UInt8, _ block: Block) -> Block {
    let difference = block ^ splat(byte)
    return ~(((difference & ~marks) &+ splat(0x7F)) | difference) & marks
  }

  /// The marks of a block as a bit each.
  @inline(__always)
  static func bits(of marked: Block) -> UInt64 {
    var bits: UInt64 = 0
    for lane in 0..<8 {
      // The product's highest byte: no two of its 64 terms meet in a bit, and those of 2^56 on are the marks in order.
      let gathered = (marked[lane] &>> 7) &* 0x0102_0408_1020_4080
      bits |= (gathered &>> 56) &<< UInt64(8 &* lane)
    }
    return bits
  }

  /// Sixteen small numbers as two words, the first one lowest.
  @inline(__always)
  static func words(of numbers: SIMD16<Int8>) -> SIMD2<UInt64> {
    let words = unsafe unsafeBitCast(numbers, to: SIMD2<UInt64>.self)
    return SIMD2(words[0].littleEndian, words[1].littleEndian)
  }

  /// The sixteen small numbers that two words hold.
  @inline(__always)
  static func signedBytes(of words: SIMD2<UInt64>) -> SIMD16<Int8> {
    unsafe unsafeBitCast(
      SIMD2(UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1])),
      to: SIMD16<Int8>.self)
  }

  /// The offset of the first byte that passes a test, or the end. Cost: one pass at the speed of memory.
  ///
  /// - Parameters:
  ///   - marked: marks the bytes of a block that pass.
  ///   - passes: the same test of one byte.
  @inline(__always)
  static func firstIndex(
    in bytes: Span<UInt8>, from start: Int, marked: (Block) -> Block, passes: (UInt8) -> Bool
  ) -> Int {
    let count = bytes.count
    var index = start
    while count &- index >= 64 {
      let found = marked(bytes.block(at: index))
      if found.hasMark { return index + offset(ofFirstMark: found) }
      index &+= 64
    }
    while index < count, !passes(bytes[index]) { index &+= 1 }
    return index
  }

  @inline(__always)
  private static func offset(ofFirstMark found: Block) -> Int {
    for lane in 0..<8 where found[lane] != 0 {
      return lane * 8 + found[lane].trailingZeroBitCount / 8
    }
    return 64
  }
}

extension ByteBlocks.Block {
  /// Whether a bit is set.
  @inline(__always)
  var hasMark: Bool {
    self[0] | self[1] | self[2] | self[3] | self[4] | self[5] | self[6] | self[7] != 0
  }
}

/// Loads of plain numbers. Each checks its bounds, and every pattern of bits is a number, so they are safe.
extension Span<UInt8> {
  /// The eight bytes from an offset on, the first one lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Up to eight bytes from an offset on, the first one lowest: those before `end`, and zero for the others. Without
  /// branches that depend on how many there are.
  @inlinable @inline(__always)
  public func word(at offset: Int, before end: Int) -> UInt64 {
    guard offset &+ 8 <= count else { return shortWord(at: offset, before: end) }
    let word = UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let missing = 8 &- Swift.min(Swift.max(end &- offset, 0), 8)
    return word & (~0 >> UInt64(truncatingIfNeeded: 8 &* missing))
  }

  /// The first sixteen bytes of a range, the first one lowest, and zero for those behind its end. Without branches that
  /// depend on how many there are.
  @inlinable @inline(__always)
  public func words(in range: Range<Int>) -> (UInt64, UInt64) {
    let (start, length) = (range.lowerBound, range.count)
    guard start &+ 16 <= count else {
      return (
        shortWord(at: start, before: Swift.min(range.upperBound, start &+ 8)),
        shortWord(at: start &+ 8, before: Swift.min(range.upperBound, start &+ 16))
      )
    }
    let low = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
    let high = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start &+ 8, as: UInt64.self)
    let bits = UInt64(truncatingIfNeeded: length &<< 3)
    let lowMask: UInt64 = length >= 8 ? ~0 : (1 &<< bits) &- 1
    let highMask: UInt64 = length >= 16 ? ~0 : (1 &<< (bits &- 64)) &- 1
    return (
      UInt64(littleEndian: low) & lowMask,
      UInt64(littleEndian: high) & (length > 8 ? highMask : 0)
    )
  }

  @usableFromInline
  func shortWord(at offset: Int, before end: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in offset..<Swift.max(offset, Swift.min(end, count)) {
      word |= UInt64(self[index]) << UInt64(8 * (index - offset))
    }
    return word
  }

  /// The 64 bytes from an offset on, in lanes of eight.
  @inline(__always)
  func block(at offset: Int) -> ByteBlocks.Block {
    let block = unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: offset, as: ByteBlocks.Block.self)
    #if _endian(big)
      var lanes = block
      for lane in 0..<8 { lanes[lane] = block[lane].byteSwapped }
      return lanes
    #else
      return block
    #endif
  }
}

/// Stores of plain numbers, which check their bounds.
extension MutableSpan<UInt8> {
  /// Puts eight bytes at an offset, the lowest first.
  @inline(__always)
  mutating func store(_ word: UInt64, at offset: Int) {
    var target = unsafe mutableBytes
    target.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
  }

  /// Puts sixteen bytes at an offset, the lowest first.
  @inline(__always)
  mutating func store(_ words: SIMD2<UInt64>, at offset: Int) {
    var target = unsafe mutableBytes
    target.storeBytes(
      of: SIMD2(words[0].littleEndian, words[1].littleEndian), toByteOffset: offset,
      as: SIMD2<UInt64>.self)
  }
}
