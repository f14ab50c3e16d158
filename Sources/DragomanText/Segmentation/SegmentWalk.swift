internal import CBlocks

/// The walk of a segmenter over one text, some blocks at a time.
struct SegmentWalk {
  /// How many blocks are cut before they are written out: 2 KB of text, whose masks stay in the first cache.
  private static let chunk = 32

  private let segmenter: WordSegmenter
  private let text: [UInt8]
  private let blockCount: Int
  /// How many blocks can be read with two bytes behind each.
  private let wholeBlocks: Int
  /// The rest of the text, filled up with zeros: up to two blocks, one behind them, and two bytes.
  private var tail = InlineArray<200, UInt8>(repeating: 0)

  private var rules = BlockRules()
  /// The masks of the held blocks and of the one behind them.
  private var masks = InlineArray<33, cblocks_masks>(repeating: cblocks_masks())
  private var cuts = InlineArray<32, cblocks_cuts>(repeating: cblocks_cuts())
  private var uncertain = InlineArray<32, UInt64>(repeating: 0)
  private var firstBlock = 0
  private var heldBlocks = 0
  /// Where the automaton goes on: a boundary that is not written yet. `nil` while the masks decide.
  private var resumption: Int?

  /// - Precondition: the text is not empty.
  init(_ segmenter: WordSegmenter, _ text: [UInt8]) {
    self.segmenter = segmenter
    self.text = text
    blockCount = (text.count + 63) >> 6
    wholeBlocks = max(0, text.count - 2) >> 6
    for offset in wholeBlocks << 6..<text.count { tail[offset - wholeBlocks << 6] = text[offset] }
  }

  mutating func run(into segments: inout WordSegments) {
    classify(from: 0, count: 1, at: 0)
    resolve(0)
    while firstBlock < blockCount {
      heldBlocks = min(Self.chunk, blockCount - firstBlock)
      segments.reserve(heldBlocks << 6)
      classify(from: firstBlock + 1, count: heldBlocks, at: 1)
      if cut() && resumption == nil {
        emit(0..<heldBlocks, into: &segments)
      } else {
        emitWithCare(into: &segments)
      }
      firstBlock += heldBlocks
      masks[0] = masks[heldBlocks]
    }
  }

  /// Fills in the masks of some blocks from the kernel.
  private mutating func classify(from block: Int, count: Int, at slot: Int) {
    let whole = max(0, min(count, wholeBlocks - block))
    let (segmenter, text, tail, wholeBlocks) = (segmenter, text, tail, wholeBlocks)
    let level = segmenter.level
    var span = masks.mutableSpan
    unsafe segmenter.classes.tables.withUnsafeBufferPointer { tables in
      unsafe span.withUnsafeMutableBufferPointer { masks in
        guard let first = masks.baseAddress else { return }
        let target = unsafe first + slot
        unsafe text.withUnsafeBufferPointer { text in
          guard whole > 0, let base = text.baseAddress else { return }
          unsafe cblocks_classify(level, tables.baseAddress, base + block << 6, whole, target)
        }
        guard whole < count else { return }
        unsafe tail.span.withUnsafeBufferPointer { tail in
          guard let base = tail.baseAddress else { return }
          let place = (block + whole - wholeBlocks) << 6
          unsafe cblocks_classify(
            level, tables.baseAddress, base + place, count - whole, target + whole)
        }
      }
    }
  }

  /// Gives the characters that the kernel did not know their planes.
  private mutating func resolve(_ slot: Int) {
    var rest = masks[slot].special
    if rest == 0 { return }
    let base = (firstBlock + slot) << 6
    while rest != 0 {
      let bit = rest & ~(rest &- 1)
      rest ^= bit
      masks[slot].add(
        segmenter.classes.byte(at: base + bit.trailingZeroBitCount, in: text), at: bit)
    }
  }

  /// Applies the rules to the held blocks; returns whether all is certain.
  private mutating func cut() -> Bool {
    let text = text
    var doubts: UInt64 = 0
    for slot in 0..<heldBlocks {
      resolve(slot + 1)
      let base = (firstBlock + slot) << 6
      let (cuts, uncertain) = rules.cut(masks[slot], next: masks[slot + 1]) {
        Self.lineFeeds(in: text, from: base)
      }
      self.cuts[slot] = cuts
      self.uncertain[slot] = uncertain
      doubts |= uncertain
    }
    if firstBlock == 0 { cuts[0].starts |= 1 }
    let last = blockCount - 1 - firstBlock
    if last < heldBlocks {
      cuts[last].starts &= ~0 >> UInt64(blockCount << 6 - text.count)
    }
    return doubts == 0
  }

  private static func lineFeeds(in text: [UInt8], from base: Int) -> UInt64 {
    var result: UInt64 = 0
    for offset in base..<min(base + 64, text.count) where text[offset] == 0x0A {
      result |= 1 << UInt64(offset - base)
    }
    return result
  }

  /// Writes out blocks that are certain.
  private mutating func emit(_ slots: Range<Int>, into segments: inout WordSegments) {
    let level = segmenter.level
    let base = UInt32((firstBlock + slots.lowerBound) << 6)
    let start = segments.count
    let found = unsafe cuts.span.withUnsafeBufferPointer { cuts in
      unsafe segments.offsets.withUnsafeMutableBufferPointer { offsets in
        unsafe segments.kinds.withUnsafeMutableBufferPointer { kinds in
          guard let cuts = cuts.baseAddress, let offsets = offsets.baseAddress,
            let kinds = kinds.baseAddress
          else { return 0 }
          return unsafe cblocks_emit(
            level, cuts + slots.lowerBound, slots.count, base, offsets + start, kinds + start)
        }
      }
    }
    segments.count += found
  }

  // MARK: What the masks cannot decide

  private mutating func emitWithCare(into segments: inout WordSegments) {
    var slot = 0
    while slot < heldBlocks {
      if resumption == nil, uncertain[slot] == 0 {
        var end = slot + 1
        while end < heldBlocks, uncertain[end] == 0 { end += 1 }
        emit(slot..<end, into: &segments)
        slot = end
      } else {
        emitWithCare(slot, into: &segments)
        slot += 1
      }
    }
  }

  /// Writes out one block, with the help of the automaton.
  private mutating func emitWithCare(_ slot: Int, into segments: inout WordSegments) {
    let base = (firstBlock + slot) << 6
    var from: UInt64 = 0
    while true {
      if let place = resumption {
        if place >= base + 64 || place == text.count { return }
        if uncertain[slot] >> UInt64(place - base) & 1 == 0 {
          from = UInt64(place - base)
          resumption = nil
        }
      } else {
        let doubts = uncertain[slot] & ~0 << from
        let sure = doubts == 0 ? ~0 : (doubts & ~(doubts &- 1)) &- 1
        emit(cuts[slot], within: sure & ~0 << from, base: base, into: &segments)
        if doubts == 0 { return }
        resumption = segments.isEmpty ? 0 : segments.removeLast()
      }
      if let place = resumption { resumption = decide(from: place, into: &segments) }
    }
  }

  private func emit(
    _ cuts: cblocks_cuts, within bits: UInt64, base: Int, into segments: inout WordSegments
  ) {
    var rest = cuts.starts & bits
    while rest != 0 {
      let place = UInt64(rest.trailingZeroBitCount)
      rest &= rest &- 1
      let kind =
        cuts.kind0 >> place & 1 | (cuts.kind1 >> place & 1) << 1 | (cuts.kind2 >> place & 1) << 2
      segments.append(start: base + Int(place), kind: TokenKind(rawValue: UInt8(kind)) ?? .symbol)
    }
  }

  /// Lets the automaton cut from a boundary on, until the masks are certain again or the held blocks end.
  ///
  /// - Returns: the next boundary; past the held blocks or certain.
  private func decide(from start: Int, into segments: inout WordSegments) -> Int {
    let limit = min((firstBlock + heldBlocks) << 6, text.count)
    var place = start
    repeat {
      let match = segmenter.automaton.match(in: text, from: place)
      if match.isForDictionary, let dictionaries = segmenter.dictionaries {
        place = dictionaries.split(text, from: place, segmenter.automaton, into: &segments) {
          $0 < limit && isUncertain($0)
        }
      } else {
        let first = ScalarDecoding.scalar(in: text, at: place).value
        segments.append(start: place, kind: SegmentKind.kind(ofFirst: first, sort: match.sort))
        place = match.end
      }
    } while place < limit && isUncertain(place)
    return place
  }

  private func isUncertain(_ place: Int) -> Bool {
    uncertain[place >> 6 - firstBlock] >> UInt64(place & 63) & 1 != 0
  }
}

extension cblocks_masks {
  /// Gives the character whose first byte is at `bit` the planes of a class byte.
  fileprivate mutating func add(_ byte: UInt8, at bit: UInt64) {
    if byte & UInt8(CBLOCKS_LETTER) != 0 { letter |= bit }
    if byte & UInt8(CBLOCKS_MID_LETTER) != 0 { mid_letter |= bit }
    if byte & UInt8(CBLOCKS_MID_NUMBER) != 0 { mid_number |= bit }
    if byte & UInt8(CBLOCKS_WHITE) != 0 { white |= bit }
    if byte & UInt8(CBLOCKS_PUNCTUATION) != 0 { punctuation |= bit }
    if byte & UInt8(CBLOCKS_HARD) != 0 { hard |= bit }
  }
}
