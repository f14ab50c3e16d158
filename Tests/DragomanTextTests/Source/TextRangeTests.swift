import DragomanText
import Testing

@Suite("A text range")
struct TextRangeTests {
  @Test("knows what it shares with another")
  func overlap() {
    let range = TextRange(2, 5)
    #expect(range.count == 3)
    #expect(range.overlaps(TextRange(4, 9)))
    #expect(!range.overlaps(TextRange(5, 9)))
    #expect(range.contains(TextRange(3, 5)))
    #expect(!range.contains(TextRange(3, 6)))
  }
}
