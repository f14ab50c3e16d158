internal import Dragoman

/// An evaluation as one JSON object.
struct JSONReport {
  private let evaluation: Evaluation
  private let maximumErrors: Int

  init(_ evaluation: Evaluation, maximumErrors: Int) {
    self.evaluation = evaluation
    self.maximumErrors = maximumErrors
  }

  var bytes: [UInt8] {
    var writer = JSONWriter(isPretty: true)
    writer.object { json in
      json.key("schema")
      json.string("dragoman-evaluation/1")
      json.key("groups")
      json.array { json in
        for group in evaluation.groups {
          json.element()
          write(group, to: &json)
        }
      }
      json.key("confusion")
      writeConfusion(to: &json)
      json.key("errorCount")
      json.integer(evaluation.errors.count)
      json.key("errors")
      json.array { json in
        for error in evaluation.errors.prefix(maximumErrors) {
          json.element()
          json.flatObject { json in writeFields(of: error, to: &json) }
        }
      }
      if evaluation.isCompared { writeChanges(to: &json) }
    }
    return writer.finish() + [0x0A]
  }

  private func write(_ group: FigureGroup, to json: inout JSONWriter) {
    json.object { json in
      json.key("field")
      if let field = group.field { json.string(field) } else { json.null() }
      json.key("value")
      json.string(group.value)
      json.key("documents")
      json.integer(group.documents)
      json.key("figures")
      json.array { json in
        for figure in group.figures {
          json.element()
          json.flatObject { json in write(figure, to: &json) }
        }
      }
    }
  }

  private func write(_ figure: Figure, to json: inout JSONWriter) {
    json.key("measure")
    json.string(figure.measure.rawValue)
    json.key("type")
    json.string(figure.scope.name)
    if figure.scope != .macro {
      json.key("gold")
      json.integer(figure.gold)
      json.key("found")
      json.integer(figure.found)
    }
    json.key("precision")
    json.decimal(figure.precision)
    json.key("recall")
    json.decimal(figure.recall)
    json.key("f1")
    json.decimal(figure.f1)
    if let interval = figure.interval {
      json.key("low")
      json.decimal(interval.low)
      json.key("high")
      json.decimal(interval.high)
    }
    if let difference = figure.difference {
      json.key("before")
      json.decimal(difference.before)
      if let p = difference.p {
        json.key("p")
        json.decimal(p)
      }
    }
  }

  private func writeConfusion(to json: inout JSONWriter) {
    let kinds = MentionKind.allCases.map(Optional.some) + [nil]
    json.array { json in
      for gold in kinds {
        for found in kinds where gold != nil || found != nil {
          json.element()
          json.flatObject { json in
            json.key("gold")
            if let gold { json.string(gold.name) } else { json.null() }
            json.key("found")
            if let found { json.string(found.name) } else { json.null() }
            json.key("count")
            json.integer(evaluation.confusion.count(gold: gold, found: found))
          }
        }
      }
    }
  }

  private func writeChanges(to json: inout JSONWriter) {
    let won = evaluation.changes.count { $0.isWon }
    json.key("won")
    json.integer(won)
    json.key("lost")
    json.integer(evaluation.changes.count - won)
    json.key("changes")
    json.array { json in
      for change in evaluation.changes.prefix(maximumErrors) {
        json.element()
        json.flatObject { json in
          json.key("change")
          json.string(change.isWon ? "won" : "lost")
          writeFields(of: change.error, to: &json)
        }
      }
    }
  }

  /// Offsets are UTF-8 bytes.
  private func writeFields(of error: NameError, to json: inout JSONWriter) {
    let document = evaluation.gold[error.document]
    json.key("kind")
    json.string(error.kind.rawValue)
    json.key("document")
    json.string(document.id)
    json.key("gold")
    write(error.gold, document.source, to: &json)
    json.key("found")
    write(error.found, document.source, to: &json)
    json.key("context")
    json.string(ErrorContext(error, in: document.source).line)
  }

  private func write(_ span: NamedSpan?, _ source: SourceText, to json: inout JSONWriter) {
    guard let span else { return json.null() }
    json.flatObject { json in
      json.key("start")
      json.integer(span.range.lowerBound)
      json.key("end")
      json.integer(span.range.upperBound)
      json.key("type")
      json.string(span.kind.name)
      json.key("text")
      json.string(source.text(in: span.range))
    }
  }
}
