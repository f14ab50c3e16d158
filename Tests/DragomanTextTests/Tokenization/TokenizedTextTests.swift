import Testing

@testable import DragomanText

@Suite("A tokenized text")
struct TokenizedTextTests {
  @Test("counts the scalars of some terms with what stands between them")
  func scalars() throws {
    let text = try Tokenizer().tokenize(
      NormalizedText(unchanged: SourceText("Kırşehir’e  «Жаңа» 🇰🇿 e\u{301}")), language: .turkish)
    for start in text.terms.indices {
      for end in start + 1...text.terms.count {
        let written = text.string(ofTerms: start..<end)
        #expect(text.scalarCount(ofTerms: start..<end) == written.unicodeScalars.count)
      }
    }
  }
}
