internal import DragomanLexicon
internal import DragomanText

/// Decides which words may stand inside a name before its head, where languages write the common nouns of names small: words
/// in the nominative or the genitive, adjectives, and what a noun made of a verb governs (`құқықтарын қорғау комитеті`).
///
/// Asked for the words from the head to the left.
struct InnerWords {
  private static let maximumWords = 5
  private static let lookBehind = 8

  private let context: TaggingContext
  /// How many words in small letters were taken since the last capital.
  private var smallWords = 0
  /// Whether a word was taken that governs an object.
  private var governs = false
  /// Whether an `and` was taken.
  private var isJoined = false

  init(_ context: TaggingContext) {
    self.context = context
  }

  /// Takes a word in small letters, if it may stand inside.
  mutating func takesSmall(_ index: Int) -> Bool {
    let facts = context[index]
    guard facts.contains(.word), facts.isDisjoint(with: [.opener, .hasDigit]),
      smallWords < Self.maximumWords, hasCapital(before: index)
    else { return false }
    let forms = context.forms(index)
    if context.language == .russian {
      guard forms.contains(.adjective) else { return false }
    } else if facts.contains(.against) || forms.contains(.verbalNoun) {
      governs = true
    } else if forms.contains(.object) {
      guard governs else { return false }
    } else if !forms.isDisjoint(with: [.adverbial, .verb]) {
      return false
    }
    smallWords += 1
    return true
  }

  /// Takes a capitalized word, unless it belongs to the sentence before the name: a word in another case, a person before
  /// words in small letters, in Russian a noun.
  mutating func takesCapitalized(_ index: Int) -> Bool {
    switch context.language {
    case .russian: if opensSentenceAsNoun(index) { return false }
    case .kazakh, .azerbaijani, .uzbek: if isInOtherCase(index) { return false }
    default: return true
    }
    if smallWords > 0, endsPerson(index), !context.forms(index + 1).contains(.adjective) {
      return false
    }
    smallWords = 0
    return true
  }

  /// Takes `және` between two common nouns of the name.
  mutating func takesConjunction(_ and: Int, head: Int) -> Bool {
    guard context.language != .russian, and + 1 < head, context[and].contains(.conjunction),
      isSubject(and - 1), isSubject(and + 1)
    else { return false }
    isJoined = true
    return true
  }

  /// Takes the comma of a list that an `and` closes: `Цифрлық даму, инновациялар және …`.
  func takesComma(_ comma: Int) -> Bool {
    isJoined && context.isMark(comma, ",") && isSubject(comma - 1)
  }

  // MARK: Words

  /// A common noun that a body may be responsible for.
  private func isSubject(_ index: Int) -> Bool {
    let facts = context[index]
    let forms = context.forms(index)
    return facts.contains(.word)
      && facts.isDisjoint(with: [.opener, .title, .knownName, .head, .hasDigit, .allCapitals])
      && (facts.isDisjoint(with: [.firstName, .lastName]) || !facts.contains(.capitalized))
      && (forms.isDisjoint(with: [.object, .adverbial, .verb])
        || forms.contains(.object) && governs)
      && (facts.contains(.capitalized) || hasCapital(before: index))
  }

  /// Whether a name may start further to the left: the nearest capital there is no country's apart from it
  /// (`Қазақстан мен Түркия арасындағы … кеңесі`).
  private func hasCapital(before index: Int) -> Bool {
    for previous in stride(from: index - 1, through: max(0, index - Self.lookBehind), by: -1) {
      if context[previous + 1].contains(.afterLineBreak) { return false }
      let facts = context[previous]
      if facts.contains(.capitalized) {
        return !facts.contains(.opener) && (!facts.contains(.knownName) || isWhole(previous + 1))
      }
      if !facts.contains(.word), !context.isMark(previous, ",") { return false }
    }
    return false
  }

  /// Whether no `and` parts a country from what follows.
  private func isWhole(_ index: Int) -> Bool {
    !context[index].contains(.conjunction)
  }

  /// Whether a given name and a family name end with a term.
  private func endsPerson(_ index: Int) -> Bool {
    context[index].contains(.lastName)
      && context[index - 1].isSuperset(of: [.capitalized, .firstName])
  }

  /// `Труппа театра`: Russian bodies are named by adjectives before their head.
  private func opensSentenceAsNoun(_ index: Int) -> Bool {
    context[index].contains(.opensSentence)
      && context[index].isDisjoint(with: [.knownName, .anyPlace, .allCapitals])
      && !context.forms(index).contains(.adjective)
  }

  /// Whether a capitalized word has a case that no word of a name has before its head.
  private func isInOtherCase(_ index: Int) -> Bool {
    let forms = context.forms(index)
    guard !forms.isDisjoint(with: [.object, .adverbial]),
      !(forms.contains(.object) && governs)
    else { return false }
    let names = context.names(startingAt: index).filter { $0.terms.count == 1 }
    if names.contains(where: { $0.quality != .endingCut }) { return false }
    return !context[index].isDisjoint(with: [.inflectedOrdinary, .head, .opensSentence])
      || !names.isEmpty
  }
}
