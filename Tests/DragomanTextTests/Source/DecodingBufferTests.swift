import Testing

@testable import DragomanText

@Suite("A decoding buffer")
struct DecodingBufferTests {
  @Test("knows at each step what more bytes cannot change", arguments: ["aüы€😀漢", "😀", "\u{FEFF}"])
  func steps(text: String) {
    var buffer = DecodingBuffer()
    var valid = 0
    for scalar in ("\u{FEFF}" + text).unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      for (index, byte) in bytes.enumerated() {
        buffer.append([byte])
        #expect(buffer.count == valid || index == bytes.count - 1)
      }
      valid = buffer.count
    }
    buffer.finish()
    #expect(Array(buffer.bytes.prefix(buffer.count)) == Array(text.utf8))
    #expect(buffer.replacements == 0)
  }

  @Test(
    "puts one U+FFFD for each unreadable part, cut anywhere",
    arguments: [
      ([0x61, 0xC3], "a\u{FFFD}"), ([0xC3, 0x61], "\u{FFFD}a"), ([0xE2, 0x82, 0x61], "\u{FFFD}a"),
      ([0xF0, 0x9F, 0x98], "\u{FFFD}"), ([0xE0, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF5, 0xFF], "\u{FFFD}\u{FFFD}"), ([0xC3, 0xC3, 0xBC], "\u{FFFD}ü"),
    ] as [([UInt8], String)])
  func illFormed(bytes: [UInt8], expected: String) {
    for cut in 0...bytes.count {
      var buffer = DecodingBuffer()
      buffer.append(bytes[..<cut])
      buffer.append(bytes[cut...])
      buffer.finish()
      #expect(buffer.bytes == Array(expected.utf8), "cut at \(cut)")
      #expect(buffer.replacements == expected.unicodeScalars.count { $0 == "\u{FFFD}" })
    }
  }

  @Test("gives bytes away and takes them back")
  func taking() {
    var buffer = DecodingBuffer()
    buffer.append(Array("Astana, ".utf8)[...])
    buffer.append([0xC3])
    let taken = buffer.take(upTo: 6, reusing: [1, 2, 3])
    #expect(taken == Array("Astana".utf8))
    #expect(buffer.count == 2)
    buffer.putBack(taken)
    buffer.append([0xBC])
    #expect(buffer.bytes == Array("Astana, ü".utf8))
    #expect(buffer.count == 10)
  }
}
