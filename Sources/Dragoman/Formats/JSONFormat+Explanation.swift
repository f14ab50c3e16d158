internal import DragomanTagging
internal import DragomanText

extension JSONFormat {
  /// A span that was considered as a name.
  func writeConsidered(
    _ span: ConsideredSpan, _ document: AnnotatedDocument, _ offsets: OffsetConverter,
    to json: inout JSONWriter
  ) {
    writeRange(span.range, offsets, to: &json)
    json.key("text")
    json.string(span.range, of: document.source)
    json.key("type")
    json.string(span.kind.name)
    json.key("pattern")
    json.string(span.pattern)
    json.key("strength")
    json.decimal(span.strength)
    json.key("weights")
    json.object { json in
      for weight in span.weights {
        json.dynamicKey(weight.reason)
        json.decimal(weight.amount)
      }
    }
    if let learned = span.learned { writeLearned(learned, to: &json) }
    json.key("outcome")
    switch span.outcome {
    case .chosen(let mention):
      json.string("chosen")
      json.key("mention")
      json.integer(mention)
    case .outweighed(let mention):
      json.string("outweighed")
      json.key("mention")
      json.integer(mention)
    case .weak:
      json.string("weak")
    case .refused:
      json.string("refused")
    }
  }

  /// What was learned says of a span.
  private func writeLearned(_ learned: LearnedReasons, to json: inout JSONWriter) {
    json.key("learned")
    json.object { json in
      json.key("value")
      json.decimal(learned.value)
      json.key("features")
      json.array { json in
        for feature in learned.features {
          json.element()
          json.flatObject { json in
            json.key("name")
            json.string(feature.name)
            if let term = feature.term {
              json.key("term")
              json.string(term)
            }
            json.key("weight")
            json.decimal(feature.amount)
          }
        }
      }
    }
  }

  /// Which entry a name means.
  ///
  /// - Parameter hasNested: whether the names inside mentions are written, so that their indices mean something.
  func writeDisambiguation(
    _ disambiguation: Disambiguation, hasNested: Bool, to json: inout JSONWriter
  ) {
    json.key("entity")
    json.entityName(disambiguation.entity)
    writeIndices("mentions", disambiguation.mentions, to: &json)
    if hasNested { writeIndices("nested", disambiguation.nested, to: &json) }
    json.key("candidates")
    json.array { json in
      for candidate in disambiguation.candidates {
        json.element()
        json.flatObject { json in writeCandidate(candidate, to: &json) }
      }
    }
    if let lead = disambiguation.lead {
      json.key("lead")
      json.decimal(lead)
    }
    json.key("outcome")
    json.string(disambiguation.outcome.rawValue)
  }

  private func writeCandidate(
    _ candidate: Disambiguation.CandidateEntry, to json: inout JSONWriter
  ) {
    json.key("name")
    json.string(candidate.name)
    writeIdentity(country: candidate.country, ids: candidate.ids, to: &json)
    json.key("points")
    json.decimal(candidate.points)
    json.key("reasons")
    json.object { json in
      for contribution in candidate.contributions {
        json.dynamicKey(contribution.reason)
        json.decimal(contribution.points)
      }
    }
  }
}
