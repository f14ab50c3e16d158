/// Candidates from the legal forms of companies and from `&`.
struct CompanyGrammar {
  private let context: TaggingContext
  private let walk: NameWalk

  init(_ context: TaggingContext) {
    self.context = context
    walk = NameWalk(context)
  }

  func propose(to lattice: inout Lattice) {
    proposeAmpersands(to: &lattice)
    for (start, facts) in context.facts.enumerated() where facts.contains(.startsCue) {
      for cue in context.cues(startingAt: start) where cue.isCompanyForm {
        proposeCompany(cue, to: &lattice)
      }
    }
  }

  /// `Tessaly Robotics, Inc.`, `Corvane Materials plc`: words before a legal form, over a comma.
  private func proposeCompany(_ cue: TaggingContext.Cue, to lattice: inout Lattice) {
    let hasComma = context.isMark(cue.terms.lowerBound - 1, ",")
    let head = hasComma ? cue.terms.lowerBound - 1 : cue.terms.lowerBound
    guard !context.isAttached(cue.terms.lowerBound), head > 0 else { return }
    // `Minsk Group Co-Chairs`: a part of a word.
    let end = cue.terms.upperBound
    if context.isMark(end, "-"), context.isAttached(end), context.isAttached(end + 1) { return }
    for start in walk.starts(before: head) {
      lattice.add(Candidate(start.term..<cue.terms.upperBound, .company, start))
    }
  }

  /// Capitalized words on both sides of `&`.
  private func proposeAmpersands(to lattice: inout Lattice) {
    for (index, facts) in context.facts.enumerated()
    where facts.isDisjoint(with: [.word, .afterLineBreak]) && context.isMark(index, "&") {
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
      else { continue }
      lattice.add(Candidate(start..<end, .organization, .ampersand, [.capitals]))
    }
  }

  private func isCompanyWord(_ index: Int) -> Bool {
    context[index].isSuperset(of: [.word, .capitalized])
      && context[index].isDisjoint(with: [.opener, .title, .inCapitalLine, .hasDigit])
  }
}
