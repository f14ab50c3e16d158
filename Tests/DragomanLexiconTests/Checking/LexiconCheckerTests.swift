import Testing

@testable import DragomanLexicon

@Suite("The lexicon checker")
struct LexiconCheckerTests {
  @Test("finds nothing in sources that are right")
  func right() throws {
    let entities = """
      # People and places
      person\tElmira Qorveq\tKZ\t60\twikidata:Q7\tfrom=2019-04
      \tЭльмира Қорвек\tkk,ru\tcommon
      \tElmira Qorweq\tkk\ttransliterated
      \t+office\tMinister of Sample Affairs\t2019-04\t2021
      office\tMinister of Sample Affairs\tKZ\t50
      \tMinister of Sample Affairs\ten\tcommon\tany
      place\tVelmira\tTR\t40\tgeonames:12 iso:TR-99\tkind=city population=1200 latitude=-8.5 longitude=31
      forbid\tQuick Tisbury\t\t\t\ttype=person
      organization\tRzeta Holding\t\t30\t\toverride=yes
      \tRZH\t*\tacronym
      """
    #expect(
      try findings(
        in: ("a.entities.tsv", entities), ("a.words.tsv", "Qorveq\tlast-name\t*\n"),
        ("a.cues.tsv", "title\tMinister\ten\tside=before\n"),
        ("a.endings.tsv", "tr\tlar\t\tlast\n"),
        ("a.topics.tsv", "topic\tmedtop:01000000\tArts\nen\t3\tpaint*|music\n")) == [])
  }

  @Test("goes on behind lines that cannot be read, and reads the aliases of a broken entity")
  func recovery() throws {
    let text = """
      \tOrphan\t*
      planet\tMars
      \tThe Red One\t*\tnickname
      \tMars\t*\tcommon
      place\tVelmira\tTR\t101
      place\tTisbury\tGB\t40
      \tTisbury Town\tnone of these
      \t+office\tMayor
      person\tElmira Qorveq
      \t+office\tMayor\t2020-05\t2020-03
      \t+office\tMayor\t2020-05\t2020
      """
    #expect(
      try findings(inEntities: text) == [
        "1 malformed-line", "2 malformed-line", "3 malformed-line", "5 malformed-line",
        "7 malformed-line", "8 malformed-line", "10 malformed-line", "11 unknown-office",
      ])
    #expect(
      try findings(
        in: ("a.words.tsv", "a\tadjective\t*\nb\tordinary\ten\nc\tverb\t*\n"),
        ("a.cues.tsv", "rank\tGeneral\t*\n"), ("a.endings.tsv", "tr\t\t\tlast\n"),
        ("a.topics.tsv", "en\t1\tword\ntopic\tarts\tArts\nen\tmuch\tword\nen\t1\tword\n")) == [
          "a.words.tsv:1 malformed-line", "a.words.tsv:3 malformed-line",
          "a.cues.tsv:1 malformed-line", "a.endings.tsv:1 malformed-line",
          "a.topics.tsv:1 malformed-line", "a.topics.tsv:2 malformed-line",
          "a.topics.tsv:3 malformed-line",
        ])
  }

  @Test("tells each line that is not UTF-8, and reads the others")
  func encoding() throws {
    var bytes = Array("place\tVelmira\tTR\nplace\tTisb".utf8)
    bytes += [0xFC] + Array("ry\tGB\nplace\tQorv\tUK\n".utf8)
    let source = LexiconSource(path: "a.entities.tsv", bytes: bytes)
    let found = try LexiconChecker().check([source])
    #expect(found.map(\.line) == [2, 3])
    #expect(found.map(\.code.name) == ["malformed-line", "unknown-country"])
  }

  @Test("says file, line, severity, code, what is wrong, and the remedy")
  func description() throws {
    let source = LexiconSource(
      path: "x/a.entities.tsv", bytes: Array("\nplace\tVelmira\tUK\n".utf8))
    #expect(
      try LexiconChecker().check([source]).map(\.description) == [
        "x/a.entities.tsv:2: error: unknown-country: ISO 3166-1 has no country 'UK'; "
          + "write its alpha-2 code, or leave the column empty"
      ])
    let line = LexiconSource(path: "a.entities.tsv", bytes: Array("planet\tMars\n".utf8))
    #expect(
      try LexiconChecker().check([line]).map(\.description) == [
        "a.entities.tsv:1: error: malformed-line: unknown type 'planet'; "
          + "use person, organization, place, demonym, office or forbid"
      ])
  }

  @Test("finds what stands twice")
  func duplicates() throws {
    let text = """
      person\tElmira Qorveq\tKZ\t60\twikidata:Q7
      person\tE. Qorveq\tKZ\t60\twikidata:Q7
      person\tElmira Qorveq\tKZ\t60\twikidata:Q8
      person\tElmira Qorveq\tTR
      person\tElmira Qorveq\tTR
      place\tVelmira\tTR\t\tgeonames:1\tkind=city
      place\tVelmira\tTR\t\tiso:TR-99\tkind=region
      """
    #expect(try findings(inEntities: text) == ["2 duplicate-id", "5 duplicate-entity"])
    #expect(
      try findings(
        in: (
          "a.words.tsv",
          "Tisbur\tfirst-name\t*\ntisbur\tfirst-name\ttr\nTısbur\tfirst-name\ttr\nTisbur\tlast-name\t*\n"
            + "velm\tordinary\ten\nvelm\tordinary\ttr\nvelm\tordinary\t*\nvelm\tordinary\ten,tr\n"
        ),
        ("b.words.tsv", "TISBUR\tlast-name\t*\n")) == [
          "a.words.tsv:2 duplicate-word", "a.words.tsv:8 duplicate-word",
          "b.words.tsv:1 duplicate-word",
        ])
    #expect(
      try findings(
        in: (
          "a.cues.tsv",
          "title\tMinister\ten\nhonorific\tMinister\ten\ntitle\tminister\t*\ntitle\tMinister\tde\tside=after\n"
            + "honorific\tBay\ttr\nhonorific\tBay\taz\n"
        )) == ["3 duplicate-cue"])
    #expect(
      try findings(in: ("a.endings.tsv", "tr\tda\t\naz\tda\t\ntr,uz\tda\t\ntr\tda\tt\n")) == [
        "3 duplicate-ending"
      ])
  }

  @Test("finds aliases of one key where another rule or capitals alone do not part them")
  func duplicateAliases() throws {
    let text = """
      organization\tVelmirä Holding
      \tVelmira Holding\t*\tcommon
      \tVELMIRA HOLDING\t*\tcommon\tany
      \tVH\t*\tacronym
      \tVH\t*\tacronym
      \tVh\t*\tacronym
      \tRt\t*\tcommon
      \tRT\t*\tcommon
      """
    #expect(try findings(inEntities: text) == ["2 duplicate-alias", "5 duplicate-alias"])
  }

  @Test(
    "takes an alias of the same key for a language's own spelling if neither the text nor the language is the same",
    arguments: [
      ("Velmira Bank\t*", "Vəlmirə Bank\taz", true), ("Vəlmirə Bank\taz", "Velmira Bank\t*", true),
      ("Velmira Bank\ttr", "Vəlmirə Bank\taz", true),
      ("Velmira Bank\ttr,az", "Velmirä Bank\tde", true),
      ("Velmira Bank\t*", "Velmirä Bank\t*", false),
      ("Velmirä Bank\taz", "Velmira Bank\taz", false),
      ("Velmira Bank\ten,az", "Velmirä Bank\taz,tr", false),
      ("Velmira Bank\t*", "Velmira Bank\taz", false),
      ("Velmira Bank\ttr", "Velmira Bank\taz", false),
    ])
  func ownSpellings(first: String, second: String, isKept: Bool) throws {
    #expect(
      try findings(inEntities: "organization\tRzeta Holding\n\t\(first)\n\t\(second)\n")
        == (isKept ? [] : ["3 duplicate-alias"]))
  }

  @Test("finds a second spelling of a language behind those of others")
  func secondSpelling() throws {
    let text = """
      organization\tVelmira Bank
      \tVelmirä Bank\ttr
      \tVelmïra Bank\taz
      \tVelmíra Bank\taz
      """
    #expect(try findings(inEntities: text) == ["4 duplicate-alias"])
  }

  @Test("finds terms of one key in one language; each language has its own weight")
  func duplicateTerms() throws {
    let topic = """
      topic\tx:1\tArts
      en\t3\tmusic|music*|opera
      tr\t3\topera
      az\t2\topera
      en\t3\tMusic
      *\t2\tOpera
      """
    #expect(
      try findings(in: ("a.topics.tsv", topic)) == ["5 duplicate-alias", "6 duplicate-alias"])
  }

  @Test("finds an office that is no entity in any of the sources")
  func offices() throws {
    let people = "person\tElmira Qorveq\n\t+office\tMayor of Velmira\n\t+office\tMayor of Tisbury\n"
    #expect(
      try findings(
        in: ("people.entities.tsv", people), ("offices.entities.tsv", "office\tMayor of Velmira\n"))
        == ["people.entities.tsv:3 unknown-office"])
  }

  @Test(
    "checks users' tables too, where any attribute may stand, and what cannot be taken is a warning"
  )
  func tables() throws {
    let table = """
      name,type,country,ids,colour
      Velmira  Bank,organization,UK,wikidata:43,red
      Mars,planet,,,
      """
    let source = LexiconSource(path: "a.csv", bytes: Array(table.utf8))
    let found = try LexiconChecker().check([source])
    #expect(
      found.map { "\($0.line ?? 0) \($0.severity) \($0.code.name)" } == [
        "1 warning unknown-field", "2 error unknown-country", "2 error malformed-id",
        "3 warning malformed-line",
      ])
  }
}
