internal import DragomanLexicon
internal import DragomanText

/// Decides which entry a name means that several have: Tripoli of Libya or of Lebanon.
///
/// A name means one thing in a document (Gale, Church and Yarowsky 1992), unless a country or region beside one of its
/// mentions says otherwise; that counts from there on. Names that one entry has cost a look at the matches of their first
/// word.
struct EntryDecider {
  /// The mentions of a name, or of names that the same entries have.
  private struct Homonym {
    var options: [EntryOption]
    let hasCountry: Bool
    var members: [Int]
  }

  /// Countries have this weight or more.
  static let countryWeight = 90
  /// A lead in prominence counts for so many points at most, but for that of a country.
  private static let largestLead = 3.0
  private static let largestCountryLead = 5.0

  private let context: TaggingContext
  private let candidates: [Candidate]

  init(_ context: TaggingContext, _ candidates: [Candidate]) {
    self.context = context
    self.candidates = candidates
  }

  /// The decisions, and which of them each candidate is subject to.
  func decisions() -> (decisions: [EntryDecision], byCandidate: [Int?]) {
    var byCandidate = [Int?](repeating: nil, count: candidates.count)
    let open = candidates.indices.filter(mayMeanSeveral)
    if open.isEmpty { return ([], byCandidate) }
    var isOpen = [Bool](repeating: false, count: candidates.count)
    for index in open { isOpen[index] = true }
    let evidence = countryEvidence(isOpen: isOpen)
    let neighbours = PlaceNeighbours(context, candidates, isOpen: isOpen)
    var decisions: [EntryDecision] = []
    for homonym in homonyms(open.sorted(by: standsBefore)) {
      var options = homonym.options
      weigh(&options, hasCountry: homonym.hasCountry, evidence)
      var statements = homonym.members.map {
        neighbours.statement(about: candidates[$0], hasCountry: homonym.hasCountry)
      }
      carry(&statements)
      var decided: [(statement: PlaceNeighbours.Statement?, decision: Int)] = []
      for (member, statement) in zip(homonym.members, statements) {
        if let known = decided.first(where: { $0.statement == statement }) {
          byCandidate[member] = known.decision
          continue
        }
        var options = options
        if let statement {
          for index in options.indices {
            options[index].add(statement.reason, statement.points(options[index]))
          }
        }
        decided.append((statement, decisions.count))
        byCandidate[member] = decisions.count
        decisions.append(
          EntryDecision(options, isSure: options.count > 1 || !isElsewhere(options[0], evidence)))
      }
    }
    return (decisions, byCandidate)
  }

  private func standsBefore(_ one: Int, _ other: Int) -> Bool {
    candidates[one].terms.lowerBound < candidates[other].terms.lowerBound
  }

  /// What stands beside one mention counts for those behind it, and the first for those before it.
  private func carry(_ statements: inout [PlaceNeighbours.Statement?]) {
    var last = statements.lazy.compactMap(\.self).first
    for index in statements.indices {
      last = statements[index] ?? last
      statements[index] = last
    }
  }

  // MARK: Names that need a decision

  /// Whether another entry has the name too, or the name is one that bodies of many countries have.
  private func mayMeanSeveral(_ index: Int) -> Bool {
    guard let entry = candidates[index].entry else { return false }
    for name in context.names(startingAt: candidates[index].terms.lowerBound)
    where isName(name, of: index) {
      if name.entry != entry || isBare(name) { return true }
    }
    return false
  }

  private func names(of index: Int) -> [TaggingContext.Name] {
    context.names(startingAt: candidates[index].terms.lowerBound).filter { isName($0, of: index) }
  }

  private func isName(_ name: TaggingContext.Name, of index: Int) -> Bool {
    name.terms == candidates[index].terms && MentionKind(name.type) == candidates[index].kind
  }

  /// `Senate`, `Merkez Bankası`: a short name that only the text around it makes that of one country.
  private func isBare(_ name: TaggingContext.Name) -> Bool {
    name.type == .organization && name.posting.rule == .context && name.posting.kind == .short
  }

  /// Whether a name that bodies of many countries have stands in a document about other countries.
  private func isElsewhere(_ option: EntryOption, _ evidence: CountryEvidence) -> Bool {
    guard let country = option.entry.country, country != context.language.homeCountry else {
      return false
    }
    return evidence.isAboutOthers(than: country)
  }

  private func homonyms(_ open: [Int]) -> [Homonym] {
    var result: [Homonym] = []
    var references: [[EntryReference]] = []
    for index in open {
      let names = names(of: index)
      let quality = names.map(\.quality.rawValue).min()
      var found: [TaggingContext.Name] = []
      for name in names where name.quality.rawValue == quality {
        if !found.contains(where: { $0.entry == name.entry }) { found.append(name) }
      }
      let entries = found.map(\.entry)
      if let known = references.firstIndex(of: entries) {
        result[known].members.append(index)
        continue
      }
      references.append(entries)
      result.append(
        Homonym(
          options: found.map(option), hasCountry: found.contains(where: isCountry),
          members: [index]))
    }
    return result
  }

  private func isCountry(_ name: TaggingContext.Name) -> Bool {
    name.type == .place && name.weight >= Self.countryWeight
  }

  private func option(_ name: TaggingContext.Name) -> EntryOption {
    var option = EntryOption(name.entry, context.stack.entry(name.entry, upTo: .attributes))
    if !name.posting.languages.suits(Languages(context.language)) { option.add(.foreignAlias, -1) }
    if name.posting.kind == .former { option.add(.formerName, -1.5) }
    option.add(.lexicon, 4 * Double(name.entry.lexicon))
    return option
  }

  // MARK: What speaks for an entry

  private func countryEvidence(isOpen: [Bool]) -> CountryEvidence {
    var evidence = CountryEvidence()
    for index in candidates.indices where !isOpen[index] {
      guard let entry = candidates[index].entry else { continue }
      let isCountry =
        candidates[index].kind == .place && context.stack.weight(of: entry) >= Self.countryWeight
      evidence.add(entry, isCountry: isCountry, of: context.stack.country(of: entry))
    }
    for term in 0..<context.count where context[term].isSuperset(of: [.startsName, .demonym]) {
      for name in context.names(startingAt: term) where name.type == .demonym {
        evidence.add(name.entry, isCountry: true, of: context.stack.country(of: name.entry))
      }
    }
    return evidence
  }

  private func weigh(
    _ options: inout [EntryOption], hasCountry: Bool, _ evidence: CountryEvidence
  ) {
    let best = options.map { Double($0.entry.weight) / 10 }.max() ?? 0
    let lead = hasCountry ? Self.largestCountryLead : Self.largestLead
    let homeland = options.first { $0.isCountry }?.entry.country
    for index in options.indices {
      let entry = options[index].entry
      options[index].add(.prominence, max(Double(entry.weight) / 10, best - lead))
      if evidence.holds(options[index].reference) { options[index].add(.namedOtherwise, 5) }
      guard let country = entry.country else { continue }
      let others = evidence.others(of: country)
      if options[index].isCountry || country == homeland {
        // A country, and what in it has its name: Luxembourg.
        if evidence.names(country) { options[index].add(.countryNamed, 2) }
        options[index].add(.compatriots, Double(min(others, 2)))
      } else if hasCountry {
        // A place that is called as another country counts where no other country is spoken of: Georgia in the US.
        guard evidence.isAbout(country) else { continue }
        if evidence.names(country) { options[index].add(.countryNamed, 2) }
        options[index].add(.compatriots, Double(min(others, 3)))
      } else {
        if evidence.names(country) { options[index].add(.countryNamed, 4) }
        options[index].add(.compatriots, Double(min(others, 2)))
      }
      if country == context.language.homeCountry { options[index].add(.homeLanguage, 1.5) }
    }
  }
}

extension EntryOption {
  /// Whether it is a country.
  var isCountry: Bool { entry.type == .place && entry.weight >= EntryDecider.countryWeight }
}

extension LanguageTag {
  /// The country whose affairs texts of a language are about, if they do not say otherwise; `nil` for English.
  var homeCountry: String? {
    switch self {
    case .turkish: "TR"
    case .kazakh: "KZ"
    case .azerbaijani: "AZ"
    case .russian: "RU"
    case .uzbek: "UZ"
    default: nil
    }
  }
}
