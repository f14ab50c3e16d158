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

  @Flag(help: "Also compare every boundary of words with ICU's, and fail if ICU is faster at any.")
  var check = false

  @Option(help: "Run the one workload of this name and measure nothing: for profilers.")
  var only: String?

  @Option(help: "How often to run the workload that --only names.")
  var passes = 1

  @Option(help: "How many bytes the input of --only or --write has at least.")
  var size = InputText.standardSize

  @Option(help: "Run the one workload of this name as a peer, round by round: see Peers/README.md.")
  var peer: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Look texts up in a lexicon as a peer, step by step: see Peers/README.md.",
      valueName: "lexicon text"))
  var matcher: [String] = []

  @Option(
    help: ArgumentHelp(
      "Annotate the texts of a JSONL file as a peer, step by step: see Peers/README.md.",
      valueName: "file"))
  var annotator: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Write a built-in text to a file, and measure nothing.", valueName: "input file"))
  var write: [String] = []

  func validate() throws {
    guard rounds >= 1, passes >= 0 else { throw ValidationError("--rounds is a number from 1 on") }
    guard size >= 1 else { throw ValidationError("--size is a number of bytes from 1 on") }
    guard write.isEmpty || write.count == 2 else {
      throw ValidationError("--write takes the name of an input and a file")
    }
    guard matcher.count != 1 else {
      throw ValidationError("--matcher takes a compiled lexicon and texts")
    }
  }

  func run() throws {
    if recordCounts { return try record() }
    if let only { return try pass(only) }
    if let peer { return try Turns.run(try workload(named: peer), rounds: rounds) }
    if !matcher.isEmpty {
      return try Turns.run(lexicon: matcher[0], texts: Array(matcher.dropFirst()))
    }
    if let annotator { return try Turns.run(annotating: annotator) }
    if !write.isEmpty { return try writeInput(write[0], to: write[1]) }
    var rows: [Row] = []
    var texts: [InputText] = []
    for name in InputText.Name.allCases {
      let group = workloads(of: name)
      if group.allSatisfy(\.isPeer) { continue }
      let text = try InputText.make(name)
      texts.append(text)
      if check { try text.compareBoundaries() }
      if !list { rows += try Measurement(text, group, rounds: rounds).rows() }
    }
    TableWriter(format).write(texts, rows)
    if list { for workload in Workload.all { print(workload.name) } }
    if check { try compareSpeed(rows) }
  }

  private func workloads(of input: InputText.Name) -> [Workload] {
    Workload.all.filter {
      $0.input == input && ($0.isPeer || filter.isEmpty || $0.name.contains(filter))
    }
  }

  /// Fails if words of any input are cut slower than by ICU.
  private func compareSpeed(_ rows: [Row]) throws {
    let slow = rows.filter { row in
      row.workload.name.hasPrefix("words") && row.timesUTF16.map { $0.median < 1 } ?? false
    }
    guard slow.isEmpty else {
      let names = slow.map(\.workload.name).joined(separator: ", ")
      throw CheckFailure(description: "slower than ICU over UTF-16: \(names)")
    }
  }

  private func pass(_ name: String) throws {
    let workload = try workload(named: name)
    let text = try InputText.make(workload.input, size: size)
    let body = try workload.prepared(with: text)
    for _ in 0..<passes { _ = try body() }
  }

  private func workload(named name: String) throws -> Workload {
    guard let workload = Workload.all.first(where: { $0.name == name }) else {
      throw ValidationError("no workload is called '\(name)'; --list names them")
    }
    return workload
  }

  private func writeInput(_ name: String, to file: String) throws {
    guard let input = InputText.Name(rawValue: name) else {
      let names = InputText.Name.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("no input is called '\(name)'; there are \(names)")
    }
    try InputText.make(input, size: size).write(to: file)
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

/// What `--check` found.
private struct CheckFailure: Error, CustomStringConvertible {
  let description: String
}
