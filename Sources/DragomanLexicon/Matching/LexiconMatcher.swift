internal import DragomanText

/// Walks one lexicon's trie over the terms of a text.
struct LexiconMatcher {
  /// A name that may go on.
  struct Path: Sendable {
    let state: UInt32
    let next: Int
    let quality: LexiconMatch.Quality
  }

  // How many beginnings of names are followed: a hundred times more than texts hold. The states of a hostile lexicon may
  // lead back to themselves, by two ways from each word.
  private static let leastBudget = 1024
  private static let budgetPerTerm = 64

  private let lexicon: CompiledLexicon
  private let index: Int
  private let text: TokenizedText

  init(_ lexicon: CompiledLexicon, index: Int, text: TokenizedText) {
    self.lexicon = lexicon
    self.index = index
    self.text = text
  }

  /// Adds all matches, by start and then by end, and what is known of single words.
  func run(into found: inout LexiconMatches) {
    var cache = found.caches[index].take() ?? WordCache(lexicon)
    cache.prepare()
    look(up: &cache, into: &found)
    var budget = Self.leastBudget + text.terms.count * Self.budgetPerTerm
    for start in found.places.indices {
      let place = found.places[start]
      if place.canGoOn {
        walk(from: start, cache, &budget, into: &found)
      } else if place.canStart {
        for number in place.range {
          let candidate = cache.candidates[number]
          if candidate.rootPosting == 0 { continue }
          found.matches.append(
            LexiconMatch(
              terms: start..<start + 1, quality: candidate.quality, lexicon: index,
              firstPosting: candidate.rootPosting))
        }
      }
    }
    found.caches[index] = cache
  }

  private func look(up cache: inout WordCache, into found: inout LexiconMatches) {
    let language = Languages(text.language)
    found.places.removeAll(keepingCapacity: true)
    found.places.reserveCapacity(text.terms.count)
    for number in text.terms.indices {
      let (place, classes) = cache.find(number, of: text, language)
      found.places.append(place)
      if !classes.isEmpty { found.classes[number].formUnion(classes) }
    }
  }

  /// Finds the names that start at a term.
  private func walk(
    from start: Int, _ cache: WordCache, _ budget: inout Int, into found: inout LexiconMatches
  ) {
    let first = found.matches.count
    for number in found.places[start].range {
      let candidate = cache.candidates[number]
      reach(
        candidate.root, candidate.rootPosting, candidate, candidate.quality, start, start,
        goesOn: candidate.root != 0, &found)
    }
    while let path = found.paths.popLast() {
      budget -= 1
      if budget < 0 {
        found.paths.removeAll(keepingCapacity: true)
        break
      }
      for number in found.places[path.next].range {
        let candidate = cache.candidates[number]
        let state = lexicon.state(after: path.state, term: candidate.term)
        if state == 0 { continue }
        let quality = candidate.quality == .key ? path.quality : candidate.quality
        let posting = lexicon.firstPosting(ofState: state)
        reach(
          state, posting, candidate, quality, start, path.next,
          goesOn: lexicon.hasChildren(state), &found)
      }
    }
    if found.matches.count > first + 1 {
      found.matches[first...].sort { $0.terms.upperBound < $1.terms.upperBound }
    }
  }

  /// Notes that a state is reached with a term.
  @inline(__always)
  private func reach(
    _ state: UInt32, _ posting: UInt32, _ candidate: WordCache.Candidate,
    _ quality: LexiconMatch.Quality, _ start: Int, _ term: Int, goesOn: Bool,
    _ found: inout LexiconMatches
  ) {
    if posting != 0 {
      found.matches.append(
        LexiconMatch(
          terms: start..<term + 1, quality: quality, lexicon: index, firstPosting: posting))
    }
    if goesOn, candidate.mayContinue, term + 1 < text.terms.count {
      found.paths.append(Path(state: state, next: term + 1, quality: quality))
    }
  }
}
