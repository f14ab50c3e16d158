import Foundation
import Testing

@Suite("The schema")
struct SchemaTests {
  private static let remedy: Comment =
    "Tests/validate_output.py needs python3 and its package jsonschema: pip install jsonschema"

  /// All texts and records of the fixtures.
  private static func fixtures() throws -> [String] {
    let releases = ProgramRun.project.appending(path: "Fixtures/releases").path
    return try FileManager.default.contentsOfDirectory(atPath: releases).sorted()
      .map { "Fixtures/releases/\($0)" } + ["Fixtures/streams/mixed.jsonl"]
  }

  private func validate(_ output: Data) throws -> ProgramRun {
    let scratch = try ScratchFolder()
    let file = try scratch.write("output.jsonl", output).path
    let run = try ProgramRun.python(["Tests/validate_output.py", file])
    #expect(run.status != 127 && !run.messages.contains("ModuleNotFoundError"), Self.remedy)
    return run
  }

  @Test(
    "everything that the program writes keeps to it, in every offset unit",
    arguments: ["codepoint", "utf8", "utf16"], [[], ["--nested", "--tokens", "--explain"]])
  func output(unit: String, parts: [String]) throws {
    let run = try ProgramRun.dragoman(
      ["annotate", "--format", "jsonl", "--offset-unit", unit] + parts + Self.fixtures())
    #expect(run.status == 0)
    let check = try validate(run.output)
    #expect(check.status == 0, "\(check.text)\(check.messages)")
    #expect(check.text.hasSuffix("21 documents, 5 error records, 0 violations\n"))
  }

  @Test(
    "what it does not allow is found",
    arguments: [
      (#""start":12,"end":18"#, #""start":11,"end":18"#, "the text there is"),
      (#""type":"PLACE","entity""#, #""type":"PERSON","entity""#, "its entity a PLACE"),
      (#""entity":"e1""#, #""entity":"e7""#, "there is no entity e7"),
      (#""mentions":[0]"#, #""mentions":[]"#, "lists the mentions []"),
      (#""offsets":"codepoint""#, #""offsets":"bytes""#, "is not one of"),
      (#""warnings":[]"#, #""warnings":[],"more":1"#, "Additional properties are not allowed"),
      (#""roles":[],"#, "", "'roles' is a required property"),
      (#""evidence":["gazetteer"]"#, #""evidence":["luck"]"#, "'luck' is not one of"),
    ])
  func violations(part: String, replacement: String, message: String) throws {
    let run = try ProgramRun.dragoman(
      ["annotate", "--format", "jsonl"], input: "He lives in Ankara.")
    #expect(run.text.contains(part))
    let check = try validate(Data(run.text.replacing(part, with: replacement).utf8))
    #expect(check.status == 1)
    #expect(check.text.contains(message))
  }
}
