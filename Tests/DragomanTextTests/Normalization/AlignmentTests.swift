import Testing

@testable import DragomanText

@Suite("An alignment")
struct AlignmentTests {
  @Test(
    "leads every range of the result back to the source, in order",
    arguments: NormalizationLevel.allCases)
  func ranges(level: NormalizationLevel) {
    let normalizer = Normalizer(level: level)
    for text in SampleTexts.all(random: 300, salt: 4) {
      let result = normalizer.normalize(SourceText(text))
      let shown = Comment(rawValue: SampleTexts.shown(text))
      check(result, shown)
      let alignment = result.alignment
      let whole = TextRange(0, result.bytes.count)
      if !result.bytes.isEmpty {
        // The whole result is the whole source, but for what was removed at its edges.
        #expect(isWhole(alignment.sourceRange(of: whole), of: result), shown)
        #expect(alignment.resultRange(of: TextRange(0, result.source.count)) == whole, shown)
      }
      var last = TextRange(0, 0)
      for scalar in scalarRanges(result.bytes) {
        let source = alignment.sourceRange(of: scalar)
        #expect(source.lowerBound >= last.lowerBound && source.upperBound >= last.upperBound, shown)
        #expect(source.upperBound <= result.source.count, shown)
        #expect(isBoundary(source.lowerBound, result.source.bytes), shown)
        #expect(isBoundary(source.upperBound, result.source.bytes), shown)
        #expect(alignment.resultRange(of: source).contains(scalar), shown)
        last = source
      }
      last = TextRange(0, 0)
      for scalar in scalarRanges(result.source.bytes) {
        let target = alignment.resultRange(of: scalar)
        #expect(target.lowerBound >= last.lowerBound && target.upperBound >= last.upperBound, shown)
        #expect(target.upperBound <= result.bytes.count, shown)
        last = target
      }
    }
  }

  @Test(
    "takes in no removed character behind a range",
    arguments: [
      ("ab\u{AD} c", "ab", "ab"), ("x\u{AD}y\u{AD} z", "xy", "x\u{AD}y"),
      ("a\u{AD}b \u{200B}c\u{200B}\u{AD}.", "c", "c"),
      ("\u{AD}a\u{AD}\u{200B} b", "a", "a"), ("’\u{AD}a\u{AD}’", "a", "a"),
    ])
  func removals(text: String, part: String, expected: String) throws {
    let result = Normalizer(level: .typographic).normalize(SourceText(text))
    let bytes = Array(part.utf8)
    let start = try #require(
      result.bytes.indices.first { result.bytes[$0...].starts(with: bytes) },
      "the part is in the result")
    let source = result.sourceRange(of: TextRange(start, start + bytes.count))
    #expect(
      Array(result.source.bytes[source.lowerBound..<source.upperBound]) == Array(expected.utf8))
  }

  @Test(
    "quotes the source of a name",
    arguments: [
      (
        "On 5 May, Ka\u{AD}zakh\u{AD}stan’s İSTANBUL office", "kazakhstan", "Ka\u{AD}zakh\u{AD}stan"
      ),
      ("On 5 May, Ka\u{AD}zakh\u{AD}stan’s İSTANBUL office", "istanbul", "İSTANBUL"),
      ("“Z\u{65}\u{301}b” ﬁrst Straße", "zeb", "Ze\u{301}b"),
      ("“Z\u{65}\u{301}b” ﬁrst Straße", "strasse", "Straße"),
    ])
  func names(text: String, key: String, expected: String) throws {
    let result = Normalizer(level: .searchKey).normalize(SourceText(text))
    let bytes = Array(key.utf8)
    let start = try #require(result.bytes.indices.first { result.bytes[$0...].starts(with: bytes) })
    let source = result.sourceRange(of: TextRange(start, start + bytes.count))
    #expect(Array(result.source.text(in: source).utf8) == Array(expected.utf8))
  }

  @Test("of two steps leads through both")
  func composition() {
    var first = Alignment()
    first.append(source: TextRange(2, 4), result: TextRange(2, 3))
    var second = Alignment()
    second.append(source: TextRange(5, 6), result: TextRange(5, 8))
    let both = first.followed(by: second)
    #expect(both.sourceRange(of: TextRange(2, 3)) == TextRange(2, 4))
    #expect(both.sourceRange(of: TextRange(5, 8)) == TextRange(6, 7))
    #expect(both.sourceRange(of: TextRange(8, 9)) == TextRange(7, 8))
    #expect(both.sourceRange(of: TextRange(6, 7)) == TextRange(6, 7))
    #expect(first.followed(by: Alignment()) == first)
    #expect(Alignment().followed(by: second) == second)
  }

  /// Edits are in order, do not overlap, and what lies between them is equal byte for byte.
  private func check(_ result: NormalizedText, _ comment: Comment) {
    var source = 0
    var target = 0
    for edit in result.alignment.edits {
      guard edit.source.lowerBound >= source, edit.result.lowerBound >= target else {
        Issue.record("edits overlap; \(comment)")
        return
      }
      let kept = result.source.bytes[source..<edit.source.lowerBound]
      #expect(kept.elementsEqual(result.bytes[target..<edit.result.lowerBound]), comment)
      source = edit.source.upperBound
      target = edit.result.upperBound
    }
    #expect(result.source.bytes[source...].elementsEqual(result.bytes[target...]), comment)
  }

  private func isWhole(_ range: TextRange, of result: NormalizedText) -> Bool {
    let edits = result.alignment.edits.filter(\.result.isEmpty)
    var lower = 0
    while let edit = edits.first(where: {
      $0.source.lowerBound == lower && lower < range.lowerBound
    }) {
      lower = edit.source.upperBound
    }
    var upper = result.source.count
    while let edit = edits.first(where: {
      $0.source.upperBound == upper && upper > range.upperBound
    }) {
      upper = edit.source.lowerBound
    }
    return TextRange(lower, upper) == range
  }

  private func scalarRanges(_ bytes: [UInt8]) -> [TextRange] {
    var result: [TextRange] = []
    var index = 0
    while index < bytes.count {
      let length = ScalarDecoding.scalar(in: bytes, at: index).length
      result.append(TextRange(index, index + length))
      index += length
    }
    return result
  }

  private func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
