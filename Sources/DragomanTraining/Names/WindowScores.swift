internal import DragomanTagging

/// What the terms and spans of a window are worth with some weights.
struct WindowScores: Sendable {
  /// Which features are left out of a step, so that none is relied on alone (Srivastava and others 2014, "Dropout").
  struct Dropout: Sendable {
    /// Tells one step from another.
    let salt: UInt32
    /// A feature is left out if a number drawn for it is below this.
    let limit: UInt32
    /// The templates that are left out altogether, as bits.
    let templates: UInt64

    @inline(__always)
    func leavesOut(_ hash: UInt32, _ template: UInt8, _ place: Int) -> Bool {
      if templates >> UInt64(template) & 1 == 1 { return true }
      var mixed = (hash ^ (salt &+ UInt32(truncatingIfNeeded: place)) &* 0x9E37_79B9) &* 0x85EB_CA6B
      mixed ^= mixed >> 13
      mixed &*= 0xC2B2_AE35
      return mixed < limit
    }
  }

  private var terms: [SIMD16<Float>] = []
  private var inside: [SIMD4<Float>] = []
  /// By the spans of the window: a value for each kind.
  private(set) var spans: [SIMD4<Float>] = []

  /// Scores a window.
  mutating func read(
    _ window: LearningText.Window, of example: NameExample, _ weights: SegmentWeights,
    domain: Int, _ dropout: Dropout? = nil
  ) {
    let text = example.text
    terms.removeAll(keepingCapacity: true)
    inside.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    inside.append(.zero)
    for term in window.terms {
      var sum = SIMD16<Float>.zero
      for feature in text.termFeatures[term] {
        let hash = text.features[feature]
        if let dropout, dropout.leavesOut(hash, text.templates[feature], term) { continue }
        sum += weights.ofTerm(hash, domain)
      }
      terms.append(sum)
      inside.append(inside[inside.count - 1] + sum.lowHalf.highHalf)
    }
    for index in window.spans {
      let span = text.spans[index]
      let start = span.terms.lowerBound - window.terms.lowerBound
      let last = span.terms.upperBound - window.terms.lowerBound - 1
      var sum =
        start == last
        ? terms[start].highHalf.highHalf
        : terms[start].lowHalf.lowHalf + terms[last].highHalf.lowHalf
          + (inside[last] - inside[start + 1])
      for feature in span.features {
        let hash = text.features[feature]
        if let dropout, dropout.leavesOut(hash, text.templates[feature], -1) { continue }
        sum += weights.ofSpan(hash, domain)
      }
      spans.append(text.base.isEmpty ? sum : sum + text.base[index])
    }
  }
}
