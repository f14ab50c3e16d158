import Dragoman
import Testing

@Suite("The grammar of people")
struct PersonGrammarTests {
  @Test(
    "takes a name behind an office or a word of respect, without it",
    arguments: [
      "Transport Minister [Talgat Ospanbek|person] spoke first.",
      "They thanked H.E. Mr. [Dovran Hallyyev|person] for his words.",
      "Ambassador of [Japan|place] to [Peru|place], [Haruto Minamida|person], arrived.",
      "Queen [Margrethe II|person] opened the exhibition.",
      "Lord [Harrow of Easton|person] replied for the government.",
      "The prize went to Dr. [Ülkü Sarpkaya|person].",
    ] as [MarkedText])
  func titles(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test(
    "reads initials, particles, hyphens and letters behind a name",
    arguments: [
      "A talk by [K. Mamraliyev|person] and [M. J. van der Heide|person] followed.",
      "Minister [Marie-Louise Okonjo-Finch|person] and later [Okonjo-Finch|person] alone.",
      "High Commissioner [Jane Harrowgate|person] CMG OBE said so.",
    ] as [MarkedText])
  func shapes(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test("ends a name at the initials of the next")
  func attachedInitials() throws {
    let expected: MarkedText = "[Р.Ахметов|person] [Н.Сериковты|person] қабылдады."
    let found = try TaggingFixture.marked(expected, .kazakh)
    #expect(found == expected)
  }

  @Test("takes a given name that ends like an office with an ending")
  func nameLikeOffice() throws {
    let expected: MarkedText = "[Muş|place] Belediye Başkanı [Şahin Ağırbaşoğlu|person] açıkladı."
    let found = try TaggingFixture.marked(expected, .turkish)
    #expect(found == expected)
  }

  @Test("does not take an office's own words for a name")
  func officeWords() throws {
    let expected: MarkedText =
      "Under Secretary for Civilian Security and Human Rights [Ulrika Zetterholm|person] spoke."
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }
}
