internal import CBlocks

/// The walk of a segmenter over one text, some blocks of 64 bytes at a time.
struct SegmentWalk {
  /// How many groups of eight blocks are cut before they are written out.
  private static let chunk = MaskRows.capacity / 8
  /// A block with so many hard characters has hardly a place that they have no say in.
  private static let manyHard = 6
  /// How many blocks are left to the automaton behind two of those, before masks are tried again.
  private static let blocksLeft = 16

  private let segmenter: WordSegmenter
  private let text: [UInt8]
  private let rows: MaskRows
  private let groupCount: Int
  /// How many groups can be read with two bytes behind each.
  private let wholeGroups: Int
  /// The rest of the text, filled up with zeros: up to two groups, one behind them, and two bytes.
  private var tail = InlineArray<1538, UInt8>(repeating: 0)

  private var rules: BlockRules
  private var firstGroup = 0
  /// The words that can be cut: all that are classified, but for the last one of them while there is more text.
  private var held = MaskRows.first..<MaskRows.first
  /// Which rows of the last groups, and of those before them, may be other than zero.
  private var filled: UInt32 = 0
  private var filledBefore: UInt32 = 0
  /// Whether the last block that was looked at had many hard characters, and how many blocks behind such are left to
  /// the automaton without looking.
  private var wasHardThroughout = false
  private var blocksToLeave = 0
  /// Where the automaton goes on: a boundary that is not written yet. `nil` while the masks decide.
  private var resumption: Int?

  /// - Precondition: the text is not empty.
  init(_ segmenter: WordSegmenter, _ text: [UInt8], _ rows: MaskRows) {
    self.segmenter = segmenter
    self.text = text
    self.rows = rows
    rules = BlockRules(rows)
    groupCount = (text.count + 511) >> 9
    wholeGroups = max(0, text.count - 2) >> 9
    for offset in wholeGroups << 9..<text.count { tail[offset - wholeGroups << 9] = text[offset] }
  }

  mutating func run(into segments: inout Tokens) {
    rows.empty(MaskRows.first - 1)
    while firstGroup < groupCount {
      let count = min(Self.chunk, groupCount - firstGroup)
      let end = MaskRows.first + count << 3
      classify(count)
      let isLast = firstGroup + count == groupCount
      if isLast { rows.empty(end) }
      held = (firstGroup == 0 ? MaskRows.first : MaskRows.first - 1)..<(isLast ? end : end - 1)
      segments.reserve(held.count << 6)
      if cut() && resumption == nil {
        emit(held, into: &segments)
      } else {
        emitWithCare(into: &segments)
      }
      rows.advance(from: end)
      firstGroup += count
    }
  }

  /// The offset of the block of a word.
  private func base(_ word: Int) -> Int { firstGroup << 9 + (word - MaskRows.first) << 6 }

  /// Fills in the masks of the next groups: from the kernel, and for what it does not know from the classes.
  private mutating func classify(_ count: Int) {
    let whole = max(0, min(count, wholeGroups - firstGroup))
    let (level, rows, group, wholeGroups) = (segmenter.level, rows, firstGroup, wholeGroups)
    var filled: UInt32 = 0
    unsafe segmenter.classes.tables.withUnsafeBufferPointer { tables in
      unsafe text.withUnsafeBufferPointer { text in
        guard whole > 0, let base = text.baseAddress else { return }
        filled = unsafe cblocks_classify(
          level, tables.baseAddress, base + group << 9, whole, rows.place(.letter, MaskRows.first),
          MaskRows.stride)
      }
      guard whole < count else { return }
      unsafe tail.span.withUnsafeBufferPointer { tail in
        guard let base = tail.baseAddress else { return }
        filled |= unsafe cblocks_classify(
          level, tables.baseAddress, base + (group + whole - wholeGroups) << 9, count - whole,
          rows.place(.letter, MaskRows.first + whole << 3), MaskRows.stride)
      }
    }
    if filled >> UInt32(MaskRows.Row.special.rawValue) & 1 != 0,
      resolve(MaskRows.first..<MaskRows.first + count << 3)
    {
      filled |= 1 << UInt32(MaskRows.Row.hard.rawValue)
    }
    filledBefore = self.filled
    self.filled = filled
  }

  /// Gives the characters that the kernel did not know their planes.
  ///
  /// - Returns: whether there is a hard one.
  private mutating func resolve(_ words: Range<Int>) -> Bool {
    let classes = segmenter.classes
    var isHard = false
    for word in words {
      var rest = rows[.special, word]
      if rest == 0 { continue }
      let base = base(word)
      if blocksToLeave > 0, rest.nonzeroBitCount >= Self.manyHard {
        rows.doubt(word)
        blocksToLeave &-= 1
        isHard = true
        continue
      }
      while rest != 0 {
        let bit = rest & ~(rest &- 1)
        rest ^= bit
        let place = base + bit.trailingZeroBitCount
        let byte = classes.byte(at: place, in: text)
        switch byte {
        case BlockClasses.letter: rows[.letter, word] |= bit
        case BlockClasses.attached where place > 0 && rows.isBehindPlain(bit, word):
          rows[.continuation, word] |= bit
        case BlockClasses.hebrew where classes.isPlainBehindHebrew(place + 2, in: text):
          rows[.letter, word] |= bit
        case BlockClasses.attached, BlockClasses.hebrew:
          rows[.hard, word] |= bit
          isHard = true
        default:
          rows.add(byte, at: bit, word)
          isHard = isHard || byte & UInt8(CBLOCKS_HARD) != 0
        }
      }
      let isHardThroughout = rows[.hard, word].nonzeroBitCount >= Self.manyHard
      blocksToLeave = isHardThroughout && wasHardThroughout ? Self.blocksLeft : 0
      wasHardThroughout = isHardThroughout
    }
    return isHard
  }

  /// Applies the rules to the held blocks; returns whether all is certain.
  private mutating func cut() -> Bool {
    let filled = filled | filledBefore
    let (text, held, offset) = (text, held, base(0))
    let isCertain = rules.cut(
      held,
      isWide: filled >> UInt32(MaskRows.Row.nonASCII.rawValue) & 1 != 0,
      isHard: filled >> UInt32(MaskRows.Row.hard.rawValue) & 1 != 0
    ) { Self.lineFeeds(of: text, at: offset + $0 << 6) }
    if firstGroup == 0 { rows[.starts, held.lowerBound] |= 1 }
    let textEnd = (text.count - offset) >> 6
    for word in min(textEnd, held.upperBound)..<held.upperBound {
      let length = max(0, text.count - base(word))
      rows[.starts, word] &= 1 << UInt64(length) - 1
    }
    return isCertain
  }

  /// The line feeds of the block at an offset.
  private static func lineFeeds(of text: [UInt8], at base: Int) -> UInt64 {
    var result: UInt64 = 0
    for offset in min(base, text.count)..<min(base + 64, text.count) where text[offset] == 0x0A {
      result |= 1 << UInt64(offset - base)
    }
    return result
  }

  /// Writes out blocks that are certain.
  private func emit(_ words: Range<Int>, into segments: inout Tokens) {
    let first = words.lowerBound
    let start = segments.count
    let cuts = unsafe cblocks_cuts(
      starts: rows.place(.starts, first), kind0: rows.place(.kind0, first),
      kind1: rows.place(.kind1, first), kind2: rows.place(.white, first))
    let found = unsafe segments.offsets.withUnsafeMutableBufferPointer { offsets in
      unsafe segments.kinds.withUnsafeMutableBufferPointer { kinds in
        guard let offsets = offsets.baseAddress, let kinds = kinds.baseAddress else { return 0 }
        return unsafe cblocks_emit(
          segmenter.level, cuts, words.count, UInt32(base(first)), offsets + start, kinds + start)
      }
    }
    segments.count += found
  }

  // MARK: What the masks cannot decide

  private mutating func emitWithCare(into segments: inout Tokens) {
    var word = held.lowerBound
    while word < held.upperBound {
      if resumption == nil, rows[.uncertain, word] == 0 {
        var end = word + 1
        while end < held.upperBound, rows[.uncertain, end] == 0 { end += 1 }
        emit(word..<end, into: &segments)
        word = end
      } else {
        emitWithCare(word, into: &segments)
        word += 1
      }
    }
  }

  /// Writes out one block, with the help of the automaton.
  private mutating func emitWithCare(_ word: Int, into segments: inout Tokens) {
    let base = base(word)
    var from: UInt64 = 0
    while true {
      if let place = resumption {
        if place >= base + 64 || place == text.count { return }
        if rows[.uncertain, word] >> UInt64(place - base) & 1 == 0 {
          // The masks have this boundary, too.
          from = UInt64(place - base)
          rows[.starts, word] |= 1 << from
          resumption = nil
        }
      } else {
        let doubts = rows[.uncertain, word] & ~0 << from
        let sure = doubts == 0 ? ~0 : (doubts & ~(doubts &- 1)) &- 1
        emit(word, within: sure & ~0 << from, into: &segments)
        if doubts == 0 { return }
        resumption = segments.isEmpty ? 0 : segments.removeLast()
      }
      if let place = resumption { resumption = decide(from: place, into: &segments) }
    }
  }

  private func emit(_ word: Int, within bits: UInt64, into segments: inout Tokens) {
    var rest = rows[.starts, word] & bits
    while rest != 0 {
      let place = UInt64(rest.trailingZeroBitCount)
      rest &= rest &- 1
      segments.append(start: base(word) + Int(place), kind: rows.kind(at: place, word))
    }
  }

  /// Lets the automaton cut from a boundary on, until the masks are certain again or the held blocks end.
  ///
  /// - Returns: the next boundary; past the held blocks or certain.
  private func decide(from start: Int, into segments: inout Tokens) -> Int {
    let (automaton, dictionaries) = (segmenter.automaton, segmenter.dictionaries)
    let doubts = Doubts(
      rows: rows, offset: base(0), end: min(base(held.upperBound), text.count))
    var place = start
    var ahead = RuleAutomaton.Lookahead()
    repeat {
      let match = automaton.match(in: text, from: place, &ahead)
      if match.isForDictionary, let dictionaries {
        place = dictionaries.split(text, from: place, match, automaton, into: &segments, doubts)
      } else {
        segments.append(
          start: place, kind: SegmentKind.kind(ofFirst: match.first, sort: match.sort))
        place = match.end
      }
    } while doubts.include(place)
    return place
  }
}

/// The places where the masks do not tell whether there is a boundary.
struct Doubts {
  fileprivate let rows: MaskRows
  /// The offset that word 0 of the rows stands for.
  fileprivate let offset: Int
  /// Where the blocks end that can be cut now.
  fileprivate let end: Int

  @inline(__always)
  func include(_ place: Int) -> Bool {
    place < end && rows[.uncertain, (place - offset) >> 6] >> UInt64(place & 63) & 1 != 0
  }
}
