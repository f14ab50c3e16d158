import Dragoman
import Testing

@Suite("The explanation of which entry a name means")
struct DisambiguationReportTests {
  private static func explained(
    _ text: String, _ language: LanguageTag = .english
  ) throws -> AnnotatedDocument {
    try TaggingFixture.pipeline.get().annotate(
      SourceText(text), language: language, explaining: true)
  }

  /// The only disambiguation of a text.
  private static func only(
    _ text: String, _ language: LanguageTag = .english
  ) throws -> Disambiguation {
    let all = try explained(text, language).disambiguations
    #expect(all.count == 1)
    return try #require(all.first)
  }

  private static let texts: [(LanguageTag, String)] = [
    (.english, "Envoys met in Tripoli, Lebanon. Tripoli was calm. They left for Tripoli, Libya."),
    (.english, "The Ministry of Foreign Affairs of Georgia thanked Armenia, Georgia and Jordan."),
    (.turkish, "Venezuela'nın Valencia kentinde toplandılar, sonra Valencia'dan ayrıldılar."),
    (.kazakh, "Бейруттан кейін Ливан қонақтары Триполиге келді."),
    (.azerbaijani, "İspaniya komandası Madriddən Valensiyaya gəldi."),
    (.russian, "Встреча прошла в Триполи (Ливан)."),
    (.english, "Nobody came."),
    (.english, ""),
  ]

  @Test("is not there unless asked for, and changes nothing else", arguments: texts)
  func onlyOnRequest(language: LanguageTag, text: String) throws {
    let plain = try TaggingFixture.annotate(text, language)
    let explained = try Self.explained(text, language)
    #expect(plain.disambiguations.isEmpty)
    #expect(explained.mentions == plain.mentions)
    #expect(explained.nested == plain.nested)
    #expect(explained.entities == plain.entities)
    #expect(explained.roles == plain.roles)
  }

  @Test(
    "has points that add up, the best first, and the entity that the mentions belong to",
    arguments: texts)
  func points(language: LanguageTag, text: String) throws {
    let document = try Self.explained(text, language)
    var starts: [Int] = []
    for disambiguation in document.disambiguations {
      let mentions =
        disambiguation.mentions.map { document.mentions[$0] }
        + disambiguation.nested.map { document.nested[$0].mention }
      #expect(mentions.allSatisfy { $0.entity == disambiguation.entity })
      starts.append(try #require(mentions.map(\.range.lowerBound).min()))
      let points = disambiguation.candidates.map(\.points)
      #expect(points == points.sorted(by: >))
      for candidate in disambiguation.candidates {
        let sum = candidate.contributions.reduce(0) { $0 + $1.points }
        #expect(abs(sum - candidate.points) < 1e-9)
        #expect(Set(candidate.contributions.map(\.reason)).count == candidate.contributions.count)
      }
    }
    #expect(starts == starts.sorted())
  }

  @Test("tells the reasons for each entry, of mentions with different neighbours apart")
  func neighbours() throws {
    let document = try Self.explained(
      "Envoys met in Tripoli, Lebanon. Tripoli was calm. They left for Tripoli, Libya.")
    let (lebanese, libyan) = try (
      #require(document.disambiguations.first), #require(document.disambiguations.last)
    )
    #expect(document.disambiguations.count == 2)
    #expect(lebanese.mentions == [0, 2] && libyan.mentions == [3])
    #expect(lebanese.candidates.map(\.country) == ["LB", "LY"])
    #expect(libyan.candidates.map(\.country) == ["LY", "LB"])
    #expect(
      lebanese.candidates.map { $0.contributions.map(\.reason) } == [
        ["prominence", "country-named", "neighbour"], ["prominence", "country-named"],
      ])
    #expect(libyan.candidates[0].contributions.contains { $0.reason == "neighbour" })
    #expect([lebanese, libyan].allSatisfy { $0.outcome == .clear })
    #expect(document.entities[lebanese.entity].ids == lebanese.candidates[0].ids)
    #expect(document.entities[libyan.entity].ids == libyan.candidates[0].ids)
  }

  @Test("a list of countries speaks for the country")
  func list() throws {
    let document = try Self.explained("Jordan, Georgia and Kuwait signed it in Vienna.")
    let georgia = try #require(
      document.disambiguations.first { document.entities[$0.entity].name == "Georgia" })
    #expect(georgia.candidates.map(\.country) == ["GE", "US"])
    #expect(georgia.candidates[0].contributions.map(\.reason) == ["prominence", "list"])
    #expect(georgia.outcome == .clear)
  }

  @Test("a decision that stays open names the lead that is too small")
  func open() throws {
    let valencia = try Self.only("The boat reached Valencia.")
    #expect(valencia.outcome == .even)
    #expect(valencia.candidates.prefix(2).map(\.country) == ["VE", "ES"])
    let lead = try #require(valencia.lead)
    #expect(lead < 0.7)
    #expect(abs(lead - (valencia.candidates[0].points - valencia.candidates[1].points)) < 1e-9)
  }

  @Test("a likely entry has alternatives, which it leads by less than two points")
  func likely() throws {
    let document = try Self.explained("The boat reached Birmingham.")
    let birmingham = try #require(document.disambiguations.first)
    #expect(birmingham.outcome == .likely)
    #expect(try (0.7..<2).contains(#require(birmingham.lead)))
    #expect(document.entities[birmingham.entity].alternatives.map(\.country) == ["US"])
  }

  @Test("a body's short name stays open in a document about other countries")
  func elsewhere() throws {
    let senate = try Self.only("Kazakhstan waits. The Senate votes today in Astana.")
    #expect(senate.outcome == .elsewhere)
    #expect(senate.candidates.map(\.name) == ["United States Senate"])
    #expect(senate.lead == nil)
  }

  @Test("a fuller name of the document overrules the points")
  func overruled() throws {
    let document = try Self.explained(
      "The Senate of Kazakhstan met in Astana. The Senate votes today.")
    let senate = try #require(document.disambiguations.first)
    #expect(document.disambiguations.count == 1)
    #expect(senate.outcome == .overruled)
    #expect(document.entities[senate.entity].name == "Senate of Kazakhstan")
  }

  @Test("is about names inside mentions, too")
  func nested() throws {
    let document = try Self.explained("The Ministry of Foreign Affairs of Georgia sent a note.")
    let georgia = try #require(document.disambiguations.first)
    #expect(georgia.mentions.isEmpty && georgia.nested == [0])
    #expect(document.entities[georgia.entity].country == "GE")
  }

  @Test(
    "names that one entry has are not decided on", arguments: ["Jordan", "Anna Keller", "Baku"])
  func unambiguous(name: String) throws {
    #expect(try Self.explained("A letter from \(name) came.").disambiguations.isEmpty)
  }
}
