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
    let index = index(words)
    var withoutEntry: [Int] = []
    for (position, short) in bodies.enumerated() where !words[position].isEmpty {
      if entries[short].map({ !isForeign($0) }) ?? false { continue }
      let name = words[position]
      var long: Int?
      var isOnly = true
      for other in similar(name, index) where other != position {
        let root = union.root(bodies[other])
        if root == union.root(short) { continue }
        if words[other].count == name.count, context.isInflecting, entries[short] == nil,
          other < position, areAgreed(name, words[other][...])
        {
          union.join(root, short)
          continue
        }
        guard words[other].count > name.count,
          isAcronym(name, of: words[other])
            || isShort(name, of: words[other], candidates[bodies[other]].terms)
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

  /// The different names by the stems of their first and last words, and by their initials.
  private func index(_ words: [[Int]]) -> NameIndex {
    var index = NameIndex()
    var seen: Set<NameKey> = []
    for (position, name) in words.enumerated() {
      guard let first = name.first, let last = name.last,
        seen.insert(NameKey(name, in: context)).inserted
      else { continue }
      spelled.forEachStem(of: first) { index.insert(position, under: $0) }
      spelled.forEachStem(of: last) { index.insert(position, under: $0) }
      if name.count < Self.shortestAcronym { continue }
      index.insert(position, under: initials(of: name))
      index.insert(position, under: initials(of: capitalized(name)))
    }
    return index
  }

  private func similar(_ name: [Int], _ index: NameIndex) -> [Int] {
    guard let first = name.first, let last = name.last else { return [] }
    var result: [Int] = []
    func add(_ stem: UInt64) {
      index.forEach(under: stem) { other in
        if !result.contains(other) { result.append(other) }
      }
    }
    spelled.forEachStem(of: first, add)
    if last != first { spelled.forEachStem(of: last, add) }
    return result
  }

  /// Whether an entry is of another country than the text's language: its short name may be anybody's.
  private func isForeign(_ entry: EntryReference) -> Bool {
    context.stack.country(of: entry).map { $0 != context.language.homeCountry } ?? false
  }

  /// The first letters of the long name's words, small ones left out or not.
  private func isAcronym(_ short: [Int], of long: [Int]) -> Bool {
    guard short.count == 1, context[short[0]].contains(.allCapitals),
      context.key(short[0]).count(where: { $0 & 0xC0 != 0x80 }) >= Self.shortestAcronym
    else { return false }
    let acronym = spelled.hash(short[0])
    return initials(of: long) == acronym || initials(of: capitalized(long)) == acronym
  }

  private func capitalized(_ words: [Int]) -> [Int] {
    words.filter { context[$0].contains(.capitalized) }
  }

  /// The hash of the search key that the words' first letters are.
  private func initials(of words: [Int]) -> UInt64 {
    var letters: [UInt8] = []
    for word in words {
      let key = context.key(word)
      letters.append(contentsOf: key.prefix(1))
      letters.append(contentsOf: key.dropFirst().prefix { $0 & 0xC0 == 0x80 })
    }
    return SearchKeyHash.of(letters[...])
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
