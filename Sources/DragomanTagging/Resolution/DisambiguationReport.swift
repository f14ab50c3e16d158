internal import DragomanLexicon

/// Says of every decision among entries what spoke for each of them.
struct DisambiguationReport {
  /// A decision with the candidates that are subject to it.
  private struct Case {
    let decision: Int
    var members: [Int]
  }

  private let decisions: [EntryDecision]
  /// In the order of their first candidates.
  private var cases: [Case] = []
  /// The entity of each candidate, and the entry of each entity.
  private let entities: [Int]
  private let entries: [EntryReference?]
  private let visible: Int

  /// - Parameters:
  ///   - byCandidate: which decision each candidate is subject to.
  ///   - order: the candidates in text order.
  ///   - entities: the entity of each candidate.
  ///   - entries: the entry of each entity.
  ///   - visible: how many of the candidates are mentions.
  init(
    _ decisions: [EntryDecision], byCandidate: [Int?], order: [Int], entities: [Int],
    entries: [EntryReference?], visible: Int
  ) {
    self.decisions = decisions
    self.entities = entities
    self.entries = entries
    self.visible = visible
    var places = [Int?](repeating: nil, count: decisions.count)
    for candidate in order {
      guard let decision = byCandidate[candidate] else { continue }
      if let place = places[decision] {
        cases[place].members.append(candidate)
      } else {
        places[decision] = cases.count
        cases.append(Case(decision: decision, members: [candidate]))
      }
    }
  }

  /// The decisions in the order of the first mentions or nested names that they are about.
  func disambiguations() -> [Disambiguation] {
    cases.map { one in
      let decision = decisions[one.decision]
      // All members of a decision are one entity.
      let entity = entities[one.members[0]]
      return Disambiguation(
        entity: entity,
        mentions: one.members.filter { $0 < visible },
        nested: one.members.filter { $0 >= visible }.map { $0 - visible },
        candidates: decision.options.map(Disambiguation.CandidateEntry.init),
        lead: decision.lead, outcome: outcome(of: decision, entry: entries[entity]))
    }
  }

  private func outcome(
    of decision: EntryDecision, entry: EntryReference?
  ) -> Disambiguation.Outcome {
    if decision.chosen?.reference != entry { return .overruled }
    if decision.chosen != nil { return decision.alternatives.isEmpty ? .clear : .likely }
    return decision.lead == nil ? .elsewhere : .even
  }
}

extension Disambiguation.CandidateEntry {
  fileprivate init(_ option: EntryOption) {
    self.init(
      name: option.entry.name, country: option.entry.country, ids: option.entry.ids,
      contributions: option.contributions.map {
        Disambiguation.Contribution(reason: $0.reason.name, points: $0.points)
      },
      points: option.score)
  }
}
