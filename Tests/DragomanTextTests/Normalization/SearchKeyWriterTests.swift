import Testing

@testable import DragomanText

/// The one-pass writer, held against the steps that define the level.
@Suite("The search key in one pass")
struct SearchKeyWriterTests {
  @Test("is what the steps make, and so is its alignment")
  func steps() {
    for text in SampleTexts.all(random: 2500, salt: 41) { check(text) }
  }

  @Test("is what the steps make of every scalar up to U+2FFF between letters of two scripts")
  func scalars() {
    for value in UInt32(0x80)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      check("A\(scalar)b к\(scalar)К e\u{323}\(scalar)")
    }
    var generator = SeededGenerator(salt: 42)
    for _ in 0..<2000 {
      let value = UInt32.random(in: 0x3000...0x1FFFF, using: &generator)
      guard let scalar = Unicode.Scalar(value) else { continue }
      check("A\(scalar)b к\(scalar)К e\u{323}\(scalar)")
    }
  }

  @Test("is what the steps make across the edges of blocks and chunks")
  func edges() {
    let parts = ["ş", "К", "A", "`", "’", "e\u{301}", "Kазах", "\u{AD}", "😀", "ℂк", "кℂ", "Ⅷ"]
    for part in parts {
      for length in [0, 1, 6, 7, 8, 9, 62, 63, 64, 65] {
        for filler in ["a", "ж", "ç", " "] {
          let text = String(repeating: filler, count: length)
          check(text + part + text + "B" + part)
        }
      }
      check(String(repeating: "a", count: (1 << 14) - 3) + part + "Ğx " + part)
      check("Ü" + String(repeating: "a", count: (1 << 14) - 4) + part + "Ğx " + part)
    }
  }

  @Test("does not copy a text that is its own key")
  func plain() {
    for text in ["plain, 2024.", "жай мәтін, қазақ", "5 € 漢字 ×", "a€b漢🇰🇿", "ω - k"] {
      #expect(SearchKeyWriter.apply(to: Array(text.utf8)).alignment.isIdentity)
      check(text)
    }
    let long = [UInt8](repeating: 0x61, count: 1000)
    #expect(SearchKeyWriter.plainEnd(in: long.span, from: 0) == 1000)
    for (position, byte) in [(0, 0x41), (63, 0x5A), (64, 0x60), (999, 0xC3), (500, 0x41)] {
      var changed = long
      changed[position] = UInt8(byte)
      #expect(SearchKeyWriter.plainEnd(in: changed.span, from: 0) == position)
    }
    let neighbours = Array("@[{/:~\u{7F}\u{0}_^".utf8)
    #expect(SearchKeyWriter.plainEnd(in: neighbours.span, from: 0) == neighbours.count)
  }

  @Test("knows by its lead byte each scalar that has a typographic form")
  func suspects() {
    for value in UInt32(0)...0xFFFF where !(0xD800...0xDFFF).contains(value) {
      guard TypographicForm.change(of: value) != nil else { continue }
      var bytes: [UInt8] = []
      ScalarDecoding.append(value, to: &bytes)
      #expect(TypographicForm.isSuspect(bytes[0]), "U+\(String(value, radix: 16))")
    }
  }

  private func check(_ text: String) {
    let bytes = Array(text.utf8)
    let found = SearchKeyWriter.apply(to: bytes)
    let expected = SearchKeySteps.apply(to: bytes)
    let shown = Comment(rawValue: SampleTexts.shown(String(text.prefix(300))))
    #expect(found.bytes == expected.bytes, shown)
    #expect(found.alignment == expected.alignment, shown)
  }
}
