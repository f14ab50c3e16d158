import Dragoman
import Testing

@testable import DragomanEvaluation

@Suite("Answers")
struct AnswerReaderTests {
  private static let gold = [("[Bo|person] in Çay" as MarkedNames).gold("a")]

  private func read(_ text: String) throws -> (Annotation?, [String]) {
    var reader = AnswerReader()
    let answers = try reader.answers(in: Array(text.utf8), path: "s.jsonl", to: Self.gold)
    return (answers["a"], reader.remarks)
  }

  @Test("pass over what cannot be read, and say so")
  func remarks() throws {
    let (answer, remarks) = try read(
      #"{"id":"a","entities":[{"start":0,"end":2,"type":"PER"},{"start":6,"end":99,"type":"LOC"},{"start":6,"end":9,"type":"DATE"}]}"#
    )
    #expect(answer?.spans == [NamedSpan(TextRange(0, 2), .person)])
    #expect(remarks.count == 2)
    #expect(remarks.first?.hasPrefix("s.jsonl:1: document 'a': an element of 'entities'") == true)
  }

  @Test("may be missing, failed, or about other documents")
  func missing() throws {
    #expect(try read("").1 == ["s.jsonl: no answer to 1 documents, as 'a'; they count as empty"])
    let (answer, remarks) = try read(#"{"id":"a","error":{"code":"x"}}"# + "\n" + #"{"id":"z"}"#)
    #expect(answer?.spans.isEmpty == true)
    #expect(remarks.count == 2)
  }

  @Test(
    "are refused if they are about another text, twice there, or no JSON",
    arguments: [
      #"{"id":"a","text":"other","mentions":[]}"#,
      "{\"id\":\"a\",\"entities\":[]}\n{\"id\":\"a\",\"entities\":[]}", "{", #"{"entities":[]}"#,
    ])
  func refusals(text: String) {
    #expect(throws: EvaluationError.self) { try read(text) }
  }
}
