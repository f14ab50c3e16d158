import Dragoman
import Testing

@testable import DragomanEvaluation

@Suite("Gold")
struct GoldReaderTests {
  private func read(
    _ text: String, path: String = "g.jsonl", unit: OffsetUnit? = nil, skipping: [String] = []
  ) throws(EvaluationError) -> [GoldDocument] {
    var reader = GoldReader()
    reader.unit = unit
    reader.skippedTypes = skipping
    return try reader.documents(in: Array(text.utf8), path: path)
  }

  private func names(_ document: GoldDocument?) -> [String] {
    document?.annotation.spans.map {
      "\($0.kind.name) \(document?.source.text(in: $0.range) ?? "")"
    } ?? []
  }

  private func message(
    _ text: String, path: String = "g.jsonl", unit: OffsetUnit? = nil
  ) -> String {
    do throws(EvaluationError) {
      return "no error: \(try read(text, path: path, unit: unit).count) documents"
    } catch {
      return error.description
    }
  }

  @Test("counts offsets in code points, in bytes, or as the record says")
  func units() throws {
    let codepoints =
      #"{"id":"a","text":"Übe Çay","lang":"tr","entities":[{"start":4,"end":7,"type":"LOC","surface":"Çay"}]}"#
    #expect(names(try read(codepoints).first) == ["PLACE Çay"])
    #expect(try read(codepoints).first?.language == .turkish)
    let bytes =
      #"{"id":"a","text":"Übe Çay","entities":[{"start":5,"end":9,"cp_start":4,"cp_end":7,"type":"person"}]}"#
    #expect(names(try read(bytes).first) == ["PERSON Çay"])
    let said =
      #"{"id":"a","offsets":"utf16","text":"🏆 Çay","entities":[{"start":3,"end":6,"type":"ORG"}]}"#
    #expect(names(try read(said, unit: .utf8).first) == ["ORGANIZATION Çay"])
  }

  @Test("reads a document, an array of them, and one a line; ids may be numbers")
  func layouts() throws {
    let one = #"{"id": 1, "text": "x", "entities": []}"#
    #expect(
      try read("{\n\"id\": 1,\n\"text\": \"x\",\n\"entities\": []\n}", path: "g.json").count == 1)
    #expect(
      try read("[\(one),\n {\"id\":\"2\",\"text\":\"\",\"entities\":[]}]", path: "g.json").count
        == 2)
    #expect(
      try read(one + "\n\n" + #"{"id":"2","text":"","entities":[]}"#, path: "g.txt").count == 2)
  }

  @Test("joins mentions by canonical name, else by aliases")
  func things() throws {
    let canonical =
      #"{"id":"a","text":"Ay Bo Ay","entities":[{"start":0,"end":2,"type":"PER","canonical":"Ay"},{"start":3,"end":5,"type":"PER","canonical":"Bo"},{"start":6,"end":8,"type":"PER","canonical":"Ay"}],"sender":"north","words":3}"#
    let document = try #require(try read(canonical).first)
    #expect(document.annotation.things?.map(\.mentions.count) == [2, 1])
    #expect(document.fields["sender"] == "north" && document.fields["words"] == "3")
    let aliases =
      #"{"id":"a","text":"Ay Bo Ay","entities":[{"start":0,"end":2,"type":"PER"},{"start":3,"end":5,"type":"PER"},{"start":6,"end":8,"type":"PER"}],"aliases":[{"canonical":"A","type":"PER","mentions":[[0,2],[6,8]]}]}"#
    #expect(try read(aliases).first?.annotation.things?.map(\.mentions.count) == [2, 1])
    let neither = #"{"id":"a","text":"Ay","entities":[{"start":0,"end":2,"type":"PER"}]}"#
    #expect(try read(neither).first?.annotation.things == nil)
  }

  @Test("takes the program's own records, corrected by hand")
  func ownRecords() throws {
    let own =
      #"{"schema":"dragoman/1","id":"a","offsets":"codepoint","text":"Çay Bo","mentions":[{"start":4,"end":6,"text":"Bo","type":"PERSON","entity":"e1"}],"entities":[{"id":"e1","type":"PERSON","name":"Bo","mentions":[0]}],"roles":[],"topics":[{"id":"x","name":"sport"}]}"#
    let document = try #require(try read(own).first)
    #expect(names(document) == ["PERSON Bo"])
    #expect(document.annotation.things?.map(\.name) == ["Bo"])
    #expect(document.annotation.topics == ["sport"])
  }

  @Test("tells file, line and remedy of a wrong offset, and the unit that would fit")
  func wrongOffsets() {
    let record =
      "\n"
      + #"{"id":"a","text":"Übe Çay","entities":[{"start":5,"end":9,"type":"LOC","surface":"Çay"}]}"#
    #expect(
      message(record)
        == "g.jsonl:2: document 'a': 'Çay' of 'entities' should stand at 5 to 9, but that is empty, cuts a character, or lies outside the text, counted in codepoint; it fits with --offset-unit utf8"
    )
    #expect(message(record, unit: .utf8) == "no error: 1 documents")
    #expect(
      message(
        #"{"id":"a","text":"Bo Ay","entities":[{"start":3,"end":5,"type":"PER","text":"Bo"}]}"#
      )
      .hasSuffix(
        "'Bo' of 'entities' should stand at 3 to 5, but that is 'Ay', counted in codepoint; correct start and end, or say what they count with --offset-unit"
      ))
    #expect(
      message(#"{"id":"a","text":"Bo","entities":[{"start":0,"end":2,"type":"PER","text":"Ay"}]}"#)
        .hasSuffix("the text does not hold it at all: correct the surface or the text"))
    for (start, end) in [(-1, 2), (2, 2), (2, 1), (0, 3), (9, 99)] {
      #expect(
        message(
          #"{"id":"a","text":"Bo","entities":[{"start":\#(start),"end":\#(end),"type":"PER"}]}"#
        )
        .contains("lies outside the text"))
    }
  }

  @Test("tells the line of an element inside an indented file")
  func lineInside() {
    let text =
      "{\n \"id\": \"a\",\n \"entities\": [\n  {\"start\": 0,\n   \"end\": 2, \"type\": \"FOOD\"}\n ],\n \"text\": \"Bo\"\n}"
    #expect(
      message(text, path: "g.json").hasPrefix(
        "g.json:4: document 'a': unknown type 'FOOD'; types are PERSON"))
    #expect((try? read(text, path: "g.json", skipping: ["food"]))?.count == 1)
  }

  @Test(
    "refuses gold that cannot be meant",
    arguments: [
      ("{\"id\":\"a\"", "g.jsonl:1: not JSON: "),
      ("\n{]", "g.jsonl:2: not JSON: "),
      ("[1]", "g.jsonl:1: not JSON: a record should stand here"),
      (#"{"text":"x","entities":[]}"#, "g.jsonl:1: the record has no id"),
      (#"{"id":"a","entities":[]}"#, "g.jsonl:1: document 'a' has no text"),
      (#"{"id":"a","text":"x"}"#, "g.jsonl:1: document 'a' has no list 'entities'"),
      (
        "{\"id\":\"a\",\"text\":\"\",\"entities\":[]}\n{\"id\":\"a\",\"text\":\"\",\"entities\":[]}",
        "g.jsonl:2: document 'a' stands in g.jsonl:1, too"
      ),
      (
        #"{"id":"a","text":"Bo Ay","entities":[{"start":0,"end":5,"type":"PER"},{"start":3,"end":5,"type":"PER"}]}"#,
        "g.jsonl:1: document 'a': the entities 'Bo Ay' and 'Ay' overlap at byte 3; keep the longest"
      ),
      (
        #"{"id":"a","text":"Bo","entities":[{"start":"0","end":2,"type":"PER"}]}"#,
        "g.jsonl:1: document 'a': an element of 'entities' has no whole numbers"
      ),
      (
        #"{"id":"a","text":"Bo","entities":[7]}"#,
        "g.jsonl:1: document 'a': an element of 'entities' has no type"
      ),
      (
        #"{"id":"a","text":"Bo","entities":[{"start":0,"end":2,"type":"PER"}],"aliases":[{"mentions":[[0,1]]}]}"#,
        "g.jsonl:1: document 'a': an alias names a mention that is no entity"
      ),
    ] as [(String, String)])
  func refusals(text: String, start: String) {
    let message = message(text)
    #expect(message.hasPrefix(start), "\(message)")
  }

  @Test("reads a table beside its text, and tells its lines")
  func tables() throws {
    func read(_ table: String) throws(EvaluationError) -> GoldDocument {
      var reader = GoldReader()
      return try reader.document(
        table: Array(table.utf8), path: "gold/02-tr-çay.tsv", release: Array("Çay Bo".utf8))
    }
    let document = try read(
      "entity\tPERSON\t5\t7\tBo\nrole\tBo\tÇay\tNorland\t0\t4\ntopic\tsport\n")
    #expect(document.id == "02-tr-çay" && document.language == .turkish)
    #expect(names(document) == ["PERSON Bo"])
    #expect(document.annotation.roles?.first?.of == .name("Norland"))
    for (table, end) in [
      ("\nentity\tPERSON\t4\t7\tBo", ":2: 'Bo' should stand at bytes 4 to 7, where ' Bo' stands"),
      ("entity\tFOOD\t5\t7\tBo", ":1: unknown type 'FOOD'"),
      ("entity\tPERSON\t5", ":1: the line is none of"),
      ("entity\tPERSON\tx\t7\tBo", ":1: 'x' and '7' should be whole numbers"),
    ] {
      do throws(EvaluationError) {
        _ = try read(table)
        Issue.record("no error: \(table)")
      } catch {
        #expect(error.description.hasPrefix("gold/02-tr-çay.tsv\(end)"), "\(error)")
      }
    }
  }
}
