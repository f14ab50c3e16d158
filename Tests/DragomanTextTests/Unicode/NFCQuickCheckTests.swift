import Testing

@testable import DragomanText

@Suite("The quick check of NFC")
struct NFCQuickCheckTests {
  @Test("settles only scalars that begin a piece and stay as they are")
  func settled() {
    var failures: [UInt32] = []
    for scalar in UInt32(0)...0x10FFFF where !(0xD800...0xDFFF).contains(scalar) {
      guard NFCQuickCheck.classOf(scalar) == NFCQuickCheck.settled else { continue }
      if !NormalizationForms.hasBoundaryBefore(scalar) { failures.append(scalar) }
      // The planes behind have no more than the table's few hundred mappings; a step keeps the test short.
      if scalar < 0x3000 || scalar % 16 == 0, NormalizationForms.composed([scalar]) != [scalar] {
        failures.append(scalar)
      }
    }
    #expect(failures.isEmpty, "\(failures.prefix(20).map { String($0, radix: 16) })")
  }

  @Test("settles the letters of Latin and Cyrillic alphabets")
  func letters() {
    let alphabets = "ğışöçüİĞŞÖÇÜıəƏйёўїѓќЙЁЎЇәғқңөұүһіӘҒҚҢӨҰҮҺІéàñčšž’“”—"
    for scalar in alphabets.unicodeScalars {
      #expect(NFCQuickCheck.classOf(scalar.value) == NFCQuickCheck.settled, "\(scalar)")
    }
  }

  @Test("finds the first unsettled scalar wherever it stands")
  func positions() {
    for filler in ["a", "ş", "ж", "қ", "’", "漢", "😀"] {
      for count in [0, 1, 7, 8, 31, 32, 63, 64, 65, 130] {
        let text = String(repeating: filler, count: count)
        let bytes = Array(text.utf8)
        #expect(NFCQuickCheck.firstUnsettled(in: bytes, from: 0) == bytes.count)
        for mark in ["\u{301}", "\u{212B}", "\u{9BE}", "\u{1D15E}", "\u{483}"] {
          let found = NFCQuickCheck.firstUnsettled(in: bytes + Array(mark.utf8) + bytes, from: 0)
          #expect(found == bytes.count, "\(filler) \(count)")
        }
      }
    }
  }
}
