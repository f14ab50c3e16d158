/// Tells a line break inside a running sentence, as hard-wrapped text has it, from the end of a headline or an item.
///
/// ICU's rules end a sentence at every line break. A break is a wrap only where the lines say so; in doubt it ends:
/// headlines, lists and signatures have no other mark.
struct LineWrap {
  private let bytes: [UInt8]
  private let language: SentenceLanguage
  private let rules: SentenceRules
  /// Where the line that is read starts.
  private var lineStart = 0
  /// The width of the line before, if it was wrapped into this one; 0 if it was not.
  private var widthBefore = 0

  /// In columns: shorter lines than this are no part of wrapped text.
  private static let shortest = 40
  /// Lines that go on in small letters, or end in a comma or a joining word, need less.
  static let shortestCertain = 25
  static let longest = 120

  init(_ rules: SentenceRules) {
    bytes = rules.bytes
    language = rules.language
    self.rules = rules
  }

  /// Whether the break behind a line is a wrap. Breaks come in order.
  ///
  /// - Parameters:
  ///   - sentenceStart: Where the running sentence starts.
  ///   - end: The end of the line, white space left out.
  ///   - next: The start of the next line, white space left out.
  mutating func isWrap(sentenceStart: Int, end: Int, next: Int) -> Bool {
    let first = SentenceSigns.skipWhiteSpace(from: lineStart, to: end, in: bytes)
    let result = wraps(first..<end, sentenceStart, next)
    widthBefore = result ? width(of: first..<end) : 0
    lineStart = next
    return result
  }

  /// Starts a new block at an index: the break before it is none that wraps.
  mutating func startBlock(at index: Int) {
    lineStart = index
    widthBefore = 0
  }

  private func wraps(_ line: Range<Int>, _ sentenceStart: Int, _ next: Int) -> Bool {
    let columns = width(of: line)
    guard columns >= Self.shortestCertain, columns <= Self.longest else { return false }
    let isRunning = widthBefore > 0 || columns >= Self.shortest
    let start = FollowingText(at: next, in: bytes)
    let stop = SentenceStop(endingAt: line.upperBound, from: line.lowerBound, in: bytes)
    if isMarked(next, after: line, start) { return false }
    if case .none = stop.sort {
      let last = SentenceSigns.scalar(before: line.upperBound, in: bytes).value
      // A list or its introduction: semicolon, colon.
      if last == 0x3B || last == 0x3A { return false }
      if start.sort == .small, !isAddress(start.word) { return true }
      if last == 0x2C || SentenceSigns.isDash(last) || endsInConnective(line) { return true }
      return isRunning && fills(line, columns, start)
    }
    guard isRunning else { return false }
    return !rules.ends(from: sentenceStart, at: line.upperBound, before: next)
  }

  /// Whether the next line's first word would not have fitted, in a block whose other lines are wrapped.
  private func fills(_ line: Range<Int>, _ columns: Int, _ start: FollowingText) -> Bool {
    let following = self.line(at: start.word.lowerBound)
    let isWrapped = widthBefore > 0 || isWrapped(following)
    guard isWrapped else { return false }
    let widest = max(widthBefore, columns, width(of: following))
    guard widest <= Self.longest else { return false }
    var end = start.word.lowerBound
    while end < bytes.count, bytes[end] > 0x20 { end += 1 }
    return columns + 1 + width(of: start.word.lowerBound..<end) > widest
  }

  /// Whether a line is wrapped into one that goes on in small letters.
  private func isWrapped(_ line: Range<Int>) -> Bool {
    guard width(of: line) >= Self.shortest, line.upperBound < bytes.count,
      // The line is longer than what was read of it.
      bytes[line.upperBound] == 0x0A || bytes[line.upperBound] == 0x0D
    else { return false }
    var next = line.upperBound + 1
    if next < bytes.count, bytes[line.upperBound] == 0x0D, bytes[next] == 0x0A { next += 1 }
    guard next < bytes.count else { return false }
    return FollowingText(at: next, in: bytes).sort == .small
  }

  /// The line from an index to its break, or as much of it as could be wrapped.
  private func line(at start: Int) -> Range<Int> {
    var end = start
    let limit = min(bytes.count, start + 4 * Self.longest)
    while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return start..<end
  }

  /// In scalars, which is near enough to columns; a long line counts as longer than any that is wrapped.
  private func width(of line: Range<Int>) -> Int {
    if line.count > 4 * Self.longest { return Self.longest + 1 }
    return bytes[line].count { $0 & 0xC0 != 0x80 }
  }

  private func endsInConnective(_ line: Range<Int>) -> Bool {
    let start = SentenceStop.wordStart(before: line.upperBound, from: line.lowerBound, in: bytes)
    return language.words.roles(of: start..<line.upperBound, in: bytes).contains(.connective)
  }

  private func isAddress(_ word: Range<Int>) -> Bool {
    var end = word.lowerBound
    while end < bytes.count, bytes[end] > 0x20 {
      if bytes[end] == 0x40 || bytes[end] == 0x2F { return true }
      end += 1
    }
    return bytes[word].elementsEqual("www".utf8)
  }

  /// Whether a line starts with a bullet or the number or letter of a list.
  private func isMarked(_ start: Int, after line: Range<Int>, _ text: FollowingText) -> Bool {
    guard start < bytes.count else { return false }
    let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: start)
    let next = start + length
    let isSpaced = next < bytes.count && (bytes[next] == 0x20 || bytes[next] == 0x09)
    switch scalar {
    case 0x2A, 0x2B, 0x3E, 0xB7, 0x2022, 0x2023, 0x2043, 0x25AA...0x25CF, 0x2713, 0x2714, 0x27A2:
      return true
    default: break
    }
    if SentenceSigns.isDash(scalar) { return isSpaced }
    guard !text.word.isEmpty, text.word.count <= 4, text.word.upperBound < bytes.count else {
      return false
    }
    // `1)`, `a)`, `1. `
    let mark = bytes[text.word.upperBound]
    let isShort = width(of: text.word) <= (text.sort == .digit ? 3 : 1)
    if mark == 0x29, isShort { return true }
    let behind = text.word.upperBound + 1
    return mark == 0x2E && text.sort == .digit && isShort && behind < bytes.count
      && bytes[behind] <= 0x20
  }
}
