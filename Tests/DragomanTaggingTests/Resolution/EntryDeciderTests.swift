import Dragoman
import Testing

@Suite("Which entry of several a name means")
struct EntryDeciderTests {
  /// A text, its language, and the name of a place in it with the country that is meant.
  struct Case: Sendable, CustomStringConvertible {
    let text: String
    let language: LanguageTag
    let name: String
    let country: String?

    init(_ text: String, _ name: String, _ country: String?, _ language: LanguageTag = .english) {
      self.text = text
      self.language = language
      self.name = name
      self.country = country
    }

    var description: String { text }

    func entity() throws -> TaggedEntity? {
      let document = try TaggingFixture.annotate(text, language)
      let mention = document.mentions.first { document.text(of: $0) == name }
      return mention.map { document.entities[$0.entity] }
    }
  }

  @Test(
    "is decided by the country or region beside it",
    arguments: [
      Case("Talks in Tripoli, Lebanon, went on for days.", "Tripoli", "LB"),
      Case("Talks in Tripoli (Lebanon) went on for days.", "Tripoli", "LB"),
      Case("They study in Cambridge, Massachusetts, and in Geneva.", "Cambridge", "US"),
      Case("They study in Cambridge, United Kingdom, for a year.", "Cambridge", "GB"),
      Case("A plant opened in Valencia, Venezuela, last week.", "Valencia", "VE"),
      Case("A plant opened in the Spanish city of Valencia last week.", "Valencia", "ES"),
      Case("The ship left Victoria, British Columbia, at dawn.", "Victoria", "CA"),
      Case("Venezuela'nın Valencia kentinde görüşme yapıldı.", "Valencia", "VE", .turkish),
      Case("He moved from Atlanta, Georgia, to Boston.", "Georgia", "US"),
      Case("Переговоры прошли в Триполи (Ливан) вчера.", "Триполи", "LB", .russian),
    ])
  func neighbours(expected: Case) throws {
    let entity = try #require(try expected.entity())
    #expect(entity.country == expected.country)
    #expect(!entity.ids.isEmpty)
    #expect(entity.alternatives.isEmpty)
  }

  @Test(
    "is decided by the countries and others that the document names",
    arguments: [
      Case("Spain invests. The Madrid office buys land in Valencia.", "Valencia", "ES"),
      Case("Caracas and Venezuela's cities Maracay and Valencia grow.", "Valencia", "VE"),
      Case(
        "London and Oxford agree, and in Cambridge the United Kingdom builds.", "Cambridge", "GB"),
      Case("İspanya heyeti dün Valencia'ya gitti, Madrid'e döndü.", "Valencia", "ES", .turkish),
      Case("Премьер Испании прибыл в Валенсию из Мадрида.", "Валенсию", "ES", .russian),
      Case("Бейруттан кейін Ливан делегациясы Триполиге барды.", "Триполиге", "LB", .kazakh),
      Case(
        "İspaniya nümayəndələri Madriddən Valensiyaya getdi.", "Valensiyaya", "ES", .azerbaijani),
    ])
  func countries(expected: Case) throws {
    let entity = try #require(try expected.entity())
    #expect(entity.country == expected.country)
    #expect(!entity.ids.isEmpty)
  }

  @Test(
    "is a country among countries and a state among states",
    arguments: [
      Case("Armenia, Georgia and Azerbaijan sent envoys to the United States.", "Georgia", "GE"),
      Case("The United States, Georgia and Canada signed it.", "Georgia", "GE"),
      Case("The Prime Minister of Georgia thanked the United States.", "Georgia", "GE"),
      Case("Storms hit Florida, Georgia and Alabama.", "Georgia", "US"),
      Case("Jordan and Lebanon border Syria.", "Jordan", "JO"),
    ])
  func lists(expected: Case) throws {
    let entity = try #require(try expected.entity())
    #expect(entity.country == expected.country)
    #expect(!entity.ids.isEmpty)
  }

  @Test("means one thing in a document, until a country beside it says otherwise")
  func carried() throws {
    let document = try TaggingFixture.annotate(
      "In Tripoli, Lebanon, it rained. Tripoli was cold. In Tripoli, Libya, it was hot. Tripoli slept.",
      .english)
    let countries = document.mentions.filter { document.text(of: $0) == "Tripoli" }
      .map { document.entities[$0.entity].country }
    #expect(countries == ["LB", "LB", "LY", "LY"])
  }

  @Test("stays open where nothing decides: no ids, and what it may be")
  func open() throws {
    let entity = try #require(try Case("She flew to Valencia.", "Valencia", nil).entity())
    #expect(entity.name == "Valencia")
    #expect(entity.ids.isEmpty && entity.country == nil)
    #expect(entity.alternatives.map(\.country) == ["VE", "ES"])
    #expect(entity.alternatives.allSatisfy { !$0.ids.isEmpty })
  }

  @Test("tells what else it may be where one is likelier")
  func likelier() throws {
    let entity = try #require(try Case("She flew to Birmingham.", "Birmingham", "GB").entity())
    #expect(entity.country == "GB" && !entity.ids.isEmpty)
    #expect(entity.alternatives.map(\.country) == ["US"])
  }

  @Test("is clear where one is far better known", arguments: ["Tripoli", "Madrid", "Paris"])
  func prominent(name: String) throws {
    let entity = try #require(try Case("She flew to \(name).", name, nil).entity())
    #expect(!entity.ids.isEmpty && entity.alternatives.isEmpty)
  }

  @Test("an acronym is the body of the country that the document speaks of")
  func acronyms() throws {
    let azerbaijan = try #require(
      try Case("Azərbaycan hökuməti və AMB bəyanat verdi.", "AMB", "AZ", .azerbaijani).entity())
    #expect(azerbaijan.country == "AZ")
    let kazakhstan = try #require(
      try Case("АНК Казахстана собралась в Астане.", "АНК", "KZ", .russian).entity())
    #expect(kazakhstan.country == "KZ")
  }

  @Test("a body's short name is not that of a country which the document does not speak of")
  func elsewhere() throws {
    let entity = try #require(
      try Case("Kazakhstan votes. The Senate meets in Astana.", "Senate", nil).entity())
    #expect(entity.ids.isEmpty)
    #expect(entity.alternatives.map(\.name) == ["United States Senate"])
  }

  @Test("names of people stay names of people")
  func people() throws {
    let document = try TaggingFixture.annotate(
      "Michael Jordan met envoys in Jordan. Batman left.", .english)
    #expect(document.mentions.map(\.kind) == [.person, .place])
  }
}
