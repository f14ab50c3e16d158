import Dragoman
import Testing

@testable import DragomanEvaluation

@Suite("Even boundaries")
struct BoundaryRulesTests {
  private func evened(_ text: MarkedNames, _ language: LanguageTag) -> [String] {
    let source = SourceText(text.plain)
    return BoundaryRules(source, language: language).evened(text.annotation()).spans.map {
      source.text(in: $0.range)
    }
  }

  @Test("cut articles, possessives, punctuation and a closing stop")
  func english() {
    #expect(
      evened(
        "[The Hague Court's|organization] and [ «Porto»,|place] of [the U.S.|place] [A|person] [Reed’|person] [the |place]",
        .english) == ["Hague Court", "Porto", "U.S", "A", "Reed", "the"])
  }

  @Test("go to the end of the word in Turkish and Kazakh")
  func turkish() {
    #expect(
      evened(
        "[Porto|place]'daki [Su Bakanlığı|organization]ndan [Ayşe|person]’nin, [Bo|person]' [The Rock|person]",
        .turkish) == ["Porto'daki", "Su Bakanlığından", "Ayşe’nin", "Bo", "The Rock"])
  }

  @Test("let two guidelines agree")
  func agreement() throws {
    var options = Evaluation.Options()
    options.evensBoundaries = true
    let gold: MarkedNames = "[the Bank's|organization:Bank] door"
    let answer: MarkedNames = "the [Bank|organization:x]'s door"
    let evaluation = try Evaluation(
      [gold.gold("a")], answers: ["a": answer.annotation()], options: options)
    #expect(evaluation.groups[0].figure(.strict)?.f1 == 1)
    #expect(evaluation.groups[0].figure(.bCubed)?.f1 == 1)
    #expect(evaluation.errors.isEmpty)
  }
}
