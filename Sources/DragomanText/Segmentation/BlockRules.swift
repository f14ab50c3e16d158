/// The rules of UAX #29 over the masks of one group of eight blocks after the other.
///
/// A boundary depends on two characters before it and two behind it, as long as none of the four is *hard* (combining,
/// of a dictionary's script, a flag, …). Around hard characters the cuts are marked uncertain. In the comments, WB
/// numbers are those of UAX #29, section 4.1.1.
struct BlockRules {
  /// What came over the end of the group before: its last block's words, shifted down to the bits that matter here.
  private var letterBefore: UInt64 = 0
  private var digitBefore: UInt64 = 0
  private var spaceBefore: UInt64 = 0
  private var returnBefore: UInt64 = 0
  /// Places at the group's start that a middle character before it joins.
  private var joinedBefore: UInt64 = 0
  private var hardBefore: UInt64 = 0

  /// Cuts a group.
  ///
  /// - Parameters:
  ///   - masks: the group's, with no special character left.
  ///   - next: those of the block behind it.
  ///   - lineFeeds: says where a block has line feeds; asked for if there are carriage returns.
  /// - Returns: where segments start and of what kind, and where a start or its kind is not certain; `nil` if all is.
  @inline(__always)
  mutating func cut(
    _ masks: borrowing BlockMasks, next: NextBlock, lineFeeds: (Int) -> UInt64
  ) -> (cuts: BlockCuts, uncertain: Octet?) {
    let letter = masks.letter
    let digit = masks.digit
    let runs = masks.continuation
    var letters = letter
    if masks.nonASCIIBlocks != 0 {
      // A letter of several bytes is one at each of them: adding to a run of continuation bytes clears the run. A
      // run that reaches a block's end started in the block.
      let seconds = (letter & masks.nonASCII) &<< 1
      let inBlock = letter | runs & ~(runs &+ seconds)
      let over = Self.moved(inBlock &>> 63, letterBefore)
      letters = letter | runs & ~(runs &+ (seconds | over))
    }
    let afterLetter = letters &<< 1 | Self.moved(letters &>> 63, letterBefore)
    let afterDigit = digit &<< 1 | Self.moved(digit &>> 63, digitBefore)
    let afterSpace =
      masks.joiningSpace &<< 1 | Self.moved(masks.joiningSpace &>> 63, spaceBefore)

    // WB6, WB7, WB11, WB12: a middle character joins if both its sides are letters, or both digits.
    let nextLetter = Self.fetched(letter, next.letter)
    let nextDigit = Self.fetched(digit, next.digit)
    let sides = masks.midLetter & afterLetter
    let digitSides = masks.midNumber & afterDigit
    var narrow =
      sides & (letter &>> 1 | nextLetter &<< 63) | digitSides & (digit &>> 1 | nextDigit &<< 63)
    var joined: Octet
    if masks.nonASCIIBlocks != 0 {
      // Those of several bytes in the masks have three.
      narrow &= ~masks.nonASCII
      let wide =
        (sides & (letter &>> 3 | nextLetter &<< 61)
          | digitSides & (digit &>> 3 | nextDigit &<< 61)) & masks.nonASCII
      let over = narrow &>> 63 | wide &>> 61
      joined = narrow | wide | narrow &<< 1 | wide &<< 3 | Self.moved(over, joinedBefore)
      joinedBefore = over[7]
    } else {
      let over = narrow &>> 63
      joined = narrow | narrow &<< 1 | Self.moved(over, joinedBefore)
      joinedBefore = over[7]
    }
    // WB5, WB8, WB9, WB10; WB3d; WB999.
    joined |= (letter | digit) & (afterLetter | afterDigit) | masks.joiningSpace & afterSpace
    let symbols = ~(letter | digit | masks.punctuation | masks.white)
    var cuts = BlockCuts(
      starts: ~(joined | runs), kind0: digit | symbols, kind1: masks.punctuation | symbols,
      kind2: masks.white)

    var uncertain: Octet?
    if masks.hardBlocks | hardBefore | next.hard | returnBefore != 0 {
      uncertain = care(for: masks, next: next, &cuts, lineFeeds)
    }
    let letterAfterDigit = letter & afterDigit
    if Self.any(letterAfterDigit) != 0 {
      for block in 0..<8 where letterAfterDigit[block] != 0 {
        let outside = cuts.rename(letterAfterDigit[block], afterDigit[block], in: block)
        if outside != 0 {
          var doubts = uncertain ?? .zero
          doubts[block] |= outside
          uncertain = doubts
        }
      }
    }
    letterBefore = letters[7] >> 63
    digitBefore = digit[7] >> 63
    spaceBefore = masks.joiningSpace[7] >> 63
    return (cuts, uncertain)
  }

  /// What a group's last block needs to know of the one behind it.
  struct NextBlock {
    let letter: UInt64
    let digit: UInt64
    let hard: UInt64

    init(of masks: borrowing BlockMasks) {
      letter = masks.letter[0]
      digit = masks.digit[0]
      hard = masks.hard[0] & ~masks.white[0]
    }
  }

  /// Joins line ends (WB3), and finds the places that hard characters may have a say in.
  private mutating func care(
    for masks: borrowing BlockMasks, next: NextBlock, _ cuts: inout BlockCuts,
    _ lineFeeds: (Int) -> UInt64
  ) -> Octet? {
    var uncertain = Octet.zero
    let hard = masks.hard & ~masks.white
    let returns = masks.hard & masks.white
    for block in 0..<8 {
      if returns[block] | returnBefore != 0 {
        cuts.starts[block] &= ~((returns[block] << 1 | returnBefore) & lineFeeds(block))
      }
      returnBefore = returns[block] >> 63
      let behind = block == 7 ? next.hard : hard[block + 1]
      if hard[block] | hardBefore >> 56 | behind & 15 != 0 {
        uncertain[block] = Self.reach(of: hard[block], before: hardBefore, next: behind)
      }
      hardBefore = hard[block]
    }
    return uncertain == .zero ? nil : uncertain
  }

  /// The places whose boundaries hard characters may have a say in: from four bytes before one (the longest character
  /// that could stand at the boundary) to eight behind it (two of them).
  private static func reach(of hard: UInt64, before: UInt64, next: UInt64) -> UInt64 {
    var behind = hard | hard << 1
    behind |= behind << 2
    behind |= behind << 4
    behind |= hard << 8
    let ahead = hard >> 1 | hard >> 2 | hard >> 3 | hard >> 4
    var result = behind | ahead
    let late = before >> 56
    if late != 0 { result |= ~0 >> UInt64(late.leadingZeroBitCount) }
    let early = next & 15
    if early != 0 { result |= ~0 << UInt64(60 + early.trailingZeroBitCount) }
    return result
  }

  // MARK: Blocks beside each other

  /// Each block's word moved to the block behind it; `first` comes in front.
  @inline(__always)
  private static func moved(_ octet: Octet, _ first: UInt64) -> Octet {
    Octet(first, octet[0], octet[1], octet[2], octet[3], octet[4], octet[5], octet[6])
  }

  /// Each block's word moved to the block before it; `last` comes at the end.
  @inline(__always)
  private static func fetched(_ octet: Octet, _ last: UInt64) -> Octet {
    Octet(octet[1], octet[2], octet[3], octet[4], octet[5], octet[6], octet[7], last)
  }

  /// All words in one.
  @inline(__always)
  private static func any(_ octet: Octet) -> UInt64 {
    let four = octet.lowHalf | octet.highHalf
    let two = four.lowHalf | four.highHalf
    return two[0] | two[1]
  }
}

extension BlockCuts {
  /// Makes words of the segments that start in a digit and end in a letter (`20th`).
  ///
  /// - Parameters:
  ///   - letters: letters behind a digit.
  ///   - afterDigit: every place behind a digit.
  /// - Returns: the letters whose segment is not wholly in the block.
  fileprivate mutating func rename(
    _ letters: UInt64, _ afterDigit: UInt64, in block: Int
  ) -> UInt64 {
    let starts = self.starts[block]
    var rest = letters
    var outside: UInt64 = 0
    while rest != 0 {
      let place = rest & ~(rest &- 1)
      rest &= rest &- 1
      let before = starts & (place &- 1)
      let behind = starts & ~(place | (place &- 1))
      if before == 0 || behind == 0 {
        outside |= place
      } else if behind & ~(behind &- 1) & afterDigit == 0 {
        kind0[block] &= ~(1 << UInt64(63 - before.leadingZeroBitCount))
      }
    }
    return outside
  }
}
