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
}
