import Foundation
import Testing

@Suite("dragoman lexicon")
struct LexiconTests {
  @Test("a compiled lexicon adds its names: with their ids, and only where it is given")
  func compile() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.createDirectory(
      at: scratch.url("mine"), withIntermediateDirectories: true)
    _ = try scratch.write(
      "mine/people.entities.tsv",
      "person\tqorvenal tisbury\tKZ\t80\tstaff:17\n\tqorvenal tisbury\t*\tcommon\tany\n")
    _ = try scratch.write("mine/README.md", "no source")
    let lexicon = scratch.url("mine.lexicon").path
    let run = try ProgramRun.dragoman(
      ["lexicon", "compile", scratch.url("mine").path, "-o", lexicon, "--name", "mine"])
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)

    let text = "Yesterday qorvenal tisbury spoke to the press."
    #expect(try ProgramRun.dragoman(["annotate"], input: text).record().mentions?.isEmpty == true)
    let record = try ProgramRun.dragoman(["annotate", "--lexicon", lexicon], input: text).record()
    #expect(record.mentions?.map(\.text) == ["qorvenal tisbury"])
    #expect(record.mentions?.map(\.type) == ["PERSON"])
    #expect(record.entities?.first?.name == "qorvenal tisbury")
    #expect(record.entities?.first?.country == "KZ")
    #expect(record.entities?.first?.ids == ["staff": "17"])
  }

  @Test("a user's tables are read beside the kinds of sources; what cannot be taken is told")
  func userTables() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.createDirectory(
      at: scratch.url("mine"), withIntermediateDirectories: true)
    _ = try scratch.write(
      "mine/a.csv", "name,type,desk\nQorven Tisbury,person,east\nMars,planet,\n")
    _ = try scratch.write(
      "mine/b.jsonl", "{\"name\":\"Velmor Union\",\"type\":\"organization\"}\n{\n")
    _ = try scratch.write(
      "mine/patterns.jsonl",
      #"{"label":"ORG","pattern":[{"LOWER":"zarnak"},{"LOWER":"oyl"}],"id":"z1"}"#)
    _ = try scratch.write("mine/other.tsv", "# a table of another use\nx\ty\n")
    let lexicon = scratch.url("mine.lexicon").path
    let run = try ProgramRun.dragoman(
      ["lexicon", "compile", scratch.url("mine").path, "-o", lexicon])
    #expect(run.status == 0)
    #expect(run.messages.split(separator: "\n").count == 3)
    #expect(run.messages.contains("mine/a.csv:1: unknown field: 'desk'"))
    #expect(run.messages.contains("mine/a.csv:3: malformed line: unknown type 'planet'"))
    #expect(run.messages.contains("mine/b.jsonl:2: malformed line: the line is left out"))
    let record = try ProgramRun.dragoman(
      ["annotate", "--lexicon", lexicon],
      input: "Qorven Tisbury left. Yesterday the Velmor Union met zarnak oyl in town."
    ).record()
    #expect(record.mentions?.map(\.text) == ["Qorven Tisbury", "Velmor Union", "zarnak oyl"])
  }

  @Test("compiling twice gives the same bytes")
  func reproducible() throws {
    let scratch = try ScratchFolder()
    for name in ["a", "b"] {
      let run = try ProgramRun.dragoman(
        ["lexicon", "compile", "Lexicons/places", "-o", scratch.url(name).path, "--name", "places"])
      #expect(run.status == 0)
    }
    #expect(try Data(contentsOf: scratch.url("a")) == Data(contentsOf: scratch.url("b")))
  }

  @Test("info tells path, digest and counts; without a file of the default lexicon")
  func info() throws {
    let scratch = try ScratchFolder()
    let source = try scratch.write("one.entities.tsv", "place\tAnkara\tTR\t80\n")
    let lexicon = scratch.url("one.lexicon").path
    _ = try ProgramRun.dragoman(["lexicon", "compile", source, "-o", lexicon, "--name", "one"])
    let own = try ProgramRun.dragoman(["lexicon", "info", lexicon])
    #expect(own.status == 0)
    for line in ["path\t\(lexicon)", "name\tone", "entities\t1", "type:place\t1"] {
      #expect(own.text.split(separator: "\n").contains(line[...]))
    }
    #expect(own.text.contains(/(?m)^digest\t[0-9a-f]{16}$/))
    let usual = try ProgramRun.dragoman(["lexicon", "info"])
    #expect(usual.status == 0)
    #expect(usual.text.contains("name\tdefault\n"))
  }

  @Test(
    "a bad source ends the run with 2; the message names file, line and what is wrong",
    arguments: [
      ("a.entities.tsv", "planet\tMars\n", "a.entities.tsv:1: malformed line: "),
      ("a.entities.tsv", "# good\nplace\tAnkara\tTR\tmuch\n", "a.entities.tsv:2: malformed line: "),
      ("a.entities.tsv", "\tAnkara\t*\tcommon\n", "a.entities.tsv:1: malformed line: "),
      (
        "a.entities.tsv", "place\tAn\u{FFFD}kara\tTurkey\t80\n",
        "a.entities.tsv:1: malformed line: "
      ),
      ("a.topics.tsv", "topic\tx:1\tX\nen\tnan\tword\n", "a.topics.tsv:2: malformed line: "),
      ("a.txt", "place\tAnkara\n", "is no source of a lexicon"),
    ])
  func badSource(name: String, content: String, message: String) throws {
    let scratch = try ScratchFolder()
    let source = try scratch.write(name, content)
    let output = scratch.url("out.lexicon").path
    let run = try ProgramRun.dragoman(["lexicon", "compile", source, "-o", output])
    #expect(run.status == 2)
    #expect(run.messages.contains(message))
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  @Test("a missing source, an empty folder and an output that cannot be written end the run with 2")
  func badPaths() throws {
    let scratch = try ScratchFolder()
    let missing = try ProgramRun.dragoman([
      "lexicon", "compile", "/nowhere", "-o", scratch.url("o").path,
    ])
    #expect(missing.status == 2)
    #expect(missing.messages.contains("there is no '/nowhere'"))
    let empty = try ProgramRun.dragoman([
      "lexicon", "compile", scratch.path, "-o", scratch.url("o").path,
    ])
    #expect(empty.status == 2)
    #expect(empty.messages.contains("no source file in \(scratch.path)"))
    let source = try scratch.write("one.entities.tsv", "place\tAnkara\tTR\t80\n")
    let unwritable = try ProgramRun.dragoman(["lexicon", "compile", source, "-o", "/nowhere/o"])
    #expect(unwritable.status == 2)
    #expect(unwritable.messages.contains("cannot write '/nowhere/o'"))
  }
}
