internal import DragomanLexicon
internal import DragomanText

/// Joins bodies with their shorter names: `Ministry of Energy` with the one of Norland, `OTS` with the Organization of
/// Turkic States.
struct OrganizationJoiner {
  private static let shortestAcronym = 3
  /// With how many bodies whose names share their first or last word a name is compared: the first ones.
  private static let mostCompared: Int32 = 64
  /// Acronyms are of all words of a name, or of those with capitals.
  private static let wordsOfAcronyms: [TermFacts] = [[], .capitalized]

  private let context: TaggingContext
  private let candidates: [Candidate]
  private let spelled: SpelledWords
  /// The candidates that are bodies.
  private let bodies: [Int]
  /// The bodies by position, each name once: by the stems of the first and last words, and by initials.
  private var index = NumberLists()

  init(_ context: TaggingContext, _ candidates: [Candidate], _ spelled: SpelledWords) {
    self.context = context
    self.candidates = candidates
    self.spelled = spelled
    bodies = candidates.indices.filter { candidates[$0].kind == .organization }
    index = makeIndex()
  }

  /// Joins each short name with the one longer name that it may be the short form of.
  ///
  /// - Returns: short names that belong to a body of the document, not to the one that the lexicon knows by them.
  func join(_ union: inout UnionFind, entries: [EntryReference?]) -> [Int] {
    var withoutEntry: [Int] = []
    var similar: [Int] = []
    for (position, short) in bodies.enumerated() {
      findSimilar(position, &similar)
      if similar.isEmpty || entries[short].map({ !isForeign($0) }) ?? false { continue }
      let name = spelled.name(short)
      var long: Int?
      var isOnly = true
      for other in similar {
        let root = union.root(bodies[other])
        if root == union.root(short) { continue }
        let otherName = spelled.name(bodies[other])
        if otherName.count == name.count, context.isInflecting, entries[short] == nil,
          other < position, areAgreed(name, otherName)
        {
          union.join(root, short)
          continue
        }
        guard otherName.count > name.count,
          isAcronym(name, of: otherName)
            || isShort(name, of: otherName, candidates[bodies[other]].terms)
        else { continue }
        if let known = long, known != root { isOnly = false }
        long = root
      }
      guard let long, isOnly else { continue }
      union.join(long, short)
      if entries[short] != nil { withoutEntry.append(short) }
    }
    return withoutEntry
  }

  // MARK: Names that may be similar

  private func makeIndex() -> NumberLists {
    let hasAcronyms = bodies.contains { isAcronym(spelled.name($0)) }
    var index = NumberLists(
      count: spelled.stemCount, capacity: 2 * bodies.count, longest: Self.mostCompared)
    var seen = HashNumbers(capacity: bodies.count)
    for (position, body) in bodies.enumerated() {
      let name = spelled.name(body)
      guard let last = spelled.last(of: name), seen.insert(spelled.key(of: name).hash).isNew else {
        continue
      }
      spelled.append(position, underStemsOf: spelled[name.lowerBound], to: &index)
      spelled.append(position, underStemsOf: last, to: &index)
      guard hasAcronyms, name.count >= Self.shortestAcronym else { continue }
      for words in Self.wordsOfAcronyms {
        // Else no name is that.
        if let acronym = spelled.number(of: initials(of: name, among: words)) {
          index.append(position, to: acronym)
        }
      }
    }
    return index
  }

  /// The positions of other bodies that have the first or last word of one, or it for initials; of some names that are
  /// the same.
  private func findSimilar(_ position: Int, _ similar: inout [Int]) {
    similar.removeAll(keepingCapacity: true)
    let name = spelled.name(bodies[position])
    guard let last = spelled.last(of: name) else { return }
    let first = spelled[name.lowerBound]
    func add(_ stem: Int) {
      index.forEach(in: stem) { other in
        if other != position, !similar.contains(other) { similar.append(other) }
      }
    }
    spelled.forEachStem(of: first, add)
    if last.number != first.number { spelled.forEachStem(of: last, add) }
  }

  /// Whether an entry is of another country than the text's language: its short name may be anybody's.
  private func isForeign(_ entry: EntryReference) -> Bool {
    context.stack.country(of: entry).map { $0 != context.language.homeCountry } ?? false
  }

  // MARK: Comparing two names

  private func isAcronym(_ name: Range<Int>) -> Bool {
    guard name.count == 1 else { return false }
    let term = spelled[name.lowerBound].term
    return context[term].contains(.allCapitals)
      && context.key(term).count(where: { $0 & 0xC0 != 0x80 }) >= Self.shortestAcronym
  }

  /// Whether a name is the first letters of the long one's words, small ones left out or not.
  private func isAcronym(_ short: Range<Int>, of long: Range<Int>) -> Bool {
    guard isAcronym(short) else { return false }
    let acronym = context.text.terms[spelled[short.lowerBound].term].keyHash
    return Self.wordsOfAcronyms.contains { initials(of: long, among: $0) == acronym }
  }

  /// The hash of the search key that the first letters of words with some facts are.
  private func initials(of name: Range<Int>, among facts: TermFacts) -> UInt64 {
    var letters: [UInt8] = []
    letters.reserveCapacity(2 * name.count)
    for place in name where context[spelled[place].term].isSuperset(of: facts) {
      let key = context.text.terms[spelled[place].term].keyRange
      guard var index = key.first else { continue }
      repeat {
        letters.append(context.text.keys[index])
        index += 1
      } while index < key.upperBound && context.text.keys[index] & 0xC0 == 0x80
    }
    return SearchKeyHash.of(letters[...])
  }

  /// `Ministry of Energy` of `Ministry of Energy of Norland`; `Enerji Bakanlığı` of `Kazakistan Enerji Bakanlığı`.
  private func isShort(_ short: Range<Int>, of long: Range<Int>, _ terms: Range<Int>) -> Bool {
    guard short.count > 1 || context[spelled[short.lowerBound].term].contains(.head) else {
      return false
    }
    if areAgreed(short, long.prefix(short.count)) {
      let rest = spelled[long.lowerBound + short.count].term
      return context[rest].contains(.of)
        || isCountry(rest..<terms.upperBound) && context.language == .russian
    }
    return context.isInflecting && areAgreed(short, long.suffix(short.count))
      && isCountry(terms.lowerBound..<spelled[long.upperBound - short.count].term)
  }

  /// Whether two names of equally many words have the same ones, with or without endings.
  private func areAgreed(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    zip(one, other).allSatisfy { spelled.agreement(spelled[$0], spelled[$1]) != nil }
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
