import DragomanText
import Testing

@testable import DragomanLexicon

@Suite("The import of Wikidata")
struct WikidataImporterTests {
  private static func statement(_ value: String, rank: String = "normal") -> String {
    #"{"mainsnak":{"snaktype":"value","datavalue":{"value":\#(value),"type":"x"}},"type":"statement","rank":"\#(rank)","references":[{"snaks":{"P31":[]}}]}"#
  }

  private static func item(_ id: String) -> String {
    #"{"entity-type":"item","numeric-id":1,"id":"\#(id)"}"#
  }

  /// An entity as the dump writes it, with a comma behind it.
  private static func entity(
    _ id: String, labels: [(String, String)] = [], aliases: [(String, [String])] = [],
    claims: [(String, [String])] = [], pages: Int = 0
  ) -> String {
    func object(_ members: [String]) -> String {
      members.isEmpty ? "[]" : "{\(members.joined(separator: ","))}"
    }
    func text(_ language: String, _ value: String) -> String {
      #"{"language":"\#(language)","value":"\#(value)"}"#
    }
    let parts = [
      #""type":"item","id":"\#(id)""#,
      #""labels":\#(object(labels.map { #""\#($0)":\#(text($0, $1))"# }))"#,
      #""descriptions":{"en":{"language":"en","value":"not taken"}}"#,
      #""aliases":\#(object(aliases.map { language, texts in #""\#(language)":[\#(texts.map { text(language, $0) }.joined(separator: ","))]"# }))"#,
      #""claims":\#(object(claims.map { #""\#($0)":[\#($1.joined(separator: ","))]"# }))"#,
      #""sitelinks":\#(object((0..<pages).map { #""w\#($0)":{"site":"w\#($0)","badges":[]}"# }))"#,
    ]
    return "{\(parts.joined(separator: ","))},"
  }

  private static func run(
    _ options: WikidataImporter.Options = .init(), lines: [String]
  ) throws -> (text: String, faults: [String], nameless: Int) {
    let fixture = try ImportFixture()
    var importer = WikidataImporter(options, output: fixture.writer)
    try fixture.feed((["["] + lines + ["]", ""]).joined(separator: "\n")) {
      line, path, number throws(LexiconError) in
      try importer.read(line, path: path, number: number)
    }
    return (try fixture.result(), fixture.faults, importer.namelessCount)
  }

  @Test("takes entities of the classes with their names in the languages, ids and weight")
  func entities() throws {
    let result = try Self.run(lines: [
      Self.entity(
        "Q900001", labels: [("de", "Orlan Wesk"), ("ru", "Орлан Веск"), ("en", "Orlan Vesk")],
        aliases: [("en", ["Vesk", "O. Vesk"]), ("de", ["Wesk"])],
        claims: [("P31", [Self.statement(Self.item("Q5"))])], pages: 40),
      Self.entity(
        "Q900002", labels: [("tr", "Orven"), ("mul", "Orvén")],
        claims: [
          ("P31", [Self.statement(Self.item("Q1")), Self.statement(Self.item("Q6256"))]),
          ("P1566", [Self.statement(#""1234""#)]), ("P297", [Self.statement(#""QM""#)]),
        ], pages: 300),
      Self.entity(
        "Q900003", labels: [("en", "Velmor Union"), ("kk", "Вельмор\\tодағы")],
        aliases: [("en", ["VU", "Velmor"])],
        claims: [("P31", [Self.statement(Self.item("Q43229"))])]),
    ])
    #expect(result.faults.isEmpty)
    #expect(
      result.text == """
        person\tOrlan Vesk\t\t40\twikidata:Q900001
        \tОрлан Веск\tru
        \tVesk\ten\tcommon\tcontext
        \tO. Vesk\ten
        place\tOrven\tQM\t90\twikidata:Q900002 geonames:1234 iso:QM
        \tOrvén\t*
        organization\tVelmor Union\t\t5\twikidata:Q900003
        \tВельмор одағы\tkk
        \tVU\ten\tacronym
        \tVelmor\ten

        """)
  }

  @Test("leaves out other classes, deprecated statements, properties, and what has no name")
  func leftOut() throws {
    let result = try Self.run(
      .init(classes: [("Q5", .person)]),
      lines: [
        Self.entity("Q1", labels: [("en", "A")]),
        Self.entity(
          "Q2", labels: [("en", "B")], claims: [("P31", [Self.statement(Self.item("Q6256"))])]),
        Self.entity(
          "Q3", labels: [("en", "C")],
          claims: [("P31", [Self.statement(Self.item("Q5"), rank: "deprecated")])]),
        Self.entity(
          "P4", labels: [("en", "D")], claims: [("P31", [Self.statement(Self.item("Q5"))])]),
        Self.entity(
          "Q5", labels: [("de", "E")], claims: [("P31", [Self.statement(Self.item("Q5"))])]),
        #"{"type":"item","id":"Q6","labels":{"en":{"value":"F"}},"claims":{"P31":[{"mainsnak":{"snaktype":"novalue"},"rank":"normal"}]}}"#,
      ])
    #expect(result.text.isEmpty)
    #expect(result.faults.isEmpty)
    #expect(result.nameless == 1)
  }

  @Test("tells broken lines by their number and leaves them out")
  func faults() throws {
    let whole = Self.entity(
      "Q7", labels: [("en", "Qarm")], claims: [("P31", [Self.statement(Self.item("Q5"))])])
    let result = try Self.run(lines: [
      String(whole.dropLast(30)), whole, "null,", "\u{FFFD}",
      #"{"id":7,"labels":[{}],"claims":"x"}"#,
    ])
    #expect(result.text == "person\tQarm\t\t5\twikidata:Q7\n")
    #expect(result.faults.map { $0.prefix(2) } == ["2:", "4:", "5:"])
  }

  @Test("weighs an entity by its pages")
  func weights() {
    let weights = [0, 1, 4, 16, 100, 256, 5000].map(WikidataImporter.weight(pages:))
    #expect(weights == [5, 10, 20, 30, 60, 90, 90])
  }
}
