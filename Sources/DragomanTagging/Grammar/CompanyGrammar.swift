/// Candidates from the legal forms of companies and from `&`.
struct CompanyGrammar {
  private let context: TaggingContext
  private let walk: NameWalk

  init(_ context: TaggingContext) {
    self.context = context
    walk = NameWalk(context)
  }

  func candidates() -> [Candidate] {
    var result = ampersands()
    for start in 0..<context.count where context[start].contains(.startsCue) {
      for cue in context.cues(startingAt: start) where cue.isCompanyForm {
        result.append(contentsOf: company(cue))
      }
    }
    return result
  }

  /// `Tessaly Robotics, Inc.`, `Corvane Materials plc`: words before a legal form, over a comma.
  private func company(_ cue: TaggingContext.Cue) -> [Candidate] {
    let hasComma = context.isMark(cue.terms.lowerBound - 1, ",")
    let head = hasComma ? cue.terms.lowerBound - 1 : cue.terms.lowerBound
    guard !context.isAttached(cue.terms.lowerBound), head > 0 else { return [] }
    return walk.starts(before: head).map {
      Candidate(
        terms: $0.start..<cue.terms.upperBound, kind: .organization, score: $0.score + 0.1,
        evidence: [.organizationHead])
    }
  }

  /// Capitalized words on both sides of `&`.
  private func ampersands() -> [Candidate] {
    (1..<max(1, context.count - 1)).compactMap { index -> Candidate? in
      guard context.isMark(index, "&"), !context[index].contains(.afterLineBreak) else {
        return nil
      }
      var start = index
      while start > 0, index - start < 3, isCompanyWord(start - 1),
        start == index || !context[start].contains(.afterLineBreak)
      {
        start -= 1
      }
      var end = index + 1
      while end < context.count, end - index <= 2, isCompanyWord(end) { end += 1 }
      guard start < index, end > index + 1,
        (start..<end).contains(where: { walk.isProperName($0) || context[$0].contains(.knownName) })
      else { return nil }
      return Candidate(terms: start..<end, kind: .organization, score: 0.75, evidence: [.capitals])
    }
  }

  private func isCompanyWord(_ index: Int) -> Bool {
    context[index].isSuperset(of: [.word, .capitalized])
      && context[index].isDisjoint(with: [.opener, .title, .inCapitalLine, .hasDigit])
  }
}
