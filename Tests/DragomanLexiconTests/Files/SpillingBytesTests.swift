import Testing

@testable import DragomanLexicon

@Suite("Bytes that spill")
struct SpillingBytesTests {
  @Test(
    "are read as they were written, from memory and from a file",
    arguments: [0, 1, 100_000, 9_000_000])
  func roundTrip(count: Int) throws {
    let bytes = SpillingBytes(in: "/tmp")
    var expected: [UInt8] = []
    var number: UInt32 = 12345
    while expected.count < count {
      number = number &* 1_664_525 &+ 1_013_904_223
      let piece = (0..<Int(number >> 20 & 0xFFF)).map {
        UInt8(truncatingIfNeeded: $0 &+ Int(number))
      }
      try bytes.append(piece)
      expected += piece
    }
    #expect(bytes.count == expected.count)
    var read: [UInt8] = []
    try bytes.forEachPortion { portion throws(LexiconError) in read += portion }
    #expect(read == expected)
    var reader = SpilledReader(bytes)
    var again: [UInt8] = []
    while true {
      let next = try reader.bytes(777)
      again += next
      if next.count < 777 { break }
    }
    #expect(again == expected)
  }

  @Test("say where there is no room")
  func noFolder() throws {
    let bytes = SpillingBytes(in: "/nonexistent")
    #expect {
      for _ in 0..<100 { try bytes.append([UInt8](repeating: 1, count: 100_000)) }
    } throws: { ($0 as? LexiconError)?.code == .unwritableFile }
  }
}
