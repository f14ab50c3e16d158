/// The signs around the ends of sentences, and steps over them.
enum SentenceSigns {
  /// Quotes and brackets that may stand between a stop and the next sentence, closing or of either use.
  static func isCloser(_ scalar: UInt32) -> Bool {
    isClosingQuote(scalar) || isClosingBracket(scalar)
  }

  static func isClosingQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    // The German and Russian „…“ closes with the sign that opens “…”.
    case 0x22, 0x27, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x203A, 0x2033: true
    default: false
    }
  }

  static func isClosingBracket(_ scalar: UInt32) -> Bool { [0x29, 0x5D, 0x7D].contains(scalar) }

  /// Quotes and brackets that may stand before a sentence's first word.
  static func isOpener(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0xA1, 0xAB, 0xBF, 0x2018, 0x201A, 0x201C, 0x201E, 0x201F,
      0x2039:
      true
    default: false
    }
  }

  /// Hyphens and dashes.
  static func isDash(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || (0x2010...0x2015).contains(scalar)
  }

  /// Marks of question and exclamation and the stops of other scripts: what always stops, unless small letters follow.
  static func isStrongStop(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x3F, 0x203C, 0x203D, 0x2047...0x2049, 0x3002, 0xFF01, 0xFF1F, 0xFF61, 0x61F, 0x6D4,
      0x589, 0x964, 0x965:
      true
    default: false
    }
  }

  static let fullStop: UInt32 = 0x2E
  static let ellipsis: UInt32 = 0x2026

  /// The scalar before an index that is not the start, and where it starts.
  static func scalar(before index: Int, in bytes: [UInt8]) -> (value: UInt32, start: Int) {
    var start = index - 1
    while bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (ScalarDecoding.scalar(in: bytes, at: start).value, start)
  }

  /// The range without the white space at its ends; empty at its lower bound if it holds nothing else.
  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    while lower < range.upperBound {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: lower)
      if !ScalarProperties.isWhiteSpace(scalar) { break }
      lower += length
    }
    if lower == range.upperBound { return range.lowerBound..<range.lowerBound }
    var upper = range.upperBound
    while upper > lower {
      let (scalar, start) = scalar(before: upper, in: bytes)
      if !ScalarProperties.isWhiteSpace(scalar) { break }
      upper = start
    }
    return lower..<upper
  }

  /// Where the white space from an index on ends.
  static func skipWhiteSpace(from index: Int, to limit: Int, in bytes: [UInt8]) -> Int {
    var index = index
    while index < limit {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      if !ScalarProperties.isWhiteSpace(scalar) { break }
      index += length
    }
    return index
  }
}
