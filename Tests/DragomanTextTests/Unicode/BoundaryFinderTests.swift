import Testing

@testable import DragomanText

@Suite(
  "A boundary finder",
  .enabled(if: ICU.unicodeVersion == UnicodeTestFile.version, "the test files are of Unicode 15.0"))
struct BoundaryFinderTests {
  @Test("cuts words where WordBreakTest.txt does, but for 15 cases with a colon between letters")
  func words() throws {
    let tokenizer = try Tokenizer()
    let cases = try BoundaryCase.all(in: "WordBreakTest.txt")
    #expect(cases.count == 1823)
    var colons = 0
    for expected in cases {
      let ends = tokenizer.segments(of: SourceText(expected.text)).map(\.range.upperBound)
      let found = expected.cut(atBytes: ends)
      // UAX #29 counts U+003A among MidLetter, for Swedish and Finnish, and lets a locale leave it out; ICU's root
      // rules do: $MidLetter=[\p{Word_Break=MidLetter}-[\:\uFE55\uFF1A]]. So "a:b" is one word there and three here.
      if holdsColonInsideWord(expected) {
        colons += 1
        #expect(found.description != expected.description)
        #expect(found.description == splitAtColons(expected).description)
      } else {
        #expect(found.description == expected.description)
      }
    }
    #expect(colons == 15)
  }

  @Test("finds all segments of a text longer than one batch, and none in an empty one")
  func batches() throws {
    let finder = try BoundaryFinder()
    for count in [0, 1023, 1024, 1025, 2048, 5000] {
      var ends: [Int] = []
      finder.forEachEnd(in: [UInt16](repeating: 0x2E, count: count)) { end, _ in ends.append(end) }
      #expect(ends == Array(1..<count + 1))
    }
  }

  /// Whether the file joins a colon to the letter before it.
  private func holdsColonInsideWord(_ boundaryCase: BoundaryCase) -> Bool {
    boundaryCase.scalars.indices.contains { index in
      index > 0 && boundaryCase.scalars[index] == 0x3A && !boundaryCase.boundaries.contains(index)
    }
  }

  /// The case with a boundary before each colon, and one behind it and the marks it carries.
  private func splitAtColons(_ boundaryCase: BoundaryCase) -> BoundaryCase {
    var boundaries = Set(boundaryCase.boundaries)
    for (index, scalar) in boundaryCase.scalars.enumerated() where scalar == 0x3A {
      if index > 0 { boundaries.insert(index) }
      var end = index + 1
      while end < boundaryCase.scalars.count,
        [0x308, 0xAD, 0x200D].contains(boundaryCase.scalars[end])
      { end += 1 }
      boundaries.insert(end)
    }
    return BoundaryCase(scalars: boundaryCase.scalars, boundaries: boundaries.sorted())
  }
}
