import DragomanText
import Testing

@testable import DragomanLexicon

@Suite("The table of terms")
struct TermTableTests {
  @Test("puts terms in the order of their hashes, equals as they came", arguments: [0, 1, 5, 3000])
  func order(count: Int) throws {
    var terms = TermTable()
    for number in 0..<count {
      let key = Array("key\(number)".utf8)
      let hash = number.isMultiple(of: 7) ? ~0 >> 1 : SearchKeyHash.of(key[...])
      let look = terms.keys.firstLook(hash)
      _ = terms.number(of: key.indices, in: key.span, hash: hash, look)
    }
    let hashes = terms.keys.hashes
    let expected = (0..<UInt32(count)).sorted { (hashes[Int($0)], $0) < (hashes[Int($1)], $1) }
    #expect(terms.order() == expected)
  }
}
