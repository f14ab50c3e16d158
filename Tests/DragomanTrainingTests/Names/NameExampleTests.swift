import Dragoman
import DragomanEvaluation
import Testing

@testable import DragomanTraining

@Suite("An example of names")
struct NameExampleTests {
  /// The names of an example, as the text of their terms.
  private static func names(_ marked: String) throws -> (names: [String], lost: Int) {
    let gold = InventedTexts.gold(marked)
    let example = try TrainingFixture.example(gold)
    let ranges = example.text.termRanges
    let names = example.gold.map { name in
      gold.source.text(
        in: TextRange(
          ranges[name.terms.lowerBound].lowerBound, ranges[name.terms.upperBound - 1].upperBound))
    }
    return (names, example.lost)
  }

  @Test(
    "has names without what guidelines disagree about",
    arguments: [
      ("[Vomug Tavik|person] came to [Lemur|place].", ["Vomug Tavik", "Lemur"]),
      ("It was [the Lemur|place] again.", ["Lemur"]),
      ("We saw [Lemur's|place] gate.", ["Lemur"]),
      ("They saw [Lemur,|place] and left.", ["Lemur"]),
      ("[Vomug - Tavik|person] came.", ["Vomug - Tavik"]),
    ])
  func names(marked: String, names: [String]) throws {
    let found = try Self.names(marked)
    #expect(found.names == names)
    #expect(found.lost == 0)
  }

  @Test(
    "counts names that begin or end inside a word",
    arguments: ["Lem[ur|place] waits.", "[Lem|place]ur waits.", "[Vomug Lem|place]ur waits."])
  func lost(marked: String) throws {
    let found = try Self.names(marked + " [Tavik|person] came.")
    #expect(found.names == ["Tavik"])
    #expect(found.lost == 1)
  }
}
