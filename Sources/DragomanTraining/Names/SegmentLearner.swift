internal import DragomanTagging

/// Learns the weights of a segment model by stochastic gradient steps.
///
/// The windows come in an order that the seed draws. Some are scored at once, with the same weights, by as many tasks as there
/// are; then each moves the weights in its turn: the result is the same for any number of tasks.
struct SegmentLearner: Sendable {
  struct Options: Sendable {
    var epochs = 6
    var rate: Float = 0.1
    var seed: UInt64 = 1
    /// How many features of a step are left out.
    var dropout: Float = 0.2
    /// In how many steps all that comes from lexicons and grammars is left out.
    var knownDropout: Float = 0.1
    var jobs = 1
  }

  /// A window, and the names in it that are right.
  private struct Item: Sendable {
    let example: Int
    let window: Int
    let gold: [(span: Int, kind: Int)]
  }

  /// A step to be taken.
  private struct Step: Sendable {
    let item: Item
    let dropout: WindowScores.Dropout
  }

  /// How many windows are scored with the same weights.
  private static let batchSize = 64
  private static let known = FeatureTemplate.allCases.filter(\.isKnown).reduce(UInt64(0)) {
    $0 | 1 << UInt64($1.rawValue)
  }

  private let options: Options
  private var random: SeededNumbers
  private(set) var weights: SegmentWeights

  init(_ options: Options, hasDomains: Bool) {
    self.options = options
    random = SeededNumbers(seed: options.seed)
    weights = SegmentWeights(hasDomains: hasDomains)
  }

  /// Learns from examples.
  ///
  /// - Parameter progress: takes what part of the work is done, 0 to 1, and the loss of a window on average.
  mutating func learn(
    _ examples: [NameExample], progress: (Double, Double) -> Void
  ) async {
    var items = Self.items(of: examples)
    if items.isEmpty { return }
    for epoch in 0..<options.epochs {
      random.shuffle(&items)
      // The last epochs settle.
      let rate = options.rate * (epoch + 2 >= options.epochs ? 0.3 : 1)
      var loss = 0.0
      var start = 0
      while start < items.count {
        let end = min(items.count, start + Self.batchSize)
        let steps = items[start..<end].map { Step(item: $0, dropout: drawDropout()) }
        for (step, gradient) in zip(steps, await gradients(of: steps, examples)) {
          loss += Double(gradient.loss)
          take(step, gradient, examples[step.item.example], rate)
        }
        start = end
        progress(
          (Double(epoch) + Double(end) / Double(items.count)) / Double(options.epochs),
          loss / Double(end))
      }
    }
  }

  /// The windows whose right names are all among the spans.
  private static func items(of examples: [NameExample]) -> [Item] {
    var items: [Item] = []
    for (number, example) in examples.enumerated() {
      var kinds: [Range<Int>: Int] = [:]
      for name in example.gold { kinds[name.terms] = Int(name.kind.rawValue) }
      for (index, window) in example.text.windows.enumerated() {
        var gold: [(Int, Int)] = []
        for span in window.spans {
          if let kind = kinds[example.text.spans[span].terms] { gold.append((span, kind)) }
        }
        if example.gold.count(where: { $0.terms.overlaps(window.terms) }) == gold.count {
          items.append(Item(example: number, window: index, gold: gold))
        }
      }
    }
    return items
  }

  private mutating func drawDropout() -> WindowScores.Dropout {
    let salt = UInt32(truncatingIfNeeded: random.next())
    let drawn = Float(random.next() >> 40) / Float(1 << 24)
    return WindowScores.Dropout(
      salt: salt, limit: UInt32(options.dropout * Float(UInt32.max - 255)),
      templates: drawn < options.knownDropout ? Self.known : 0)
  }

  private func gradients(
    of steps: [Step], _ examples: [NameExample]
  ) async -> [SegmentGradient] {
    if options.jobs < 2 || steps.count < 2 * options.jobs {
      var scores = WindowScores()
      return steps.map { gradient(of: $0, examples, &scores) }
    }
    let jobs = options.jobs
    return await withTaskGroup(of: (Int, [SegmentGradient]).self) { group in
      for job in 0..<jobs {
        group.addTask {
          var scores = WindowScores()
          let own = steps[steps.count * job / jobs..<steps.count * (job + 1) / jobs]
          return (job, own.map { gradient(of: $0, examples, &scores) })
        }
      }
      var parts: [(Int, [SegmentGradient])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  private func gradient(
    of step: Step, _ examples: [NameExample], _ scores: inout WindowScores
  ) -> SegmentGradient {
    let example = examples[step.item.example]
    let window = example.text.windows[step.item.window]
    scores.read(window, of: example, weights, domain: example.domain, step.dropout)
    return SegmentGradient(
      window, of: example.text, scores, gold: step.item.gold, weight: example.weight)
  }

  private mutating func take(
    _ step: Step, _ gradient: SegmentGradient, _ example: NameExample, _ rate: Float
  ) {
    let text = example.text
    let window = text.windows[step.item.window]
    for (index, slope) in zip(window.spans, gradient.spans) where SegmentGradient.matters(slope) {
      for feature in text.spans[index].features {
        let hash = text.features[feature]
        if step.dropout.leavesOut(hash, text.templates[feature], -1) { continue }
        weights.moveSpan(hash, example.domain, slope, rate)
      }
    }
    for (term, slope) in zip(window.terms, gradient.terms) where SegmentGradient.matters(slope) {
      for feature in text.termFeatures[term] {
        let hash = text.features[feature]
        if step.dropout.leavesOut(hash, text.templates[feature], term) { continue }
        weights.moveTerm(hash, example.domain, slope, rate)
      }
    }
  }
}
