/// An evaluation as lines of figures (RFC 4180, with LF).
struct CSVReport {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  var text: String {
    var heading = [
      "group", "value", "documents", "measure", "type", "gold", "found", "precision", "recall",
      "f1", "low", "high",
    ]
    if evaluation.isCompared { heading += ["before", "p"] }
    var lines = [heading]
    for group in evaluation.groups {
      for figure in group.figures {
        let isMacro = figure.scope == .macro
        var line = [group.field ?? "all", group.field == nil ? "" : group.value]
        line += [String(group.documents), figure.measure.rawValue, figure.scope.name]
        line += isMacro ? ["", ""] : [String(figure.gold), String(figure.found)]
        line += [figure.precision, figure.recall, figure.f1].map {
          FigureText.decimal($0, digits: 4)
        }
        line += [figure.interval?.low, figure.interval?.high].map(Self.cell)
        if evaluation.isCompared {
          line += [figure.difference?.before, figure.difference?.p].map(Self.cell)
        }
        lines.append(line)
      }
    }
    return lines.map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func cell(_ value: Double?) -> String {
    value.map { FigureText.decimal($0, digits: 4) } ?? ""
  }

  /// Quoted where it must be. What a spreadsheet would take for a formula gets an apostrophe before it.
  private static func quoted(_ cell: String) -> String {
    var cell = cell
    if let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      cell = "'" + cell
    }
    let mustQuote = cell.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    return mustQuote
      ? "\""
        + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\"" : cell
  }
}
