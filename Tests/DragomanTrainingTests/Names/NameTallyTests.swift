import DragomanTagging
import Testing

@testable import DragomanTraining

@Suite("A tally of names")
struct NameTallyTests {
  /// Two people, an organization, a place, and a name that cuts a word.
  private static func example() throws -> NameExample {
    try TrainingFixture.example(
      InventedTexts.gold(
        "[Vomug|person] and [Tavik|person] left [Bonar|organization] for [Lemur|place] and Ze[lig|place]."
      ))
  }

  @Test("has nothing to say of nothing")
  func empty() {
    let tally = NameTally()
    #expect(tally.f1() == nil)
    #expect(tally.precision == nil)
    #expect(tally.recall == nil)
  }

  @Test("counts what is right, found and in the gold")
  func figures() throws {
    let example = try Self.example()
    let gold = example.gold
    try #require(gold.count == 4 && example.lost == 1)
    var tally = NameTally()
    // One person right, one found too long, the organization found as a place, the place right.
    tally.add(
      [
        (gold[0].terms, .person),
        (gold[1].terms.lowerBound..<gold[1].terms.upperBound + 1, .person),
        (gold[2].terms, .place), (gold[3].terms, .place),
      ], to: example)
    #expect(tally.f1() == 2.0 * 2 / (4 + 5))
    #expect(tally.precision == 2.0 / 4)
    #expect(tally.recall == 2.0 / 5)
    #expect(tally.f1(0) == 2.0 * 1 / (2 + 2))
    #expect(tally.f1(1) == 0)
    // What cuts a word is of no kind here, and missed in all.
    #expect(tally.f1(2) == 2.0 * 1 / (2 + 1))
  }

  @Test("adds up")
  func sums() throws {
    let example = try Self.example()
    var (one, other) = (NameTally(), NameTally())
    one.add(example.gold.map { ($0.terms, $0.kind) }, to: example)
    other.add([], to: example)
    #expect(one.precision == 1)
    #expect(one.recall == 4.0 / 5)
    #expect(other.precision == nil)
    #expect(other.recall == 0)
    one += other
    #expect(one.precision == 1)
    #expect(one.recall == 4.0 / 10)
    #expect(one.f1() == 2.0 * 4 / (4 + 10))
  }
}
