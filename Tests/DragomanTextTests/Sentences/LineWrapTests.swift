import Testing

@testable import DragomanText

@Suite("The line wrap")
struct LineWrapTests {
  @Test("reads a long line whose 480th byte is inside a letter")
  func longLine() throws {
    let first = "The ministry of foreign affairs of the country opened a school\n"
    for count in 239...244 {
      for start in ["", "A", "AB", "ABC"] {
        let text = first + start + String(repeating: "Я", count: count)
        let result = try Tokenizer().tokenize(SourceText(text), language: .english)
        #expect(result.sentences.last?.upperBound == text.utf8.count)
      }
    }
  }
}
