import DragomanText
import Testing

@testable import DragomanLexicon

@Suite("A name of a source")
struct SourceNameTests {
  @Test(
    "is in NFC, with single spaces inside and none around",
    arguments: [
      ("", ""), (" ", ""), ("\u{A0}Orven\u{A0}\u{A0}Tal\u{2003}", "Orven Tal"),
      ("Orven\r\n\tTal\u{0}", "Orven Tal"), ("Ays\u{327}e", "Ayşe"), ("Й", "Й"),
      ("И\u{306}", "Й"), ("Құрман Ғабит Һәм Өзбек", "Құрман Ғабит Һәм Өзбек"),
      ("а\u{483}", "а\u{483}"), ("\u{212B}", "Å"), ("東京", "東京"), ("Orven\u{85}Tal", "Orven Tal"),
    ])
  func cleaned(text: String, expected: String) {
    #expect(Array(SourceName.cleaned(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("is what NFC makes of it, for every scalar up to U+1000")
  func everyScalar() {
    for value in UInt32(0x21)..<0x1000 {
      guard let scalar = Unicode.Scalar(value), !scalar.properties.isWhitespace else { continue }
      for text in ["a\(scalar)b", "\(scalar)", "\(scalar)\(scalar)"] {
        let expected = Normalizer(level: .canonical).normalize(SourceText(text)).text
        #expect(
          Array(SourceName.cleaned(text).unicodeScalars) == Array(expected.unicodeScalars),
          "U+\(String(value, radix: 16))")
      }
    }
  }
}
