internal import DragomanTagging
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where the log-likelihood of the right names of a window rises: of a semi-Markov conditional random field (Sarawagi and Cohen
/// 2004), by forward and backward sums over its spans.
struct SegmentGradient: Sendable {
  /// By the spans of the window.
  private(set) var spans: [SIMD4<Float>]
  /// By its terms.
  private(set) var terms: [SIMD16<Float>]
  /// How improbable the right names are: minus the logarithm of their probability.
  private(set) var loss: Float

  /// - Parameters:
  ///   - scores: what the window's spans are worth.
  ///   - gold: the spans that are right, and their kinds.
  ///   - weight: what the window counts for.
  init(
    _ window: LearningText.Window, of text: LearningText, _ scores: WindowScores,
    gold: [(span: Int, kind: Int)], weight: Float
  ) {
    let (base, count) = (window.terms.lowerBound, window.terms.count)
    let values = scores.spans
    // Spans come by their starts: when a start's turn comes, all that end there have been.
    var forward = [Float](repeating: -.infinity, count: count + 1)
    forward[0] = 0
    var next = window.spans.lowerBound
    for start in 0..<count {
      forward[start + 1] = Self.logSum(forward[start + 1], forward[start])
      while next < window.spans.upperBound, text.spans[next].terms.lowerBound == base + start {
        let end = text.spans[next].terms.upperBound - base
        let value = forward[start] + Self.logSum(values[next - window.spans.lowerBound])
        forward[end] = Self.logSum(forward[end], value)
        next += 1
      }
    }
    let total = forward[count]
    var backward = [Float](repeating: 0, count: count + 1)
    spans = [SIMD4<Float>](repeating: .zero, count: window.spans.count)
    var last = window.spans.upperBound
    for start in (0..<count).reversed() {
      backward[start] = backward[start + 1]
      while last > window.spans.lowerBound, text.spans[last - 1].terms.lowerBound == base + start {
        last -= 1
        let index = last - window.spans.lowerBound
        let behind = backward[text.spans[last].terms.upperBound - base]
        backward[start] = Self.logSum(backward[start], behind + Self.logSum(values[index]))
        let around = forward[start] + behind - total
        for kind in 0..<3 { spans[index][kind] = -weight * expf(around + values[index][kind]) }
      }
    }
    loss = total
    for name in gold {
      let index = name.span - window.spans.lowerBound
      loss -= values[index][name.kind]
      spans[index][name.kind] += weight
    }
    terms = Self.terms(window, text, spans)
  }

  /// What a span's value moves is moved by its terms, each by its place in it.
  private static func terms(
    _ window: LearningText.Window, _ text: LearningText, _ spans: [SIMD4<Float>]
  ) -> [SIMD16<Float>] {
    let (base, count) = (window.terms.lowerBound, window.terms.count)
    var terms = [SIMD16<Float>](repeating: .zero, count: count)
    var inside = [SIMD4<Float>](repeating: .zero, count: count + 1)
    for (index, gradient) in zip(window.spans, spans) where matters(gradient) {
      let start = text.spans[index].terms.lowerBound - base
      let last = text.spans[index].terms.upperBound - base - 1
      if start == last {
        terms[start].highHalf.highHalf += gradient
      } else {
        terms[start].lowHalf.lowHalf += gradient
        terms[last].highHalf.lowHalf += gradient
        inside[start + 1] += gradient
        inside[last] -= gradient
      }
    }
    var running = SIMD4<Float>.zero
    for index in 0..<count {
      running += inside[index]
      terms[index].lowHalf.highHalf += running
    }
    return terms
  }

  /// Whether a gradient is large enough to be followed.
  @inline(__always)
  static func matters(_ gradient: SIMD4<Float>) -> Bool { (gradient * gradient).sum() > 1e-8 }

  @inline(__always)
  static func matters(_ gradient: SIMD16<Float>) -> Bool { (gradient * gradient).sum() > 1e-8 }

  @inline(__always)
  private static func logSum(_ values: SIMD4<Float>) -> Float {
    let most = max(values[0], max(values[1], values[2]))
    return most + logf(expf(values[0] - most) + expf(values[1] - most) + expf(values[2] - most))
  }

  @inline(__always)
  private static func logSum(_ one: Float, _ other: Float) -> Float {
    let most = max(one, other)
    return most == -.infinity ? most : most + log1pf(expf(min(one, other) - most))
  }
}
