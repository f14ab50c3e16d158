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
    var next: [UInt8] = []
    repeat {
      try reader.read(777, into: &next)
      again += next
    } while next.count == 777
    #expect(again == expected)
  }

  @Test("are read as numbers were written, across portions")
  func numbers() throws {
    let bytes = SpillingBytes(in: "/tmp")
    var writer = SpillingWriter(bytes)
    for number in 0..<UInt32(50_000) {
      try writer.append(number &* 0x9E37_79B1)
      try writer.append(UInt8(truncatingIfNeeded: number))
      try writer.append([UInt8](repeating: 9, count: number == 7 ? 40_000 : 2)[...])
    }
    try writer.finish()
    #expect(bytes.count == 50_000 * 7 + 39_998)
    var reader = SpilledReader(bytes)
    var rest: [UInt8] = []
    for number in 0..<UInt32(50_000) {
      guard try reader.number() == number &* 0x9E37_79B1 else {
        Issue.record("number \(number)")
        return
      }
      try reader.read(number == 7 ? 40_001 : 3, into: &rest)
      #expect(rest.first == UInt8(truncatingIfNeeded: number) && rest.last == 9)
    }
    #expect(try reader.number() == nil)
  }

  @Test("say where there is no room")
  func noFolder() throws {
    let bytes = SpillingBytes(in: "/nonexistent")
    #expect {
      for _ in 0..<100 { try bytes.append([UInt8](repeating: 1, count: 100_000)) }
    } throws: { ($0 as? LexiconError)?.code == .unwritableFile }
  }
}
