import Foundation
import Testing

/// `docs/lexicon-format.md` against what the compiler writes: `Tests/read_lexicon.py` is written by the document alone.
@Suite("The described format of compiled lexicons")
struct LexiconFormatTests {
  private struct Alias: Decodable {
    let name: String
    let aliases: [String]
    let ids: [String]
    let attributes: [String]
    let offices: [String]
    let alias: Int
    let type: Int
    let weight: Int
    let country: String
    let overrides: Int
    let rule: String
    let languages: Int
    let kind: Int?
    let term: Int?
  }

  private func read(_ lexicon: String, _ names: String...) throws -> [Alias] {
    let run = try ProgramRun.python(["Tests/read_lexicon.py", lexicon] + names)
    #expect(run.status == 0, "\(run.messages)")
    return try run.lines.map { try JSONDecoder().decode(Alias.self, from: $0) }
  }

  @Test("is that of a small lexicon, field by field")
  func small() throws {
    let scratch = try ScratchFolder()
    // Enough to have phrases, and more than 14 names behind one word.
    let towns = (0..<20).map { "place\tVelmira Town N\($0)\tTR\n" }.joined()
    let entities = """
      person\tElmira Qorveq\tKZ\t61\tgeonames:007 wikidata:Q7 staff:17\tfrom=2019-04 population=+5
      \tElm'ra\ten,tr\tshort\tany
      \tЁлмира\tru\tcommon\texact
      \t+office\tMinister of Sample Affairs\t2019-04\t2021
      office\tMinister of Sample Affairs\tKZ\t50
      place\tTisbury\tGB\t40\tgeonames:12 iso:GB-WIL\tkind=city latitude=-41.5 longitude=0.0625
      organization\tRzeta\t\t30\t\toverride=yes
      person\tKhalid al-Nasser\tSA

      """
    let files = [
      try scratch.write("a.entities.tsv", entities + towns),
      try scratch.write("a.topics.tsv", "topic\tx:1\tArts\nen\t-3\tpaint*|op*|in music\n"),
      try scratch.write("a.endings.tsv", "tr\tlar\t\tlast\nru,kk\tых\tый\teach\n"),
      try scratch.write("a.words.tsv", "Elmira\tfirst-name\t*\n"),
    ]
    let lexicon = scratch.url("a.lexicon").path
    _ = try ProgramRun.dragoman(["lexicon", "compile"] + files + ["-o", lexicon])

    let person = try #require(read(lexicon, "elmira qorveq").first)
    #expect(person.name == "Elmira Qorveq")
    #expect(person.aliases == ["Elm'ra", "Ёлмира"])
    #expect(person.ids == ["geonames=007", "wikidata=Q7", "staff=17"])
    #expect(person.attributes == ["from=2019-04", "population=+5"])
    #expect(person.offices == ["Minister of Sample Affairs 2019-4 2021-0"])
    #expect((person.type, person.weight, person.country) == (1, 61, "KZ"))
    #expect((person.rule, person.languages, person.alias) == ("capital", 0x80, 0))
    let short = try #require(read(lexicon, "elm ' ra").first)
    #expect((short.alias, short.rule, short.languages, short.kind) == (1, "any", 3, 2))
    #expect(try read(lexicon, "ёлмира", "елмира").map(\.rule) == ["exact", "exact"])
    let town = try #require(read(lexicon, "tisbury").first)
    #expect(town.ids == ["geonames=12", "iso=GB-WIL"])
    #expect(town.attributes == ["kind=city", "latitude=-41.5", "longitude=0.0625"])
    #expect(try read(lexicon, "rzeta").map(\.overrides) == [1])
    for number in 0..<20 {
      let found = try read(lexicon, "velmira town n\(number)")
      #expect(found.map(\.name) == ["Velmira Town N\(number)"])
    }
    #expect(try read(lexicon, "paint*", "op*", "in music").map(\.term) == [-3, -3, -3])
    #expect(try read(lexicon, "velmira", "velmira town n99", "nowhere").isEmpty)
  }

  @Test("is that of the default lexicon")
  func whole() throws {
    let info = try ProgramRun.dragoman(["lexicon", "info"])
    let path = try #require(info.text.firstMatch(of: /(?m)^path\t(.+)$/)?.output.1)
    #expect(try read(String(path), "ankara").contains { $0.name == "Ankara" && $0.type == 3 })
  }

  @Test("tells a damaged file")
  func damaged() throws {
    let scratch = try ScratchFolder()
    let source = try scratch.write("a.entities.tsv", "place\tTisbury\tGB\n")
    _ = try ProgramRun.dragoman(
      ["lexicon", "compile", source, "-o", scratch.url("a.lexicon").path])
    var bytes = try Data(contentsOf: scratch.url("a.lexicon"))
    bytes[bytes.count - 1] ^= 1
    let run = try ProgramRun.python([
      "Tests/read_lexicon.py", scratch.write("b.lexicon", bytes).path,
    ])
    #expect(run.status == 1)
    #expect(run.messages.contains("the checksum is not as docs/lexicon-format.md says"))
  }
}
