import Testing

@testable import DragomanLexicon

@Suite("A user's own tables")
struct TableReaderTests {
  @Test("have their columns by name, in any order, behind a byte order mark")
  func columns() throws {
    let source = try UserSource(
      "a.csv",
      "\u{FEFF}Weight,aliases,NAME,type,country,language,ids,wikidata,geonames,iso,population,latitude,longitude\r\n"
        + "80,Orven|Orvenal,Orven Tal,place,KZ,\"kk,ru\",a:1 b:2,Q77,12,KZ-1,5000,43.5,-1\r\n")
    #expect(source.remarks.isEmpty)
    #expect(
      source.entities == [
        "2 · place · Orven Tal · KZ · 80 · a:1 · b:2 · wikidata:Q77 · geonames:12 · iso:KZ-1 · population=5000"
          + " · latitude=43.5 · longitude=-1 · Orven Tal/20/common/capital · Orven/20/common/capital"
          + " · Orvenal/20/common/capital"
      ])
  }

  @Test("take the kind for the names, or for the place; types in any case; ids without a scheme")
  func kinds() throws {
    let source = try UserSource(
      "a.tsv",
      "name\ttype\tkind\trule\tid\nORV\tORGANIZATION\tacronym\t\tx 1\nOrven\tPlace\tcity\tany\tx1\nQarm\tperson\tcity\n"
    )
    #expect(
      source.entities == [
        "3 · place · Orven · 30 · id:x1 · kind=city · Orven/128/common/any"
      ])
    #expect(source.remarks.count == 2)
    #expect(source.remarks[0].hasPrefix("2: malformed line: the id 'x 1' has a space"))
    #expect(source.remarks[1].hasPrefix("4: malformed line: unknown kind 'city'"))
  }

  @Test("keep line breaks out of names, and bring them to NFC")
  func names() throws {
    let source = try UserSource(
      "a.csv", "type,name\nperson,\"  Ays\u{327}e\t\n Orven \"\nperson,Qarm\n")
    #expect(
      source.entities == [
        "2 · person · Ayşe Orven · 30 · Ayşe Orven/128/common/capital",
        "4 · person · Qarm · 30 · Qarm/128/common/capital",
      ])
    #expect(source.entities[0].unicodeScalars.contains("ş"))
  }

  @Test("keep columns that are not known as attributes, and say so once")
  func attributes() throws {
    let source = try UserSource(
      "a.csv", "name;type;desk;office hours\nOrven;place;east;9\nQarm;place;far east;9\n")
    #expect(source.entities.map { $0.contains("desk=east") } == [true, false])
    #expect(source.remarks.count == 2)
    #expect(
      source.remarks[0]
        == "1: unknown field: 'desk' is kept as an attribute, but for values with spaces")
    #expect(source.remarks[1].contains("'office hours' is left out"))
  }

  static let faults: [(String, String)] = [
    ("Mars,planet,,,", "unknown type 'planet'"), (",place,,,", "no name"), ("Mars,,,,", "no type"),
    ("Mars,place,tr,,", "'tr' is no ISO"), ("Mars,place,,101,", "weight '101'"),
    ("Mars,place,,,sometimes", "unknown rule"), ("Mars,place,,,,", "6 fields, the header 5"),
    ("Ma\"rs,place,,,", "a quote stands inside"), ("\"Mars\"s,place", "a quote stands inside"),
  ]

  @Test("lose a record that cannot be read, with its line and the reason", arguments: faults)
  func malformed(record: String, message: String) throws {
    let source = try UserSource(
      "a.csv", "name,type,country,weight,rule\nOrven,place\n\(record)\n\nQarm,place\n")
    #expect(source.entities.count == 2)
    #expect(source.remarks.count == 1)
    #expect(source.remarks[0].hasPrefix("3: malformed line: "))
    #expect(source.remarks[0].contains(message), "\(source.remarks[0])")
  }

  static let broken: [(String, [UInt8], Int, String)] = [
    ("a.csv", Array("name,typ\nOrven,place".utf8), 1, "no column 'type'"),
    ("a.csv", Array("type\nplace".utf8), 1, "no column 'name'"),
    ("a.csv", Array("name,type,name\nA,place,B".utf8), 1, "'name' twice"),
    ("a.csv", [], 1, "empty"),
    ("a.csv", Array("name,type\nOrven,place\n\"Qarm,place\nMars,place\n".utf8), 3, "not closed"),
    ("a.csv", Array("name,type\nOrven,place\nBal".utf8) + [0xFD], 3, "not UTF-8"),
    ("a.csv", [0xFF, 0xFE, 0x6E, 0x00], 1, "UTF-16"),
    ("a.tsv", Array("# a comment\nOrven\tplace".utf8), 1, "no column 'name'"),
    ("a.jsonl", Array("{}\n{\"name\":\"Bal".utf8) + [0xFD, 0x22, 0x7D], 2, "not UTF-8"),
  ]

  @Test("are refused if the whole of them cannot be read", arguments: broken)
  func refused(path: String, bytes: [UInt8], line: Int, message: String) {
    #expect {
      _ = try UserSource(path, bytes: bytes)
    } throws: { error in
      let error = error as? LexiconError
      return error?.line == line && error?.message.contains(message) == true
    }
  }
}
