import DragomanText
import Testing

@testable import DragomanLexicon

@Suite("Looking a name up")
struct LexiconLookUpTests {
  private static func lookUp(
    _ name: String, _ language: LanguageTag = .turkish
  ) throws -> LexiconLookUp {
    let fixture = try LexiconFixture([
      [
        (
          "a.entities.tsv",
          """
          place\tIşık\tTR\t30
          place\tAnkara\tTR\t80
          \tAngora\ten\tformer
          organization\tAnkara\tTR\t20
          \tANK\t*\tacronym
          office\tMayor of Ankara\tTR
          person\tAyla Demirci\tTR\t40
          \t+office\tMayor of Ankara\t2019-04\t2024
          \tАйла Демирджи\tru\ttransliterated
          """
        ), ("b.words.tsv", "Ayla\tfirst-name"),
      ],
      [
        (
          "c.entities.tsv",
          "forbid\tAngora\nplace\tAnkara\tTR\t10\twikidata:Q3640\toverride=yes"
        )
      ],
    ])
    return fixture.stack.lookUp(fixture.tokenizer.tokenize(SourceText(name), language: language))
  }

  @Test("shows every entry, and why it does not count")
  func refusals() throws {
    let found = try Self.lookUp("Ankara").candidates.map {
      "\($0.entry.type.name) \($0.reference.lexicon) \($0.refusal?.rawValue ?? "yes")"
    }
    #expect(found == ["place 1 yes", "organization 0 yes", "place 0 overridden"])
    #expect(try Self.lookUp("ankara").candidates.allSatisfy { $0.refusal == .rule })
    let forbidden = try Self.lookUp("Angora").candidates
    #expect(forbidden.map(\.entry.type) == [.forbid, .place])
    #expect(forbidden.last?.refusal == .overridden)
  }

  @Test(
    "says how near the writing is",
    arguments: [
      ("Ankara", SpellingQuality.exact), ("ANKARA", .letterCase), ("Ankarâ", .diacritics),
      ("IŞIK", .letterCase), ("Isik", .diacritics), ("Айла Демирджи", .exact),
    ])
  func qualities(name: String, quality: SpellingQuality) throws {
    #expect(try Self.lookUp(name).candidates.first?.quality == quality)
  }

  @Test("tells a person's offices and what single words are")
  func people() throws {
    let found = try Self.lookUp("Ayla Demirci")
    let office = try #require(found.candidates.first?.entry.offices.first)
    #expect(office.name == "Mayor of Ankara")
    #expect(office.from == YearMonth("2019-04"))
    #expect(office.to == YearMonth("2024"))
    #expect(found.keys == ["ayla", "demirci"])
    #expect(found.classes.first == .firstName)
  }

  @Test("shows the longest known part of an inflected name, and of a name in other words")
  func parts() throws {
    for name in ["Ayla Demirci'nin", "Sayın Ayla Demirci"] {
      let found = try Self.lookUp(name)
      #expect(found.candidates.map(\.entry.name) == ["Ayla Demirci"])
      #expect(
        found.candidates.map { found.keys[$0.terms].joined(separator: " ") } == ["ayla demirci"])
    }
  }

  @Test("knows nothing of a name that stands nowhere")
  func nothing() throws {
    #expect(try Self.lookUp("Zzyzx").candidates.isEmpty)
  }
}
