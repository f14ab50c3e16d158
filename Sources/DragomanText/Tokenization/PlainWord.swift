/// A run of ASCII letters, digits and letters of two bytes that fold each for itself: its key, written in one pass, and
/// how the run is written.
struct PlainWord {
  /// Where the run ends: at a mark, or at the end of what was given.
  let end: Int
  /// How many bytes the key has.
  let keyByteCount: Int
  /// How the run is written.
  let shape: Term.Shape
  /// Whether there is a letter in it.
  let hasLetter: Bool

  /// The tables that words are read with, taken out once a text.
  struct Tables {
    let letters = FoldedLetter.table
    let traits = LetterTraits.table
    let generalPunctuation = LetterTraits.generalPunctuation
  }

  /// The longest range that is looked at.
  static let maximumByteCount = 256
  /// The most bytes that are written: a letter of two folds to six at most, and a store takes eight.
  static let maximumKeyByteCount = maximumByteCount * 3 + 8

  /// Reads a run from the start of a range and writes its key.
  ///
  /// - Parameters:
  ///   - range: whole characters; ``maximumByteCount`` bytes at most.
  ///   - key: has room for ``maximumKeyByteCount`` bytes from `start` on.
  /// - Returns: `nil` if the range does not start with such a run, or the run goes on with anything else that folds to a
  ///   letter. What was written from `start` on means nothing then.
  @inline(__always)
  init?(
    _ text: Span<UInt8>, _ range: Range<Int>, _ tables: borrowing Tables,
    key: inout MutableSpan<UInt8>, at start: Int
  ) {
    let end = range.upperBound
    var index = range.lowerBound
    var target = start
    var writing = Writing()
    var isLatin = false
    var isCyrillic = false
    while index < end {
      let lead = text[index]
      if lead < 0x80 {
        // The ASCII from here on, eight bytes at most. Near the text's end they come one by one.
        let isWhole = text.count &- index >= 8
        let word = isWhole ? text.word(at: index) : UInt64(lead)
        let high = word & ByteBlocks.marks
        var count = min(isWhole ? 8 : 1, end &- index)
        if high != 0 { count = min(count, high.trailingZeroBitCount &>> 3) }
        let low = word & ~ByteBlocks.marks
        var capitals = Self.between(0x41, 0x5A, low)
        var small = Self.between(0x61, 0x7A, low)
        var digits = Self.between(0x30, 0x39, low)
        let marks = ~(capitals | small | digits) & ByteBlocks.marks
        let length = min(count, marks.trailingZeroBitCount &>> 3)
        if length == 0 { break }
        let here = ~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length)
        (capitals, small, digits) = (capitals & here, small & here, digits & here)
        key.store(word & here | capitals &>> 2, at: target)
        if capitals | small != 0 {
          isLatin = true
          writing.add(capitals: capitals, small: small)
        }
        if digits != 0 { writing.hasDigit = true }
        index &+= length
        target &+= length
        if length < count { break }
      } else if lead < 0xE0 {
        let scalar = Int(lead & 0x1F) &<< 6 | Int(text[index &+ 1] & 0x3F)
        let traits = tables.traits[scalar]
        guard traits.contains(.inside) else { break }
        let letter = tables.letters[scalar]
        if letter.isInteracting { return nil }
        isLatin = isLatin || letter.isLatin
        isCyrillic = isCyrillic || letter.isCyrillic
        writing.add(traits)
        key.store(letter.packed, at: target)
        index &+= 2
        target &+= letter.count
      } else {
        // Marks of general punctuation end the run.
        guard lead == 0xE2, text[index &+ 1] == 0x80,
          !tables.generalPunctuation[Int(text[index &+ 2] & 0x3F)].contains(.inside)
        else { return nil }
        break
      }
    }
    // Letters of two scripts may be of the wrong one; a run of invisible characters alone is no term.
    if isLatin && isCyrillic || target == start { return nil }
    self.end = index
    keyByteCount = target &- start
    shape = writing.shape
    hasLetter = writing.letters > 0
  }

  /// Marks the bytes in a range, of bytes below 0x80.
  @inline(__always)
  private static func between(_ first: UInt8, _ last: UInt8, _ word: UInt64) -> UInt64 {
    (word &+ ByteBlocks.splat(0x80 &- first)) & ~(word &+ ByteBlocks.splat(0x7F &- last))
      & ByteBlocks.marks
  }
}

/// Counts how a run of letters and digits is written.
struct Writing {
  private(set) var letters = 0
  private var capitals = 0
  private var small = 0
  private var startsWithCapital = false
  private var hasInnerCapital = false
  var hasDigit = false

  /// Takes one scalar.
  @inline(__always)
  mutating func add(_ traits: LetterTraits) {
    if traits.contains(.upper) {
      if letters == 0 { startsWithCapital = true }
      if small > 0 { hasInnerCapital = true }
      capitals &+= 1
    } else if traits.contains(.lower) {
      small &+= 1
    }
    if traits.contains(.letter) { letters &+= 1 }
    if traits.contains(.digit) { hasDigit = true }
  }

  /// Takes up to eight ASCII letters, each marked by the high bit of its byte, the first one lowest; one at least.
  @inline(__always)
  mutating func add(capitals marked: UInt64, small markedSmall: UInt64) {
    if marked != 0 {
      if letters == 0, (marked | markedSmall) & (0 &- (marked | markedSmall)) & marked != 0 {
        startsWithCapital = true
      }
      // Above the lowest small letter.
      let above = markedSmall == 0 ? 0 : ~(markedSmall ^ (markedSmall &- 1))
      if small > 0 || marked & above != 0 { hasInnerCapital = true }
      capitals &+= marked.nonzeroBitCount
    }
    small &+= markedSmall.nonzeroBitCount
    letters &+= (marked | markedSmall).nonzeroBitCount
  }

  var shape: Term.Shape {
    var shape: Term.Shape = []
    if startsWithCapital { shape.insert(.capitalized) }
    if hasInnerCapital { shape.insert(.innerCapital) }
    if hasDigit { shape.insert(.hasDigit) }
    if capitals > 1, small == 0 { shape.insert(.allCapitals) }
    if letters == 1, !hasDigit { shape.insert(.singleLetter) }
    return shape
  }
}
