internal import DragomanLexicon
internal import DragomanText

/// What the places beside a name say about where it is.
struct PlaceNeighbours {
  /// That a name is of a country, or that it is a country.
  struct Statement: Equatable {
    enum Subject: Equatable {
      /// Something in a country.
      case within(String)
      /// A region or country that holds a place of a country: `Atlanta, Georgia`.
      case around(String)
      case country
    }

    let subject: Subject
    let reason: EntryReason

    /// What it says for an entry.
    func points(_ option: EntryOption) -> Double {
      switch subject {
      case .within(let country):
        option.entry.country == country && !option.isCountry ? Self.points : 0
      case .around(let country):
        option.entry.country == country
          && (option.isCountry || option.entry.attribute("kind") == "region") ? Self.points : 0
      case .country: option.isCountry ? Self.points : 0
      }
    }

    private static let points = 6.0
  }

  /// A place beside a name.
  private struct Neighbour {
    let terms: Range<Int>
    let country: String
    let isCountry: Bool
    let isRegion: Bool
  }

  /// `Lebanese city of Tripoli`: how many words stand between at most.
  private static let longestGap = 2

  private let context: TaggingContext
  private let candidates: [Candidate]
  /// Places of a country that mean one thing only, by their first term and by the term behind them; below zero: none.
  private var starting: [Int32]
  private var ending: [Int32]

  /// - Parameter isOpen: of each candidate, whether it may mean several things.
  init(_ context: TaggingContext, _ candidates: [Candidate], isOpen: [Bool]) {
    self.context = context
    self.candidates = candidates
    starting = [Int32](repeating: -1, count: context.count + 1)
    ending = starting
    for index in candidates.indices where candidates[index].kind == .place && !isOpen[index] {
      guard let reference = candidates[index].entry, context.stack.country(of: reference) != nil
      else { continue }
      starting[candidates[index].terms.lowerBound] = Int32(index)
      ending[candidates[index].terms.upperBound] = Int32(index)
    }
  }

  private func neighbour(startingAt term: Int) -> Neighbour? {
    starting.indices.contains(term) ? neighbour(Int(starting[term])) : nil
  }

  private func neighbour(endingAt end: Int) -> Neighbour? {
    ending.indices.contains(end) ? neighbour(Int(ending[end])) : nil
  }

  private func neighbour(_ candidate: Int) -> Neighbour? {
    guard candidate >= 0, let reference = candidates[candidate].entry,
      let country = context.stack.country(of: reference)
    else { return nil }
    let isCountry = context.stack.weight(of: reference) >= EntryDecider.countryWeight
    let kind = isCountry ? nil : context.stack.attribute("kind", of: reference)
    return Neighbour(
      terms: candidates[candidate].terms, country: country, isCountry: isCountry,
      isRegion: kind == "region")
  }

  /// What stands beside a name; `nil` if nothing that tells.
  ///
  /// - Parameter hasCountry: whether the name may be a country's.
  func statement(about candidate: Candidate, hasCountry: Bool) -> Statement? {
    let terms = candidate.terms
    if let country = possessor(before: terms.lowerBound) {
      return Statement(subject: .within(country), reason: .neighbour)
    }
    let behind = neighbour(behind: terms.upperBound)
    let before = neighbour(before: terms.lowerBound)
    if hasCountry, let listed = listed(before, behind) { return listed }
    if let behind, !isJoint(terms.upperBound), behind.isCountry || behind.isRegion {
      return Statement(subject: .within(behind.country), reason: .neighbour)
    }
    if let before, context.isMark(terms.lowerBound - 1, ","), !before.isCountry, !before.isRegion {
      return Statement(subject: .around(before.country), reason: .neighbour)
    }
    return nil
  }

  /// In a list a name is what the others are: a country, or a region.
  private func listed(_ before: Neighbour?, _ behind: Neighbour?) -> Statement? {
    let isList =
      behind.map { isJoint($0.terms.lowerBound - 1) || continues($0.terms.upperBound) } ?? false
      || before.map { isJoint($0.terms.upperBound) } ?? false || before != nil && behind != nil
    guard isList, let other = behind ?? before else { return nil }
    if other.isCountry { return Statement(subject: .country, reason: .list) }
    return other.isRegion ? Statement(subject: .within(other.country), reason: .list) : nil
  }

  /// Whether a list goes on at a term.
  private func continues(_ index: Int) -> Bool {
    isJoint(index) || context.isMark(index, ",") && neighbour(startingAt: index + 1) != nil
  }

  /// Whether a word for *and* stands at a term.
  private func isJoint(_ index: Int) -> Bool { context[index].contains(.conjunction) }

  private func neighbour(behind end: Int) -> Neighbour? {
    guard context.isMark(end, ",") || context.isMark(end, "(") || isJoint(end),
      !context[end + 1].contains(.afterLineBreak)
    else { return nil }
    return neighbour(startingAt: end + 1)
  }

  private func neighbour(before start: Int) -> Neighbour? {
    guard context.isMark(start - 1, ",") || isJoint(start - 1),
      !context[start].contains(.afterLineBreak)
    else { return nil }
    return neighbour(endingAt: start - 1)
  }

  /// The country whose name or adjective stands before a name: `Lübnan'ın Trablus kenti`, `the Spanish city of Valencia`.
  private func possessor(before start: Int) -> String? {
    if context[start].contains(.afterLineBreak) { return nil }
    var owner = neighbour(endingAt: start)
    if context.isMark(start - 2, "'"), context.isAttached(start - 2), context.isAttached(start - 1)
    {
      owner = neighbour(endingAt: start - 2)
    }
    if let owner, owner.isCountry { return owner.country }
    var term = start - 1
    while term >= 0, start - term <= Self.longestGap + 1 {
      let facts = context[term]
      if let name = context.names(startingAt: term).first(where: { $0.type == .demonym }) {
        return context.stack.country(of: name.entry)
      }
      guard facts.contains(.word), facts.isDisjoint(with: [.capitalized, .afterLineBreak]) else {
        return nil
      }
      term -= 1
    }
    return nil
  }
}
