/// The rules of UAX #29 over masks, a chunk of blocks at once.
///
/// A boundary depends on two characters before it and two behind it, as long as none of the four is *hard* (combining,
/// of a dictionary's script, a flag, …). Around hard characters the cuts are marked uncertain. In the comments, WB
/// numbers are those of UAX #29, section 4.1.1.
struct BlockRules {
  let rows: MaskRows
  /// The held blocks are words 1 to `held`.
  let held: Int
  /// Whether any of them, or the block before or behind, may hold bytes above 0x7F.
  let isWide: Bool
  /// Whether any of them, or the block before or behind, may hold hard characters or carriage returns.
  let isHard: Bool

  /// Fills the rows of starts, kinds and doubts.
  ///
  /// - Parameter lineFeeds: says where the block of a word has line feeds; asked for if there are carriage returns.
  /// - Returns: whether all is certain; if so, the row of doubts means nothing.
  func cut(lineFeeds: (Int) -> UInt64) -> Bool {
    if isWide {
      spreadLetters()
    } else {
      // Every letter is one byte; the blocks that follow look here, too.
      for word in 1..<held &+ 1 { rows[.letterBytes, word] = rows[.letter, word] }
    }
    let lettersAfterDigits = join()
    if isWide { joinWide() }
    finish()
    var isCertain = true
    if isHard { isCertain = takeCare(lineFeeds) }
    if lettersAfterDigits != 0 {
      if !isHard { for word in 1...held { rows[.uncertain, word] = 0 } }
      for word in 1...held where !renameNumbers(word) { isCertain = false }
    }
    return isCertain
  }

  // The loops below have no branch and no trap, so that the compiler makes vectors of their words.

  /// A letter of several bytes is one at each of them: adding to a run of continuation bytes clears the run.
  private func spreadLetters() {
    for word in 1..<held &+ 1 {
      // A run that goes over a block's end started in the block.
      let before = spread(word &- 1, 0) &>> 63
      rows[.letterBytes, word] = spread(word, before)
    }
  }

  @inline(__always)
  private func spread(_ word: Int, _ before: UInt64) -> UInt64 {
    let letter = rows[.letter, word]
    let runs = rows[.continuation, word]
    let seconds = (letter & rows[.nonASCII, word]) &<< 1
    return letter | runs & ~(runs &+ (seconds | before))
  }

  /// Finds what is joined to the byte before it; but for places that a middle character of the block before joins.
  ///
  /// - Returns: whether letters stand behind digits.
  private func join() -> UInt64 {
    var lettersAfterDigits: UInt64 = 0
    for word in 1..<held &+ 1 {
      let letter = rows[.letter, word]
      let digit = rows[.digit, word]
      let space = rows[.joiningSpace, word]
      let (afterLetter, afterDigit) = (after(.letterBytes, word), after(.digit, word))
      // WB6, WB7, WB11, WB12: a middle character joins if both its sides are letters, or both digits.
      let letterSides = afterLetter & (letter &>> 1 | rows[.letter, word &+ 1] &<< 63)
      let digitSides = afterDigit & (digit &>> 1 | rows[.digit, word &+ 1] &<< 63)
      let middles =
        (rows[.midLetter, word] & letterSides | rows[.midNumber, word] & digitSides)
        & ~rows[.nonASCII, word]
      rows[.joinedOver, word] = middles &>> 63
      // WB5, WB8, WB9, WB10; WB3d.
      rows[.starts, word] =
        (letter | digit) & (afterLetter | afterDigit) | space & after(.joiningSpace, word)
        | middles | middles &<< 1
      lettersAfterDigits |= letter & afterDigit
    }
    return lettersAfterDigits
  }

  /// Adds what middle characters of three bytes join, the only ones in the masks of more than one, and the bytes
  /// inside of characters.
  private func joinWide() {
    for word in 1..<held &+ 1 {
      let afterThree = rows[.letter, word] &>> 3 | rows[.letter, word &+ 1] &<< 61
      let digitAfterThree = rows[.digit, word] &>> 3 | rows[.digit, word &+ 1] &<< 61
      let middles =
        (rows[.midLetter, word] & after(.letterBytes, word) & afterThree
          | rows[.midNumber, word] & after(.digit, word) & digitAfterThree)
        & rows[.nonASCII, word]
      rows[.joinedOver, word] |= middles &>> 61
      rows[.starts, word] |= middles | middles &<< 3 | rows[.continuation, word]
    }
  }

  /// The places behind those of a row.
  @inline(__always)
  private func after(_ row: MaskRows.Row, _ word: Int) -> UInt64 {
    rows[row, word] &<< 1 | rows[row, word &- 1] &>> 63
  }

  /// Segments start where nothing is joined (WB999); their first characters give the kinds.
  private func finish() {
    for word in 1..<held &+ 1 {
      let digit = rows[.digit, word]
      let punctuation = rows[.punctuation, word]
      let symbols = ~(rows[.letter, word] | digit | punctuation | rows[.white, word])
      rows[.starts, word] = ~(rows[.starts, word] | rows[.joinedOver, word &- 1])
      rows[.kind0, word] = digit | symbols
      rows[.kind1, word] = punctuation | symbols
    }
  }

  // MARK: Rare characters

  /// Joins line ends (WB3), and finds the places that hard characters may have a say in.
  private func takeCare(_ lineFeeds: (Int) -> UInt64) -> Bool {
    var doubts: UInt64 = 0
    var before = hard(0)
    var returnBefore = (rows[.hard, 0] & rows[.white, 0]) >> 63
    var here = hard(1)
    for word in 1...held {
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

  private func hard(_ word: Int) -> UInt64 { rows[.hard, word] & ~rows[.white, word] }

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
