import Testing

@testable import DragomanLexicon

@Suite("The lengths of suffixes")
struct SuffixLengthsTests {
  @Test("hold each suffix that a key ends in, and none as long as the key is not")
  func random() {
    var generator = SeededGenerator(salt: 41)
    for _ in 0..<200 {
      let suffixes = (0..<30).map { _ in Self.word(1...6, using: &generator) }
      let lengths = SuffixLengths(suffixes)
      for _ in 0..<30 {
        let key = Self.word(0...8, using: &generator)
        let found = lengths.lengths(of: key[...])
        for suffix in suffixes where key.suffix(suffix.count).elementsEqual(suffix) {
          #expect(found >> UInt32(suffix.count) & 1 == 1, "\(suffix) of \(key)")
        }
        #expect(found >> UInt32(key.count + 1) == 0)
      }
    }
  }

  @Test("are the same wherever the key stands")
  func slice() {
    let lengths = SuffixLengths([Array("nın".utf8), Array("da".utf8), Array("a".utf8)])
    let text = Array("ankarada ve".utf8)
    #expect(lengths.lengths(of: text[0..<8]) == 1 << 1 | 1 << 2)
    #expect(lengths.lengths(of: text[0..<0]) == 0)
  }

  /// Few letters, so that words end alike.
  private static func word(
    _ length: ClosedRange<Int>, using generator: inout SeededGenerator
  ) -> [UInt8] {
    (0..<Int.random(in: length, using: &generator)).map { _ in
      UInt8.random(in: 0x61...0x63, using: &generator)
    }
  }
}
