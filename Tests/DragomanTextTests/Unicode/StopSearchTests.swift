import Testing

@testable import DragomanText

@Suite("A search for stops")
struct StopSearchTests {
  @Test("finds what a plain search finds, from every start to every end")
  func plain() {
    let bytes = Array("Да… A.b!? 5.0 \u{A6}\u{2C}/>\"-. Ц Ёё «ж».\u{AE}\u{BF}\u{A1}".utf8)
    let stops: [UInt8] = [0x2E, 0x21, 0x3F, 0xA6]
    for start in 0...bytes.count {
      for end in start...bytes.count {
        let expected = bytes[start..<end].firstIndex { stops.contains($0) } ?? end
        #expect(StopSearch.first(in: start..<end, of: bytes) == expected)
      }
    }
  }

  @Test("finds nothing among all other bytes")
  func others() {
    let bytes = (UInt8.min...UInt8.max).filter { ![0x2E, 0x21, 0x3F, 0xA6].contains($0) }
    #expect(StopSearch.first(in: 0..<bytes.count, of: bytes) == bytes.count)
  }
}
