internal import Dragoman

/// Measures a group of documents: figures, their intervals, and their differences from another run.
struct GroupMeasurement {
  let counts: [DocumentCounts]
  /// The counts of another run on the same documents.
  let before: [DocumentCounts]?
  let resamples: Int
  let seed: UInt64

  func figures() -> [Figure] {
    let measured = Measure.allCases.filter { measure in
      counts.contains { $0.measured.contains(measure) }
    }
    let scopes = measured.flatMap { measure in
      Self.scopes(of: measure).map { (measure, $0) }
    }
    let table = CountTable(counts)
    let earlier = before.map(CountTable.init)
    let sums = table.sums()
    let earlierSums = earlier?.sums()
    // F1 of each figure in each resample, of this run and of the other.
    var samples = [[Double]](repeating: [], count: scopes.count)
    var differences = samples
    var resampling = Resampling(seed: seed)
    // A single document has no spread to draw from.
    for _ in 0..<(counts.count > 1 ? resamples : 0) {
      let weights = resampling.weights(counts.count)
      let drawn = table.sums(weights)
      let drawnEarlier = earlier?.sums(weights)
      for (index, (measure, scope)) in scopes.enumerated() {
        let f1 = Self.values(measure, scope, drawn, held: sums).f1
        samples[index].append(f1)
        if let drawnEarlier {
          differences[index].append(
            f1 - Self.values(measure, scope, drawnEarlier, held: sums).f1)
        }
      }
    }
    return scopes.enumerated().compactMap { index, figure in
      let (measure, scope) = figure
      let values = Self.values(measure, scope, sums, held: sums)
      if case .kind = scope, values.gold == 0, values.found == 0 { return nil }
      let difference = earlierSums.map {
        let f1 = Self.values(measure, scope, $0, held: sums).f1
        return Figure.Difference(
          before: f1, p: Self.significance(of: values.f1 - f1, differences[index]))
      }
      return Figure(
        measure: measure, scope: scope, gold: values.gold, found: values.found,
        precision: values.precision, recall: values.recall, f1: values.f1,
        interval: Self.interval(samples[index]), difference: difference)
    }
  }

  private static func scopes(of measure: Measure) -> [Figure.Scope] {
    measure.hasKinds
      ? [.all] + MentionKind.allCases.map { .kind($0) } + [.macro] : [.all]
  }

  private typealias Values = (
    precision: Double, recall: Double, f1: Double, gold: Int, found: Int
  )

  /// - Parameter held: the sums that say which types gold holds; a resample may have lost one by chance.
  private static func values(
    _ measure: Measure, _ scope: Figure.Scope, _ sums: [Tally], held: [Tally]
  ) -> Values {
    switch scope {
    case .all:
      let tally = sums[DocumentCounts.row(measure)]
      return (tally.precision, tally.recall, tally.f1, Int(tally.gold), Int(tally.found))
    case .kind(let kind):
      let tally = sums[DocumentCounts.row(measure, kind)]
      return (tally.precision, tally.recall, tally.f1, Int(tally.gold), Int(tally.found))
    case .macro:
      let rows = MentionKind.allCases.map { DocumentCounts.row(measure, $0) }
        .filter { held[$0].gold > 0 }
      let count = Double(max(rows.count, 1))
      return (
        rows.reduce(0) { $0 + sums[$1].precision } / count,
        rows.reduce(0) { $0 + sums[$1].recall } / count,
        rows.reduce(0) { $0 + sums[$1].f1 } / count, 0, 0
      )
    }
  }

  private static func interval(_ samples: [Double]) -> Figure.Interval? {
    guard !samples.isEmpty else { return nil }
    let sorted = samples.sorted()
    let last = Double(sorted.count - 1)
    return Figure.Interval(low: sorted[Int(0.025 * last)], high: sorted[Int(0.975 * last)])
  }

  private static func significance(of difference: Double, _ samples: [Double]) -> Double? {
    guard !samples.isEmpty else { return nil }
    if difference == 0 { return 1 }
    // Rounding must not make a resample that is equal to the measured difference a smaller one.
    let threshold = difference.magnitude - 1e-12
    let extreme = samples.count { ($0 - difference).magnitude >= threshold }
    return Double(extreme + 1) / Double(samples.count + 1)
  }
}
