internal import DragomanLexicon

/// Candidates from the words that make a place's name one: `Esenboğa Airport`, `Lake Balkhash`, `Nurdağı ilçesi`.
struct PlaceGrammar {
  private let context: TaggingContext
  private let complements: ComplementReader

  init(_ context: TaggingContext) {
    self.context = context
    complements = ComplementReader(context)
  }

  func candidates() -> [Candidate] {
    var result: [Candidate] = []
    for start in 0..<context.count {
      if let shared = sharedHead(from: start) { result.append(shared) }
      guard context[start].contains(.startsCue) else { continue }
      for cue in context.cues(startingAt: start) where cue.type == .placeHead {
        if cue.mayStandBefore { result.append(contentsOf: headFirst(cue)) }
        if cue.mayStandBehind { result.append(contentsOf: headLast(cue)) }
      }
    }
    return result
  }

  /// `Central and South Asia`: two directions of one place.
  private func sharedHead(from start: Int) -> Candidate? {
    guard context[start].contains(.capitalized), context[start].contains(.direction),
      context[start + 1].contains(.conjunction),
      context[start + 2].contains(.direction),
      context[start + 2].contains(.capitalized)
    else { return nil }
    guard let place = context.longestName(.place, from: start + 2), place.terms.count > 1 else {
      return nil
    }
    return Candidate(
      terms: start..<place.terms.upperBound, kind: .place, score: 0.92, evidence: [.gazetteer])
  }

  private func headFirst(_ cue: TaggingContext.Cue) -> [Candidate] {
    guard context[cue.terms.lowerBound].contains(.capitalized) else { return [] }
    var end = cue.terms.upperBound
    while end < context.count, end - cue.terms.upperBound < 4, isName(end),
      !context[end].contains(.afterLineBreak)
    {
      // Behind the name's first word, ordinary words and heads belong to another name.
      let isFirst = end == cue.terms.upperBound
      if !isFirst, !context[end].isDisjoint(with: [.ordinary, .head]) { break }
      end += 1
      if context.isMark(end, "-"), context.isAttached(end), isName(end + 1) { end += 1 }
    }
    guard end > cue.terms.upperBound else { return [] }
    return [
      Candidate(terms: cue.terms.lowerBound..<end, kind: .place, score: 0.8, evidence: [.placeHead])
    ]
  }

  private func headLast(_ cue: TaggingContext.Cue) -> [Candidate] {
    let head = cue.terms.lowerBound
    if let known = knownStart(before: head), context[head].contains(.capitalized) {
      return [
        Candidate(
          terms: known..<cue.terms.upperBound, kind: .place, score: 0.88,
          evidence: [.gazetteer, .placeHead])
      ]
    }
    let isCapitalized = context[head].contains(.capitalized)
    var start = head
    var result: [Candidate] = []
    while start > 0, head - start < 5, !context[start].contains(.afterLineBreak) {
      if context.isMark(start - 1, "-"), context.isAttached(start - 1), context.isAttached(start),
        isName(start - 2)
      {
        start -= 2
      } else if isName(start - 1) {
        start -= 1
      } else {
        break
      }
      let words = head - start
      let isKnown = context.names(startingAt: start).contains {
        $0.type == .place && $0.terms == start..<head
      }
      let allOrdinary = (start..<head).allSatisfy { context[$0].contains(.ordinary) }
      if allOrdinary, !isKnown, !isCapitalized { continue }
      var score = isCapitalized ? 0.78 : isKnown ? 0.8 : 0.6
      if !isKnown, !isCapitalized, words > 1 { score -= 0.1 }
      if allOrdinary { score -= 0.15 }
      if isCapitalized {
        result.append(
          Candidate(
            terms: start..<cue.terms.upperBound, kind: .place, score: score, evidence: [.placeHead])
        )
      } else {
        // A small head is outside the name, except a region's: `Khatlon region`.
        let inside = cue.traits.contains(.smallInside)
        result.append(
          Candidate(
            terms: start..<(inside ? cue.terms.upperBound : head), kind: .place, score: score,
            evidence: [.placeHead]))
      }
    }
    return result
  }

  /// Where a known place starts that ends right before a head, with a side of the compass or a prefix before it:
  /// `Central Arctic Ocean`, `Trans-Caspian Corridor`.
  private func knownStart(before head: Int) -> Int? {
    let known = (max(0, head - 5)..<head).first { start in
      context.names(startingAt: start).contains {
        $0.type == .place && $0.terms.upperBound == head && $0.weight >= 40
      }
    }
    guard var start = known else { return nil }
    if context.isMark(start - 1, "-"), context.isAttached(start - 1), context.isAttached(start),
      isName(start - 2)
    {
      start -= 2
    } else if context[start - 1].contains(.direction), isName(start - 1) {
      start -= 1
    }
    return start
  }

  private func isName(_ index: Int) -> Bool {
    context[index].isSuperset(of: [.word, .capitalized])
      && context[index].isDisjoint(with: [.opener, .title, .demonym])
  }
}
