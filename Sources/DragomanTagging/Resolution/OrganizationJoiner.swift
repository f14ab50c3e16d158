internal import DragomanLexicon
internal import DragomanText

/// Joins bodies with their shorter names: `Ministry of Energy` with the one of Norland, `OTS` with the Organization of
/// Turkic States.
struct OrganizationJoiner {
  private static let shortestAcronym = 3

  private let context: TaggingContext
  private let candidates: [Candidate]
  private let spelled: SpelledWords

  init(_ context: TaggingContext, _ candidates: [Candidate]) {
    self.context = context
    self.candidates = candidates
    spelled = SpelledWords(context)
  }

  /// Joins each short name with the one longer name that it may be the short form of.
  ///
  /// - Returns: short names that belong to a body of the document, not to the one that the lexicon knows by them.
  func join(_ union: inout UnionFind, entries: [EntryReference?]) -> [Int] {
    let bodies = candidates.indices.filter { candidates[$0].kind == .organization }
    let words = bodies.map { spelled.words(candidates[$0].terms) }
    var withoutEntry: [Int] = []
    for (position, short) in bodies.enumerated() {
      let isOwn = entries[short].map { !isForeign($0) } ?? false
      if isOwn { continue }
      var long: Int?
      var isOnly = true
      for (other, body) in bodies.enumerated() where words[other].count > words[position].count {
        guard
          isAcronym(words[position], of: words[other])
            || isShort(words[position], of: words[other], candidates[body].terms)
        else { continue }
        let root = union.root(body)
        if let known = long, known != root { isOnly = false }
        long = long ?? root
      }
      guard let long, isOnly, union.root(short) != long else { continue }
      union.join(long, short)
      if entries[short] != nil { withoutEntry.append(short) }
    }
    return withoutEntry
  }

  /// Whether an entry is of another country than the text's language: its short name may be anybody's.
  private func isForeign(_ entry: EntryReference) -> Bool {
    context.stack.country(of: entry).map { $0 != context.language.homeCountry } ?? false
  }

  /// The first letters of the long name's words, small ones left out or not.
  private func isAcronym(_ short: [Int], of long: [Int]) -> Bool {
    guard short.count == 1, context[short[0]].contains(.allCapitals) else { return false }
    let letters = context.key(short[0]).count { $0 & 0xC0 != 0x80 }
    guard letters >= Self.shortestAcronym, letters <= long.count else { return false }
    let capitals = long.filter { context[$0].contains(.capitalized) }
    return spells(capitals, short[0], letters) || spells(long, short[0], letters)
  }

  private func spells(_ words: [Int], _ acronym: Int, _ letters: Int) -> Bool {
    guard words.count == letters else { return false }
    var rest = context.key(acronym)
    for word in words {
      guard let first = context.key(word).first else { return false }
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3
      guard rest.prefix(length) == context.key(word).prefix(length) else { return false }
      rest = rest.dropFirst(length)
    }
    return true
  }

  /// `Ministry of Energy` of `Ministry of Energy of Norland`; `Enerji Bakanlığı` of `Kazakistan Enerji Bakanlığı`.
  private func isShort(_ short: [Int], of long: [Int], _ terms: Range<Int>) -> Bool {
    guard short.count > 1 || context[short[0]].contains(.head) else { return false }
    if areAgreed(short, long.prefix(short.count)) {
      let rest = long[short.count]
      return context[rest].contains(.of)
        || isCountry(rest..<terms.upperBound) && context.language == .russian
    }
    return context.isInflecting && areAgreed(short, long.suffix(short.count))
      && isCountry(terms.lowerBound..<long[long.count - short.count])
  }

  private func areAgreed(_ one: [Int], _ other: ArraySlice<Int>) -> Bool {
    zip(one, other).allSatisfy { pair in
      spelled.agreement(pair.0, pair.1, atLeast: .stem) != nil
    }
  }

  /// Whether some terms are the name of a country, with an ending or not, or its adjective.
  private func isCountry(_ terms: Range<Int>) -> Bool {
    context.names(startingAt: terms.lowerBound).contains { name in
      // Behind it an ending with its apostrophe may stand.
      (name.terms.upperBound == terms.upperBound
        || name.terms.upperBound < terms.upperBound && context.isMark(name.terms.upperBound, "'")
          && name.terms.upperBound + 2 == terms.upperBound)
        && (name.type == .demonym
          || name.type == .place && name.weight >= EntryDecider.countryWeight)
    }
  }
}
