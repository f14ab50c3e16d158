internal import Dragoman

/// Writes an evaluation.
public struct EvaluationReport: Sendable {
  /// How it is written.
  public enum Format: String, CaseIterable, Sendable {
    /// Tables for people.
    case text
    /// One JSON object.
    case json
    /// One line a figure, with a heading.
    case csv
  }

  private let evaluation: Evaluation
  private let maximumErrors: Int

  /// Makes a report.
  ///
  /// - Parameter maximumErrors: how many errors and changes it lists at most; CSV lists none.
  public init(_ evaluation: Evaluation, maximumErrors: Int = 0) {
    self.evaluation = evaluation
    self.maximumErrors = maximumErrors
  }

  /// The report as UTF-8, with a line end.
  public func encode(_ format: Format) -> [UInt8] {
    switch format {
    case .text:
      return Array(TextReport(evaluation, maximumErrors: maximumErrors).text.utf8)
    case .json: return JSONReport(evaluation, maximumErrors: maximumErrors).bytes
    case .csv: return Array(CSVReport(evaluation).text.utf8)
    }
  }

  /// A page of all errors as UTF-8: one HTML file that needs no other, and no network.
  public func encodePage(title: String) -> [UInt8] {
    Array(ErrorPage(evaluation, title: title).html.utf8)
  }
}

/// Numbers as reports write them.
enum FigureText {
  /// With so many decimals.
  static func decimal(_ value: Double, digits: Int = 3) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((value.magnitude * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return "\(sign)\(scaled / scale)."
      + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// With its sign.
  static func signed(_ value: Double) -> String { (value < 0 ? "" : "+") + decimal(value) }

  /// "1 name", "2 names".
  static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }
}

extension String {
  /// Filled up with spaces behind, by its letters.
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// Filled up with spaces before.
  func aligned(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
