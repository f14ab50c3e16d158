import Dragoman
import Testing

@testable import DragomanEvaluation

@Suite("The list of errors")
struct NameErrorTests {
  private func lines(_ gold: MarkedNames, _ answer: MarkedNames) throws -> [String] {
    let evaluation = try Evaluation([gold.gold("a")], answers: ["a": answer.annotation()])
    return evaluation.errors.map {
      "\($0.kind.title): \(ErrorContext($0, in: evaluation.gold[0].source).line)"
    }
  }

  @Test("names each kind of error and shows its sentence")
  func kinds() throws {
    let found = try lines(
      "[Reed|person] came. The [Bank of Norland|organization] in [Porto|place] opened on Monday.",
      "Reed came. The Bank of [Norland|organization] in [Porto|person] opened on [Monday|place].")
    #expect(
      found == [
        "missed: [Reed] came.",
        "wrong boundary: The [Bank of {Norland}] in Porto opened on Monday.",
        "wrong type: The Bank of Norland in [{Porto}] opened on Monday.",
        "wrong: The Bank of Norland in Porto opened on {Monday}.",
      ])
  }

  @Test("takes an overlap of another type for a wrong type, and each span once")
  func pairing() throws {
    #expect(
      try lines(
        "The [Bank of Norland|organization] opened.",
        "The [Bank|organization] of [Norland|place] opened.")
        == [
          "wrong boundary: The [{Bank} of Norland] opened.",
          "wrong: The Bank of {Norland} opened.",
        ])
    #expect(
      try lines("The [Bank of Norland|organization] opened.", "The Bank of [Norland|place] opened.")
        == ["wrong type: The [Bank of {Norland}] opened."])
  }

  @Test("nests the marks however spans start and end")
  func marks() throws {
    #expect(
      try lines("[New Porto|place] Bank", "[New Porto Bank|place]")
        == ["wrong boundary: {[New Porto] Bank}"])
    #expect(
      try lines("[New Porto Bank|place]", "[New Porto|place] Bank")
        == ["wrong boundary: [{New Porto} Bank]"])
    #expect(
      try lines("New [Porto Bank|place]", "[New Porto Bank|place]")
        == ["wrong boundary: {New [Porto Bank]}"])
    #expect(
      try lines("[New Porto|place] Bank", "New [Porto Bank|place]")
        == ["wrong boundary: [New {Porto] Bank}"])
  }

  @Test("cuts a long sentence between words, and writes no controls")
  func context() throws {
    let many = String(repeating: "ölçü ", count: 60)
    let gold = MarkedNames(stringLiteral: "\(many)[Porto|place]\u{1B}[31m \(many)son")
    let line = try lines(gold, MarkedNames(stringLiteral: gold.plain))[0]
    #expect(line.hasPrefix("missed: … ölçü ölçü"))
    #expect(line.hasSuffix("ölçü …"))
    #expect(line.contains("ölçü [Porto] [31m ölçü"))
    #expect(line.utf8.count < 480)
  }
}
