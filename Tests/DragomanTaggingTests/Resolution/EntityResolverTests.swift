import Dragoman
import Testing

@Suite("Mentions of one entity")
struct EntityResolverTests {
  @Test("are joined over the surname and the initials")
  func surname() throws {
    let document = try TaggingFixture.annotate(
      "Rector Aylin Demirhan spoke. Demirhan left. A. Demirhan wrote later.", .english)
    #expect(document.entities.map(\.name) == ["Aylin Demirhan"])
    #expect(document.entities.first?.mentions == [0, 1, 2])
  }

  @Test("are joined over languages by the lexicon, which gives the ids")
  func lexicon() throws {
    let document = try TaggingFixture.annotate("Türkiye, Turkey, Republic of Türkiye.", .english)
    let entity = try #require(document.entities.first)
    #expect(document.entities.count == 1)
    #expect(entity.country == "TR")
    #expect(entity.ids.contains { $0.key == "wikidata" && $0.value == "Q43" })
  }

  @Test("have no ids that no lexicon gives")
  func noInventedIDs() throws {
    let document = try TaggingFixture.annotate("Rector Aylin Demirhan spoke.", .english)
    #expect(document.entities.flatMap(\.ids).isEmpty)
  }

  @Test("hold the names inside them as nested")
  func nested() throws {
    let document = try TaggingFixture.annotate(
      "the Ministry of Tourism of the Republic of Kazakhstan", .english)
    let inner = try #require(document.nested.first)
    #expect(document.text(of: inner.mention) == "Republic of Kazakhstan")
    #expect(inner.parent == 0)
  }
}
