import CICU
import Testing

/// ICU's own answer for the sentences of a text: its iterator over UTF-16.
@safe final class SentenceOracle {
  private let breaker: OpaquePointer?

  init() throws {
    var status: Int32 = 0
    unsafe breaker = cicu_breaker_open(Int32(CICU_RULES_SENTENCES), &status)
    try #require(status == 0)
  }

  deinit { unsafe cicu_breaker_close(breaker) }

  /// The ends that ICU finds, in bytes of UTF-8.
  func ends(of text: [Unicode.Scalar]) -> [Int] {
    var units: [UInt16] = []
    // By unit, the start of a character in bytes.
    var bytes: [Int] = []
    var byte = 0
    for scalar in text {
      let start = units.count
      units.append(contentsOf: String(scalar).utf16)
      bytes.append(contentsOf: repeatElement(byte, count: units.count - start))
      byte += String(scalar).utf8.count
    }
    bytes.append(byte)
    return unsafe units.withUnsafeBufferPointer { units in
      #expect(unsafe cicu_breaker_set_text16(breaker, units.baseAddress, Int32(units.count)) == 0)
      var ends: [Int] = []
      var end: UInt32 = 0
      while unsafe cicu_breaker_next(breaker, &end, nil, 1) == 1 { ends.append(bytes[Int(end)]) }
      return ends
    }
  }

  /// Characters of every Sentence_Break class, of one to four bytes where it has such.
  static let classes: [[Unicode.Scalar]] = [
    // Upper, Lower, OLetter, Numeric.
    Array("AZÇİЖ".unicodeScalars), ["\u{10400}", "\u{1D400}", "\u{2160}"],
    Array("azçıж".unicodeScalars), ["\u{10428}", "\u{1D41A}", "\u{2170}"],
    ["\u{5D0}", "\u{627}", "\u{E01}", "\u{915}"], ["\u{4E2D}", "\u{AC00}", "\u{20000}"],
    Array("07".unicodeScalars), ["\u{661}", "\u{FF11}", "\u{1D7CE}"],
    // ATerm, STerm, Close, Sp, SContinue.
    ["."], ["\u{2024}", "\u{FE52}", "\u{FF0E}"],
    ["!", "?"], ["\u{589}", "\u{61F}", "\u{6D4}", "\u{203D}", "\u{3002}", "\u{FF01}", "\u{110BE}"],
    Array(")(\"'[".unicodeScalars), ["\u{AB}", "\u{2019}", "\u{201C}", "\u{300C}", "\u{1F676}"],
    [" ", "\t"], ["\u{A0}", "\u{2003}", "\u{3000}"],
    [",", "-", ":"], ["\u{55D}", "\u{2013}", "\u{3001}", "\u{FF0C}"],
    // Sep, CR, LF.
    ["\u{85}"], ["\u{2028}", "\u{2029}"], ["\r"], ["\n"],
    // Extend, Format, and what has no class.
    ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{93F}", "\u{1F3FD}"],
    ["\u{AD}", "\u{200E}", "\u{E0001}"],
    Array("/>;&_\u{0}\u{8}\u{B}\u{F}\u{7F}".unicodeScalars),
    ["\u{2026}", "\u{2044}", "\u{1F600}", "\u{FFFD}", "\u{E000}", "\u{10FFFF}"],
  ]
}
