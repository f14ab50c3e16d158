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

  @Test(
    "says which lines end their sentences whatever follows",
    arguments: [
      ("", true), ("\r", true), (" \t ", true), ("Headline", true), ("Headline\r", true),
      (String(repeating: "a", count: 24), true), (String(repeating: "a", count: 25), false),
      (String(repeating: "я", count: 24), true), (String(repeating: "я", count: 120), false),
      (String(repeating: "я", count: 121), true), (String(repeating: "😀", count: 1000), true),
      ("“" + String(repeating: "a", count: 120), false),
      (String(repeating: "(", count: 2000) + String(repeating: "a", count: 120), false),
      (String(repeating: " ", count: 2000) + String(repeating: "a", count: 120), false),
      (String(repeating: "a ", count: 30) + "\u{2028}b", false), ("a\u{85}b", false),
      (String(repeating: "a ", count: 3000), true),
    ])
  func sureEnds(line: String, isSure: Bool) {
    let before = "The ministry of foreign affairs of the country opened a school\n"
    let bytes = Array((before + line + "\n").utf8)
    #expect(LineWrap.isSureEnd(bytes.count - 1, in: bytes) == isSure)
  }
}
