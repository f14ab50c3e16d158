internal import DragomanLexicon

/// Reads what follows a head or an office: `of Foreign Affairs of the Republic of Kazakhstan`, `to Türkiye`.
struct ComplementReader {
  private let context: TaggingContext
  private static let maximumWords = 14
  /// Words that stand behind `on` to say when, as search keys.
  private static let days: [[UInt8]] =
    [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
      "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december",
    ].map { Array($0.utf8) }

  init(_ context: TaggingContext) {
    self.context = context
  }

  /// The end of all complements behind a term, each opened by a preposition; `start` itself if there is none.
  ///
  /// - Parameter prepositions: those that may open one.
  func end(from start: Int, prepositions: TermFacts, maximumPhrases: Int = .max) -> Int {
    var end = start
    var words = 0
    var phrases = 0
    while phrases < maximumPhrases, words < Self.maximumWords,
      !context[end].isDisjoint(with: prepositions),
      isInLine(end)
    {
      let phrase = phraseEnd(from: end + 1)
      guard phrase > end + 1 else { break }
      words += phrase - end
      phrases += 1
      end = phrase
    }
    return end
  }

  /// Whether a preposition says on which day: `the Committee on Monday`, `the Council on 5 May`.
  private func isDate(_ preposition: Int) -> Bool {
    guard context[preposition].contains(.onPreposition) else { return false }
    let day = context[preposition + 1]
    if day.contains(.hasDigit) { return !day.contains(.capitalized) }
    return day.contains(.word)
      && Self.days.contains { context.key(preposition + 1).elementsEqual($0) }
  }

  /// The end of a noun phrase of capitalized words, joined by `and`, `&`, hyphens, and commas that an `and` follows.
  ///
  /// - Parameter start: the term behind a preposition; `start` itself is returned if that only says when.
  func phraseEnd(from start: Int) -> Int {
    if isDate(start - 1) { return start }
    var index = start
    if context[index].contains(.article) { index += 1 }
    var end = wordsEnd(from: index)
    guard end > index else { return start }
    while true {
      if let joined = joinedEnd(from: end) {
        end = joined
      } else {
        return end
      }
    }
  }

  /// `, Development, Special Initiatives and Coordination`, `and Trade`.
  private func joinedEnd(from start: Int) -> Int? {
    if context[start].contains(.conjunction), isInLine(start) {
      var next = start + 1
      // `and of Defence`
      if context[next].contains(.of) { next += 1 }
      if context[next].contains(.article) { next += 1 }
      let end = wordsEnd(from: next)
      if startsBody(next, until: end) { return nil }
      let isCommon =
        (isCommonNoun(start - 1) || isCommonNoun(next)) && isNoName(start - 1) && isNoName(next)
      return end > next && isCommon ? end : nil
    }
    guard context.isMark(start, ",") else { return nil }
    // A comma goes on only if an `and` closes the list, and the list is of common nouns.
    var index = start
    while context.isMark(index, ",") {
      var next = index + 1
      if context[next].contains(.conjunction) { next += 1 }
      let end = wordsEnd(from: next)
      guard end > next, isCommonNoun(next), isCommonNoun(index - 1) else { return nil }
      if next == index + 2 { return end }
      index = end
      if context[index].contains(.conjunction) {
        let last = wordsEnd(from: index + 1)
        return last > index + 1 && isCommonNoun(index + 1) ? last : nil
      }
    }
    return nil
  }

  /// Whether another body's name starts behind `and`: one of several words that the lexicon knows, or behind `the` one with
  /// a head.
  private func startsBody(_ next: Int, until end: Int) -> Bool {
    let isKnown = context.names(startingAt: next).contains {
      $0.type == .organization && $0.posting.rule != .context && $0.terms.count > 1
    }
    return isKnown
      || context[next - 1].contains(.article)
        && (next..<end).contains { index in
          context.cues(startingAt: index).contains { $0.type == .organizationHead }
        }
  }

  /// Whether a word is one of a subject, not of a name: Trade, Tourism.
  private func isCommonNoun(_ index: Int) -> Bool {
    context[index].contains(.ordinary) && context[index].isDisjoint(with: [.knownName])
  }

  private func isNoName(_ index: Int) -> Bool {
    context[index].isDisjoint(with: [.knownName, .firstName])
      || context[index].contains(.direction)
      || context[index].contains(.demonym)
  }

  /// The end of a run of capitalized words, with hyphens and apostrophes inside words.
  private func wordsEnd(from start: Int) -> Int {
    var end = start
    while end < context.count, end - start < 8 {
      let facts = context[end]
      guard facts.contains(.word), end == start || isInLine(end) else { break }
      guard facts.contains(.capitalized) || facts.contains(.hasDigit) else { break }
      if end > start, !facts.isDisjoint(with: [.opener, .title]) || startsName(end, after: start) {
        break
      }
      end += 1
      // U.S., St. Kitts
      if context.isMark(end, "."), facts.contains(.singleLetter), context.isAttached(end) {
        end += 1
      }
      if context.isMark(end, "-"), context.isAttached(end), context.isAttached(end + 1),
        context[end + 1].contains(.capitalized)
      {
        end += 1
      }
      // An apostrophe ends the phrase: what follows is a suffix.
      if context.isMark(end, "'"), context.isAttached(end) { break }
    }
    return end
  }

  /// Whether a person's name starts behind the words of a subject or behind an acronym: `Human Rights Uzra Zeya`.
  private func startsName(_ index: Int, after start: Int) -> Bool {
    let facts = context[index]
    guard facts.isDisjoint(with: [.ordinary, .knownName, .allCapitals, .hasDigit, .head, .demonym])
    else { return false }
    if facts.contains(.firstName), !facts.contains(.anyPlace) { return true }
    let previous = context[index - 1]
    return previous.contains(.ordinary) && previous.isDisjoint(with: [.knownName, .demonym])
      && !facts.contains(.anyPlace)
      && context[index + 1].isSuperset(of: [.word, .capitalized]) || previous.contains(.allCapitals)
  }

  private func isInLine(_ index: Int) -> Bool { !context[index].contains(.afterLineBreak) }
}
