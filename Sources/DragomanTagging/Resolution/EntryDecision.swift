internal import DragomanLexicon

/// What speaks for one of several entries that share a name, or against it.
enum EntryReason: Hashable {
  /// How well known it is.
  case prominence
  /// It comes from a lexicon above those of the others.
  case lexicon
  /// The document names it in full, or by a name that nothing else has.
  case namedOtherwise
  /// A country or region beside the name says where it is: `Tripoli, Lebanon`, `Lübnan'ın Trablus kenti`.
  case neighbour
  /// The document names its country.
  case countryNamed
  /// The document names others of its country.
  case compatriots
  /// It is of the kind of those that it stands in a list with: a country among countries.
  case list
  /// The text's language is that of its country.
  case homeLanguage
  /// Its alias belongs to other languages than the text's.
  case foreignAlias
  /// Its alias is no longer in force.
  case formerName
}

/// An entry that a name may mean, with what speaks for it.
struct EntryOption {
  /// A reason with its points; below zero against it.
  struct Contribution {
    let reason: EntryReason
    let points: Double
  }

  let reference: EntryReference
  let entry: Entry
  private(set) var contributions: [Contribution] = []
  /// The sum of the contributions: a lead of one point is about three to one.
  private(set) var score = 0.0

  init(_ reference: EntryReference, _ entry: Entry) {
    self.reference = reference
    self.entry = entry
  }

  mutating func add(_ reason: EntryReason, _ points: Double) {
    if points == 0 { return }
    contributions.append(Contribution(reason: reason, points: points))
    score += points
  }

  /// Whether another entry is the same thing, listed twice.
  func isSame(as other: EntryOption) -> Bool {
    if entry.ids.contains(where: { other.entry.ids.contains($0) }) { return true }
    let haveOwnIDs = !entry.ids.isEmpty && !other.entry.ids.isEmpty
    let haveOwnCountries =
      entry.country != nil && other.entry.country != nil && entry.country != other.entry.country
    return entry.name == other.entry.name && !haveOwnIDs && !haveOwnCountries
  }
}

/// Which of several entries a name means, and how sure that is.
struct EntryDecision {
  /// A lead of so many points is sure.
  private static let sureLead = 2.0
  /// With less of a lead the best two are about even.
  private static let evenLead = 0.7
  private static let mostAlternatives = 6

  /// All of them, the best first.
  let options: [EntryOption]
  /// The entry that the name means; `nil` if the best are about even.
  let chosen: EntryOption?
  /// Those that it may mean, too, the best first.
  let alternatives: [EntryOption]

  init(_ options: [EntryOption], isSure: Bool = true) {
    // Equal scores are decided by the order of the source: results never depend on sorting.
    let order = options.indices.sorted {
      (options[$1].score, $0) < (options[$0].score, $1)
    }
    self.options = order.map { options[$0] }
    guard let best = self.options.first else {
      (chosen, alternatives) = (nil, [])
      return
    }
    let others = self.options.dropFirst().filter {
      best.score - $0.score < Self.sureLead && !$0.isSame(as: best)
    }
    let lead = others.first.map { best.score - $0.score } ?? Self.sureLead
    let isEven = lead < Self.evenLead || !isSure
    chosen = isEven ? nil : best
    alternatives = Array((isEven ? [best] + others : others).prefix(Self.mostAlternatives))
  }

  /// The points between the best and the next that is another thing; `nil` if there is none.
  var lead: Double? {
    guard let best = options.first,
      let next = options.dropFirst().first(where: { !$0.isSame(as: best) })
    else { return nil }
    return best.score - next.score
  }

  /// The name that all alternatives have, if they have one.
  var commonName: String? { common(\.entry.name) }
  /// The country that all alternatives are of, if it is one.
  var commonCountry: String? { common(\.entry.country) ?? nil }

  private func common<Value: Equatable>(_ value: (EntryOption) -> Value) -> Value? {
    guard let first = alternatives.first.map(value) else { return nil }
    return alternatives.allSatisfy { value($0) == first } ? first : nil
  }
}
