internal import DragomanLexicon
internal import DragomanText

/// Walks left from a head to where an organization's name may start, and with the evidence for each start.
struct NameWalk {
  /// Where a name may start.
  struct Start {
    let term: Int
    let evidence: EvidenceSet
    /// How many words more than names usually have.
    let surplus: Int
  }

  private let context: TaggingContext

  init(_ context: TaggingContext) {
    self.context = context
  }

  /// Where a name that ends in a head may start, walking left over capitalized words.
  ///
  /// - Parameters:
  ///   - overSmallWords: also over words in small letters, for languages that write common nouns so.
  ///   - joiningPlaces: over `and` between places that share the head: `Ankara and Istanbul Universities`.
  func starts(
    before head: Int, overSmallWords: Bool = false, joiningPlaces: Bool = false
  ) -> [Start] {
    var start = head
    var result: [Start] = []
    var words = 0
    var inner = InnerWords(context)
    while start > 0, words < 8, !context[start].contains(.afterLineBreak) {
      let previous = start - 1
      let facts = context[previous]
      if facts.contains(.word), facts.contains(.capitalized) || facts.contains(.hasDigit) {
        if facts.contains(.opener) { break }
        // `5th National Kurultai`: a count is no part; but `14. Bölge Müdürlüğü`.
        if facts.contains(.hasDigit), !facts.contains(.capitalized),
          !context.isMark(previous + 1, ".")
        {
          break
        }
        // The people of a body may name it: `Bakanlar Kurulu`, `ATƏT Nazirlər Şurası`.
        if facts.contains(.title), !(start == head && context.isInflecting),
          !isAttachedName(previous)
        {
          break
        }
        if !inner.takesCapitalized(previous) { break }
        start = previous
        words += 1
      } else if context.isMark(previous, "-"), context.isAttached(previous),
        context.isAttached(start)
      {
        start = previous
        continue
      } else if context.isMark(previous, "."), isAbbreviation(before: previous) {
        start = previous
        continue
      } else if facts.contains(.conjunction),
        joins(previous, start) || joiningPlaces && joinsPlaces(previous, start)
      {
        start = previous
        continue
      } else if context.isMark(previous, "'"), context.isAttached(previous),
        context.isAttached(start),
        context[start].contains(.capitalized)
      {
        start = previous
        continue
      } else if overSmallWords,
        inner.takesConjunction(previous, head: head) || inner.takesComma(previous)
      {
        start = previous
        continue
      } else if overSmallWords, inner.takesSmall(previous) {
        start = previous
        words += 1
        continue
      } else {
        break
      }
      guard context[start].contains(.capitalized) || context[start].contains(.hasDigit) else {
        continue
      }
      result.append(read(from: start, to: head))
    }
    return result
  }

  /// A word of an office that is rather part of a name: `Leader Foundation`.
  private func isAttachedName(_ index: Int) -> Bool {
    context.isMark(index + 1, "-") && context.isAttached(index + 1)
  }

  /// `T.C.`, `St.`, `U.S.` before the rest of a name.
  private func isAbbreviation(before dot: Int) -> Bool {
    guard dot > 0, context.isAttached(dot) else { return false }
    let word = context[dot - 1]
    if word.contains(.hasDigit) {
      return context.isInflecting && !context[dot - 1].contains(.opensSentence)
    }
    return word.contains(.capitalized)
      && (word.contains(.singleLetter) || context.key(dot - 1).elementsEqual("st".utf8))
  }

  /// Whether `and` joins two words of one name: both are common nouns, not names of their own.
  private func joins(_ and: Int, _ next: Int) -> Bool {
    guard and > 0, context[and - 1].contains(.capitalized), context[next].contains(.capitalized)
    else {
      return false
    }
    if context.isMark(and, "&") { return true }
    let names: TermFacts = [.opener, .title]
    let left = context[and - 1]
    let right = context[next]
    // `Dış ve Avrupa İşleri`, but not `Türkiye ve Avrupa`.
    guard !left.contains(.knownName), !right.contains(.knownName) || left.contains(.ordinary) else {
      return false
    }
    // `Maliyyə Nazirliyi və Səhiyyə Nazirliyi`: the first body ends before the conjunction.
    if left.contains(.head), [.azerbaijani, .kazakh, .uzbek].contains(context.language) {
      return false
    }
    func isPersons(_ word: TermFacts) -> Bool {
      word.contains(.firstName) && !word.contains(.ordinary)
    }
    if isPersons(left) || isPersons(right) || endsPerson(and) { return false }
    return left.isDisjoint(with: names) && right.isDisjoint(with: names)
      && (left.contains(.ordinary) || right.contains(.ordinary) || context.isInflecting)
  }

  /// Whether a given name and another word that is none of the language end before a term: `Nesrin Kıraç ve …`.
  private func endsPerson(_ end: Int) -> Bool {
    context[end - 1].isDisjoint(with: [.ordinary, .inflectedOrdinary, .head])
      && context[end - 2].isSuperset(of: [.capitalized, .firstName])
      && context[end - 2].isDisjoint(with: [.ordinary, .knownName])
  }

  private func joinsPlaces(_ and: Int, _ next: Int) -> Bool {
    and > 0 && context[and - 1].isSuperset(of: [.capitalized, .anyPlace])
      && context[next].isSuperset(of: [.capitalized, .anyPlace])
  }

  /// Whether a body that the lexicon knows stands between a country or another body and the end of a head:
  /// `Kazakistan Cumhuriyeti | Dışişleri Bakanlığı`.
  func hasKnownBody(behind start: Int, until end: Int) -> Bool {
    context.names(startingAt: start).contains { name in
      name.type == .place && name.weight >= 50
        && context.name(.organization, at: name.terms.upperBound..<max(name.terms.upperBound, end))
          .map { $0.terms.count > 1 } == true
    }
  }

  /// A country, its adjective or a body at the start of a longer name speaks for the whole.
  private func startsWithKnownName(_ start: Int, before head: Int) -> Bool {
    context.names(startingAt: start).contains { name in
      name.terms.upperBound <= head
        && (name.type == .demonym || name.type == .organization && name.posting.kind == .acronym
          || name.type == .place && name.weight >= 50)
    }
  }

  /// How well a walk reads as a name.
  private func read(from start: Int, to head: Int) -> Start {
    let first = context[start]
    var evidence: EvidenceSet = [.organizationHead]
    let words = context.words(in: start..<head)
    // `Ekologiya və …`: common nouns that a conjunction joins open no sentence, and name nobody.
    let isJoined = words.contains { context[$0].contains(.conjunction) }
    if words.allSatisfy({ context[$0].contains(.ordinary) }) { evidence.insert(.ordinaryWords) }
    let isOrdinary = !first.isDisjoint(with: [.ordinary, .inflectedOrdinary])
    if first.contains(.opensSentence), isOrdinary, !isJoined {
      // `Proje Gökçedal Üniversitesi ile`: the sentence's own first word, then the name.
      let isOwnWord = context.isInflecting && words.dropFirst().first.map(isProperName) == true
      evidence.insert(isOwnWord ? .sentenceWord : .opensSentence)
    }
    if words.contains(where: {
      context[$0].contains(.firstName) && !context[$0].contains(.anyPlace)
    }), words.count > 2, !isJoined {
      evidence.insert(.personInside)
    }
    // `PRESIDENT TOKAYEV MEETS … AIRLINES`: in capitals nothing else parts the person from the body.
    if first.contains(.inCapitalLine), words.count > 1, context.hasCue(.title, endingAt: start) {
      evidence.insert(.personInside)
    }
    if startsWithKnownName(start, before: head) { evidence.insert(.startsWithName) }
    // A name that starts behind another capitalized word is probably not whole.
    let before = context[start - 1]
    let isOwnWordBefore =
      context.isInflecting && before.contains(.opensSentence)
      && !before.isDisjoint(with: [.ordinary, .inflectedOrdinary])
    if before.isSuperset(of: [.word, .capitalized]), before.isDisjoint(with: [.opener, .title]),
      !first.contains(.afterLineBreak), !isOwnWordBefore
    {
      evidence.insert(.insideRun)
    }
    return Start(term: start, evidence: evidence, surplus: max(0, words.count - 5))
  }

  /// A capitalized word that is no ordinary one.
  func isProperName(_ index: Int) -> Bool {
    context[index].isSuperset(of: [.word, .capitalized])
      && context[index].isDisjoint(with: [.ordinary, .hasDigit, .knownName, .demonym])
  }
}
