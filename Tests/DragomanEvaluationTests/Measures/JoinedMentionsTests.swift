import Dragoman
import Testing

@testable import DragomanEvaluation

@Suite("Joined mentions")
struct JoinedMentionsTests {
  /// Things of mentions that are one byte each.
  private static func things(_ groups: [[Int]]) -> [NamedThing] {
    groups.map { group in
      NamedThing(kind: .person, name: "", mentions: group.map { TextRange($0, $0 + 1) })
    }
  }

  /// The example of Bagga and Baldwin (1998), with their figures: 76 % and 58 %.
  private static let truth = things([[1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12]])

  @Test("B³ of a small group joined to a large one is 16/21")
  func smallJoined() {
    let found = Self.things([[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]])
    let tally = JoinedMentions(gold: Self.truth, found: found).bCubed
    // (5 · 1 + 2 · 2/7 + 5 · 5/7) / 12
    #expect(abs(tally.precision - 16.0 / 21) < 1e-9)
    #expect(tally.recall == 1)
  }

  @Test("B³ of two large groups joined is 7/12")
  func largeJoined() {
    let found = Self.things([[1, 2, 3, 4, 5, 8, 9, 10, 11, 12], [6, 7]])
    let tally = JoinedMentions(gold: Self.truth, found: found).bCubed
    // (5 · 1/2 + 5 · 1/2 + 2 · 1) / 12
    #expect(abs(tally.precision - 7.0 / 12) < 1e-9)
    #expect(tally.recall == 1)
  }

  @Test("a missed mention has recall 0, one found too many has precision 0")
  func twinless() {
    let gold = Self.things([[1, 2, 3], [4]])
    let found = Self.things([[1, 2], [9]])
    let joined = JoinedMentions(gold: gold, found: found)
    // Mentions 1 and 2 have recall 2/3; 3 and 4 have 0. Both have precision 1; 9 has 0.
    #expect(abs(joined.bCubed.recall - (2 * 2.0 / 3) / 4) < 1e-9)
    #expect(abs(joined.bCubed.precision - 2.0 / 3) < 1e-9)
    // Over the common mentions 1 and 2 all is right.
    #expect(joined.bCubedCommon.f1 == 1)
  }

  @Test("CEAF pairs things so that the sum of similarities is the largest")
  func ceaf() {
    let found = Self.things([[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]])
    let tally = JoinedMentions(gold: Self.truth, found: found).ceaf
    // The first pair: 1. The second found group goes with 8 to 12: 2 · 5 / (5 + 7).
    #expect(abs(tally.recall - (1 + 10.0 / 12) / 3) < 1e-9)
    #expect(abs(tally.precision - (1 + 10.0 / 12) / 2) < 1e-9)
  }

  @Test("nothing on one side or both is no error")
  func empty() {
    #expect(JoinedMentions(gold: [], found: []).bCubed.f1 == 0)
    #expect(JoinedMentions(gold: Self.truth, found: []).ceaf.recall == 0)
    #expect(JoinedMentions(gold: [], found: Self.truth).bCubed.precision == 0)
  }

  @Test(
    "the best assignment is the best of all permutations",
    arguments: [
      ([[1, 2, 3], [3, 3, 3], [2, 1, 0]], 8), ([[5, 9], [6, 9], [0, 2]], 15),
      ([[0.9, 0.8], [0.8, 0]], 1.6), ([], 0), ([[]], 0),
    ] as [([[Double]], Double)])
  func assignment(values: [[Double]], best: Double) {
    #expect(abs(Assignment.best(values) - best) < 1e-9)
  }
}
