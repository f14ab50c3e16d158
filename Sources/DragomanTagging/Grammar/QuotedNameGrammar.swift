internal import DragomanLexicon
internal import DragomanText

/// Candidates from names in quotation marks beside a company's form or a body's head: `«Тұлпар Логистика» ЖШС`,
/// `Фонд «Живая степь»`. The marks belong to the name then; of a paper or a channel the name alone is one.
struct QuotedNameGrammar {
  private static let maximumTerms = 12
  private static let maximumSmallWords = 3

  private let context: TaggingContext

  init(_ context: TaggingContext) {
    self.context = context
  }

  func propose(to lattice: inout Lattice) {
    for (open, facts) in context.facts.enumerated()
    where !facts.contains(.word) && isOpening(open) {
      guard let close = closing(of: open), isName(open + 1..<close) else { continue }
      let before = heads(endingAt: open)
      let behind = headEnd(behind: close)
      guard !before.isEmpty || behind != nil else { continue }
      let start = before.compactMap(start(of:)).min()
      let isMedia = behind?.isMedia ?? before.contains { $0.traits.contains(.media) }
      // A head in small letters before the name is no part of it, either: `компания «…»`.
      let isInside = !isMedia && (start != nil || behind != nil)
      let whole = (start ?? open)..<(behind.map { bareEnd(from: $0.end) } ?? close + 1)
      let terms = isInside ? whole : open + 1..<close
      // What the lexicon knows by the bare name.
      let entry = context.name(.organization, at: open + 1..<close)?.entry
      lattice.add(Candidate(terms, .organization, .quotedName, [.organizationHead], entry: entry))
    }
  }

  // MARK: Quotation marks

  private func isMark(_ index: Int) -> Bool { context.isMark(index, "\"") }

  private func isOpening(_ index: Int) -> Bool {
    isMark(index) && context.isAttached(index + 1)
      && (!context.isAttached(index) || context.isMark(index - 1, "(") || isOpening(index - 1))
  }

  /// The mark that closes a quotation; of marks inside one another the last may be missing (`«НК «КТЖ»`).
  private func closing(of open: Int) -> Int? {
    var depth = 1
    for index in open + 1..<min(context.count, open + Self.maximumTerms) {
      if context[index].contains(.afterLineBreak) { return nil }
      guard isMark(index) else { continue }
      if isOpening(index) {
        depth += 1
      } else {
        depth -= 1
        let goesOn = isMark(index + 1) && context.isAttached(index + 1)
        if depth == 0 || !goesOn { return index }
      }
    }
    return nil
  }

  /// Whether words in quotation marks may be a name: they start with a capital and are no sentence.
  private func isName(_ terms: Range<Int>) -> Bool {
    guard let first = terms.first,
      !context[first].isDisjoint(with: [.capitalized, .hasDigit]) || isMark(first)
    else { return false }
    if terms.contains(where: { context.isMark($0, ",") || context.isMark($0, "?") }) {
      return false
    }
    return writesNamesSmall
      || terms.allSatisfy { !context[$0].contains(.word) || context[$0].contains(.capitalized) }
  }

  /// Whether the language writes the common nouns of names small.
  private var writesNamesSmall: Bool {
    [.kazakh, .azerbaijani, .uzbek, .russian].contains(context.language)
  }

  // MARK: Heads

  /// Forms and heads right before a quotation, the longest first.
  private func heads(endingAt open: Int) -> [TaggingContext.Cue] {
    context.cues(endingAt: open).filter { cue in
      cue.type == .organizationHead && isMark(cue.terms.lowerBound - 1) == false
        && (cue.isCompanyForm || [.russian, .english].contains(context.language))
    }
  }

  /// Where the name starts that a form or a capitalized head opens; `nil` if the head is outside.
  private func start(of cue: TaggingContext.Cue) -> Int? {
    var start = cue.terms.lowerBound
    if cue.isCompanyForm { return start }
    guard !cue.traits.contains(.media) else { return nil }
    while start > 0, !context[start].contains(.afterLineBreak), isModifier(start - 1) { start -= 1 }
    return context[start].contains(.capitalized) ? start : nil
  }

  /// A word before a head that belongs to it: `Республиканский фонд`, `Information Agency`.
  private func isModifier(_ index: Int) -> Bool {
    let facts = context[index]
    guard facts.contains(.word), facts.isDisjoint(with: [.opener, .title, .hasDigit]) else {
      return false
    }
    if context.language == .russian {
      // A capitalized word opens the name.
      return context.forms(index).contains(.adjective)
        && !context[index + 1].contains(.capitalized)
    }
    return facts.isSuperset(of: [.capitalized, .ordinary])
  }

  /// The end of a form or head behind a quotation, over words in small letters: `ұлттық компаниясы`.
  private func headEnd(behind close: Int) -> (end: Int, isMedia: Bool)? {
    var index = close + 1
    guard !context.isAttached(index) else { return nil }
    while index < context.count, index - close <= Self.maximumSmallWords + 1 {
      if context[index].contains(.afterLineBreak) { return nil }
      let head = context.cues(startingAt: index).first { cue in
        cue.type == .organizationHead && cue.mayStandBehind && !cue.isGeneric
          && (writesNamesSmall || context[index].contains(.capitalized))
      }
      if let head { return (head.terms.upperBound, head.traits.contains(.media)) }
      guard isCommonNoun(index) else { return nil }
      index += 1
    }
    return nil
  }

  private func isCommonNoun(_ index: Int) -> Bool {
    context.language != .russian && writesNamesSmall && context[index].contains(.word)
      && context[index].isDisjoint(with: [
        .capitalized, .opener, .title, .conjunction, .hasDigit, .speechVerb,
      ])
      && context.forms(index).isDisjoint(with: [.object, .adverbial, .verb])
  }

  /// Over a form behind a mark that closes what was never opened: `» ҰК» АҚ`.
  private func bareEnd(from end: Int) -> Int {
    guard isMark(end), context.isAttached(end),
      let form = context.cues(startingAt: end + 1).first(where: { $0.isCompanyForm })
    else { return end }
    return form.terms.upperBound
  }
}
