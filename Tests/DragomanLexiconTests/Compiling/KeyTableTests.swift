import DragomanText
import Testing

@testable import DragomanLexicon

@Suite("The table of keys")
struct KeyTableTests {
  @Test("numbers keys as a dictionary does, whatever their length and hash", arguments: 1...10)
  func numbers(round: UInt64) throws {
    var generator = SeededGenerator(salt: round)
    var table = KeyTable()
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    let text = (0..<4000).map { _ in UInt8.random(in: 0x61...0x62, using: &generator) }
    for _ in 0..<20_000 {
      let start = Int.random(in: 0..<text.count, using: &generator)
      let end = min(text.count, start + Int.random(in: 0...40, using: &generator))
      let range = start..<end
      // Few hashes, so that many keys share theirs.
      let hash = round < 6 ? SearchKeyHash.of(text[range]) : UInt64(range.count) << 32
      let look = table.firstLook(hash)
      #expect(table.number(of: range, in: text.span, hash: hash, look) == numbers[text[range]])
      if numbers[text[range]] == nil { numbers[text[range]] = numbers.count }
      #expect(table.insert(range, in: text.span, hash: hash, look) == numbers[text[range]])
      if round > 5, numbers.count > 2000 { break }
    }
    #expect(table.count == numbers.count)
    for (key, number) in numbers {
      #expect(table[number] == key)
      #expect(table.length(of: number) == key.count)
    }
  }
}
