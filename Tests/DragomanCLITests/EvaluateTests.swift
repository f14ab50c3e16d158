import Foundation
import Testing

@Suite("dragoman evaluate")
struct EvaluateTests {
  private static let gold = """
    {"id":"a","language":"en","sender":"north","text":"Ambassadors met in Ankara and in Lisbon.","entities":[{"start":19,"end":25,"type":"PLACE","surface":"Ankara"},{"start":33,"end":39,"type":"PLACE","surface":"Lisbon"}]}
    {"id":"b","language":"tr","sender":"south","text":"Toplantı Ankara'da yapıldı.","entities":[{"start":9,"end":15,"type":"PLACE","surface":"Ankara"}]}

    """
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("measures the project's fixtures by their tables")
  func fixtures() throws {
    let run = try ProgramRun.dragoman(["evaluate", "Fixtures", "--boot", "0", "--errors", "1"])
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("14 documents\n"))
    for line in ["language uz", "roles: phrase", "topics", "more errors"] {
      #expect(run.text.contains(line))
    }
  }

  @Test("annotates gold, saves that, and measures the same from it, for any number of jobs")
  func saved() throws {
    let gold = try folder.write("gold.jsonl", Self.gold)
    let saved = folder.url("saved.jsonl").path
    let run = try ProgramRun.dragoman([
      "evaluate", gold, "--save", saved, "--by", "sender", "--format", "csv", "--jobs", "2",
    ])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.text.contains("\nall,,2,strict,ALL,3,3,1.0000,1.0000,1.0000,1.0000,1.0000\n"))
    #expect(run.text.contains("\nsender,south,1,strict,PLACE,1,1,"))
    let again = try ProgramRun.dragoman([
      "evaluate", gold, "--system", saved, "--by", "sender", "--format", "csv",
    ])
    #expect(again.text == run.text)
    let alone = try ProgramRun.dragoman([
      "evaluate", gold, "--by", "sender", "--format", "csv", "--jobs", "1", "--gold-language",
    ])
    #expect(alone.text == run.text)
  }

  @Test("compares with another run")
  func compared() throws {
    let gold = try folder.write("gold.jsonl", Self.gold)
    let other = try folder.write("other.jsonl", #"{"id":"a","entities":[]}"#)
    let run = try ProgramRun.dragoman(["evaluate", gold, "--compare", other, "--errors", "9"])
    #expect(run.status == 0)
    #expect(run.text.contains("3 won, 0 lost"))
    #expect(run.text.contains("    Ambassadors met in [Ankara] and in Lisbon."))
    #expect(run.messages.contains("no answer to 1 documents, as 'b'"))
  }

  @Test("writes a page of the errors")
  func page() throws {
    let gold = try folder.write("gold.jsonl", Self.gold)
    let none = try folder.write("none.jsonl", "")
    let page = folder.url("page.html").path
    let run = try ProgramRun.dragoman(["evaluate", gold, "--system", none, "--html", page])
    #expect(run.status == 0)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains(#"met in <mark class="gold">Ankara</mark>"#))
    let onto = try ProgramRun.dragoman(["evaluate", gold, "--system", none, "--html", gold])
    #expect(onto.status == 2)
  }

  @Test("reads a folder, and tells file, line and remedy of bad gold")
  func badGold() throws {
    _ = try folder.write("1.jsonl", Self.gold)
    _ = try folder.write(
      "2.json",
      "{\"id\":\"c\",\n\"text\":\"Ankara\",\n\"entities\":[\n{\"start\":0,\"end\":5,\"type\":\"PLACE\",\"surface\":\"Ankara\"}]}"
    )
    let run = try ProgramRun.dragoman(["evaluate", folder.path])
    #expect(run.status == 2)
    #expect(
      run.messages.contains(
        "2.json:4: document 'c': 'Ankara' of 'entities' should stand at 0 to 5, but that is 'Ankar'"
      ))
    #expect(run.messages.contains("correct start and end"))
  }

  @Test(
    "reads gold in CoNLL form by the ending of its name",
    arguments: ["conll", "iob", "iob2", "bio", "bioes"])
  func conll(ending: String) throws {
    let tokens = """
      # id = a
      # language = en
      # sender = north
      Ambassadors _ O
      met _ O
      in _ O
      Ankara SpaceAfter=No B-LOC
      . _ O

      # id = b
      # language = tr
      # sender = south
      Toplantı _ O
      Ankara SpaceAfter=No S-LOC
      'da _ O
      yapıldı _ O

      """
    let gold = try folder.write("gold.\(ending)", tokens)
    let options = ["--by", "sender", "--format", "csv", "--jobs", "1"]
    let run = try ProgramRun.dragoman(["evaluate", gold, "--gold-language"] + options)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.text.contains("\nall,,2,strict,ALL,2,2,1.0000,1.0000,1.0000,1.0000,1.0000\n"))
    #expect(run.text.contains("\nlanguage,tr,1,strict,PLACE,1,1,"))
    #expect(run.text.contains("\nsender,north,1,strict,PLACE,1,1,"))
    #expect(
      try ProgramRun.dragoman(["evaluate", gold, "--language", "tr"] + options).status == 0)
    #expect(try ProgramRun.dragoman(["evaluate", folder.path] + options).status == 0)
  }

  @Test("tells file, line and remedy of bad gold in CoNLL form")
  func badCoNLL() throws {
    let gold = try folder.write("gold.conll", "World B-MISC\nCup I-MISC\n")
    let run = try ProgramRun.dragoman(["evaluate", gold])
    #expect(run.status == 2)
    #expect(run.messages.contains("gold.conll:1: unknown type 'MISC'; types are PERSON"))
    #expect(run.messages.contains("--skip-type"))
    #expect(try ProgramRun.dragoman(["evaluate", gold, "--skip-type", "misc"]).status == 0)
    let empty = try folder.write("empty.iob2", "-DOCSTART- O\n")
    let nothing = try ProgramRun.dragoman(["evaluate", empty])
    #expect(nothing.status == 2)
    #expect(nothing.messages.contains("give one token with its tag a line"))
  }

  @Test("refuses what holds no gold, and options that contradict each other")
  func refusals() throws {
    let empty = try folder.write("empty.jsonl", "\n")
    #expect(try ProgramRun.dragoman(["evaluate", empty]).status == 2)
    #expect(try ProgramRun.dragoman(["evaluate", folder.url("none").path]).status == 2)
    #expect(try ProgramRun.dragoman(["evaluate", "docs"]).status == 2)
    for options in [
      ["--system", "x", "--language", "tr"], ["--language", "tr", "--gold-language"],
      ["--system", "x", "--model", "y"], ["--system", "x", "--no-learned"],
      ["--model", "y", "--no-learned"],
      ["--boot", "-1"], ["--errors", "-1"], ["--jobs", "0"], ["--format", "xml"],
    ] {
      #expect(try ProgramRun.dragoman(["evaluate", empty] + options).status == 64, "\(options)")
    }
  }
}
