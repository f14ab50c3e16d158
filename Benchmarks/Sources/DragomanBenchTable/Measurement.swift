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
  /// The same beside the split at white space.
  let timesWhiteSpace: Spread?

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
    func times(_ peer: String, _ own: Int) -> Spread? {
      workloads.firstIndex { $0.name.hasPrefix(peer) }.map { index in
        Spread(zip(seconds[index], seconds[own]).map { $0 / $1 })
      }
    }
    return workloads.indices.map { index in
      Row(
        workload: workloads[index], text: text, seconds: Spread(seconds[index]),
        timesUTF16: times("icu-utf16/", index), timesUTF8: times("icu-utf8/", index),
        timesWhiteSpace: times("white-space/", index))
    }
  }
}
