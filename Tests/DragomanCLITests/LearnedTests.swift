import Foundation
import Testing

@Suite("What was learned")
struct LearnedTests {
  private static let text = """
    The Velmira Trust opened a clinic in Tarnholt on Monday. Its director, Dr. Maren Osk, thanked the town of Brask.
    """

  private static let model = ProgramRun.project.appending(path: "Lexicons/models/names.model").path

  private func names(_ arguments: String...) throws -> [String?] {
    let run = try ProgramRun.dragoman(["annotate"] + arguments, input: Self.text)
    #expect(run.status == 0, "\(run.messages)")
    return try #require(try run.record().mentions).map(\.text)
  }

  @Test("decides unless --no-learned says that it must not")
  func flag() throws {
    let found = try names()
    #expect(found.contains("Tarnholt") && found.contains("Maren Osk"))
    let ruled = try names("--no-learned")
    #expect(!ruled.contains("Tarnholt") && ruled.contains("Maren Osk"))
    #expect(try names("--no-learned", "--learned") == found)
    #expect(try names("--model", Self.model) == found)
  }

  @Test(
    "that is missing or damaged ends the run with 2; one line names file and remedy",
    arguments: Damage.allCases)
  func badModel(damage: Damage) throws {
    let scratch = try ScratchFolder()
    let url = scratch.url("bad.model")
    try damage.make(of: Data(contentsOf: URL(filePath: Self.model)), at: url)
    let remedy = damage.remedy.replacing("lexicon compile", with: "names train")
      .replacing("compile it again", with: "train it again")
    for command in [["annotate", "--model", url.path], ["names", "info", url.path]] {
      let run = try ProgramRun.dragoman(command, input: Self.text)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.messages.hasPrefix("dragoman: error: "))
      #expect(run.messages.contains(url.path) && run.messages.contains(remedy), "\(run.messages)")
      #expect(run.messages.count { $0 == "\n" } == 1, "\(run.messages)")
    }
  }

  @Test("is no lexicon, and a lexicon is no model")
  func mistaken() throws {
    let scratch = try ScratchFolder()
    let source = try scratch.write("one.entities.tsv", "place\tAnkara\tTR\t80\n")
    let lexicon = scratch.url("one.lexicon").path
    #expect(try ProgramRun.dragoman(["lexicon", "compile", source, "-o", lexicon]).status == 0)
    let model = try ProgramRun.dragoman(["annotate", "--model", lexicon], input: Self.text)
    #expect(model.status == 2)
    #expect(
      model.messages == "dragoman: error: \(lexicon): not a model of names: it does not start as a "
        + "model of names; give a file made by 'dragoman names train'\n")
    let other = try ProgramRun.dragoman(["annotate", "--lexicon", Self.model], input: Self.text)
    #expect(other.status == 2)
    #expect(other.messages.contains("give a file made by 'dragoman lexicon compile'"))
  }

  // MARK: Explanations

  /// What the explanation says of a span.
  private struct Considered: Decodable {
    struct Learned: Decodable {
      struct Feature: Decodable {
        let name: String
        let term: String?
        let weight: Double
      }

      let value: Double
      let features: [Feature]
    }

    let text: String
    let outcome: String
    let learned: Learned?
  }

  private struct Explained: Decodable { let considered: [Considered] }

  private func explained(_ arguments: String...) throws -> (ProgramRun, [Considered]) {
    let run = try ProgramRun.dragoman(
      ["annotate", "--explain", "--format", "jsonl"] + arguments, input: Self.text)
    return (run, try JSONDecoder().decode(Explained.self, from: run.output).considered)
  }

  @Test("is told by --explain, with the features that count most, and keeps to the schema")
  func explanation() throws {
    let (run, spans) = try explained()
    let town = try #require(spans.first { $0.text == "Tarnholt" && $0.outcome == "chosen" })
    let learned = try #require(town.learned)
    #expect(learned.value > 0)
    #expect(learned.features.contains { $0.term == "Tarnholt" && $0.weight > 0 })
    for span in spans {
      let features = try #require(span.learned).features
      let sizes = features.map { abs($0.weight) }
      #expect(features.count <= 8 && sizes == sizes.sorted(by: >), "\(span.text)")
    }
    let scratch = try ScratchFolder()
    let file = try scratch.write("output.jsonl", run.output).path
    let check = try ProgramRun.python(["Tests/validate_output.py", file])
    #expect(check.status == 0, "\(check.text)\(check.messages)")
  }

  @Test("is not told where it does not decide")
  func noExplanation() throws {
    let (_, spans) = try explained("--no-learned")
    #expect(!spans.isEmpty)
    #expect(spans.allSatisfy { $0.learned == nil })
  }
}
