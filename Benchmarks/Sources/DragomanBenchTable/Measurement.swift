import DragomanBenchmarks

/// One line of the table.
struct Row {
  let workload: Workload
  let text: InputText
  /// Seconds a round.
  let seconds: Spread
  /// How many times as fast as ICU over UTF-16 and over UTF-8; `nil` where ICU does not read the
  /// same input.
  let timesUTF16: Spread?
  let timesUTF8: Spread?

  /// Whether a throughput says something: a start reads next to nothing.
  var hasThroughput: Bool { timesUTF16 != nil }
}

/// The middle and the ends of some readings.
struct Spread {
  let median: Double
  let minimum: Double
  let maximum: Double

  init(_ readings: [Double]) {
    let sorted = readings.sorted()
    let middle = sorted.count / 2
    median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    minimum = sorted[0]
    maximum = sorted[sorted.count - 1]
  }
}

/// The workloads of one input, measured round by round: A B C, A B C, ….
struct Measurement {
  private let text: InputText
  private let workloads: [Workload]
  private let rounds: Int

  init(_ text: InputText, _ workloads: [Workload], rounds: Int) {
    self.text = text
    self.workloads = workloads
    self.rounds = rounds
  }

  /// Runs each workload once to warm up, then all rounds. Ratios are taken round by round.
  func rows() throws -> [Row] {
    let bodies = try workloads.map { try $0.prepared(with: text) }
    for body in bodies { _ = try body() }
    var seconds = [[Double]](repeating: [], count: bodies.count)
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      for (index, body) in bodies.enumerated() {
        let time = try clock.measure { _ = try body() }
        seconds[index].append(time / .seconds(1))
      }
    }
    let utf16 = workloads.firstIndex { $0.name.hasPrefix("icu-utf16/") }
    let utf8 = workloads.firstIndex { $0.name.hasPrefix("icu-utf8/") }
    return workloads.indices.map { index in
      Row(
        workload: workloads[index], text: text, seconds: Spread(seconds[index]),
        timesUTF16: utf16.map { ratios(seconds[$0], seconds[index]) },
        timesUTF8: utf8.map { ratios(seconds[$0], seconds[index]) })
    }
  }

  private func ratios(_ peer: [Double], _ own: [Double]) -> Spread {
    Spread(zip(peer, own).map { $0 / $1 })
  }
}
