internal import DragomanLexicon

/// Candidates from the words that make a place's name one: `Esenboğa Airport`, `Lake Balkhash`, `Nurdağı ilçesi`.
struct PlaceGrammar {
  private let context: TaggingContext
  private let complements: ComplementReader

  init(_ context: TaggingContext) {
    self.context = context
    complements = ComplementReader(context)
  }

  func propose(to lattice: inout Lattice) {
    for (start, facts) in context.facts.enumerated() {
      if facts.contains(.direction), let shared = sharedHead(from: start) { lattice.add(shared) }
      guard facts.contains(.startsCue) else { continue }
      for cue in context.cues(startingAt: start) where cue.type == .placeHead {
        if cue.mayStandBefore { proposeHeadFirst(cue, to: &lattice) }
        if cue.mayStandBehind { proposeHeadLast(cue, to: &lattice) }
      }
    }
  }

  /// `Central and South Asia`: two directions of one place.
  private func sharedHead(from start: Int) -> Candidate? {
    guard context[start].isSuperset(of: [.capitalized, .direction]),
      context[start + 1].contains(.conjunction),
      context[start + 2].contains(.direction),
      context[start + 2].contains(.capitalized)
    else { return nil }
    guard let place = context.longestName(.place, from: start + 2), place.terms.count > 1 else {
      return nil
    }
    return Candidate(start..<place.terms.upperBound, .place, .sharedHead, [.gazetteer])
  }

  private func proposeHeadFirst(_ cue: TaggingContext.Cue, to lattice: inout Lattice) {
    guard context[cue.terms.lowerBound].contains(.capitalized) else { return }
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
    guard end > cue.terms.upperBound else { return }
    lattice.add(Candidate(cue.terms.lowerBound..<end, .place, .placeHeadFirst, [.placeHead]))
  }

  private func proposeHeadLast(_ cue: TaggingContext.Cue, to lattice: inout Lattice) {
    let head = cue.terms.lowerBound
    if let known = knownStart(before: head), context[head].contains(.capitalized) {
      lattice.add(
        Candidate(
          known..<cue.terms.upperBound, .place, .knownPlaceHead, [.gazetteer, .placeHead]))
      return
    }
    let isCapitalized = context[head].contains(.capitalized)
    var start = head
    while start > 0, head - start < 5, !context[start].contains(.afterLineBreak) {
      if context.isMark(start - 1, "-"), context.isAttached(start - 1), context.isAttached(start),
        isName(start - 2)
      {
        start -= 2
      } else if context.isMark(start - 1, "."), start > 1, context[start - 2].contains(.initial) {
        // `John F. Kennedy Airport`
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
      if allOrdinary, !isKnown, !isCapitalized || context[head].contains(.inCapitalLine) {
        continue
      }
      // `MINISTER OSPANBEK OPENS BRIDGE`
      if words > 1, context[start].contains(.inCapitalLine),
        context.hasCue(.title, endingAt: start)
      {
        continue
      }
      // A small head is outside the name, except a region's: `Khatlon region`.
      let isInside = isCapitalized || cue.traits.contains(.smallInside)
      var candidate = Candidate(
        start..<(isInside ? cue.terms.upperBound : head), .place, .placeHeadLast, [.placeHead])
      if isCapitalized {
        candidate.add(.capitalizedHead)
      } else if isKnown {
        candidate.add(.knownPlace)
      } else if words > 1 {
        candidate.add(.unknownBefore)
      }
      if allOrdinary { candidate.add(.ordinaryWords) }
      if isCapitalized, context.name(.person, at: start..<head) != nil {
        candidate.add(.bearsPerson)
      }
      // `Aliyev hattı`: a surname's, not a place's.
      if !isCapitalized, !isKnown, words == 1,
        context[start].contains(.lastName), !context[start].contains(.anyPlace)
      {
        candidate.add(.personName)
      }
      lattice.add(candidate)
    }
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
      && context[index].isDisjoint(with: [.opener, .title, .demonym, .channel])
  }
}
