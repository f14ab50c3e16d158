import Testing

@testable import DragomanTagging

@Suite("Tables over hashes")
struct HashTableTests {
  @Test("hashes are numbered in the order in which they come")
  func numbers() {
    var numbers = HashNumbers()
    #expect(numbers[7] == nil)
    #expect(numbers.insert(7) == (0, true))
    #expect(numbers.insert(0) == (1, true))
    #expect(numbers.insert(7) == (0, false))
    #expect(numbers[0] == 1)
    #expect(!numbers.contains(8))
    #expect(numbers.count == 2)
  }

  @Test(
    "hashes whose low bits are the same, or of which there are many, are told apart",
    arguments: [
      UInt64(1), 16, 1 << 40, 0x9E37_79B9_7F4A_7C15,
    ])
  func collisions(step: UInt64) {
    var numbers = HashNumbers(capacity: 3)
    for index in 0..<1_000 { #expect(numbers.insert(UInt64(index) &* step).number == index) }
    for index in 0..<1_000 { #expect(numbers[UInt64(index) &* step] == index) }
    #expect(numbers[1_000 &* step] == nil)
  }

  @Test("an emptied table numbers anew")
  func emptied() {
    var numbers = HashNumbers()
    for hash in 0..<100 { numbers.insert(UInt64(hash)) }
    numbers.removeAll()
    #expect(numbers.count == 0)
    #expect(!numbers.contains(50))
    #expect(numbers.insert(50) == (0, true))
  }

  @Test("the first value of a hash stays until another is set")
  func values() {
    var table = HashTable<String>()
    table.insert("first", at: 3)
    table.insert("second", at: 3)
    table.insert("other", at: 19)
    #expect(table[3] == "first")
    #expect(table[4] == nil)
    table.set("third", at: 3)
    table.update(19, default: "") { $0 += "wise" }
    table.update(20, default: "new") { $0 += "er" }
    #expect(table.values == ["third", "otherwise", "newer"])
    table.removeAll()
    #expect(table[3] == nil)
    #expect(table.count == 0)
  }
}
