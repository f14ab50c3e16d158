import Dragoman
import Testing

@Suite("The tagger")
struct TaggerTests {
  @Test(
    "leaves a suffix after an apostrophe outside the name",
    arguments: [
      "[Fatih Karahan|person] [Ankara|place]'da konuştu.",
      "[Türk Telekom|organization]'un [İstanbul|place] ofisi.",
      "[İSTANBUL|place]’DA [Türk Telekom|organization]’un ofisi.",
      "Heyet [Bakü|place]`ye geçti.",
    ] as [MarkedText])
  func apostropheSuffix(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .turkish)
    #expect(found == expected)
  }

  @Test("reports the suffix that it left outside")
  func suffix() throws {
    let document = try TaggingFixture.annotate("Görüşme Ankara’da yapıldı.", .turkish)
    let suffix = try #require(document.mentions.first?.suffix)
    #expect(document.source.text(in: suffix) == "’da")
  }

  @Test("keeps an English possessive outside the name")
  func possessive() throws {
    let expected: MarkedText = "He praised [Kazakhstan|place]’s offer and [Türkiye|place]'s reply."
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test(
    "takes an inflected word whole where the language has no apostrophe",
    arguments: [
      ("Келіссөз [Анкарада|place] өтті.", LanguageTag.kazakh),
      ("Переговоры прошли в [Анкаре|place] и [Астане|place].", .russian),
      ("Görüş [Bakıda|place] keçirilib.", .azerbaijani),
    ] as [(MarkedText, LanguageTag)])
  func inflected(expected: MarkedText, language: LanguageTag) throws {
    let found = try TaggingFixture.marked(expected, language)
    #expect(found == expected)
  }

  @Test("does not confuse the four i's")
  func dottedAndDotless() throws {
    for city in ["İstanbul", "İSTANBUL", "Istanbul", "ISTANBUL"] {
      let document = try TaggingFixture.annotate("Toplantı \(city) kentinde yapıldı.", .turkish)
      #expect(document.entities.map(\.name) == ["Istanbul"], "\(city)")
    }
  }

  @Test("tags what was read in a wrong code page, and leaves the text as it came")
  func wrongCodePage() throws {
    let text = "Dýþiþleri Bakanlýðý açýklamasýna göre heyet Þanlýurfa'ya gitti."
    let document = try TaggingFixture.annotate(text, .turkish)
    #expect(document.text == text)
    #expect(document.mentions.map(document.text(of:)) == ["Dýþiþleri Bakanlýðý", "Þanlýurfa"])
    #expect(document.warnings.map(\.code) == [.repairedEncoding])
  }

  @Test("gives the same answer from eight tasks at once")
  func tasks() async throws {
    let text =
      "Ambassador of Kazakhstan to Türkiye, Yerlan Seitkali, met Rector Ayşe Demir in Ankara."
    let first = try TaggingFixture.annotate(text, .english).mentions
    await withTaskGroup(of: [Mention].self) { group in
      for _ in 0..<8 {
        group.addTask { (try? TaggingFixture.annotate(text, .english).mentions) ?? [] }
      }
      for await mentions in group { #expect(mentions == first) }
    }
  }

  @Test("finds nothing in a text without names")
  func empty() throws {
    for text in ["", " \n\n ", "🎉🎉", "\0\0", "nothing to see here."] {
      #expect(try TaggingFixture.annotate(text, .english).mentions.isEmpty)
    }
  }
}
