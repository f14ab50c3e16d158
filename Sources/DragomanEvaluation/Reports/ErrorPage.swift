internal import Dragoman

/// A page of all errors: one HTML file that fetches nothing. Everything is readable without script; a script filters.
struct ErrorPage {
  private let evaluation: Evaluation
  private let title: String

  init(_ evaluation: Evaluation, title: String) {
    self.evaluation = evaluation
    self.title = title
  }

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Errors in \(Self.escaped(title))</title>
    <style>
    \(ErrorPageParts.style)
    </style>
    </head>
    <body>
    <main>
    <h1>Errors in \(Self.escaped(title))</h1>
    \(summary)
    \(filters)
    \(changes)
    \(errors)
    </main>
    <script>
    \(ErrorPageParts.script)
    </script>
    </body>
    </html>

    """
  }

  // MARK: Tables

  private var summary: String {
    var rows = ""
    for group in evaluation.groups {
      for scope in [.all] + MentionKind.allCases.map(Figure.Scope.kind) {
        guard let strict = group.figure(.strict, scope), group.field == nil || scope == .all else {
          continue
        }
        let relaxed = group.figure(.relaxed, scope)
        let label =
          scope == .all
          ? group.field.map { "\($0) \(group.value)" } ?? "all documents" : scope.name
        let cells = [
          String(strict.gold), String(strict.found), FigureText.decimal(strict.precision),
          FigureText.decimal(strict.recall), FigureText.decimal(strict.f1),
          strict.interval.map {
            "\(FigureText.decimal($0.low)) to \(FigureText.decimal($0.high))"
          } ?? "", relaxed.map { FigureText.decimal($0.f1) } ?? "",
        ]
        rows += "<tr><th scope=\"row\">\(Self.escaped(label))</th>"
        rows += cells.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
      }
    }
    let kinds = MentionKind.allCases.map(Optional.some) + [nil]
    var confusion = ""
    for gold in kinds {
      confusion += "<tr><th scope=\"row\">\(gold?.name ?? "none")</th>"
      for found in kinds {
        let count = evaluation.confusion.count(gold: gold, found: found)
        let isRight = gold == found
        confusion +=
          gold == nil && found == nil
          ? "<td></td>" : "<td\(isRight ? " class=\"right\"" : "")>\(count)</td>"
      }
      confusion += "</tr>\n"
    }
    return """
      <section class="tables">
      <div class="scroll"><table>
      <caption>Names</caption>
      <thead><tr><td></td><th scope="col">gold</th><th scope="col">found</th><th scope="col">precision</th><th scope="col">recall</th><th scope="col">strict F1</th><th scope="col">95 %</th><th scope="col">relaxed F1</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      <div class="scroll"><table>
      <caption>Types: gold (rows), found (columns)</caption>
      <thead><tr><td></td>\(kinds.map { "<th scope=\"col\">\($0?.name ?? "none")</th>" }.joined())</tr></thead>
      <tbody>
      \(confusion)</tbody></table></div>
      </section>
      """
  }

  private var filters: String {
    let kinds = NameError.Kind.allCases.map { kind in
      let count = evaluation.errors.count { $0.kind == kind }
      return Self.checkbox("kind", kind.rawValue, "\(kind.title) (\(count))")
    }
    let types = MentionKind.allCases.map { type in
      let count = evaluation.errors.count { $0.gold?.kind == type || $0.found?.kind == type }
      return Self.checkbox("type", type.name, "\(type.name) (\(count))")
    }
    return """
      <form id="filters" hidden>
      <fieldset><legend>Error</legend>\(kinds.joined())</fieldset>
      <fieldset><legend>Type</legend>\(types.joined())</fieldset>
      <label class="search">Text <input type="search" id="words" autocomplete="off"></label>
      <output id="shown"></output>
      </form>
      <p class="legend"><mark class="gold">gold</mark> <mark class="found">found</mark> <mark class="gold found">both</mark></p>
      """
  }

  private static func checkbox(_ name: String, _ value: String, _ label: String) -> String {
    "<label><input type=\"checkbox\" name=\"\(name)\" value=\"\(value)\" checked> \(label)</label>"
  }

  // MARK: Errors

  private var errors: String {
    var sections = ""
    var index = 0
    let all = evaluation.errors
    while index < all.count {
      let document = all[index].document
      var items = ""
      while index < all.count, all[index].document == document {
        items += item(all[index], note: nil)
        index += 1
      }
      sections += Self.section(evaluation.gold[document], items)
    }
    return all.isEmpty ? "<p>No errors.</p>" : sections
  }

  private var changes: String {
    guard evaluation.isCompared else { return "" }
    let won = evaluation.changes.count { $0.isWon }
    let items = evaluation.changes.map { item($0.error, note: $0.isWon ? "won" : "lost") }
    return """
      <details class="changes"><summary>\(won) won, \(evaluation.changes.count - won) lost against the other run</summary>
      <ul>
      \(items.joined())</ul></details>
      """
  }

  private static func section(_ document: GoldDocument, _ items: String) -> String {
    let about = [document.language?.code, document.fields["sender"], document.fields["origin"]]
      .compactMap { $0 }.map(escaped).joined(separator: " · ")
    return """
      <section class="document">
      <h2><bdi>\(escaped(document.id))</bdi> <small>\(about)</small></h2>
      <ul>
      \(items)</ul>
      </section>

      """
  }

  private func item(_ error: NameError, note: String?) -> String {
    let source = evaluation.gold[error.document].source
    var types = [error.gold?.kind.name, error.found?.kind.name].compactMap { $0 }
    if types.count == 2, types[0] == types[1] { types.removeLast() }
    let badge = types.joined(separator: " → ")
    let context = ErrorContext(error, in: source)
    var text = context.isCutBefore ? "… " : ""
    for piece in context.pieces {
      let content = Self.escaped(piece.text)
      switch (piece.isGold, piece.isFound) {
      case (false, false): text += content
      case (true, false): text += "<mark class=\"gold\">\(content)</mark>"
      case (false, true): text += "<mark class=\"found\">\(content)</mark>"
      case (true, true): text += "<mark class=\"gold found\">\(content)</mark>"
      }
    }
    if context.isCutBehind { text += " …" }
    let start = error.gold?.range.lowerBound ?? error.found?.range.lowerBound ?? 0
    let id =
      note == nil
      ? "" : " <span class=\"where\">\(Self.escaped(evaluation.gold[error.document].id))</span>"
    return """
      <li data-kind="\(error.kind.rawValue)" data-types="\(types.joined(separator: " "))"><p class="what">\(note.map { "<b class=\"\($0)\">\($0)</b> " } ?? "")<span class="kind \(error.kind.rawValue)">\(error.kind.title)</span> <span class="type">\(badge)</span>\(id) <span class="where">byte \(start)</span></p><p class="context"><bdi>\(text)</bdi></p></li>

      """
  }

  /// A text as HTML shows it: nothing in it is markup. Controls become U+FFFD, and signs that turn the direction of
  /// writing are named, so that no text changes how another one is read.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\r", "\t": result += " "
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}": result += "\u{FFFD}"
      default:
        if let name = ErrorContext.name(ofTurn: scalar) {
          result += name
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
