internal import CBlocks

/// The walk of a segmenter over one text, some blocks at a time.
struct SegmentWalk {
  /// How many groups of 512 bytes are cut before they are written out: their masks stay in the first cache.
  private static let chunk = 4

  private let segmenter: WordSegmenter
  private let text: [UInt8]
  private let groupCount: Int
  /// How many groups can be read with two bytes behind each.
  private let wholeGroups: Int
  /// The rest of the text, filled up with zeros: up to two groups, one behind them, and two bytes.
  private var tail = InlineArray<1538, UInt8>(repeating: 0)

  private var rules = BlockRules()
  /// The masks of the held groups and of the one behind them.
  private var masks = InlineArray<5, BlockMasks>(repeating: BlockMasks())
  private var cuts = InlineArray<4, BlockCuts>(repeating: BlockCuts())
  private var uncertain = InlineArray<4, Octet>(repeating: .zero)
  private var firstGroup = 0
  private var heldGroups = 0
  /// Where the automaton goes on: a boundary that is not written yet. `nil` while the masks decide.
  private var resumption: Int?

  /// - Precondition: the text is not empty.
  init(_ segmenter: WordSegmenter, _ text: [UInt8]) {
    self.segmenter = segmenter
    self.text = text
    groupCount = (text.count + 511) >> 9
    wholeGroups = max(0, text.count - 2) >> 9
    for offset in wholeGroups << 9..<text.count { tail[offset - wholeGroups << 9] = text[offset] }
  }

  mutating func run(into segments: inout WordSegments) {
    classify(from: 0, count: 1, at: 0)
    resolve(0)
    while firstGroup < groupCount {
      heldGroups = min(Self.chunk, groupCount - firstGroup)
      segments.reserve(heldGroups << 9)
      classify(from: firstGroup + 1, count: heldGroups, at: 1)
      if cut() && resumption == nil {
        emit(0..<heldBlocks, into: &segments)
      } else {
        emitWithCare(into: &segments)
      }
      firstGroup += heldGroups
      masks[0] = masks[heldGroups]
    }
  }

  private var heldBlocks: Int { heldGroups << 3 }
  /// The offset of the first held block.
  private var base: Int { firstGroup << 9 }

  /// Fills in the masks of some groups from the kernel.
  private mutating func classify(from group: Int, count: Int, at slot: Int) {
    let whole = max(0, min(count, wholeGroups - group))
    let level = segmenter.level
    let place = (group + whole - wholeGroups) << 9
    let (tables, text) = (segmenter.classes.tables, text)
    let tail = whole < count ? Optional(tail) : nil
    var span = masks.mutableSpan
    unsafe tables.withUnsafeBufferPointer { tables in
      unsafe span.withUnsafeMutableBytes { masks in
        // The same layout, word by word.
        let target = unsafe masks.assumingMemoryBound(to: cblocks_masks.self).baseAddress
        guard let target = unsafe target.map({ unsafe $0 + slot }) else { return }
        unsafe text.withUnsafeBufferPointer { text in
          guard whole > 0, let base = text.baseAddress else { return }
          unsafe cblocks_classify(level, tables.baseAddress, base + group << 9, whole, target)
        }
        guard let tail else { return }
        unsafe tail.span.withUnsafeBufferPointer { tail in
          guard let base = tail.baseAddress else { return }
          unsafe cblocks_classify(
            level, tables.baseAddress, base + place, count - whole, target + whole)
        }
      }
    }
  }

  /// Gives the characters that the kernel did not know their planes.
  private mutating func resolve(_ slot: Int) {
    for block in 0..<8 where masks[slot].specialBlocks >> UInt64(block) & 1 != 0 {
      var rest = masks[slot].special[block]
      let base = base + slot << 9 + block << 6
      while rest != 0 {
        let bit = rest & ~(rest &- 1)
        rest ^= bit
        let byte = segmenter.classes.byte(at: base + bit.trailingZeroBitCount, in: text)
        masks[slot].add(byte, at: bit, in: block)
      }
    }
  }

  /// Applies the rules to the held groups; returns whether all is certain.
  private mutating func cut() -> Bool {
    let text = text
    var rules = rules
    var isCertain = true
    for slot in 0..<heldGroups {
      if masks[slot + 1].specialBlocks != 0 { resolve(slot + 1) }
      let base = base + slot << 9
      let next = BlockRules.NextBlock(of: masks[slot + 1])
      let (cuts, uncertain) = rules.cut(masks[slot], next: next) {
        Self.lineFeeds(in: text, from: base + $0 << 6)
      }
      self.cuts[slot] = cuts
      self.uncertain[slot] = uncertain ?? .zero
      if uncertain != nil { isCertain = false }
    }
    self.rules = rules
    if firstGroup == 0 { cuts[0].starts[0] |= 1 }
    for block in min((text.count - base) >> 6, heldBlocks)..<heldBlocks {
      let length = max(0, text.count - base - block << 6)
      if length < 64 { cuts[block >> 3].starts[block & 7] &= 1 << UInt64(length) - 1 }
    }
    return isCertain
  }

  private static func lineFeeds(in text: [UInt8], from base: Int) -> UInt64 {
    var result: UInt64 = 0
    for offset in min(base, text.count)..<min(base + 64, text.count) where text[offset] == 0x0A {
      result |= 1 << UInt64(offset - base)
    }
    return result
  }

  /// Writes out blocks that are certain.
  private mutating func emit(_ blocks: Range<Int>, into segments: inout WordSegments) {
    let level = segmenter.level
    let base = UInt32(base + blocks.lowerBound << 6)
    let start = segments.count
    let found = unsafe cuts.span.withUnsafeBytes { cuts in
      unsafe segments.offsets.withUnsafeMutableBufferPointer { offsets in
        unsafe segments.kinds.withUnsafeMutableBufferPointer { kinds in
          guard let offsets = offsets.baseAddress, let kinds = kinds.baseAddress else { return 0 }
          return unsafe cblocks_emit(
            level, cuts.assumingMemoryBound(to: cblocks_cuts.self).baseAddress, blocks.lowerBound,
            blocks.count, base, offsets + start,
            kinds + start)
        }
      }
    }
    segments.count += found
  }

  // MARK: What the masks cannot decide

  private mutating func emitWithCare(into segments: inout WordSegments) {
    var block = 0
    while block < heldBlocks {
      if resumption == nil, doubts(in: block) == 0 {
        var end = block + 1
        while end < heldBlocks, doubts(in: end) == 0 { end += 1 }
        emit(block..<end, into: &segments)
        block = end
      } else {
        emitWithCare(block, into: &segments)
        block += 1
      }
    }
  }

  private func doubts(in block: Int) -> UInt64 { uncertain[block >> 3][block & 7] }

  /// Writes out one block, with the help of the automaton.
  private mutating func emitWithCare(_ block: Int, into segments: inout WordSegments) {
    let base = base + block << 6
    var from: UInt64 = 0
    while true {
      if let place = resumption {
        if place >= base + 64 || place == text.count { return }
        if doubts(in: block) >> UInt64(place - base) & 1 == 0 {
          // The masks have this boundary, too.
          from = UInt64(place - base)
          cuts[block >> 3].starts[block & 7] |= 1 << from
          resumption = nil
        }
      } else {
        let doubts = doubts(in: block) & ~0 << from
        let sure = doubts == 0 ? ~0 : (doubts & ~(doubts &- 1)) &- 1
        emit(block, within: sure & ~0 << from, base: base, into: &segments)
        if doubts == 0 { return }
        resumption = segments.isEmpty ? 0 : segments.removeLast()
      }
      if let place = resumption { resumption = decide(from: place, into: &segments) }
    }
  }

  private func emit(
    _ block: Int, within bits: UInt64, base: Int, into segments: inout WordSegments
  ) {
    let cuts = cuts[block >> 3]
    var rest = cuts.starts[block & 7] & bits
    while rest != 0 {
      let place = UInt64(rest.trailingZeroBitCount)
      rest &= rest &- 1
      segments.append(start: base + Int(place), kind: cuts.kind(at: place, in: block & 7))
    }
  }

  /// Lets the automaton cut from a boundary on, until the masks are certain again or the held blocks end.
  ///
  /// - Returns: the next boundary; past the held blocks or certain.
  private func decide(from start: Int, into segments: inout WordSegments) -> Int {
    let limit = min(base + heldBlocks << 6, text.count)
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
    doubts(in: (place - base) >> 6) >> UInt64(place & 63) & 1 != 0
  }
}
