internal import DragomanLexicon
internal import DragomanText

/// Candidates from the lexicons' names.
struct GazetteerGrammar {
  private let context: TaggingContext

  init(_ context: TaggingContext) {
    self.context = context
  }

  /// One candidate for each span and kind, with the entry that fits best.
  func candidates() -> [Candidate] {
    var result: [Candidate] = []
    for start in 0..<context.count where context[start].contains(.startsName) {
      var best: [Candidate] = []
      for name in context.names(startingAt: start) {
        guard let kind = MentionKind(name.type), let candidate = candidate(for: name, kind) else {
          continue
        }
        if let known = best.firstIndex(where: { $0.terms == candidate.terms && $0.kind == kind }) {
          if outranks(candidate, best[known]) { best[known] = candidate }
        } else {
          best.append(candidate)
        }
      }
      result.append(contentsOf: best.map { settled($0, among: best) })
    }
    return result
  }

  /// A name of both a building and the body in it (the White House, the Kremlin) is the body, unless something is at or in it.
  private func settled(_ candidate: Candidate, among others: [Candidate]) -> Candidate {
    guard candidate.kind == .place, isBuilding(candidate),
      others.contains(where: { $0.kind == .organization && $0.terms == candidate.terms })
    else {
      return candidate
    }
    var before = candidate.terms.lowerBound - 1
    if context[before].contains(.article) { before -= 1 }
    var settled = candidate
    settled.score += context[before].contains(.venuePreposition) ? 0.05 : -0.3
    return settled
  }

  private func isBuilding(_ candidate: Candidate) -> Bool {
    candidate.entry.flatMap { context.stack.entry($0).attribute("kind") }.map {
      ["facility", "building"].contains($0)
    } ?? false
  }

  private func outranks(_ candidate: Candidate, _ other: Candidate) -> Bool {
    if candidate.score != other.score { return candidate.score > other.score }
    guard let entry = candidate.entry, let known = other.entry else { return false }
    if entry.lexicon != known.lexicon { return entry.lexicon > known.lexicon }
    return context.stack.weight(of: entry) > context.stack.weight(of: known)
  }

  private func candidate(for name: TaggingContext.Name, _ kind: MentionKind) -> Candidate? {
    guard isWhole(name.terms), !isCurrency(name.terms), !isTurkishWithoutApostrophe(name) else {
      return nil
    }
    var score = baseScore(of: name, kind)
    if name.posting.rule == .context { score = contextScore(of: name, kind) }
    if name.quality == .endingCut { score -= endingPenalty(of: name) }
    if name.quality == .phonetic { score -= Self.phoneticPenalty }
    score -= neighbourPenalty(of: name, kind)
    if score < SpanSelection.threshold { return nil }
    return Candidate(
      terms: kind == .person ? withoutTitle(name.terms) : name.terms, kind: kind,
      score: min(score, 0.99),
      evidence: [Self.evidence(of: name.quality)], entry: name.entry)
  }

  private static let phoneticPenalty = 0.08

  private static func evidence(of quality: LexiconMatch.Quality) -> Evidence {
    switch quality {
    case .key, .prefix: .gazetteer
    case .endingCut: .endingCut
    case .phonetic: .phonetic
    }
  }

  /// A name does not start or end inside a word: `Shi` of `Shi'ite`, `St` of `St-Étienne`.
  private func isWhole(_ terms: Range<Int>) -> Bool {
    let before = terms.lowerBound - 1
    if before >= 1, context.isMark(before, "'"), context.isAttached(terms.lowerBound),
      context.isAttached(before), !context[terms.lowerBound].contains(.capitalized)
    {
      return false
    }
    return true
  }

  /// `US$`, `A$`: the currency, not the country.
  private func isCurrency(_ terms: Range<Int>) -> Bool {
    context.isMark(terms.upperBound, "$") && context.isAttached(terms.upperBound)
  }

  /// Turkish parts names from their endings by an apostrophe, except bodies of several words (`Bakanlığından`).
  private func isTurkishWithoutApostrophe(_ name: TaggingContext.Name) -> Bool {
    context.language == .turkish && name.quality == .endingCut && name.terms.count == 1
      && name.weight < 80
  }

  /// A person's terms without the office that a lexicon's name starts with: `King Charles III`.
  private func withoutTitle(_ terms: Range<Int>) -> Range<Int> {
    guard terms.count > 1,
      let cue = context.cues(startingAt: terms.lowerBound).first(where: { $0.type == .title }),
      cue.terms.upperBound < terms.upperBound,
      context[cue.terms.lowerBound].isDisjoint(with: [.firstName, .lastName])
        || context[cue.terms.lowerBound].contains(.ordinary)
    else { return terms }
    return cue.terms.upperBound..<terms.upperBound
  }

  private func baseScore(of name: TaggingContext.Name, _ kind: MentionKind) -> Double {
    let words = name.terms.count { context[$0].contains(.word) }
    let weight = Double(name.weight)
    switch kind {
    case .place:
      if words > 1 { return 0.9 + weight / 1500 }
      if name.weight >= 80 { return 0.96 }
      let facts = context[name.terms.lowerBound]
      var score = 0.66 + weight / 300
      if facts.contains(.ordinary) { score -= 0.25 }
      if !facts.isDisjoint(with: [.firstName, .lastName]), name.weight < 60 { score -= 0.25 }
      if facts.contains(.title) || facts.contains(.head) { score -= 0.2 }
      if name.weight < 25 { score -= 0.1 }
      return score
    case .organization:
      if words > 1 { return 0.94 }
      return name.posting.kind == .acronym ? 0.9 : 0.86
    case .person:
      return words > 1 ? 0.97 : 0.85
    }
  }

  /// An alias that is an ordinary word too counts if a neighbour speaks for it.
  private func contextScore(of name: TaggingContext.Name, _ kind: MentionKind) -> Double {
    let before = name.terms.lowerBound - 1
    let after = name.terms.upperBound
    let inside = context[name.terms.lowerBound]
    if kind == .place, isDateline(name.terms) { return 0.85 }
    if inside.contains(.inCapitalLine) { return 0.3 }
    switch kind {
    case .place:
      let hasPreposition = context[before].contains(.placePreposition)
      let hasCountry = context.isMark(after, ",") && context[after + 1].contains(.knownName)
      // `Van Gölü`; in Turkish also `Van Valisi`.
      let hasHead =
        context.hasCue(.placeHead, startingAt: after)
        || context.isInflecting && context.hasCue(.title, startingAt: after)
      let hasSuffix =
        context.isMark(after, "'") && context.isAttached(after)
        && context.language == .turkish
      if hasCountry || hasHead || isInListOfPlaces(name.terms) { return 0.85 }
      if hasPreposition, !inside.contains(.opensSentence), !context[after].contains(.capitalized) {
        return 0.7
      }
      return hasSuffix ? 0.7 : 0.35
    case .organization:
      if context.isMark(before, "("), context.isMark(after, ")"),
        context[before].contains(.afterSpace),
        context[before - 1].contains(.capitalized)
      {
        return 0.75
      }
      if inside.contains(.opensSentence), inside.contains(.ordinary) { return 0.35 }
      // A club or paper called as its city is.
      if context.name(.place, at: name.terms) != nil { return 0.4 }
      let hasApposition =
        context.hasCue(.title, endingAt: name.terms.lowerBound)
        || context.hasCue(.title, startingAt: after)
      if hasApposition { return 0.7 }
      // `the Senate`
      if context[before].contains(.article), !context[after].contains(.capitalized) {
        return 0.6
      }
      return inside.contains(.ordinary) ? 0.38 : 0.6
    case .person:
      let hasTitle =
        context.hasCue(.title, endingAt: name.terms.lowerBound)
        || context.hasCue(.honorific, endingAt: name.terms.lowerBound)
      if hasTitle { return 0.9 }
      return inside.contains(.ordinary) ? 0.3 : 0.55
    }
  }

  /// A place that opens a line before brackets, a dash or a date: `ISPARTA (AA) –`, `PORTO, 14 May`.
  private func isDateline(_ terms: Range<Int>) -> Bool {
    let after = terms.upperBound
    guard context[terms.lowerBound].contains(.afterLineBreak) else { return false }
    return context.isMark(after, "(") || context.isMark(after, "-") && !context.isAttached(after)
      || context.isMark(after, ",") && !context[after + 1].isDisjoint(with: [.hasDigit])
  }

  /// Beside another place, over a comma or `and`.
  private func isInListOfPlaces(_ terms: Range<Int>) -> Bool {
    func isJoint(_ index: Int) -> Bool {
      context.isMark(index, ",") || context[index].contains(.conjunction)
    }
    let after = terms.upperBound
    let before = terms.lowerBound - 1
    return isJoint(after) && isPlace(startingAt: after + 1)
      || isJoint(before) && isPlace(endingAt: before)
  }

  private func isPlace(startingAt index: Int) -> Bool {
    context.names(startingAt: index).contains(where: isClearPlace)
  }

  private func isPlace(endingAt end: Int) -> Bool {
    (max(0, end - 3)..<max(0, end)).contains { start in
      context.names(startingAt: start).contains { $0.terms.upperBound == end && isClearPlace($0) }
    }
  }

  /// A place whose name is no ordinary word, or that is well known all the same.
  private func isClearPlace(_ name: TaggingContext.Name) -> Bool {
    name.type == .place && (name.posting.rule != .context || name.weight >= 40)
  }

  private func endingPenalty(of name: TaggingContext.Name) -> Double {
    // A word that is known without cutting is rather that word.
    let last = context[name.terms.upperBound - 1]
    if last.contains(.ordinary), name.terms.count == 1 { return 0.35 }
    return name.weight < 40 && name.terms.count == 1 ? 0.15 : 0.03
  }

  /// A single small name beside other capitals is rather a part of theirs.
  private func neighbourPenalty(of name: TaggingContext.Name, _ kind: MentionKind) -> Double {
    guard name.terms.count == 1, name.weight < 80,
      kind != .organization || name.posting.kind != .acronym
    else { return 0 }
    // `trans-Atlantic`, `Euro-Atlantic`: a word made with the name.
    let isCompound =
      context.isMark(name.terms.lowerBound - 1, "-") && context.isAttached(name.terms.lowerBound)
      && context.isAttached(name.terms.lowerBound - 1)
      && !context[name.terms.lowerBound - 2].contains(.anyPlace)
      && !context[name.terms.lowerBound - 2].isSuperset(of: [.allCapitals])
    if kind == .place, isCompound, context[name.terms.lowerBound - 2].contains(.word) { return 0.5 }
    // `Secretary Austin`
    let isPerson =
      context[name.terms.lowerBound].contains(.firstName)
      || context[name.terms.lowerBound].contains(.lastName)
    if kind == .place, isPerson, context.hasCue(.title, endingAt: name.terms.lowerBound) {
      return 0.3
    }
    func isStrangeName(_ index: Int) -> Bool {
      context[index].isSuperset(of: [.word, .capitalized])
        && context[index].isDisjoint(with: [
          .opener, .title, .knownName, .demonym, .head, .inCapitalLine, .ordinary,
        ])
    }
    let before = name.terms.lowerBound - 1
    let after = name.terms.upperBound
    var penalty = 0.0
    if isStrangeName(before), !context[name.terms.lowerBound].contains(.afterLineBreak) {
      penalty += kind == .person ? 0.05 : 0.2
    }
    if isStrangeName(after), !context[after].contains(.afterLineBreak), !context.isInflecting {
      penalty += kind == .person ? 0.05 : 0.15
    }
    return penalty
  }
}

extension MentionKind {
  /// The kind of a lexicon's type; `nil` for what is no mention.
  init?(_ type: EntryType) {
    switch type {
    case .person: self = .person
    case .organization: self = .organization
    case .place: self = .place
    default: return nil
    }
  }
}
