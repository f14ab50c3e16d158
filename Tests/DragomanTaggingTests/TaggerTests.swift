import Dragoman
import DragomanText
import Testing

@Suite("The tagger")
struct TaggerTests {
  static let pipeline = Result { try AnnotationPipeline() }

  func marked(_ text: MarkedText, _ language: LanguageTag) throws -> MarkedText {
    let pipeline = try Self.pipeline.get()
    return MarkedText(pipeline.annotate(SourceText(text.plain), language: language))
  }

  @Test(
    "leaves a suffix after an apostrophe outside the name",
    arguments: [
      "[Fatih Karahan|person] [Ankara|place]'da konuştu.",
      "[Türk Telekom|organization]'un [İstanbul|place] ofisi.",
      "[İSTANBUL|place]’DA [Türk Telekom|organization]’un ofisi.",
    ] as [MarkedText])
  func apostropheSuffix(expected: MarkedText) throws {
    #expect(try marked(expected, .turkish) == expected)
  }
}
