internal import Dragoman

/// An evaluation as tables for people.
struct TextReport {
  private let evaluation: Evaluation
  private let maximumErrors: Int

  init(_ evaluation: Evaluation, maximumErrors: Int) {
    self.evaluation = evaluation
    self.maximumErrors = maximumErrors
  }

  var text: String {
    let all = evaluation.groups[0]
    var lines = [FigureText.count(all.documents, "document"), ""]
    lines += names()
    lines += [""] + measures(of: all)
    if evaluation.groups.count > 1 { lines += [""] + others() }
    lines += [""] + confusion()
    if evaluation.isCompared { lines += [""] + comparison(all) }
    if maximumErrors > 0 {
      if evaluation.isCompared { lines += [""] + changes() }
      lines += [""] + errors()
    }
    return lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  // MARK: Tables

  /// The widths of a line's name and of a figure.
  private static let label = 24
  private static let figureWidth = 33

  private static func title(of group: FigureGroup) -> String {
    group.field.map { "\($0) \(ErrorContext.plain(group.value))" } ?? group.value
  }

  /// Precision, recall, F1 and its interval.
  private static func columns(_ figure: Figure?) -> String {
    guard let figure else { return "-".aligned(5).padded(figureWidth) }
    let values = [figure.precision, figure.recall, figure.f1].map { FigureText.decimal($0) }
    return (values.joined(separator: " ") + "  " + interval(figure)).padded(figureWidth)
  }

  private static func interval(_ figure: Figure) -> String {
    figure.interval.map { "\(FigureText.decimal($0.low))-\(FigureText.decimal($0.high))" } ?? ""
  }

  private func names() -> [String] {
    let heading = "P     R     F1     95 %".padded(Self.figureWidth)
    var lines = [
      "".padded(Self.label + 16) + "strict".padded(Self.figureWidth) + "relaxed",
      "names".padded(Self.label) + "gold".aligned(6) + "found".aligned(7) + "   " + heading
        + heading,
    ]
    for group in evaluation.groups {
      for scope in [.all] + MentionKind.allCases.map(Figure.Scope.kind) + [.macro] {
        guard let strict = group.figure(.strict, scope) else { continue }
        let name = scope == .all ? Self.title(of: group) : "  " + scope.name
        let isMacro = scope == .macro
        lines.append(
          name.padded(Self.label) + (isMacro ? "" : String(strict.gold)).aligned(6)
            + (isMacro ? "" : String(strict.found)).aligned(7) + "   " + Self.columns(strict)
            + Self.columns(group.figure(.relaxed, scope)))
      }
    }
    return lines
  }

  private func measures(of group: FigureGroup) -> [String] {
    var lines = [
      "beside names".padded(Self.label) + "gold".aligned(6) + "found".aligned(7)
        + "   P     R     F1     95 %"
    ]
    for measure in Measure.allCases where measure != .strict && measure != .relaxed {
      let name = Self.title(of: measure)
      guard let figure = group.figure(measure) else {
        lines.append(name.padded(Self.label) + "not measured: gold or answer says nothing about it")
        continue
      }
      lines.append(
        name.padded(Self.label) + String(figure.gold).aligned(6) + String(figure.found).aligned(7)
          + "   " + Self.columns(figure))
    }
    return lines
  }

  private static func title(of measure: Measure) -> String {
    switch measure {
    case .strict: "strict"
    case .relaxed: "relaxed"
    case .names: "different names"
    case .entities: "entities"
    case .bCubed: "joined B3"
    case .bCubedCommon: "joined B3, common"
    case .ceaf: "joined CEAF-e"
    case .rolePhrase: "roles: phrase"
    case .rolePerson: "roles: and person"
    case .roleWhole: "roles: and body"
    case .topics: "topics"
    case .firstTopic: "first topic"
    }
  }

  /// F1 of the other measures for each group.
  private func others() -> [String] {
    let shown: [(Measure, String)] = [
      (.names, "names"), (.entities, "entit."), (.bCubed, "B3"), (.bCubedCommon, "B3com."),
      (.ceaf, "CEAF-e"), (.rolePhrase, "roles"), (.roleWhole, "whole"), (.topics, "topics"),
      (.firstTopic, "first"),
    ]
    var lines = [
      "F1 by group".padded(Self.label) + "docs".aligned(6)
        + shown.map { $0.1.aligned(8) }.joined()
    ]
    for group in evaluation.groups {
      lines.append(
        Self.title(of: group).padded(Self.label) + String(group.documents).aligned(6)
          + shown.map { measure, _ in
            (group.figure(measure).map { FigureText.decimal($0.f1) } ?? "-").aligned(8)
          }.joined())
    }
    return lines
  }

  private func confusion() -> [String] {
    let kinds = MentionKind.allCases.map(Optional.some) + [nil]
    var lines = [
      "gold \\ found".padded(Self.label)
        + kinds.map { ($0?.name ?? "none").aligned(14) }.joined()
    ]
    for gold in kinds {
      lines.append(
        "  \(gold?.name ?? "none")".padded(Self.label)
          + kinds.map { found in
            let isNothing = gold == nil && found == nil
            return (isNothing ? "" : String(evaluation.confusion.count(gold: gold, found: found)))
              .aligned(14)
          }.joined())
    }
    return lines
  }

  // MARK: Comparison

  private func comparison(_ all: FigureGroup) -> [String] {
    var lines = [
      "compared".padded(Self.label) + "before".aligned(7) + "now".aligned(7)
        + "change".aligned(8) + "p".aligned(7)
    ]
    for group in evaluation.groups {
      for measure in group.field == nil ? Measure.allCases : [.strict] {
        guard let figure = group.figure(measure), let difference = figure.difference else {
          continue
        }
        let name = group.field == nil ? Self.title(of: measure) : Self.title(of: group)
        lines.append(
          name.padded(Self.label) + FigureText.decimal(difference.before).aligned(7)
            + FigureText.decimal(figure.f1).aligned(7)
            + FigureText.signed(figure.f1 - difference.before).aligned(8)
            + (difference.p.map { FigureText.decimal($0) } ?? "").aligned(7))
      }
    }
    let won = evaluation.changes.count { $0.isWon }
    lines.append("\(won) won, \(evaluation.changes.count - won) lost")
    return lines
  }

  private func changes() -> [String] {
    evaluation.changes.prefix(maximumErrors).flatMap { change in
      (change.isWon ? ["won; before: "] : ["lost; now: "]).map { $0 + headline(change.error) }
        + [context(change.error)]
    } + rest(evaluation.changes.count, "change")
  }

  // MARK: Errors

  private func errors() -> [String] {
    var lines = ["\(FigureText.count(evaluation.errors.count, "error")); [gold] {found}"]
    for error in evaluation.errors.prefix(maximumErrors) {
      lines += [headline(error), context(error)]
    }
    return lines + rest(evaluation.errors.count, "error")
  }

  private func rest(_ count: Int, _ thing: String) -> [String] {
    count > maximumErrors ? ["\(FigureText.count(count - maximumErrors, "more \(thing)"))"] : []
  }

  /// `wrong type  03-en-un:114  PLACE 'Akorda', found ORGANIZATION`
  private func headline(_ error: NameError) -> String {
    let document = evaluation.gold[error.document]
    let start = error.gold?.range.lowerBound ?? error.found?.range.lowerBound ?? 0
    func name(_ span: NamedSpan) -> String {
      "\(span.kind.name) '\(ErrorContext.plain(document.source.text(in: span.range)))'"
    }
    let what: String
    switch (error.gold, error.found) {
    case (let gold?, let found?): what = "\(name(gold)), found \(name(found))"
    case (let span?, nil), (nil, let span?): what = name(span)
    case (nil, nil): what = ""
    }
    return "\(error.kind.title.padded(15)) \(ErrorContext.plain(document.id)):\(start)  \(what)"
  }

  private func context(_ error: NameError) -> String {
    "    " + ErrorContext(error, in: evaluation.gold[error.document].source).line
  }
}
