/// A stop in a text, with the closing quotes, brackets and footnote marks behind it and the word before it.
struct SentenceStop {
  enum Sort {
    /// No stop: a headline, an item of a list.
    case none
    case fullStop
    /// One sign or several full stops; `isBracketed` for `[…]`.
    case ellipsis(isBracketed: Bool)
    /// A question, an exclamation.
    case strong
  }

  let sort: Sort
  /// Whether quotes close behind the stop.
  let isQuoted: Bool
  /// Whether a bracket closes behind the stop.
  let isBracketed: Bool
  /// What stands before the stop, up to white space, a bracket or a quote.
  let word: Range<Int>

  /// In bytes: longer words are no abbreviations.
  private static let longestWord = 48

  /// Reads back from the end of a stretch that has no white space at its end.
  init(endingAt end: Int, from start: Int, in bytes: [UInt8]) {
    var index = Self.skipFootnotes(before: end, from: start, in: bytes)
    var isQuoted = false
    var isBracketed = false
    while index > start {
      let (scalar, previous) = SentenceSigns.scalar(before: index, in: bytes)
      if SentenceSigns.isClosingQuote(scalar) {
        isQuoted = true
      } else if SentenceSigns.isClosingBracket(scalar) {
        isBracketed = true
      } else {
        break
      }
      index = Self.skipFootnotes(before: previous, from: start, in: bytes)
    }
    self.isQuoted = isQuoted
    self.isBracketed = isBracketed
    guard index > start else {
      sort = .none
      word = end..<end
      return
    }
    let (stop, stopStart) = SentenceSigns.scalar(before: index, in: bytes)
    if SentenceSigns.isStrongStop(stop) {
      sort = .strong
    } else if stop == SentenceSigns.ellipsis {
      sort = .ellipsis(isBracketed: isBracketed && Self.isOpened(stopStart, start, bytes))
    } else if stop == SentenceSigns.fullStop {
      var first = stopStart
      while first > start, bytes[first - 1] == 0x2E { first -= 1 }
      sort =
        first == stopStart
        ? .fullStop : .ellipsis(isBracketed: isBracketed && Self.isOpened(first, start, bytes))
    } else {
      sort = .none
    }
    word = Self.wordStart(before: stopStart, from: start, in: bytes)..<stopStart
  }

  /// Where the full stop stands that only quotes and brackets follow up to an index.
  static func place(before end: Int, from start: Int, in bytes: [UInt8]) -> Int? {
    var index = end
    while index > start {
      let (scalar, previous) = SentenceSigns.scalar(before: index, in: bytes)
      if scalar == SentenceSigns.fullStop { return previous }
      guard SentenceSigns.isCloser(scalar) || SentenceSigns.isOpener(scalar) else { return nil }
      index = previous
    }
    return nil
  }

  /// Where the word that ends at `end` starts.
  static func wordStart(before end: Int, from start: Int, in bytes: [UInt8]) -> Int {
    var result = end
    while result > start, end - result < longestWord {
      let (scalar, previous) = SentenceSigns.scalar(before: result, in: bytes)
      let isBreak =
        scalar <= 0x20 || SentenceSigns.isOpener(scalar) || scalar == 0x2F
        || ScalarProperties.isWhiteSpace(scalar)
      // An apostrophe inside a word opens nothing: `O'Hara`.
      if isBreak, scalar != 0x27, scalar != 0x2018 { break }
      result = previous
    }
    return result
  }

  /// Before a mark as `[12]` that follows a stop or a closer.
  private static func skipFootnotes(before end: Int, from start: Int, in bytes: [UInt8]) -> Int {
    guard end > start, bytes[end - 1] == 0x5D else { return end }
    var index = end - 1
    while index > start, (0x30...0x39).contains(bytes[index - 1]) { index -= 1 }
    guard index < end - 1, index > start + 1, bytes[index - 1] == 0x5B else { return end }
    let (scalar, _) = SentenceSigns.scalar(before: index - 1, in: bytes)
    return ScalarProperties.isWhiteSpace(scalar) ? end : index - 1
  }

  private static func isOpened(_ index: Int, _ start: Int, _ bytes: [UInt8]) -> Bool {
    index > start && (bytes[index - 1] == 0x5B || bytes[index - 1] == 0x28)
  }
}
