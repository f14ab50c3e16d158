import ArgumentParser
import DragomanBenchmarks

/// `dragoman-bench-table`: the workloads in interleaved rounds, as a table with ratios to ICU.
@main
struct BenchTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragoman-bench-table",
    abstract: "Measures Dragoman beside ICU and prints a table.",
    discussion: """
      The workloads of one input run in turn, round after round, so that a busy moment hits all \
      of them. DRAGOMAN_BENCH_INPUT names a text file to read instead of the built-in texts.
      """)

  /// How the table is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// For people.
    case markdown
    /// For records.
    case csv
  }

  @Option(help: "How many rounds to run; medians need five.")
  var rounds = 5

  @Option(help: "Only workloads whose name holds this, and the peers of their inputs.")
  var filter = ""

  @Option(help: "How to write the table: markdown or csv.")
  var format: Format = .markdown

  @Flag(help: "Print the inputs and the workloads, and measure nothing.")
  var list = false

  @Flag(help: "Write what the workloads count now to ExpectedCounts.csv, and measure nothing.")
  var recordCounts = false

  @Option(help: "Run the one workload of this name and measure nothing: for profilers.")
  var only: String?

  @Option(help: "How often to run the workload that --only names.")
  var passes = 1

  func validate() throws {
    guard rounds >= 1, passes >= 0 else { throw ValidationError("--rounds is a number from 1 on") }
  }

  func run() throws {
    if recordCounts { return try record() }
    if let only { return try pass(only) }
    var rows: [Row] = []
    var texts: [InputText] = []
    for name in InputText.Name.allCases {
      let group = workloads(of: name)
      if group.allSatisfy(\.isPeer) { continue }
      let text = try InputText.make(name)
      texts.append(text)
      if !list { rows += try Measurement(text, group, rounds: rounds).rows() }
    }
    TableWriter(format).write(texts, rows)
    if list { for workload in Workload.all { print(workload.name) } }
  }

  private func workloads(of input: InputText.Name) -> [Workload] {
    Workload.all.filter {
      $0.input == input && ($0.isPeer || filter.isEmpty || $0.name.contains(filter))
    }
  }

  private func pass(_ name: String) throws {
    guard let workload = Workload.all.first(where: { $0.name == name }) else {
      throw ValidationError("no workload is called '\(name)'; --list names them")
    }
    let text = try InputText.make(workload.input)
    let body = try workload.prepared(with: text)
    for _ in 0..<passes { _ = try body() }
  }

  private func record() throws {
    var counts: [(name: String, count: Int)] = []
    for name in InputText.Name.allCases {
      let group = workloads(of: name)
      if group.isEmpty { continue }
      let text = try InputText.make(name)
      guard text.isBuiltIn else { throw ValidationError("unset DRAGOMAN_BENCH_INPUT first") }
      for workload in group {
        counts.append((workload.name, try workload.count(in: text)))
      }
    }
    try ExpectedCounts.record(counts)
  }
}
