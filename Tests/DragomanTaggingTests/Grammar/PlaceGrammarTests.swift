import Dragoman
import Testing

@Suite("The grammar of places")
struct PlaceGrammarTests {
  @Test(
    "reads heads and shared directions",
    arguments: [
      "It lies in [Central and South Asia|place].",
      "They landed at [Orlane Airport|place] near [Lake Tuzkan|place].",
      "Ships cross the [Central Arctic Ocean|place].",
      "The price is US$ 20.",
    ] as [MarkedText])
  func english(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test("makes two places of a pair with a hyphen")
  func pair() throws {
    let expected: MarkedText = "the [Azerbaijan|place]-[Türkiye|place] talks"
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test(
    "reads initials in the names of buildings, and hyphens in those of countries",
    arguments: [
      "They landed at [Robert T. Wexley Airport|place].",
      "Flights to [Guinea-Bissau|place] resumed.",
    ] as [MarkedText])
  func initials(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test(
    "leaves a Turkish head in small letters outside",
    arguments: [
      "[Afyonkarahisar|place]’ın [Çay|place] ilçesinde çay içildi.",
      "[Doğu ve Güneydoğu Anadolu|place] için uyarı yapıldı.",
    ] as [MarkedText])
  func smallHeads(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .turkish)
    #expect(found == expected)
  }

  @Test(
    "takes a word for people and their language for no village",
    arguments: [
      "The Kazakh side spoke Kazakh."
    ] as [MarkedText])
  func demonyms(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }
}
