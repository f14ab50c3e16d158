/// Makes sentences of the ends that ICU's root rules find.
///
/// Most ends stay. What ends in an abbreviation, an initial or a wrapped line goes on; stops that the root rules pass
/// over because a number or a dash follows (`in 2025. 12 countries`) are looked at, too. The answer depends on the
/// bytes, the root rules' ends and the language alone. Cost: a look at the words on both sides of each end, and one
/// search for stops.
struct SentenceJoiner {
  private let bytes: [UInt8]
  private let rules: SentenceRules
  private var wrap: LineWrap
  private var sentences: [TextRange] = []
  /// Where the running sentence starts, white space included.
  private var start = 0
  /// The stop in the segment before, if it goes on in this one without a space: `.[1] The` is cut behind the bracket.
  private var openStop: Int?

  /// Finds the sentences of a text, without the white space around them.
  ///
  /// - Parameters:
  ///   - ends: The ends of the segments of ICU's root sentence rules, in order; the last is the text's end.
  ///   - bytes: The text, valid UTF-8.
  ///   - language: Whose abbreviations and words to know.
  ///   - sentences: Where to put them; what it held before is gone, its memory is used again.
  static func join(
    _ ends: SentenceEnds, in bytes: [UInt8], language: LanguageTag,
    into sentences: inout [TextRange]
  ) {
    var joiner = SentenceJoiner(bytes, SentenceLanguage.of(language))
    swap(&joiner.sentences, &sentences)
    joiner.sentences.removeAll(keepingCapacity: true)
    var pieceStart = 0
    for end in ends {
      joiner.read(pieceStart..<end)
      pieceStart = end
    }
    swap(&joiner.sentences, &sentences)
  }

  private init(_ bytes: [UInt8], _ language: SentenceLanguage) {
    self.bytes = bytes
    rules = SentenceRules(bytes: bytes, language: language)
    wrap = LineWrap(rules)
  }

  private mutating func read(_ piece: Range<Int>) {
    let body = SentenceSigns.trimmed(piece, in: bytes)
    if !body.isEmpty { readStops(in: (openStop ?? body.lowerBound)..<body.upperBound) }
    openStop = nil
    if isEnd(of: piece, body) { end(at: piece.upperBound) }
  }

  /// Whether the sentence ends where a segment of ICU's does.
  private mutating func isEnd(of piece: Range<Int>, _ body: Range<Int>) -> Bool {
    let end = piece.upperBound
    if end == bytes.count { return true }
    switch LineBreak(in: (body.isEmpty ? piece.lowerBound : body.upperBound)..<end, of: bytes) {
    case .paragraph:
      wrap.startBlock(at: end)
      return true
    case .line:
      if body.isEmpty {
        wrap.startBlock(at: end)
        return true
      }
      let next = SentenceSigns.skipWhiteSpace(from: end, to: bytes.count, in: bytes)
      let isBlank = LineBreak(in: end..<next, of: bytes) != .none
      if isBlank || next == bytes.count {
        wrap.startBlock(at: end)
        return true
      }
      return !wrap.isWrap(sentenceStart: sentenceStart(body), end: body.upperBound, next: next)
    case .none:
      if body.isEmpty { return false }
      if body.upperBound == end { return isEndWithoutSpace(body, end) }
      return rules.ends(from: sentenceStart(body), at: body.upperBound, before: end)
    }
  }

  /// A stop without a space behind it ends a sentence only before a capital or a quote, and not in an address.
  private mutating func isEndWithoutSpace(_ body: Range<Int>, _ end: Int) -> Bool {
    let last = SentenceSigns.scalar(before: end, in: bytes).value
    if last >= 0x3000 { return true }
    let following = FollowingText(at: end, in: bytes)
    guard following.sort == .capital else {
      openStop = SentenceStop.place(before: end, from: body.lowerBound, in: bytes)
      return false
    }
    var index = end
    while index > body.lowerBound, bytes[index - 1] > 0x20 {
      index -= 1
      if bytes[index] == 0x40 || bytes[index] == 0x2F { return false }
    }
    return rules.ends(from: sentenceStart(body), at: end, before: end)
  }

  private func sentenceStart(_ body: Range<Int>) -> Int {
    start >= body.lowerBound
      ? body.lowerBound
      : SentenceSigns.skipWhiteSpace(from: start, to: body.lowerBound, in: bytes)
  }

  /// Looks at the stops inside a segment that white space and more of the segment follow.
  private mutating func readStops(in body: Range<Int>) {
    var index = body.lowerBound
    while true {
      index = StopSearch.first(in: index..<body.upperBound, of: bytes)
      // At the segment's end the root rules speak.
      guard index + 1 < body.upperBound else { return }
      let byte = bytes[index]
      index += 1
      if byte == 0xA6, index < 3 || bytes[index - 2] != 0x80 || bytes[index - 3] != 0xE2 {
        continue
      }
      let end = skipClosers(from: index, to: body.upperBound)
      let next = SentenceSigns.skipWhiteSpace(from: end, to: body.upperBound, in: bytes)
      guard next > end, next < body.upperBound else { continue }
      index = next
      // Behind questions and exclamations the root rules pass over nothing but dashes.
      let isStrong = byte == 0x21 || byte == 0x3F
      if isStrong, FollowingText(at: next, in: bytes).sort != .dash { continue }
      if rules.ends(from: sentenceStart(body), at: end, before: next) { self.end(at: next) }
    }
  }

  /// Behind closing quotes and brackets, and marks as `[12]`.
  private func skipClosers(from start: Int, to limit: Int) -> Int {
    var index = start
    while index < limit {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      if SentenceSigns.isCloser(scalar) {
        index += length
      } else if scalar == 0x5B {
        var end = index + 1
        while end < limit, (0x30...0x39).contains(bytes[end]) { end += 1 }
        guard end > index + 1, end < limit, bytes[end] == 0x5D else { break }
        index = end + 1
      } else {
        break
      }
    }
    return index
  }

  private mutating func end(at end: Int) {
    let body = SentenceSigns.trimmed(start..<end, in: bytes)
    if !body.isEmpty { sentences.append(TextRange(body.lowerBound, body.upperBound)) }
    start = end
  }
}
