import DragomanLexicon
import DragomanText
import Testing

@Suite("A set of languages")
struct LanguagesTests {
  @Test("suits a text in one of them, or of unknown language, or any text")
  func suiting() {
    let both: Languages = [.turkish, .kazakh]
    #expect(both.suits(Languages(.turkish)))
    #expect(!both.suits(Languages(.english)))
    #expect(both.suits(Languages(.undetermined)))
    #expect(Languages.any.suits(Languages(.russian)))
    #expect(!both.suits(.other))
  }

  @Test(
    "knows six languages by name, the rest as others",
    arguments: [
      ("en", .english), ("tr", .turkish), ("kk", .kazakh), ("az", .azerbaijani), ("ru", .russian),
      ("uz", .uzbek), ("fr", .other),
      ("und", .any),
    ] as [(String, Languages)])
  func names(code: String, expected: Languages) throws {
    #expect(Languages(try #require(LanguageTag(code))) == expected)
  }
}
