import DragomanText
import Testing

@testable import DragomanLexicon

@Suite("The import of GeoNames")
struct GeoNamesImporterTests {
  /// A line of a table of places.
  private static func place(
    _ id: Int, _ name: String, _ featureClass: String = "P", _ code: String = "PPL",
    _ country: String = "KZ", people: Int = 0
  ) -> String {
    [
      "\(id)", name, name, "XYZ,Junk", "43.5", "-76.25", featureClass, code, country, "", "01", "",
      "", "", "\(people)", "", "700", "Asia/Almaty", "2024-05-01",
    ].joined(separator: "\t")
  }

  private static func run(
    _ options: GeoNamesImporter.Options = .init(), places: [String], names: [String] = []
  ) throws -> (text: String, faults: [String]) {
    let fixture = try ImportFixture()
    var importer = GeoNamesImporter(options, output: fixture.writer)
    try fixture.feed(places.joined(separator: "\n")) { line, path, number throws(LexiconError) in
      try importer.readPlace(line, path: path, number: number)
    }
    try fixture.feed(names.joined(separator: "\n")) { line, path, number throws(LexiconError) in
      try importer.readName(line, path: path, number: number)
    }
    try importer.finish()
    return (try fixture.result(), fixture.faults)
  }

  @Test("takes places with their names in the languages, each name once")
  func names() throws {
    let result = try Self.run(
      places: [
        Self.place(11, "Orven Tal", "P", "PPLC", people: 2_000_000),
        Self.place(12, "Marvenia", "A", "PCLI", "QM", people: 30_000_000),
      ],
      names: [
        "1\t11\ten\tOrvenville\t1\t\t\t\t\t", "2\t11\ttr\tOrvenville", "3\t11\ttr\tOrven Tal",
        "4\t11\tkk\tОрвен", "5\t11\tru\tОрвеньск\t\t\t\t1", "6\t11\taz\tOrv\t\t1",
        "7\t11\tlink\thttps://example.org", "8\t11\twkdt\tQ900011", "9\t11\tiata\tORV",
        "10\t11\tde\tOrwen", "11\t11\t\tOrvain", "12\t99\ten\tElsewhere", "13\t11\ten\t+Orven",
        "14\t11\twkdt\thttps://example.org", "15\t12\ten-GB\tThe Marvens",
      ])
    #expect(result.faults.isEmpty)
    #expect(
      result.text == """
        place\tOrven Tal\tKZ\t80\tgeonames:11 wikidata:Q900011\tkind=capital population=2000000 latitude=43.5 longitude=-76.25
        \tOrvenville\ten,tr
        \tОрвен\tkk
        \tОрвеньск\tru\tformer
        \tOrv\taz\tshort
        \tOrven\ten
        place\tMarvenia\tQM\t90\tiso:QM geonames:12\tkind=country population=30000000 latitude=43.5 longitude=-76.25
        \tThe Marvens\ten

        """)
  }

  @Test("keeps feature classes, countries and towns of a size; no place twice")
  func filter() throws {
    var options = GeoNamesImporter.Options()
    options.featureClasses = ["P", "H"]
    options.countries = ["KZ"]
    options.minimumPopulation = 1000
    let result = try Self.run(
      options,
      places: [
        Self.place(1, "Large", people: 1000), Self.place(2, "Small", people: 999),
        Self.place(3, "Abroad", "P", "PPL", "TR", people: 5000), Self.place(4, "Unit", "A", "ADM1"),
        Self.place(5, "Water", "H", "STM"), Self.place(1, "Again", people: 9000),
      ])
    let names = result.text.split(separator: "\n").map { $0.split(separator: "\t")[1] }
    #expect(names == ["Large", "Water"])
  }

  @Test("takes names of all languages and of none if all are wanted")
  func allLanguages() throws {
    var options = GeoNamesImporter.Options()
    options.languages = ImportLanguages([])
    let result = try Self.run(
      options, places: [Self.place(1, "Orven", people: 1)],
      names: ["1\t1\tde\tOrwen", "2\t1\t\tOrvain", "3\t1\tpost\t12345", "4\t1\tde\tOrvain"])
    #expect(result.text.hasSuffix("\n\tOrwen\tde\n\tOrvain\t*\n"))
  }

  @Test("tells the lines that it cannot read, and goes on")
  func faults() throws {
    let result = try Self.run(
      places: ["", "1\tOrven", Self.place(2, "Qarm", people: 1), "x" + Self.place(3, "Mars")],
      names: ["1\t2", "1\tx\ten\tQarmville", "3\t2\ten\tQarm Town"])
    #expect(result.text.hasSuffix("\n\tQarm Town\ten\n"))
    #expect(
      result.faults == [
        "2: the line has 2 columns between tabs, GeoNames' has 19",
        "4: 'x3' is no number of a place",
        "1: the line has 2 columns between tabs, GeoNames' has 10",
        "2: 'x' is no number of a place",
      ])
  }

  @Test("keeps its order and all places when there are more than fit in memory")
  func many() throws {
    let places = (1...60_000).map { Self.place($0, "Place \($0) of the long and weary plain") }
    let result = try Self.run(places: places)
    let names = result.text.split(separator: "\n").map { $0.split(separator: "\t")[1] }
    #expect(names == (1...60_000).map { "Place \($0) of the long and weary plain" })
  }
}
