import DragomanTagging
import Foundation
import Testing

@testable import DragomanTraining

@Suite("The gradient of a window")
struct SegmentGradientTests {
  /// A window with weights for all its features.
  private struct SeededWindow {
    let example: NameExample
    let window: LearningText.Window
    var weights: SegmentWeights

    var text: LearningText { example.text }

    var scores: WindowScores {
      var scores = WindowScores()
      scores.read(window, of: example, weights, domain: 0)
      return scores
    }

    func gradient(_ gold: [Name], weight: Float = 1) -> SegmentGradient {
      SegmentGradient(window, of: text, scores, gold: gold, weight: weight)
    }
  }

  private typealias Name = (span: Int, kind: Int)

  private static let frames = [
    "* was here", "* of *", "we met * today", "* * came", "*, * and *", "* (*)", "a * * B7 *",
  ]

  /// Windows of few terms with weights that a seed determines.
  private static func windows() throws -> [SeededWindow] {
    var texts = InventedTexts(seed: 11)
    var random = SeededNumbers(seed: 12)
    var weights = SegmentWeights(hasDomains: false)
    var found: [(NameExample, LearningText.Window)] = []
    for frame in frames {
      let example = try TrainingFixture.example(InventedTexts.gold(texts.marked(frame)))
      for window in example.text.windows where (1...5).contains(window.terms.count) {
        found.append((example, window))
        move(&weights, example.text, window, &random)
      }
    }
    return found.map { SeededWindow(example: $0, window: $1, weights: weights) }
  }

  private static func move(
    _ weights: inout SegmentWeights, _ text: LearningText, _ window: LearningText.Window,
    _ random: inout SeededNumbers
  ) {
    for term in window.terms {
      for feature in text.termFeatures[term] {
        var step = SIMD16<Float>.zero
        for lane in 0..<16 where lane % 4 != 3 { step[lane] = number(&random) }
        weights.moveTerm(text.features[feature], 0, step, 0.2)
      }
    }
    for span in window.spans {
      for feature in text.spans[span].features {
        let step = SIMD4(number(&random), number(&random), number(&random), 0)
        weights.moveSpan(text.features[feature], 0, step, 0.2)
      }
    }
  }

  /// A number from -0.1 to 0.1.
  private static func number(_ random: inout SeededNumbers) -> Float {
    Float(Double(random.next() >> 40) / 0x1p24 - 0.5) / 5
  }

  /// All sets of names without overlap that a window may have.
  private static func sets(_ seeded: SeededWindow) -> [[Name]] {
    func from(_ place: Int) -> [[Name]] {
      if place == seeded.window.terms.upperBound { return [[]] }
      var sets = from(place + 1)
      for span in seeded.window.spans where seeded.text.spans[span].terms.lowerBound == place {
        let behind = from(seeded.text.spans[span].terms.upperBound)
        for kind in 0..<3 { sets += behind.map { [(span, kind)] + $0 } }
      }
      return sets
    }
    return from(seeded.window.terms.lowerBound)
  }

  @Test("knows the probability of every set of names: all together are sure")
  func probabilities() throws {
    let windows = try Self.windows().filter { $0.window.terms.count <= 3 }
    try #require(windows.count >= 3)
    for seeded in windows {
      let scores = seeded.scores
      let sum = Self.sets(seeded).reduce(0.0) { sum, gold in
        let gradient = SegmentGradient(
          seeded.window, of: seeded.text, scores, gold: gold, weight: 1)
        return sum + exp(-Double(gradient.loss))
      }
      #expect(abs(sum - 1) < 1e-4, "\(seeded.window.terms)")
    }
  }

  @Test("moves a span by how much more often the right names have it than all sets of names")
  func spans() throws {
    let windows = try Self.windows()
    #expect(windows.contains { $0.window.terms.count > 3 })
    for seeded in windows {
      let values = seeded.scores.spans
      let first = seeded.window.spans.lowerBound
      let sets = Self.sets(seeded)
      let worths = sets.map { set in
        exp(set.reduce(0.0) { $0 + Double(values[$1.span - first][$1.kind]) })
      }
      let all = worths.reduce(0, +)
      let gold = try #require(sets.max { $0.count < $1.count })
      var expected = [SIMD4<Double>](repeating: .zero, count: values.count)
      for (set, worth) in zip(sets, worths) {
        for name in set { expected[name.span - first][name.kind] -= 2 * worth / all }
      }
      for name in gold { expected[name.span - first][name.kind] += 2 }
      for (found, right) in zip(seeded.gradient(gold, weight: 2).spans, expected) {
        for kind in 0..<4 { #expect(abs(Double(found[kind]) - right[kind]) < 1e-4) }
      }
    }
  }

  @Test("says how the loss changes with the weights of terms and spans")
  func weights() throws {
    for seeded in try Self.windows() {
      var seeded = seeded
      let (text, window) = (seeded.text, seeded.window)
      let gold = try #require(Self.sets(seeded).max { $0.count < $1.count })
      for lane in 0..<12 {
        let term = window.terms.lowerBound + lane % window.terms.count
        let span = window.spans.lowerBound + lane % window.spans.count
        let (before, scores) = (seeded.gradient(gold), Self.sums(seeded))
        if lane % 2 == 0 {
          var step = SIMD16<Float>.zero
          step[lane / 3 * 4 + lane % 3] = 1
          let feature = text.termFeatures[term].lowerBound + lane
          seeded.weights.moveTerm(text.features[feature], 0, step, 0.1)
        } else {
          var step = SIMD4<Float>.zero
          step[lane % 3] = 1
          let feature = text.spans[span].features.lowerBound
          seeded.weights.moveSpan(text.features[feature], 0, step, 0.1)
        }
        let (after, moved) = (seeded.gradient(gold), Self.sums(seeded))
        // By the trapezoidal rule: half of the slope before and half of that after.
        var rise = 0.0
        for index in before.terms.indices {
          let slope = (before.terms[index] + after.terms[index]) / 2
          rise += Double((slope * (moved.terms[index] - scores.terms[index])).sum())
        }
        for index in before.spans.indices {
          let slope = (before.spans[index] + after.spans[index]) / 2
          rise += Double((slope * (moved.spans[index] - scores.spans[index])).sum())
        }
        let fall = Double(before.loss - after.loss)
        #expect(abs(rise - fall) < 1e-4, "lane \(lane) of \(window.terms): \(rise), \(fall)")
        #expect(moved.terms != scores.terms || moved.spans != scores.spans)
      }
    }
  }

  /// The sums of the weights of a window's terms, and of its spans' own.
  private static func sums(
    _ seeded: SeededWindow
  ) -> (terms: [SIMD16<Float>], spans: [SIMD4<Float>]) {
    let text = seeded.text
    return (
      seeded.window.terms.map { term in
        text.termFeatures[term].reduce(.zero) {
          $0 + seeded.weights.ofTerm(text.features[$1], 0)
        }
      },
      seeded.window.spans.map { span in
        text.spans[span].features.reduce(.zero) {
          $0 + seeded.weights.ofSpan(text.features[$1], 0)
        }
      }
    )
  }
}
