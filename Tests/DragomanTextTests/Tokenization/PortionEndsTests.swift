import Testing

@testable import DragomanText

@Suite("The ends of portions")
struct PortionEndsTests {
  private let tokenizer: Tokenizer

  init() throws { tokenizer = try Tokenizer() }

  /// How each portion of a text ends.
  static func sorts(in bytes: [UInt8], _ tokenizer: Tokenizer, limit: Int) -> [PortionEnds.Sort] {
    var ends = PortionEnds(tokenizer.segmenter, limit: limit, minimum: limit / 16)
    var rest = Array(String(decoding: bytes, as: UTF8.self).utf8)
    var sorts: [PortionEnds.Sort] = []
    while let end = ends.first(in: rest, count: rest.count, isWhole: true) {
      sorts.append(end.sort)
      rest.removeFirst(end.offset)
    }
    return sorts
  }

  private static let line = "The minister of foreign affairs opened a school in Astana"

  @Test(
    "are where the text allows it, the best first",
    arguments: [
      ("\(line)\n\n", line, .sureLine), ("\(line)\r\n\r\n", line, .sureLine),
      ("Headline\n", "\(line)\n\n", .sureLine), ("\(line) \(line) again\n", line, .sureLine),
      ("\(line)\n", "\(line) \(line)", .line), ("\(line)\r\n", "\(line) \(line)", .line),
      ("\(line) ", "A\(many(".-"))", .space), ("漢 ", "1\(many("漢"))", .space),
      ("漢字。漢字，", many("字"), .word), ("漢字，", "漢字http://a.example/\(many("b"))", .word),
      ("漢。", "漢한@\(many("字"))", .word), ("漢，", "Ж’\(many("\u{301}"))Ж", .word),
      ("漢", "。#\(many("字"))", .word),
      ("漢。", "h@\(many("字"))", .word),
      (String(repeating: "字，", count: 19), "字字字http:\(many("字"))", .word),
      (String(repeating: ".-", count: 63) + ".", "-a", .segment),
      (String(repeating: "a", count: 128), "a", .limit),
      (String(repeating: "字", count: 42), many("字"), .limit), ("a", "", .text),
    ] as [(String, String, PortionEnds.Sort)])
  func order(first: String, rest: String, sort: PortionEnds.Sort) {
    var ends = PortionEnds(tokenizer.segmenter, limit: 128, minimum: 1)
    let bytes = Array((first + rest).utf8)
    let end = ends.first(in: bytes, count: bytes.count, isWhole: true)
    #expect(end == PortionEnds.End(offset: first.utf8.count, sort: sort))
  }

  @Test("wait for more text where that could change them")
  func waiting() {
    var ends = PortionEnds(tokenizer.segmenter, limit: 128, minimum: 100)
    let bytes = Array("\(Self.line)\n\n\(Self.line) and in Almaty\n\(Self.line)".utf8)
    for count in 0..<128 {
      #expect(ends.first(in: bytes, count: count, isWhole: false) == nil, "\(count)")
    }
    #expect(ends.first(in: bytes, count: 128, isWhole: false)?.sort == .line)
  }

  private static func many(_ text: String) -> String { String(repeating: text, count: 100) }
}
