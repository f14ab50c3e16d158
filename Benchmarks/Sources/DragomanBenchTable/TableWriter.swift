import DragomanBenchmarks
import DragomanText

/// Writes rows as Markdown or CSV to standard output.
struct TableWriter {
  private let format: BenchTable.Format

  init(_ format: BenchTable.Format) {
    self.format = format
  }

  func write(_ texts: [InputText], _ rows: [Row]) {
    print(note("ICU \(ICU.version), Unicode \(ICU.unicodeVersion)"))
    for text in texts { print(note(text.summary)) }
    if rows.isEmpty { return }
    if format == .markdown { print("") }
    print(line(columns.map(\.title)))
    if format == .markdown { print(line(columns.map { $0.isText ? "---" : "--:" })) }
    for row in rows { print(line(columns.map { $0.value(row) })) }
  }

  private func note(_ text: String) -> String { format == .csv ? "# \(text)" : "- \(text)" }

  private func line(_ cells: [String]) -> String {
    format == .csv ? cells.joined(separator: ",") : "| " + cells.joined(separator: " | ") + " |"
  }

  // MARK: Columns

  private struct Column {
    let title: String
    var isText = false
    let value: (Row) -> String
  }

  /// Rates are of the whole text and of ICU's count of its words, whatever the workload counts.
  private var columns: [Column] {
    [
      Column(title: "benchmark", isText: true) { $0.workload.name },
      Column(title: "input", isText: true) { $0.text.name.rawValue },
      Column(title: "MB") { number($0.text.megabytes) },
      Column(title: "ms") { number($0.seconds.median * 1e3) },
      Column(title: "ms min") { number($0.seconds.minimum * 1e3) },
      Column(title: "ms max") { number($0.seconds.maximum * 1e3) },
      Column(title: "MB/s") { rate($0, $0.text.megabytes, \.median) },
      Column(title: "MB/s min") { rate($0, $0.text.megabytes, \.maximum) },
      Column(title: "MB/s max") { rate($0, $0.text.megabytes, \.minimum) },
      Column(title: "ns/byte") { row in
        row.hasThroughput ? number(row.seconds.median * 1e3 / row.text.megabytes) : ""
      },
      Column(title: "tokens/s") { rate($0, Double($0.text.wordCount), \.median) },
      Column(title: "documents/s") { row in
        row.text.documents.count == 1 ? "" : rate(row, Double(row.text.documents.count), \.median)
      },
      Column(title: "× ICU UTF-16") { $0.timesUTF16.map { number($0.median) } ?? "" },
      Column(title: "× ICU UTF-8") { $0.timesUTF8.map { number($0.median) } ?? "" },
      Column(title: "× white space") { $0.timesWhiteSpace.map { number($0.median) } ?? "" },
    ]
  }

  private func rate(_ row: Row, _ amount: Double, _ seconds: KeyPath<Spread, Double>) -> String {
    row.hasThroughput ? number(amount / row.seconds[keyPath: seconds]) : ""
  }

  /// Three significant digits, and no more than the last three decimals.
  private func number(_ value: Double) -> String {
    if value >= 100 { return String(Int(value.rounded())) }
    let decimals = value >= 10 ? 1 : value >= 1 ? 2 : 3
    let scale = [1, 10, 100, 1000][decimals]
    let scaled = Int((value * Double(scale)).rounded())
    let rest = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: decimals - rest.count) + rest
  }
}
