import Dragoman
import Testing

@testable import DragomanEvaluation

@Suite("A comparison of two runs")
struct ComparisonTests {
  /// Before, both documents had Omarova alone.
  private static let earlier: [String: Annotation] = [
    "a": ("[Aigul Omarova|person] met Tom Reed in Porto." as MarkedNames).annotation(),
    "b": ("[Omarova|person] left Porto on Monday." as MarkedNames).annotation(),
  ]

  private func compared(_ resamples: Int = 400) throws -> Evaluation {
    var options = Evaluation.Options()
    options.resamples = resamples
    return try Evaluation(
      TwoDocuments.gold, answers: TwoDocuments.answers, earlier: Self.earlier, options: options)
  }

  @Test("names what was won and what was lost")
  func changes() throws {
    let evaluation = try compared()
    let changes = evaluation.changes.map { change in
      let span = change.error.gold ?? change.error.found
      let source = evaluation.gold[change.error.document].source
      return
        "\(change.isWon ? "won" : "lost") \(change.error.kind.rawValue) \(span.map { source.text(in: $0.range) } ?? "")"
    }
    // Tom Reed and Porto in `a` were wrong before, too, if otherwise.
    #expect(changes == ["lost missed Omarova", "won missed Porto", "lost wrong Monday"])
  }

  @Test("has the difference of each figure")
  func differences() throws {
    let figure = try #require(try compared().groups[0].figure(.strict))
    let difference = try #require(figure.difference)
    // Before: 2 right, 2 found, 5 in gold.
    #expect(abs(difference.before - 4.0 / 7) < 1e-9)
    // The differences of aa, ab and bb are -1/6, -6/35 and -1/6: none is as far from -6/35 as 6/35.
    #expect(abs(try #require(difference.p) - 1.0 / 401) < 1e-9)
  }

  @Test("is sure of a difference that every document shows, and unsure of none")
  func significance() throws {
    let name: MarkedNames = "[Porto|place] waits."
    let gold = (0..<20).map { name.gold("\($0)") }
    let right = Dictionary(uniqueKeysWithValues: gold.map { ($0.id, name.annotation()) })
    let p = { (now: [String: Annotation], before: [String: Annotation]) throws -> Double? in
      try Evaluation(gold, answers: now, earlier: before).groups[0].figure(.strict)?.difference?.p
    }
    var half = right
    for index in 0..<10 { half["\(index)"] = .empty }
    #expect(try #require(try p(right, half)) < 0.05)
    #expect(try p(right, right) == 1)
  }

  @Test("draws the same resamples for the same seed")
  func seeded() throws {
    let intervals = try (0..<2).map { _ in try compared(100).groups[0].figure(.strict)?.interval }
    #expect(intervals[0] == intervals[1])
    var one = Resampling(seed: 1)
    var other = Resampling(seed: 2)
    let weights = one.weights(50)
    #expect(weights.reduce(0, +) == 50)
    #expect(weights != other.weights(50))
  }
}
