import Foundation
import Testing

@Suite("Annotated releases")
struct TrainingReleasesTests {
  private func run(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun.python(["Lexicons/training/releases.py"] + arguments)
  }

  @Test("of the repository have no fault")
  func checked() throws {
    let run = try run("check", "Lexicons/training/us-releases.names")
    #expect(run.status == 0, "\(run.messages)")
  }

  @Test("keep their names apart from their texts, and find them again")
  func packed() throws {
    let scratch = try ScratchFolder()
    let marked = try scratch.write(
      "marked.txt", "=== a/1\n[Amanda Lorne|P] of [Norland|L]’s [Halvorsen Bank|O] left.\n")
    let texts = try scratch.write(
      "texts.jsonl",
      "{\"id\":\"a/1\",\"text\":\"Amanda Lorne of Norland’s Halvorsen Bank left.\"}\n")
    let names = try run("pack", "--texts", texts, marked)
    #expect(names.status == 0, "\(names.messages)")
    let kept = try scratch.write("kept.names", names.text)
    let placed = try run("place", "--texts", texts, kept)
    let direct = try run("jsonl", "--language", "en", marked)
    #expect(placed.status == 0 && placed.output == direct.output && !direct.output.isEmpty)
  }

  @Test(
    "are refused with a fault",
    arguments: [
      ("=== a\n[the Halvorsen Bank|O] left.\n", "article or title"),
      ("=== a\nNobody left.\n", "no name is marked"),
      ("=== a\n[Lorne|X] left [Norland|L].\n", "no mark"),
      ("=== a\n[Norland|L]ers left.\n", "ends inside a word"),
      ("=== a\n[Norland|L].\n=== a\n[Norland|L].\n", "the id is also in"),
    ])
  func faults(text: String, message: String) throws {
    let scratch = try ScratchFolder()
    let run = try run("check", try scratch.write("marked.txt", text))
    #expect(run.status == 1 && run.messages.contains(message), "\(run.messages)")
  }
}
