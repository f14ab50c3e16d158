internal import DragomanText

/// Walks the tries of a stack's lexicons over the terms of a text.
struct LexiconMatcher {
  private static let longestName = LexiconBuilder.longestName
  // How many beginnings of names are followed: a hundred times more than texts hold. The states of a hostile lexicon may
  // lead back to themselves, by two ways from each word.
  private static let leastBudget = 1024
  private static let budgetPerTerm = 64

  private let tries: [LexiconTrie]

  init(_ tries: [LexiconTrie]) { self.tries = tries }

  /// Adds all matches, by start, end and lexicon, and what is known of single words.
  ///
  /// - Parameter keepsRefused: whether a name that has to start with a capital is found without one, too.
  func run(
    over text: TokenizedText, _ cache: inout WordCache, keepsRefused: Bool,
    into found: inout LexiconMatches
  ) {
    cache.prepare()
    look(up: text, &cache, keepsRefused, &found.places, &found.classes)
    findNames(found.places, cache.candidates, &found.matches)
  }

  private func findNames(
    _ places: [WordCache.Place], _ candidates: [WordCache.Candidate],
    _ matches: inout [LexiconMatch]
  ) {
    var budget = Self.leastBudget + places.count * Self.budgetPerTerm
    for start in places.indices where places[start].canStart {
      walk(from: start, places.span, candidates.span, &budget, &matches)
    }
  }

  private func look(
    up text: TokenizedText, _ cache: inout WordCache, _ keepsRefused: Bool,
    _ places: inout [WordCache.Place], _ classes: inout [WordClasses]
  ) {
    let language = Languages(text.language)
    let (terms, keys) = (text.terms.span, text.keys.span)
    var newPlaces = places.mutableSpan
    var newClasses = classes.mutableSpan
    let capital = Term.capitals.rawValue
    for number in terms.indices {
      let term = terms[number]
      let (place, known) = cache.find(term, keys, language)
      newPlaces[number] = place.written(
        withCapital: keepsRefused || term.shape.rawValue & capital != 0 || term.kind == .number)
      newClasses[number] = known
    }
  }

  /// Finds the names that start at a term.
  @inline(__always)
  private func walk(
    from start: Int, _ places: Span<WordCache.Place>, _ candidates: Span<WordCache.Candidate>,
    _ budget: inout Int, _ matches: inout [LexiconMatch]
  ) {
    let place = places[start]
    let first = matches.count
    let next = start &+ 1 < places.count ? places[start &+ 1].terms : 0
    for number in place.range {
      let candidate = candidates[number]
      if candidate.posting != 0, place.isCapitalized || candidate.startsSmall {
        matches.append(
          LexiconMatch(
            terms: start..<start &+ 1, quality: candidate.quality,
            lexicon: Int(candidate.lexicon), firstPosting: candidate.posting))
      }
      if candidate.followers & next != 0, candidate.mayContinue,
        place.isCapitalized || candidate.goesOnSmall
      {
        goOn(
          from: candidate.root, candidate.quality, Int(candidate.lexicon), start..<start &+ 1,
          places, candidates, &budget, &matches)
      }
    }
    if matches.count > first &+ 1 { Self.sort(&matches, from: first) }
  }

  /// Finds the names that go on behind some terms.
  private func goOn(
    from state: UInt32, _ quality: LexiconMatch.Quality, _ lexicon: Int, _ terms: Range<Int>,
    _ places: Span<WordCache.Place>, _ candidates: Span<WordCache.Candidate>,
    _ budget: inout Int, _ matches: inout [LexiconMatch]
  ) {
    let next = terms.upperBound
    guard next < places.count, terms.count < Self.longestName else { return }
    let longer = terms.lowerBound..<next &+ 1
    for number in places[next].range {
      let candidate = candidates[number]
      if Int(candidate.lexicon) != lexicon { continue }
      let reached = tries[lexicon].state(after: state, term: candidate.term)
      if reached == 0 { continue }
      budget -= 1
      if budget < 0 { return }
      let worst = quality.with(candidate.quality)
      let posting = tries[lexicon].firstPosting(ofState: reached)
      if posting != 0 {
        matches.append(
          LexiconMatch(terms: longer, quality: worst, lexicon: lexicon, firstPosting: posting))
      }
      if candidate.mayContinue, tries[lexicon].hasChildren(reached) {
        goOn(from: reached, worst, lexicon, longer, places, candidates, &budget, &matches)
      }
    }
  }

  /// Sorts the last matches, those of one start, by end and lexicon. They are few.
  private static func sort(_ matches: inout [LexiconMatch], from first: Int) {
    for index in first + 1..<matches.count {
      var place = index
      while place > first, matches[place].comesBefore(matches[place - 1]) {
        matches.swapAt(place, place - 1)
        place -= 1
      }
    }
  }
}
