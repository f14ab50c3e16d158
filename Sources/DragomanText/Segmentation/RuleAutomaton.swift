internal import CICU

/// ICU's compiled boundary rules as a finite automaton over the categories of code points.
///
/// The states, the categories and the statuses are those of the linked ICU; they are read from the binary form that
/// `ubrk_getBinaryRules` gives (format 6, ICU 69 and later). A segment is the longest match from its start, so that
/// nothing before a boundary matters behind it.
struct RuleAutomaton: Sendable {
  /// Where a segment ends and what the rules say of it.
  struct Match {
    let end: Int
    /// The scalar that it starts with.
    let first: UInt32
    let sort: SegmentSort
    /// Whether there is a character in it that a dictionary knows more about.
    let isForDictionary: Bool
    /// Whether more text behind the end of this one changes nothing.
    let isFinal: Bool
  }

  /// The character that was read last: often the one behind the end of a segment, where the next starts.
  struct Lookahead {
    fileprivate var start = -1
    fileprivate var end = 0
    fileprivate var scalar: UInt32 = 0
    fileprivate var category: UInt8 = 0
  }

  /// Which rules.
  enum Rules {
    case words(WordProfile)
    case sentences
  }

  let categories: CategoryTable
  /// The categories that characters have: the first three stand for none.
  let categoriesOfCharacters: [UInt8]
  /// The state before the first character.
  let startState: Int
  /// At `state << 5 | category` the next state, 0 to stop; in the high byte its outcome: 0 if nothing ends there, else
  /// one more than the segment's sort.
  private let transitions: [UInt16]
  /// By state: whether a segment may end there.
  private let accepting: [Bool]
  private let firstDictionaryCategory: UInt8

  /// Reads the rules of the linked ICU. Cost: about 0.2 ms; rules in source form some 20 ms.
  ///
  /// - Throws: ``TextError`` if ICU has no such rules or they have an unknown form.
  init(_ rules: Rules) throws(TextError) {
    let form = try CompiledRules(rules)
    let width = form.hasByteRows ? 1 : 2
    let table = form.table
    let stateCount = form.word(at: table)
    let rowLength = form.word(at: table + 4)
    let rows = table + 20
    guard form.word(at: table + 12) == 0, form.categoryCount <= 32, stateCount <= 256 else {
      throw CompiledRules.unknownForm("it looks ahead, or is larger than known ones")
    }
    var transitions = [UInt8](repeating: 0, count: stateCount << 5)
    var outcomes = [UInt8](repeating: 0, count: stateCount)
    for state in 0..<stateCount {
      let row = rows + state * rowLength
      if form.cell(at: row, width) == 1 {
        let status = form.status(at: form.cell(at: row + 2 * width, width))
        outcomes[state] = 1 + SegmentSort(status: status).rawValue
      }
      for category in 0..<form.categoryCount {
        let cell = form.cell(at: row + (3 + category) * width, width)
        transitions[state << 5 | category] = UInt8(truncatingIfNeeded: cell)
      }
    }
    self.transitions = transitions.map { UInt16($0) | UInt16(outcomes[Int($0)]) << 8 }
    accepting = outcomes.map { $0 != 0 }
    // Category 2 stands for the start of a match where the rules ask for it.
    startState = form.asksForStart ? Int(transitions[1 << 5 | 2]) : 1
    categoriesOfCharacters = (3..<form.categoryCount).map { UInt8($0) }
    firstDictionaryCategory = UInt8(clamping: form.firstDictionaryCategory)
    categories = try CategoryTable(form.trie)
  }

  /// The state that a character of a category leads to; 0 stops.
  @inline(__always)
  func state(after state: Int, _ category: UInt8) -> Int {
    Int(transitions[state << 5 | Int(category)] & 0xFF)
  }

  /// The state that the end of the text leads to, for which category 1 stands.
  func stateAtEnd(after state: Int) -> Int { self.state(after: state, 1) }

  /// Whether a segment may end in a state.
  @inline(__always)
  func accepts(_ state: Int) -> Bool { accepting[state] }

  /// Whether the rules mark a character for the dictionaries.
  func isForDictionary(_ scalar: UInt32) -> Bool { categories[scalar] >= firstDictionaryCategory }

  /// The segment that starts at `start`. Cost: what is read, up to a few characters past its end.
  ///
  /// - Parameter last: the character that was read last in this text, which need not be read again.
  /// - Precondition: `text` is valid UTF-8, and `start` a boundary before its end.
  func match(in text: [UInt8], from start: Int, _ last: inout Lookahead) -> Match {
    if last.start != start { last = read(text, start) }
    let first = last.scalar
    let firstEnd = last.end
    var state = startState
    var end = start
    var outcome = 0
    var hasRead = false
    var dictionary = false
    while true {
      hasRead = hasRead || last.category >= firstDictionaryCategory
      // There are rows for all states, and 32 columns.
      let step = Int(unsafe transitions.span[unchecked: state << 5 | Int(last.category)])
      state = step & 0xFF
      if step >> 8 != 0 {
        outcome = step >> 8
        end = last.end
        dictionary = hasRead
      }
      if state == 0 || last.end == text.count { break }
      last = read(text, last.end)
    }
    let isFinal = state == 0
    if !isFinal {
      // Category 1 stands for the end of the text.
      let step = Int(transitions[state << 5 | 1])
      if step >> 8 != 0 {
        outcome = step >> 8
        end = text.count
      }
    }
    if end == start {
      // No rules of ICU do this, but its iterators go on so.
      end = firstEnd
      outcome = 0
    }
    return Match(
      end: end, first: first, sort: SegmentSort(rawValue: UInt8(max(0, outcome - 1))) ?? .other,
      isForDictionary: dictionary, isFinal: isFinal)
  }

  @inline(__always)
  private func read(_ text: [UInt8], _ start: Int) -> Lookahead {
    let (scalar, length) = ScalarDecoding.scalar(in: text, at: start)
    return Lookahead(
      start: start, end: start + length, scalar: scalar, category: categories[scalar])
  }
}

/// What ICU's rule status says of a word segment.
enum SegmentSort: UInt8 {
  case other, number, letter, kana, ideograph

  /// From ICU's `UWordBreak` ranges of 100.
  init(status: Int) {
    switch status {
    case ..<100: self = .other
    case ..<200: self = .number
    case ..<300: self = .letter
    case ..<400: self = .kana
    default: self = .ideograph
    }
  }
}
