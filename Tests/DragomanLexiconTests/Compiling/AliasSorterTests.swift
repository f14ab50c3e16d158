import Testing

@testable import DragomanLexicon

@Suite("The sorter of aliases")
struct AliasSorterTests {
  private struct Record: Equatable {
    var terms: [UInt32]
    var place: UInt32
  }

  private static func sorted(_ records: [Record], limit: Int) throws -> [Record] {
    var sorter = AliasSorter(in: "/tmp", limit: limit)
    for record in records { try sorter.add(record.terms, record.place, 7) }
    var result: [Record] = []
    try sorter.forEach { terms, place, second throws(LexiconError) in
      #expect(second == 7)
      result.append(Record(terms: Array(terms), place: place))
    }
    return result
  }

  @Test(
    "gives the same order in memory and from runs on disk, equals as they came", arguments: 1...20)
  func runs(round: UInt64) throws {
    var generator = SeededGenerator(salt: round)
    let records = (0..<2000).map { place in
      let count = Int.random(in: 1...5, using: &generator)
      return Record(
        terms: (0..<count).map { _ in UInt32.random(in: 0...3, using: &generator) },
        place: UInt32(place))
    }
    let expected = records.sorted {
      $0.terms == $1.terms
        ? $0.place < $1.place : $0.terms.lexicographicallyPrecedes($1.terms)
    }
    #expect(try Self.sorted(records, limit: .max) == expected)
    #expect(try Self.sorted(records, limit: 1000) == expected)
    #expect(try Self.sorted(records, limit: 4) == expected)
  }
}
