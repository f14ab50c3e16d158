import Testing

@testable import DragomanLexicon

@Suite("The check of aliases")
struct AliasCheckTests {
  @Test(
    "finds names that no text leads to",
    arguments: [
      ("\u{AD}", ["2 invisible-character", "2 empty-key"]),
      (String(repeating: "na ", count: 255) + "na", ["2 long-name"]),
      (String(repeating: "x", count: 255), ["2 long-name"]),
      (String(repeating: "x", count: 254), []),
      ("www.velmira.example", ["2 address-name"]), ("@velmira", ["2 address-name"]),
      ("#velmira", ["2 address-name"]), ("Velmira.kz", []), ("24 Velmira", []),
      ("2024", ["2 numeric-name"]), ("1+1", ["2 numeric-name"]), ("5G", []),
    ])
  func unreachable(name: String, codes: [String]) throws {
    #expect(try findings(inEntities: "organization\tRzeta Holding\n\t\(name)\t*\n") == codes)
  }

  @Test("tells an entity that has no other name")
  func unreachableEntity() throws {
    #expect(
      try findings(inEntities: "organization\t@velmira\n\t#velmira\t*\n") == [
        "1 address-name", "1 unreachable-entity", "2 address-name",
      ])
  }

  @Test(
    "tells what must be met letter for letter and is written otherwise",
    arguments: [
      ("V’M", "exact", ["2 unlikely-spelling"]), ("V–M", "exact", ["2 unlikely-spelling"]),
      ("VÃ¼M", "exact", ["2 unlikely-spelling"]), ("V'M", "exact", []), ("V’M", "capital", []),
    ])
  func spelling(name: String, rule: String, codes: [String]) throws {
    #expect(
      try findings(inEntities: "organization\tRzeta Holding\n\t\(name)\t*\tshort\t\(rule)\n")
        == codes)
  }

  @Test("tells words of a list that are several terms, or none")
  func words() throws {
    let text = "Anna-Velmira\tfirst-name\t*\nO’Tisbury\tlast-name\t*\nTisbury\tlast-name\t*\n"
    #expect(try findings(in: ("a.words.tsv", text)) == ["1 split-word", "2 split-word"])
    #expect(
      try findings(in: ("a.words.tsv", "\tlast-name\t*\n"), ("a.cues.tsv", "title\t\u{AD}\t*\n"))
        == [
          "a.words.tsv:1 empty-key", "a.cues.tsv:1 invisible-character", "a.cues.tsv:1 empty-key",
        ])
  }

  @Test(
    "asks for context where a name of one word is an ordinary word of its languages",
    arguments: [
      ("organization\tWillow\t\t40", true), ("organization\tWillow\t\t69", true),
      ("organization\tWillow\t\t70", false), ("organization\tWillow Bank\t\t40", false),
      ("place\tWillow\tGB\t40\t\tkind=country", false), ("demonym\tWillow\tGB\t40", false),
      ("place\tTisbury\tGB\t40\n\tWillow\ten\tcommon", true),
      ("place\tTisbury\tGB\t40\n\tWillow\ten\tcommon\tany", true),
      ("place\tTisbury\tGB\t40\n\tWillow\ttr\tcommon", false),
      ("place\tTisbury\tGB\t40\n\tWillow\ten\tcommon\tcontext", false),
      ("place\tTisbury\tGB\t40\n\tWillow\ten\tcommon\texact", false),
      ("place\tTisbury\tGB\t40\n\tWillow\ten\tcommon\tcapital", false),
      ("place\tWillow\tGB\t40\n\tWillow\t*\tcommon\tcapital", false),
      ("place\tWillow\tGB\t40\n\tWillow\t*", true),
    ])
  func ordinaryWords(entity: String, isFound: Bool) throws {
    let line = entity.contains("\n") ? 2 : 1
    #expect(
      try findings(in: ("a.entities.tsv", entity + "\n"), ("a.words.tsv", "willow\tordinary\ten\n"))
        == (isFound ? ["a.entities.tsv:\(line) ordinary-word"] : []))
  }

  @Test(
    "asks for context in a table, too, unless the rule capital is written out",
    arguments: [
      ("a.csv", "name,type,rule\nWillow,organization,\n", true),
      ("a.csv", "name,type,rule\nWillow,organization,capital\n", false),
      ("a.csv", "name,type\nWillow,organization\n", true),
      (
        "a.jsonl",
        #"{"name": "Tisbury", "type": "place", "aliases": [{"text": "Willow", "rule": "capital"}]}"#,
        false
      ),
      ("a.jsonl", #"{"name": "Tisbury", "type": "place", "aliases": ["Willow"]}"#, true),
    ])
  func ordinaryWordsOfTables(name: String, table: String, isFound: Bool) throws {
    let found = try findings(in: (name, table), ("a.words.tsv", "willow\tordinary\ten\n"))
    #expect(found == (isFound ? ["\(name):\(name == "a.csv" ? 2 : 1) ordinary-word"] : []))
  }
}
