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
  func run(
    over text: TokenizedText, _ cache: inout WordCache, into found: inout LexiconMatches
  ) {
    cache.find(text, &found.found)
    findNames(found.found, cache.candidates, &found.matches)
  }

  private func findNames(
    _ found: FoundWords, _ candidates: [WordCandidate], _ matches: inout [LexiconMatch]
  ) {
    let words = found.words.span
    var budget = Self.leastBudget + words.count * Self.budgetPerTerm
    for number in 0..<found.startCount {
      walk(from: Int(found.starts[number]), words, candidates.span, &budget, &matches)
    }
  }

  /// Finds the names that start at a term.
  @inline(__always)
  private func walk(
    from start: Int, _ words: Span<FoundWord>, _ candidates: Span<WordCandidate>,
    _ budget: inout Int, _ matches: inout [LexiconMatch]
  ) {
    let word = words[start]
    let first = matches.count
    let next = start &+ 1 < words.count ? words[start &+ 1].terms : 0
    for number in word.range {
      let candidate = candidates[number]
      if candidate.posting != 0, word.isCapitalized || candidate.startsSmall {
        matches.append(
          LexiconMatch(
            terms: start..<start &+ 1, quality: candidate.quality,
            lexicon: Int(candidate.lexicon), firstPosting: candidate.posting))
      }
      if candidate.followers & next != 0, candidate.mayContinue,
        word.isCapitalized || candidate.goesOnSmall
      {
        goOn(
          from: candidate.root, candidate.followers, candidate.quality, Int(candidate.lexicon),
          start..<start &+ 1, words, candidates, &budget, &matches)
      }
    }
    if matches.count > first &+ 1 { Self.sort(&matches, from: first) }
  }

  /// Finds the names that go on behind some terms.
  ///
  /// - Parameter followers: the terms that may lead on, as in ``FoundWord/terms``.
  private func goOn(
    from state: UInt32, _ followers: UInt64, _ quality: LexiconMatch.Quality, _ lexicon: Int,
    _ terms: Range<Int>,
    _ words: Span<FoundWord>, _ candidates: Span<WordCandidate>,
    _ budget: inout Int, _ matches: inout [LexiconMatch]
  ) {
    let next = terms.upperBound
    guard next < words.count, terms.count < Self.longestName else { return }
    let longer = terms.lowerBound..<next &+ 1
    let children = tries[lexicon].children(of: state)
    for number in words[next].range {
      let candidate = candidates[number]
      if followers &>> UInt64(candidate.term & 63) & 1 == 0 { continue }
      if Int(candidate.lexicon) != lexicon { continue }
      let reached = tries[lexicon].state(in: children, term: candidate.term)
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
        goOn(from: reached, ~0, worst, lexicon, longer, words, candidates, &budget, &matches)
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
