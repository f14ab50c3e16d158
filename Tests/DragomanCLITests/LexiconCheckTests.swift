import Foundation
import Testing

@Suite("dragoman lexicon check")
struct LexiconCheckTests {
  private static let wrong = "place\tVelmira\tUK\n\tVelmira \t*\n\tVelmira Town\tru\n"

  @Test("writes findings to standard output and a summary to standard error; errors end with 1")
  func text() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("a.entities.tsv", Self.wrong)
    let run = try ProgramRun.dragoman(["lexicon", "check", path])
    #expect(run.status == 1)
    #expect(
      run.text.split(separator: "\n").map { String($0.prefix { $0 != "'" && $0 != ";" }) } == [
        "\(path):1: error: unknown-country: ISO 3166-1 has no country ",
        "\(path):2: error: stray-space: ",
        "\(path):2: warning: duplicate-alias: ",
        "\(path):3: warning: foreign-script: ",
      ])
    #expect(run.messages == "dragoman: 2 errors, 2 warnings in 1 file\n")
  }

  @Test("counts warnings but ends with 0; --quiet leaves them out, --strict takes them for errors")
  func warnings() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("a.words.tsv", "Anna-Velmira\tfirst-name\t*\n")
    let usual = try ProgramRun.dragoman(["lexicon", "check", path])
    #expect(usual.status == 0)
    #expect(usual.text.hasPrefix("\(path):1: warning: split-word: "))
    #expect(usual.messages == "dragoman: 0 errors, 1 warning in 1 file\n")
    let quiet = try ProgramRun.dragoman(["lexicon", "check", "--quiet", path])
    #expect(quiet.status == 0)
    #expect(quiet.text.isEmpty)
    #expect(quiet.messages == usual.messages)
    let strict = try ProgramRun.dragoman(["lexicon", "check", "--quiet", "--strict", path])
    #expect(strict.status == 1)
    #expect(strict.text.hasPrefix("\(path):1: error: split-word: "))
    #expect(strict.messages == "dragoman: 1 error, 0 warnings in 1 file\n")
  }

  private struct Report: Decodable {
    struct Finding: Decodable, Equatable {
      let file: String
      let line: Int?
      let severity: String
      let code: String
      let message: String
      let remedy: String
    }
    let findings: [Finding]
    let errors: Int
    let warnings: Int
    let files: Int
  }

  @Test("writes JSON, an object with all findings")
  func json() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("a.entities.tsv", Self.wrong)
    let run = try ProgramRun.dragoman(["lexicon", "check", "--format", "json", path])
    #expect(run.status == 1)
    let report = try JSONDecoder().decode(Report.self, from: run.output)
    #expect(report.errors == 2)
    #expect(report.warnings == 2)
    #expect(report.files == 1)
    #expect(
      report.findings.first
        == Report.Finding(
          file: path, line: 1, severity: "error", code: "unknown-country",
          message: "ISO 3166-1 has no country 'UK'",
          remedy: "write its alpha-2 code, or leave the column empty"))
    let right = try scratch.write("b.entities.tsv", "place\tTisbury\tGB\n")
    let empty = try ProgramRun.dragoman(["lexicon", "check", "--format", "json", right])
    #expect(empty.status == 0)
    #expect(try JSONDecoder().decode(Report.self, from: empty.output).findings == [])
  }

  @Test("takes the folder Lexicons if no source is named, and is used wrongly if there is none")
  func folder() throws {
    let scratch = try ScratchFolder()
    let missing = try ProgramRun.dragoman(["lexicon", "check"], in: scratch.path)
    #expect(missing.status == 64)
    #expect(missing.messages.contains("name the sources to check"))
    try FileManager.default.createDirectory(
      at: scratch.url("Lexicons"), withIntermediateDirectories: true)
    let empty = try ProgramRun.dragoman(["lexicon", "check"], in: scratch.path)
    #expect(empty.status == 2)
    #expect(empty.messages.contains("no source file in Lexicons"))
    _ = try scratch.write("Lexicons/a.entities.tsv", Self.wrong)
    _ = try scratch.write("Lexicons/README.md", "no source")
    let run = try ProgramRun.dragoman(["lexicon", "check"], in: scratch.path)
    #expect(run.status == 1)
    #expect(run.text.hasPrefix("Lexicons/a.entities.tsv:1: error: unknown-country: "))
  }

  @Test("finds across files what stands twice")
  func files() throws {
    let scratch = try ScratchFolder()
    let one = try scratch.write("a.entities.tsv", "place\tTisbury\tGB\n")
    let other = try scratch.write("b.entities.tsv", "place\tTisbury\tGB\n")
    let run = try ProgramRun.dragoman(["lexicon", "check", one, other])
    #expect(run.status == 1)
    #expect(run.text.hasPrefix("\(other):1: error: duplicate-entity: 'Tisbury' stands at \(one):1"))
  }

  @Test("compares the checksum of a compiled lexicon; what is none ends the run with 2")
  func compiled() throws {
    let scratch = try ScratchFolder()
    let source = try scratch.write("a.entities.tsv", "place\tTisbury\tGB\n")
    let lexicon = scratch.url("a.lexicon").path
    _ = try ProgramRun.dragoman(["lexicon", "compile", source, "-o", lexicon])
    let whole = try ProgramRun.dragoman(["lexicon", "check", lexicon])
    #expect(whole.status == 0)
    #expect(whole.text.isEmpty)
    #expect(whole.messages == "dragoman: 0 errors, 0 warnings in 1 file\n")

    var bytes = try Data(contentsOf: scratch.url("a.lexicon"))
    bytes[600] ^= 1
    try scratch.write("b.lexicon", bytes)
    let damaged = try ProgramRun.dragoman(["lexicon", "check", scratch.url("b.lexicon").path])
    #expect(damaged.status == 1)
    #expect(
      damaged.text
        == "\(scratch.url("b.lexicon").path): error: damaged-lexicon: its checksum is wrong; copy or compile it again\n"
    )
    let foreign = try scratch.write("a.txt", String(repeating: "place\tTisbury\n", count: 50))
    let refused = try ProgramRun.dragoman(["lexicon", "check", foreign])
    #expect(refused.status == 2)
    #expect(refused.messages.contains("it does not start as a compiled lexicon"))
    #expect(try ProgramRun.dragoman(["lexicon", "check", "/nowhere"]).status == 2)
  }
}
