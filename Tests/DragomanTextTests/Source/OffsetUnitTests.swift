import Testing

@testable import DragomanText

@Suite("An offset converter")
struct OffsetUnitTests {
  @Test("counts as a naive count does, at every scalar", arguments: OffsetUnit.allCases)
  func naive(unit: OffsetUnit) {
    let long = String(repeating: "Kazakhstan, Türkiye, Қазақстан, 😀. ", count: 12)
    for text in SampleTexts.all(random: 60, salt: 8) + [
      long, String(long.dropFirst(3)), String(repeating: "a", count: 300),
    ] {
      let source = SourceText(text)
      let converter = OffsetConverter(source, unit: unit)
      var byte = 0
      var expected = 0
      #expect(converter.offset(atByte: 0) == 0)
      for scalar in text.unicodeScalars {
        byte += UTF8.width(scalar)
        switch unit {
        case .utf8: expected += UTF8.width(scalar)
        case .utf16: expected += UTF16.width(scalar)
        case .codepoint: expected += 1
        }
        #expect(converter.offset(atByte: byte) == expected, "\(SampleTexts.shown(text))")
      }
    }
  }
}
