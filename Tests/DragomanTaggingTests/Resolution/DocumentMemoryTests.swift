import Dragoman
import Testing

@Suite("What a document has named")
struct DocumentMemoryTests {
  @Test(
    "is found again in short, as it stands or with an ending",
    arguments: [
      ("en", "[Maria Okonjo-Finch|person] spoke. Later [Okonjo-Finch|person] left."),
      (
        "en",
        "The [Brightwater Trust for Rivers|organization] ([BTR|organization]) met. Then [BTR|organization] left."
      ),
      ("tr", "[Yelda Koçaslan|person] konuştu. Toplantıda [Koçaslanın|person] önerisi okundu."),
      ("ru", "Выступила [Марина Тувырская|person]. Слова [Тувырской|person] записали."),
      ("kk", "[Ерлан Тувбаев|person] сөйледі. Кеше [Тувбаевтың|person] сөзі шықты."),
      // What only begins alike is another word.
      ("tr", "[Yelda Koçaslan|person] konuştu. Toplantıda Koçaslak önerisi okundu."),
    ] as [(String, MarkedText)])
  func found(language: String, expected: MarkedText) throws {
    #expect(try TaggingFixture.marked(expected, try #require(LanguageTag(language))) == expected)
  }
}
