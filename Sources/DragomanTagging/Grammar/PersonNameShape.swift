internal import DragomanLexicon
internal import DragomanText

/// The shape of people's names: which words may open one, and where it may end.
struct PersonNameShape {
  private static let maximumWords = 5
  /// How many hyphens and apostrophes a word is followed over.
  private static let maximumJoints = 8

  private let context: TaggingContext

  init(_ context: TaggingContext) {
    self.context = context
  }

  /// An ordinary word that nobody is called by.
  func isNoName(_ word: Int) -> Bool {
    context[word].contains(.ordinary) && context[word].isDisjoint(with: [.firstName, .lastName])
  }

  /// The same, or one with an ending.
  func isOfNoName(_ word: Int) -> Bool {
    !context[word].isDisjoint(with: [.ordinary, .inflectedOrdinary])
      && context[word].isDisjoint(with: [.firstName, .lastName])
  }

  func canStart(_ index: Int) -> Bool {
    isNameWord(index) && context[index].isDisjoint(with: [.opener])
  }

  /// Whether the word before belongs to the same run of capitals.
  func continuesName(_ index: Int) -> Bool {
    guard index > 0, !context[index].contains(.afterLineBreak) else { return false }
    if context.isMark(index - 1, "-"), context.isAttached(index) { return true }
    if context.isMark(index - 1, "."), context[index - 2].contains(.initial) { return true }
    if context.isMark(index - 1, "."), index > 1, isNumberBefore(index - 2) { return true }
    return isNameWord(index - 1) && context[index - 1].isDisjoint(with: [.opener])
  }

  private func isNameWord(_ index: Int) -> Bool {
    let facts = context[index]
    guard facts.isSuperset(of: [.word, .capitalized]), !facts.contains(.hasDigit) else {
      return false
    }
    if facts.contains(.singleLetter) {
      return facts.contains(.initial) || isUzbekDigraph(index) || isIrishPrefix(index)
    }
    return facts.isDisjoint(with: [.title, .channel])
  }

  /// `Oʻ`, `Gʻ`: letters of Uzbek that are written with an apostrophe.
  private func isUzbekDigraph(_ index: Int) -> Bool {
    context.language == .uzbek && context.isMark(index + 1, "'") && context.isAttached(index + 1)
      && context.isAttached(index + 2) && "og".utf8.contains { context.key(index).last == $0 }
  }

  /// `O’` of `O’Halloran-Byrne`, `D’` of `D’Almeida`.
  private func isIrishPrefix(_ index: Int) -> Bool {
    context.isMark(index + 1, "'") && context.isAttached(index + 1)
      && context.isAttached(index + 2)
      && context[index + 2].isSuperset(of: [.word, .capitalized])
      && "od".utf8.contains { context.key(index).elementsEqual(CollectionOfOne($0)) }
  }

  /// Whether a word may stand behind the first of a name: those of offices may, if people are called so (Ali Khan, Murad Shah).
  private func isFurtherNameWord(_ index: Int) -> Bool {
    isNameWord(index)
      || context[index].isSuperset(of: [.word, .capitalized, .title])
        && !context[index].isDisjoint(with: [.firstName, .lastName])
        && !context[index + 1].contains(.capitalized) && !isRespectBehind(index)
  }

  /// `Bey`, `Hanım` behind a name.
  private func isRespectBehind(_ index: Int) -> Bool {
    context.cues(startingAt: index).contains { $0.type == .honorific && !$0.mayStandBefore }
  }

  /// Whether a word behind the first of a name belongs to something else: to a sentence, to the thing that bears the name, or
  /// to a headline in capitals.
  private func endsName(_ index: Int, from start: Int) -> Bool {
    let facts = context[index]
    if facts.contains(.opener) {
      // `Elif Su Altunel`: between a given name and another capital it is one, too.
      return !facts.contains(.firstName) || !context[index - 1].contains(.firstName)
        || !isNameWord(index + 1) || context[index + 1].contains(.opener)
    }
    if facts.contains(.thingWord) {
      return !(facts.contains(.lastName) && context[start].contains(.firstName))
    }
    return facts.contains(.inCapitalLine) && isOfNoName(index)
  }

  /// Whether capitals behind a name written in small letters are letters behind it (CMG, OBE), not a part.
  private func endsInCapitals(_ index: Int, from start: Int) -> Bool {
    index > start && context[index].contains(.allCapitals) && !context[start].contains(.allCapitals)
      && !context[index].contains(.inCapitalLine) && !isRegnalNumber(index)
      && context[index].isDisjoint(with: [.lastName, .nameParticle])
      && !context[index - 1].isSuperset(of: [.allCapitals, .nameParticle])
      && context.text.terms[index].upperBound - context.text.terms[index].lowerBound <= 5
  }

  /// `II`, `XIV` behind a name.
  func isRegnalNumber(_ index: Int) -> Bool {
    context.key(index).allSatisfy { "ivx".utf8.contains($0) }
  }

  /// `II.` of `II. Elizabeth`, as Turkish writes it.
  func isNumberBefore(_ index: Int) -> Bool {
    context[index].contains(.allCapitals) && isRegnalNumber(index)
      && context.isMark(index + 1, ".") && context.isAttached(index + 1)
      && context[index + 2].isSuperset(of: [.word, .capitalized, .firstName, .afterSpace])
  }

  /// Whether initials start the next name: `Р.Ердоған Н.Назарбаев`.
  private func startsNextName(_ index: Int, from start: Int) -> Bool {
    index > start && context[index].contains(.initial) && !context[index - 1].contains(.initial)
      && !context.isMark(index - 1, ".") && context.isAttached(index + 2)
      && context[index + 2].contains(.capitalized)
      && !context[index + 2].contains(.singleLetter)
  }

  /// Finds the places where a name that starts at a term may end: behind each of its words.
  func readNameEnds(from start: Int, into ends: inout [Int]) {
    ends.removeAll(keepingCapacity: true)
    var index = start
    var words = 0
    var isAttachedInitial = false
    while index < context.count, words < Self.maximumWords {
      guard
        index == start
          ? isNameWord(index)
          : isFurtherNameWord(index) && !context[index].contains(.afterLineBreak)
      else { break }
      if index > start, endsName(index, from: start) { break }
      let isKnown =
        index > start && context[index].contains(.knownName)
        && context[index].isDisjoint(with: [.firstName, .lastName])
      if isKnown || endsInCapitals(index, from: start) || startsNextName(index, from: start) {
        break
      }
      if context[index].contains(.initial) || index == start && isNumberBefore(index) {
        // The initial with its full stop; the name goes on.
        index += 2
        if context.isMark(index, "-"), context.isAttached(index),
          context[index + 1].contains(.initial)
        {
          index += 1
        }
        words += 1
        if words > 1, !isNameWord(index) { ends.append(index) }
        // `M. J. van der Heijde`
        while context[index].contains(.nameParticle),
          !context[index].contains(.capitalized)
        { index += 1 }
        isAttachedInitial = context.isAttached(index)
        continue
      }
      index += 1
      words += 1
      index = joinedEnd(from: index)
      ends.append(index)
      if context.isMark(index, "'"), context.isAttached(index) { break }
      // `С.Хальдорсдоттир`: written without a space, the surname ends the name.
      if isAttachedInitial { break }
      // Small letters inside a name.
      if context[index].contains(.nameParticle), isNameWord(index + 1) {
        index += 1
      } else if context[index].contains(.nameParticle),
        context[index + 1].contains(.nameParticle), isNameWord(index + 2)
      {
        index += 2
      } else if context[index].contains(.nameParticle), endsPatronymic(index) {
        index += 1
        ends.append(index)
      } else if context.isMark(index, ","), context[index + 1].contains(.nameSuffix) {
        index += 2
        if context.isMark(index, "."), context.isAttached(index) { index += 1 }
        ends.append(index)
        break
      } else if !isNameWord(index), context[index].contains(.nameParticle),
        context.isMark(index + 1, "-"),
        isNameWord(index + 2)
      {
        index += 2
      }
    }
  }

  /// The second syllable of a Korean or Chinese name: `Seong-dong`; not `Tokayev-led`.
  private func isSmallSyllable(_ index: Int) -> Bool {
    let facts = context[index]
    return facts.contains(.word)
      && facts.isDisjoint(with: [.capitalized, .opener, .hasDigit, .title])
      && (!facts.contains(.ordinary) || context[index - 3].contains(.familyNameFirst))
      && context.key(index).count <= 6 && context.language == .english
      && !context.isMark(index + 1, "-")
  }

  /// `oğlu`, `qızı` close a name.
  private func endsPatronymic(_ index: Int) -> Bool {
    context[index].contains(.patronymic)
  }

  /// Over hyphens and apostrophes inside a word: `Kassym-Jomart`, `O'Brien`, `Nut'ala`.
  private func joinedEnd(from start: Int) -> Int {
    var index = start
    while index - start < 2 * Self.maximumJoints,
      context.isAttached(index), context.isAttached(index + 1),
      isUzbekDigraph(index - 1) || isSmallSyllable(index + 1) && context.isMark(index, "-")
        || context.isMark(index, "-") && context[index + 1].isSuperset(of: [.word, .capitalized])
          && context[index + 1].isDisjoint(with: [.knownName, .hasDigit])
        || context.isMark(index, "'") && context[index + 1].contains(.capitalized)
          && context.key(index - 1).count <= 3
    {
      index += 2
    }
    return index
  }
}
