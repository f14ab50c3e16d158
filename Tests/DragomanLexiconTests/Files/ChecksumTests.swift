import Testing

@testable import DragomanLexicon

@Suite("The checksum")
struct ChecksumTests {
  /// As docs/lexicon-format.md has it, number by number.
  private static func expected(_ bytes: [UInt8]) -> UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var sums: [UInt64] = [1, 2, 3, 4]
    let filled = bytes + [UInt8](repeating: 0, count: (32 - bytes.count % 32) % 32)
    for start in stride(from: 0, to: filled.count, by: 8) {
      let word = filled[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
      let mixed = (sums[start / 8 % 4] ^ word) &* factor
      sums[start / 8 % 4] = mixed ^ mixed >> 29
    }
    return sums.reduce(UInt64(bytes.count)) { sum, one in
      let mixed = (sum ^ one) &* factor
      return mixed ^ mixed >> 29
    }
  }

  @Test("is that of the format, whatever pieces the bytes come in", arguments: 0...130)
  func pieces(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for size in [1, 7, 31, 32, 33, 64, 1000] {
      var checksum = Checksum()
      for start in stride(from: 0, to: count, by: size) {
        checksum.add(bytes[start..<min(start + size, count)])
      }
      #expect(checksum.value == Self.expected(bytes), "pieces of \(size)")
    }
  }
}
