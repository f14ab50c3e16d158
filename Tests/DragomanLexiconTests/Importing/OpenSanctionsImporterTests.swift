import Testing

@testable import DragomanLexicon

@Suite("The import of OpenSanctions")
struct OpenSanctionsImporterTests {
  private static func run(_ text: String) throws -> (text: String, faults: [String], others: Int) {
    let fixture = try ImportFixture()
    var importer = OpenSanctionsImporter(output: fixture.writer)
    importer.startFile()
    try fixture.feed(text) { line, path, number throws(LexiconError) in
      try importer.read(line, path: path, number: number)
    }
    try importer.finish(path: "dump")
    return (try fixture.result(), fixture.faults, importer.otherCount)
  }

  private static let header = #""id","schema","name","aliases","birth_date","countries""#

  @Test("takes people and bodies with their aliases, ids and country")
  func entities() throws {
    let result = try Self.run(
      """
      \u{FEFF}\(Self.header)
      "Q900001","Person","Orlan Vesk","VESK, Orlan;Веск;Orlan Vesk","1960","ru"
      "NK-a1","Vessel","Orven Star","","",""
      NK-a2,Company,"Zed ""A"" Corp
      Limited",ZAC;+Zed,"","ru;kz"
      "NK-a3","PublicBody","Velmor Customs","","","suhh"
      """)
    #expect(result.faults.isEmpty)
    #expect(result.others == 1)
    #expect(
      result.text == """
        person\tOrlan Vesk\tRU\t30\topensanctions:Q900001 wikidata:Q900001
        \tVESK, Orlan\t*
        \tВеск\t*\tcommon\tcontext
        organization\tZed "A" Corp Limited\t\t30\topensanctions:NK-a2
        \tZAC\t*\tacronym
        \tZed\t*
        organization\tVelmor Customs\t\t30\topensanctions:NK-a3

        """)
  }

  @Test("tells records that it cannot read, and goes on")
  func faults() throws {
    let result = try Self.run(
      "\(Self.header)\nQ1,Person\n\nQ2,Person,,,,\nQ3,Person,a\"b,,,\nQ4,Person,Qarm,,,\n")
    #expect(result.text == "person\tQarm\t\t30\topensanctions:Q4 wikidata:Q4\n")
    #expect(result.faults.map { $0.prefix(2) } == ["2:", "4:", "5:"])
  }

  @Test("does not read a table without its columns, nor one whose quote is not closed")
  func foreign() {
    for (text, code) in [
      ("id,caption\n1,x", LexiconError.Code.foreignFile), ("schema,name,name\n", .foreignFile),
      ("\(Self.header)\n\"Q1,Person,Qarm,,,\nQ2", .malformedLine),
    ] {
      #expect {
        _ = try Self.run(text)
      } throws: { error in
        (error as? LexiconError)?.code == code
      }
    }
  }
}
