/// The rules of UAX #29 over masks, a chunk of blocks at once.
///
/// A boundary depends on two characters before it and two behind it, as long as none of the four is *hard* (combining,
/// of a dictionary's script, a flag, …). Around hard characters the cuts are marked uncertain. In the comments, WB
/// numbers are those of UAX #29, section 4.1.1.
struct BlockRules {
  let rows: MaskRows
  /// What came over the end of the block before, as bits of this one: what stands behind a letter, a digit and a space,
  /// and what a middle character joins.
  private var letterBefore: UInt64 = 0
  private var digitBefore: UInt64 = 0
  private var spaceBefore: UInt64 = 0
  private var joinedBefore: UInt64 = 0

  init(_ rows: MaskRows) { self.rows = rows }

  /// Fills the rows of starts, kinds and doubts of the held blocks.
  ///
  /// - Parameters:
  ///   - isWide: whether there may be bytes above 0x7F in them or in the block before.
  ///   - isHard: whether there may be hard characters or carriage returns in them or in the block before or behind.
  ///   - lineFeeds: says where the block of a word has line feeds; asked for if there are carriage returns.
  /// - Returns: whether all is certain; if so, the row of doubts means nothing.
  mutating func cut(
    _ held: Range<Int>, isWide: Bool, isHard: Bool, lineFeeds: (Int) -> UInt64
  ) -> Bool {
    let lettersAfterDigits = isWide ? join(held, isWide: true) : join(held, isWide: false)
    var isCertain = true
    if isHard { isCertain = takeCare(held, lineFeeds) }
    if lettersAfterDigits != 0 {
      if !isHard { for word in held { rows[.uncertain, word] = 0 } }
      for word in held where !renameNumbers(word) { isCertain = false }
    }
    return isCertain
  }

  /// Finds where segments start and of what kind they are.
  ///
  /// - Returns: whether letters stand behind digits.
  @inline(__always)
  private mutating func join(_ held: Range<Int>, isWide: Bool) -> UInt64 {
    var (letterBefore, digitBefore) = (letterBefore, digitBefore)
    var (spaceBefore, joinedBefore) = (spaceBefore, joinedBefore)
    var lettersAfterDigits: UInt64 = 0
    var (nextLetter, nextDigit) = (rows[.letter, held.lowerBound], rows[.digit, held.lowerBound])
    for word in held {
      let (letter, digit) = (nextLetter, nextDigit)
      (nextLetter, nextDigit) = (rows[.letter, word &+ 1], rows[.digit, word &+ 1])
      let space = rows[.joiningSpace, word]
      var letters = letter
      if isWide {
        // A letter of several bytes is one at each of them: adding to a run of continuation bytes clears the run. What
        // is attached to a letter (WB4) counts as its continuation.
        let runs = rows[.continuation, word]
        letters |= runs & ~(runs &+ (letter &<< 1 | letterBefore))
      }
      let afterLetter = letters &<< 1 | letterBefore
      let afterDigit = digit &<< 1 | digitBefore
      // WB6, WB7, WB11, WB12: a middle character joins if both its sides are letters, or both digits.
      let letterSides = rows[.midLetter, word] & afterLetter
      let digitSides = rows[.midNumber, word] & afterDigit
      var middles =
        letterSides & Self.ahead(1, letter, nextLetter)
        | digitSides & Self.ahead(1, digit, nextDigit)
      // WB5, WB8, WB9, WB10; WB3d.
      var joined =
        (letter | digit) & (afterLetter | afterDigit) | space & (space &<< 1 | spaceBefore)
        | joinedBefore
      if isWide {
        // Those of several bytes in the masks have three.
        let nonASCII = rows[.nonASCII, word]
        let wide =
          (letterSides & Self.ahead(3, letter, nextLetter)
            | digitSides & Self.ahead(3, digit, nextDigit)) & nonASCII
        middles &= ~nonASCII
        joined |= wide | wide &<< 3 | rows[.continuation, word]
        joinedBefore = middles &>> 63 | wide &>> 61
      } else {
        joinedBefore = middles &>> 63
      }
      // WB999; a segment's first character gives its kind.
      rows[.starts, word] = ~(joined | middles | middles &<< 1)
      let punctuation = rows[.punctuation, word]
      let symbols = ~(letter | digit | punctuation | rows[.white, word])
      rows[.kind0, word] = digit | symbols
      rows[.kind1, word] = punctuation | symbols
      lettersAfterDigits |= letter & afterDigit
      letterBefore = letters &>> 63
      digitBefore = digit &>> 63
      spaceBefore = space &>> 63
    }
    (self.letterBefore, self.digitBefore) = (letterBefore, digitBefore)
    (self.spaceBefore, self.joinedBefore) = (spaceBefore, joinedBefore)
    return lettersAfterDigits
  }

  /// What stands some bits further on. Turned round: a shift over two words is slow on many machines.
  @inline(__always)
  private static func ahead(_ count: UInt64, _ here: UInt64, _ next: UInt64) -> UInt64 {
    let early: UInt64 = 1 &<< count &- 1
    let both = here & ~early | next & early
    return both &>> count | both &<< (64 &- count)
  }

  // MARK: Rare characters

  /// Joins line ends (WB3), names numerals that are not digits (`²`), and finds the places that hard characters may have a say in.
  private func takeCare(_ held: Range<Int>, _ lineFeeds: (Int) -> UInt64) -> Bool {
    var doubts: UInt64 = 0
    let first = held.lowerBound
    var before = hard(first - 1)
    var returnBefore = (rows[.hard, first - 1] & rows[.white, first - 1]) >> 63
    var here = hard(first)
    for word in held {
      let numerals = rows[.hard, word] & rows[.punctuation, word]
      if numerals != 0 {
        rows[.kind0, word] |= numerals
        rows[.kind1, word] &= ~numerals
      }
      let returns = rows[.hard, word] & rows[.white, word]
      if returns | returnBefore != 0 {
        rows[.starts, word] &= ~((returns << 1 | returnBefore) & lineFeeds(word))
      }
      returnBefore = returns >> 63
      let next = hard(word + 1)
      let reach =
        here | before >> 56 | next & 15 == 0 ? 0 : Self.reach(of: here, before: before, next: next)
      rows[.uncertain, word] = reach
      doubts |= reach
      (before, here) = (here, next)
    }
    return doubts == 0
  }

  /// Carriage returns and numerals that are not digits are not hard here.
  private func hard(_ word: Int) -> UInt64 {
    rows[.hard, word] & ~(rows[.white, word] | rows[.punctuation, word])
  }

  /// The places whose boundaries hard characters may have a say in: from four bytes before one (the longest character
  /// that could stand at the boundary) to eight behind it (two of them).
  private static func reach(of hard: UInt64, before: UInt64, next: UInt64) -> UInt64 {
    var behind = hard | hard << 1
    behind |= behind << 2
    behind |= behind << 4
    behind |= hard << 8
    var result = behind | hard >> 1 | hard >> 2 | hard >> 3 | hard >> 4
    let late = before >> 56
    if late != 0 { result |= ~0 >> UInt64(late.leadingZeroBitCount) }
    let early = next & 15
    if early != 0 { result |= ~0 << UInt64(60 + early.trailingZeroBitCount) }
    return result
  }

  /// Makes words of the segments that start in a digit and end in a letter (`20th`); doubts those that are not wholly
  /// in the block.
  ///
  /// - Returns: whether there are none of those.
  private func renameNumbers(_ word: Int) -> Bool {
    let digit = rows[.digit, word]
    let afterDigit = digit << 1 | rows[.digit, word - 1] >> 63
    let starts = rows[.starts, word]
    var rest = rows[.letter, word] & afterDigit
    var isCertain = true
    while rest != 0 {
      let place = rest & ~(rest &- 1)
      rest &= rest &- 1
      let before = starts & (place &- 1)
      let behind = starts & ~(place | (place &- 1))
      if before == 0 || behind == 0 {
        rows[.uncertain, word] |= place
        isCertain = false
      } else if behind & ~(behind &- 1) & afterDigit == 0 {
        rows[.kind0, word] &= ~(1 << UInt64(63 - before.leadingZeroBitCount))
      }
    }
    return isCertain
  }
}
