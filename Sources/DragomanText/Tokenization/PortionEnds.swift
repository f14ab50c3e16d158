/// Tells where a text can be cut so that its parts have the tokens, terms and sentences of the whole.
///
/// Where it is cut depends on the text from the last cut on and on the limit, never on how much of it is known.
struct PortionEnds: Sendable {
  /// The end of a part.
  struct End: Equatable {
    let offset: Int
    let sort: Sort
  }

  /// What the text is like where a part ends, the best first.
  enum Sort: Sendable {
    /// A line feed that no sentence goes on over.
    case sureLine
    /// Another line feed: tokens and terms are those of the whole text.
    case line
    /// A space before an ASCII letter or digit: the same.
    case space
    /// A word boundary that no address reaches over: the same.
    case word
    /// A word boundary, as far as the rules go.
    case segment
    /// Nothing but the limit.
    case limit
    /// The text's end.
    case text
  }

  /// The most bytes of a part.
  let limit: Int
  /// The fewest bytes of a part that ends in a sure line.
  private(set) var minimum: Int
  private let usualMinimum: Int
  private let segmenter: WordSegmenter
  /// How many bytes were searched in vain since the last cut.
  private var searched = 0

  /// - Precondition: `0 < minimum <= limit`, and the limit is 64 at least.
  init(_ segmenter: WordSegmenter, limit: Int, minimum: Int) {
    self.segmenter = segmenter
    self.limit = limit
    self.minimum = minimum
    usualMinimum = minimum
  }

  /// Asks for longer parts from now on; `nil` for the usual ones.
  mutating func setMinimum(_ count: Int?) {
    minimum = count.map { min($0, limit) } ?? usualMinimum
    searched = 0
  }

  /// The end of the first part of a text; `nil` if that depends on more of it than there is.
  ///
  /// - Parameters:
  ///   - count: how many bytes of the text there are, valid UTF-8; what stands behind them is not looked at.
  ///   - isWhole: whether the text ends with them.
  mutating func first(in bytes: [UInt8], count: Int, isWhole: Bool) -> End? {
    if let end = sureLineEnd(in: bytes, count: min(count, limit)) {
      searched = 0
      return End(offset: end, sort: .sureLine)
    }
    if count >= limit {
      searched = 0
      return forcedEnd(in: bytes, count: count)
    }
    return isWhole && count > 0 ? End(offset: count, sort: .text) : nil
  }

  private mutating func sureLineEnd(in bytes: [UInt8], count: Int) -> Int? {
    var index = max(searched, minimum - 1)
    while index < count {
      index = ByteBlocks.firstIndex(in: bytes.span, from: index) { block in
        ByteBlocks.equal(0x0A, block)
      } passes: {
        $0 == 0x0A
      }
      guard index < count else { break }
      if LineWrap.isSureEnd(index, in: bytes) { return index + 1 }
      index += 1
    }
    searched = max(searched, count)
    return nil
  }

  // MARK: At the limit

  /// The end of a part that is as long as may be.
  private func forcedEnd(in bytes: [UInt8], count: Int) -> End {
    var end = limit
    while end > 0, bytes[end - 1] != 0x0A { end -= 1 }
    if end > 0 { return End(offset: end, sort: .line) }
    // Between a space and an ASCII letter or digit words part, whatever else stands there.
    end = limit - 1
    while end > 0, bytes[end - 1] != 0x20 || !AddressJoiner.isAlphanumeric(bytes[end]) { end -= 1 }
    if end > 0 { return End(offset: end, sort: .space) }
    end = limit
    while end < count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return lastSegmentEnd(in: Array(bytes[..<end])) ?? End(offset: end, sort: .limit)
  }

  /// The last boundary that stays one whatever follows the text; `nil` if the text is one segment.
  ///
  /// Segments are those of the rules: dictionaries cut them further, but each as a whole, and addresses are the same.
  private func lastSegmentEnd(in bytes: [UInt8]) -> End? {
    var segments = Tokens()
    var place = 0
    var last = RuleAutomaton.Lookahead()
    while true {
      let match = segmenter.automaton.match(in: bytes, from: place, &last)
      segments.append(start: place, kind: SegmentKind.kind(ofFirst: match.first, sort: match.sort))
      guard match.isFinal, match.end < bytes.count else { break }
      place = match.end
    }
    segments.finish(at: bytes.count)
    guard place > 0 else { return nil }
    // Nearer to the end a web address may start that is not told yet, or go on behind its marks.
    var fence = bytes.count
    while fence > 0, AddressJoiner.isClosing(bytes[fence - 1]) { fence -= 1 }
    fence -= AddressJoiner.longestScheme
    var tokens = segments
    AddressJoiner.join(&tokens, in: bytes)
    var index = tokens.count
    for segment in segments.dropFirst().reversed() {
      let start = segment.range.lowerBound
      while index > 0, tokens.offsets[index] > start { index -= 1 }
      if tokens.offsets[index] == start, start <= fence, AddressJoiner.isShut(at: start, in: bytes)
      {
        return End(offset: start, sort: .word)
      }
    }
    return End(offset: place, sort: .segment)
  }
}
