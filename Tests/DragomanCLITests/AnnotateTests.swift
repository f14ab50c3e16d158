import Foundation
import Testing

@Suite("dragoman annotate")
struct AnnotateTests {
  @Test(
    "offsets count what --offset-unit says, and the output names it",
    arguments: [("codepoint", 3, 9, 14), ("utf16", 5, 11, 16), ("utf8", 9, 15, 21)])
  func offsetUnits(unit: String, start: Int, end: Int, length: Int) throws {
    let run = try ProgramRun.dragoman(
      ["annotate", "--offset-unit", unit, "--tokens"], input: "😀𝒜 Ankara ı q.")
    let document = try run.record()
    #expect(document.offsets == unit)
    let mention = try #require(document.mentions?.first)
    #expect(mention.text == "Ankara")
    #expect((mention.start, mention.end) == (start, end))
    #expect(document.tokens?.last?.end == length)
  }

  @Test("the fields of text and id may have other names")
  func fields() throws {
    let line = #"{"text":"Paris","id":1,"body":"He lives in Ankara.","key":"k-1"}"#
    let run = try ProgramRun.dragoman(
      ["annotate", "--text-field", "body", "--id-field", "key"], input: line)
    let record = try run.record()
    #expect(record.id == "k-1")
    #expect(record.text == "He lives in Ankara.")
    let missing = try ProgramRun.dragoman(
      ["annotate", "--input", "jsonl", "--text-field", "content"], input: line)
    #expect(
      try missing.record().error?.detail
        == "the record has no field 'content'; name the field with --text-field")
  }

  @Test("--language outranks the record's language, and that outranks a guess")
  func language() throws {
    let lines =
      "{\"text\":\"Ankara\",\"language\":\"az\"}\n{\"text\":\"The city of Ankara is on the river\"}"
    let told = try ProgramRun.dragoman(["annotate"], input: lines)
    #expect(try told.records().map(\.language) == ["az", "en"])
    let given = try ProgramRun.dragoman(["annotate", "--language", "kk-KZ"], input: lines)
    #expect(try given.records().map(\.language) == ["kk", "kk"])
  }

  @Test(
    "an input is JSONL if its first line is an object or its name says so",
    arguments: [
      ("a.txt", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", 2),
      ("a.txt", "\u{FEFF}{\"text\":\"a\"}\n{\"text\":\"b\"}\n", 2),
      ("a.txt", " {\"title\":\"a\"}\n{\"text\":\"b\"}\n", 2),
      (
        "a.txt", "{\"text\":\"\(String(repeating: "long ", count: 40_000))\"}\n{\"text\":\"b\"}\n",
        2
      ),
      ("a.jsonl", "no\n\n", 2), ("a.ndjson", "\n", 1), ("a.jsonl", "", 0),
      ("a.txt", "{Ankara}\nsecond\n", 1), ("a.txt", "[1]\n[2]\n", 1),
      ("a.txt", "\n{\"text\":\"a\"}\n", 1),
      ("a.txt", "", 1), ("a", "Ankara\nParis\n", 1),
    ])
  func inputKinds(name: String, content: String, count: Int) throws {
    let path = try ScratchFolderInUse(name, content)
    let run = try ProgramRun.dragoman(["annotate", "--format", "jsonl", path.file])
    #expect(run.status == 0)
    #expect(run.lines.count == count)
  }

  @Test("--input outranks what an input looks like")
  func inputOption() throws {
    let line = "{\"text\":\"a\"}\n"
    let text = try ProgramRun.dragoman(["annotate", "--input", "text"], input: line)
    #expect(try text.record().text == line)
    let records = try ProgramRun.dragoman(["annotate", "--input", "jsonl"], input: "Ankara")
    #expect(try records.records().map { $0.error?.code } == ["not-json"])
  }

  @Test("JSON is one object for one text, and an array for several or for records")
  func arrays() throws {
    let scratch = try ScratchFolder()
    let first = try scratch.write("1.txt", "one")
    let second = try scratch.write("2.txt", "two")
    let records = try scratch.write("3.jsonl", "{\"id\":3,\"text\":\"three\"}\nno\n")
    let none = try scratch.write("4.jsonl", "")
    func texts(_ files: String...) throws -> [String?] {
      let run = try ProgramRun.dragoman(["annotate", "--format", "json"] + files)
      #expect(run.status == 0)
      return try JSONDecoder().decode([OutputRecord].self, from: run.output).map(\.text)
    }
    #expect(try ProgramRun.dragoman(["annotate", first]).record().text == "one")
    #expect(try texts(first, second) == ["one", "two"])
    #expect(try texts(records) == ["three", nil])
    #expect(try texts(first, records, second) == ["one", "three", nil, "two"])
    #expect(try texts(none) == [])
    #expect(try texts(none, first) == ["one"])
  }

  @Test(
    "several files and standard input are read in the order they are named; a file's id is its path"
  )
  func severalInputs() throws {
    let scratch = try ScratchFolder()
    let text = try scratch.write("text.txt", "from the text")
    let records = try scratch.write("records.jsonl", "{\"id\":1,\"text\":\"from a record\"}\n")
    let run = try ProgramRun.dragoman(
      ["annotate", "--format", "jsonl", records, "-", text], input: "from standard input")
    let answers = try run.records()
    #expect(answers.map(\.text) == ["from a record", "from standard input", "from the text"])
    #expect(answers.map(\.id) == [1, nil, .string(text)])
  }

  @Test("more files than a process may hold open are read")
  func manyFiles() throws {
    let scratch = try ScratchFolder()
    for number in 1...60 { try scratch.write("\(number).txt", Data("Ankara".utf8)) }
    let run = try ProgramRun.shell(
      #"ulimit -n 40; "$DRAGOMAN" annotate --format jsonl '\#(scratch.path)'/*.txt"#)
    #expect(run.status == 0)
    #expect(run.lines.count == 60)
  }

  @Test("a named pipe is read once, from its start")
  func namedPipe() throws {
    let scratch = try ScratchFolder()
    let run = try ProgramRun.shell(
      """
      mkfifo '\(scratch.path)/pipe' && { printf 'Ankara' > '\(scratch.path)/pipe' & }
      "$DRAGOMAN" annotate '\(scratch.path)/pipe'
      """)
    #expect(run.status == 0)
    #expect(try run.record().text == "Ankara")
  }

  @Test("-o writes the same bytes to a file and empties it before")
  func outputFile() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("out.json", String(repeating: "old ", count: 10_000))
    let plain = try ProgramRun.dragoman(["annotate"], input: "He lives in Ankara.")
    let run = try ProgramRun.dragoman(["annotate", "-o", path], input: "He lives in Ankara.")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(try Data(contentsOf: scratch.url("out.json")) == plain.output)
  }

  @Test("-o does not empty a file that is still to be read")
  func outputIsInput() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("text.txt", "He lives in Ankara.")
    let run = try ProgramRun.dragoman(["annotate", path, "-o", path])
    #expect(run.status == 2)
    #expect(run.messages.contains("is also an input"))
    #expect(
      try String(contentsOf: scratch.url("text.txt"), encoding: .utf8) == "He lives in Ankara.")
  }

  @Test("nested names and tokens are written only on request")
  func parts() throws {
    let text = "The Ministry of Foreign Affairs of Kazakhstan met on Monday."
    let plain = try ProgramRun.dragoman(["annotate"], input: text).record()
    #expect(plain.nested == nil)
    #expect(plain.tokens == nil)
    let full = try ProgramRun.dragoman(["annotate", "--nested", "--tokens"], input: text).record()
    let inner = try #require(full.nested?.first { $0.text == "Kazakhstan" })
    let parent = try #require(inner.parent)
    #expect(full.mentions?[parent].text?.contains("Ministry of Foreign Affairs") == true)
    #expect(full.tokens?.first?.kind == "word")
    #expect(full.tokens?.last?.kind == "punctuation")
    #expect(full.tokens?.contains { $0.kind == "space" } == false)
  }

  @Test("what was considered is written only on request, with the same mentions")
  func explanation() throws {
    let text = "Anna Keller met the World Bank in Tripoli, Lebanon."
    let plain = try ProgramRun.dragoman(["annotate", "--format", "jsonl"], input: text)
    #expect(!plain.text.contains("\"considered\""))
    #expect(!plain.text.contains("\"disambiguations\""))
    let explained = try ProgramRun.dragoman(
      ["annotate", "--format", "jsonl", "--explain"], input: text)
    #expect(explained.text.contains(#""outcome":"chosen","mention":0"#))
    #expect(explained.text.contains(#""outcome":"clear""#))
    #expect(try explained.record().mentions?.count == plain.record().mentions?.count)
  }

  @Test("keys stand in a fixed order")
  func keyOrder() throws {
    let run = try ProgramRun.dragoman(
      ["annotate", "--format", "jsonl", "--nested", "--tokens", "--explain"], input: "Ankara")
    let keys = [
      "schema", "id", "language", "offsets", "text", "sentences", "tokens", "mentions", "nested",
      "considered", "disambiguations", "entities", "roles", "topics", "warnings",
    ]
    var rest = run.text[...]
    for key in keys {
      let range = try #require(rest.range(of: "\"\(key)\":"))
      rest = rest[range.upperBound...]
    }
  }

  @Test("json and jsonl say the same")
  func formats() throws {
    func value(_ format: String) throws -> NSDictionary? {
      let run = try ProgramRun.dragoman(
        [
          "annotate", "--nested", "--tokens", "--format", format,
          "Fixtures/releases/02-en-company.txt",
        ])
      #expect(run.lines.count == 1 || format == "json")
      return try JSONSerialization.jsonObject(with: run.output) as? NSDictionary
    }
    let pretty = try #require(try value("json"))
    #expect(try value("jsonl") == pretty)
  }
}

/// A file in a scratch folder that lives as long as this value.
private struct ScratchFolderInUse {
  private let folder: ScratchFolder
  let file: String

  init(_ name: String, _ content: String) throws {
    folder = try ScratchFolder()
    file = try folder.write(name, content)
  }
}
