internal import CBlocks

/// The rules of UAX #29 over the masks of one block of 64 bytes after the other.
///
/// A boundary depends on two characters before it and two behind it, as long as none of the four is *hard* (combining,
/// of a dictionary's script, a flag, …). Around hard characters the cuts are marked uncertain. In the comments, WB
/// numbers are those of UAX #29, section 4.1.1.
struct BlockRules {
  /// Bits that came over the end of the block before: each stands for what its last byte is in.
  private var letterBefore: UInt64 = 0
  private var digitBefore: UInt64 = 0
  private var spaceBefore: UInt64 = 0
  private var returnBefore: UInt64 = 0
  /// Places at the block's start that a middle character before it joins.
  private var joinedBefore: UInt64 = 0
  private var hardBefore: UInt64 = 0

  /// Cuts a block.
  ///
  /// - Parameters:
  ///   - masks: the block's, with no special character left.
  ///   - next: those of the block behind it, in the same state.
  ///   - lineFeeds: says where the block has line feeds; asked for if there are carriage returns.
  /// - Returns: where segments start and of what kind, and where a start or its kind is not certain.
  @inline(__always)
  mutating func cut(
    _ masks: cblocks_masks, next: cblocks_masks, lineFeeds: () -> UInt64
  ) -> (cuts: cblocks_cuts, uncertain: UInt64) {
    let letter = masks.letter
    let digit = masks.digit
    let wide = masks.non_ascii
    // A letter of several bytes is one at each of them: adding to a run of continuation bytes clears the run.
    let runs = masks.continuation
    let letters = letter | runs & ~(runs &+ ((letter & wide) << 1 | letterBefore))
    let afterLetter = letters << 1 | letterBefore
    let afterDigit = digit << 1 | digitBefore
    let afterSpace = masks.joining_space << 1 | spaceBefore

    // WB6, WB7, WB11, WB12: a middle character joins if both its sides are letters, or both digits.
    let beforeLetter = letter >> 1 | next.letter << 63
    let beforeDigit = digit >> 1 | next.digit << 63
    let narrow =
      (masks.mid_letter & afterLetter & beforeLetter | masks.mid_number & afterDigit & beforeDigit)
      & ~wide
    var joined = narrow | narrow << 1 | joinedBefore
    joinedBefore = narrow >> 63
    let wideMiddles = (masks.mid_letter | masks.mid_number) & wide
    if wideMiddles != 0 {
      // Those in the masks have three bytes.
      let beforeLetter = letter >> 3 | next.letter << 61
      let beforeDigit = digit >> 3 | next.digit << 61
      let middles =
        wideMiddles
        & (masks.mid_letter & afterLetter & beforeLetter | masks.mid_number & afterDigit
          & beforeDigit)
      joined |= middles | middles << 3
      joinedBefore |= middles >> 61
    }
    // WB5, WB8, WB9, WB10; WB3d; WB999.
    joined |= (letter | digit) & (afterLetter | afterDigit)
    joined |= masks.joining_space & afterSpace
    var starts = ~(joined | runs)

    let symbols = ~(letter | digit | masks.punctuation | masks.white)
    var cuts = cblocks_cuts(
      starts: starts, kind0: digit | symbols, kind1: masks.punctuation | symbols,
      kind2: masks.white)
    var uncertain: UInt64 = 0

    let hard = masks.hard & ~masks.white
    let returns = masks.hard & masks.white
    if returns | returnBefore != 0 {
      // WB3.
      starts &= ~((returns << 1 | returnBefore) & lineFeeds())
      cuts.starts = starts
    }
    let hardNext = next.hard & ~next.white
    if hard | hardBefore >> 56 | hardNext & 15 != 0 {
      uncertain = Self.reach(of: hard, before: hardBefore, next: hardNext)
    }
    let letterAfterDigit = letter & afterDigit
    if letterAfterDigit != 0 { uncertain |= cuts.rename(letterAfterDigit, afterDigit) }

    letterBefore = letters >> 63
    digitBefore = digit >> 63
    spaceBefore = masks.joining_space >> 63
    returnBefore = returns >> 63
    hardBefore = hard
    return (cuts, uncertain)
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
}

extension cblocks_cuts {
  /// Makes words of the segments that start in a digit and end in a letter (`20th`).
  ///
  /// - Parameters:
  ///   - letters: letters behind a digit.
  ///   - afterDigit: every place behind a digit.
  /// - Returns: the letters whose segment is not wholly in the block.
  fileprivate mutating func rename(_ letters: UInt64, _ afterDigit: UInt64) -> UInt64 {
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
        kind0 &= ~(1 << UInt64(63 - before.leadingZeroBitCount))
      }
    }
    return outside
  }
}
