import Testing

@testable import DragomanText

@Suite("The UTF-8 repair")
struct UTF8RepairTests {
  @Test("gives what the standard library gives, on random bytes")
  func random() {
    var generator = SeededGenerator(salt: 7)
    // Bytes that sequences are made of, so that many are nearly right.
    let likely: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
      0xED, 0xEE, 0xEF, 0xF0,
      0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...24, using: &generator)
      let bytes = (0..<count).map { _ in likely.randomElement(using: &generator) ?? 0 }
      let expected = String(decoding: bytes, as: UTF8.self)
      let (repaired, replacements) = UTF8Repair.repaired(bytes)
      let comment: Comment = "seed \(SeededGenerator.seed): \(bytes)"
      #expect(repaired == Array(expected.utf8), comment)
      #expect(
        replacements == expected.unicodeScalars.count { $0 == "\u{FFFD}" } - literal(bytes), comment
      )
      #expect(UTF8Repair.census(bytes).illFormed == replacements, comment)
    }
  }

  @Test("counts the sequences of two bytes and more")
  func census() {
    let census = UTF8Repair.census(Array("aüы€😀".utf8) + [0xFF, 0xC3])
    #expect(census.multiByte == 4)
    #expect(census.illFormed == 2)
  }

  /// How many U+FFFD the bytes hold that are no replacement.
  private func literal(_ bytes: [UInt8]) -> Int {
    bytes.indices.count { bytes[$0...].starts(with: [0xEF, 0xBF, 0xBD]) }
  }
}
