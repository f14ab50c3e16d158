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

  @Test(
    "takes no name that a law, a prize or a contest bears",
    arguments: [
      "The Halvorsen-Brandt Act and the Amanda Lorne Prize followed.",
      "The Halvorsen-Brandt amendment failed; [Amanda Lorne|person] said so.",
    ] as [MarkedText])
  func thingsNamedAfterPeople(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test(
    "takes no Turkish holiday, plan or prize for a person",
    arguments: [
      "Zafer Bayramı ve Eylem Planı görüşüldü.",
      "Kemal Erimez Ödülü verildi.",
    ] as [MarkedText])
  func turkishThings(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .turkish)
    #expect(found == expected)
  }

  @Test(
    "takes any word behind Mr for a name, and few behind Sayın",
    arguments: [
      "Mr. [Park|person] and Ms. [Wolf|person] met.",
      "Mr. Chairman, I agree.",
    ] as [MarkedText])
  func honorifics(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test(
    "reads names of countries that people are called by",
    arguments: [
      "[Chad Wexley|person] said that [Chad|place] would vote.",
      "[Georgia Meredew|person] left [Georgia|place].",
    ] as [MarkedText])
  func countriesAsGivenNames(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test(
    "reads capitals, apostrophes and hyphens of family names",
    arguments: [
      "The panel: [LEE Ji-won|person] and [Pedro DA COSTA|person].",
      "[Niall O’Gorman-Lynch|person] spoke.",
      "PRESIDENT [TOKAYEV|person] MEETS STUDENTS AGAIN",
      "King [Felipe VI|person] of [Spain|place] wrote.",
    ] as [MarkedText])
  func familyNames(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .english)
    #expect(found == expected)
  }

  @Test(
    "reads Turkish numbers of rulers, and leaves out words of respect behind a name",
    arguments: [
      "[Ürdün|place] Kralı [II. Abdullah|person] döndü.",
      "Törende [Nermin Akdoğanlı|person] Hanım konuştu.",
      "Sayın Basın Mensupları, Değerli Konuklar",
    ] as [MarkedText])
  func turkishRulers(expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, .turkish)
    #expect(found == expected)
  }
}
