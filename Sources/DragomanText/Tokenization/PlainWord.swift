/// A word of ASCII letters, digits and letters of two bytes that fold each for itself: its key, written in one pass, and
/// how the word is written.
struct PlainWord {
  /// How many bytes the key has.
  let keyByteCount: Int
  /// How the word is written.
  let shape: Term.Shape
  /// Whether there is a letter in it.
  let hasLetter: Bool

  /// The longest word that is looked at.
  static let maximumByteCount = 256
  /// The most bytes that are written: a letter of two folds to six at most, and a store takes eight.
  static let maximumKeyByteCount = maximumByteCount * 3 + 8

  /// Reads a word and writes its key.
  ///
  /// - Parameters:
  ///   - range: where the word stands; not empty.
  ///   - key: has room for ``maximumKeyByteCount`` bytes from `start` on.
  /// - Returns: `nil` if the word holds anything else. What was written from `start` on means nothing then.
  @inline(__always)
  init?(
    _ text: Span<UInt8>, _ range: Range<Int>, key: inout MutableSpan<UInt8>, at start: Int
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
        let here = ~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
        let ascii = word & here
        let low = ascii & ~ByteBlocks.marks
        let capitals = Self.between(0x41, 0x5A, low)
        let small = Self.between(0x61, 0x7A, low)
        let digits = Self.between(0x30, 0x39, low)
        if capitals | small | digits != ByteBlocks.marks & here { return nil }
        key.store(ascii | capitals &>> 2, at: target)
        if capitals | small != 0 {
          isLatin = true
          writing.add(capitals: capitals, small: small)
        }
        if digits != 0 { writing.hasDigit = true }
        index &+= count
        target &+= count
      } else {
        guard lead < 0xE0 else { return nil }
        let scalar = Int(lead & 0x1F) &<< 6 | Int(text[index &+ 1] & 0x3F)
        let letter = FoldedLetter.table[scalar]
        let traits = LetterTraits.table[scalar]
        guard traits.contains(.inside), !letter.isInteracting else { return nil }
        isLatin = isLatin || letter.isLatin
        isCyrillic = isCyrillic || letter.isCyrillic
        writing.add(traits)
        key.store(letter.packed, at: target)
        index &+= 2
        target &+= letter.count
      }
    }
    // Letters of two scripts may be of the wrong one; a run of invisible characters alone is no term.
    if isLatin && isCyrillic || target == start { return nil }
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
