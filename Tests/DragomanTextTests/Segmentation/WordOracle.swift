@testable import DragomanText

/// ICU's own answer for the words of a text: its iterator over UTF-16.
struct WordOracle {
  private let finder: BoundaryFinder

  init() throws { finder = try BoundaryFinder() }

  /// The segments that ICU finds, with the kinds that its statuses and the first characters give.
  func segments(of text: [Unicode.Scalar]) -> [Token] {
    var units: [UInt16] = []
    for scalar in text { units.append(contentsOf: String(scalar).utf16) }
    var segments: [Token] = []
    var index = 0
    var unit = 0
    var byte = 0
    finder.forEachEnd(in: units) { end, sort in
      let start = byte
      let kind = SegmentKind.kind(ofFirst: text[index].value, sort: sort)
      while unit < end {
        unit += UTF16.width(text[index])
        byte += ScalarDecoding.length(of: text[index].value)
        index += 1
      }
      segments.append(Token(range: TextRange(start, byte), kind: kind))
    }
    return segments
  }

  /// The segments that the automaton finds alone: the answer for rules that ICU has no iterator for.
  static func segments(of bytes: [UInt8], _ automaton: RuleAutomaton) -> [Token] {
    var segments: [Token] = []
    var start = 0
    var last = RuleAutomaton.Lookahead()
    while start < bytes.count {
      let match = automaton.match(in: bytes, from: start, &last)
      segments.append(
        Token(
          range: TextRange(start, match.end),
          kind: SegmentKind.kind(ofFirst: match.first, sort: match.sort)))
      start = match.end
    }
    return segments
  }
}

/// Draws texts in which the characters that boundaries depend on are frequent.
struct BoundaryGrammar {
  /// Of words: characters of every Word_Break class and every path of the segmenter.
  static let classes: [[Unicode.Scalar]] = [
    Array("aZq".unicodeScalars), Array("07".unicodeScalars), [" "], [" ", "\t"], ["\n"], ["\r"],
    [".", "'"], [",", ";"], [":"], ["_"], ["@", "#"], ["-", "(", "!", "$"], ["\""],
    Array("çğİıöşü×÷".unicodeScalars), Array("Жйёқғ".unicodeScalars), ["\u{482}", "\u{483}"],
    ["\u{2019}", "\u{2018}"], ["\u{201C}", "\u{2013}", "\u{2026}"],
    ["\u{2024}", "\u{2027}", "\u{2044}"],
    ["\u{A0}", "\u{AB}", "\u{BB}", "\u{B2}"], ["\u{AD}", "\u{200E}"], ["\u{301}", "\u{308}"],
    ["\u{200D}"], ["\u{200C}", "\u{FE0F}"], ["\u{1F600}", "\u{1F468}", "\u{2708}"], ["\u{1F3FD}"],
    ["\u{1F1F9}", "\u{1F1F7}", "\u{1F1F0}"], ["\u{5D0}", "\u{5D1}"], ["\u{627}", "\u{644}"],
    ["\u{60C}", "\u{66B}"], ["\u{661}"], ["\u{30A2}", "\u{30FC}"], ["\u{3042}"],
    ["\u{4E2D}", "\u{56FD}"],
    ["\u{3002}", "\u{3000}"], ["\u{E01}", "\u{E32}", "\u{E49}"],
    ["\u{AC00}", "\u{1100}", "\u{1161}"],
    ["\u{2003}", "\u{202F}"], ["\u{85}", "\u{2028}", "\u{B}"], ["\u{B7}", "\u{387}"],
    ["\u{2139}", "\u{24C2}"],
    ["\u{1E9E}", "\u{1EA1}"], ["\u{10400}", "\u{1D7CE}"], ["\u{20000}"],
    ["\u{0}", "\u{FFFD}", "\u{7F}"],
    ["\u{915}", "\u{93F}", "\u{94D}"], ["\u{FF11}", "\u{FF21}", "\u{FF0E}"],
    ["\u{1200}", "\u{13A0}"],
  ]

  private let classes: [[Unicode.Scalar]]
  private var generator: SeededGenerator

  init(salt: UInt64, classes: [[Unicode.Scalar]] = Self.classes) {
    self.classes = classes
    generator = SeededGenerator(salt: salt)
  }

  /// A text of some hundred characters at most: runs of one class, of few classes, and of all of them.
  mutating func text() -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    // Plain text in front moves what follows across the ends of blocks.
    let plain = Array("The ministers met in Ankara on 5 May, 2026. ".unicodeScalars)
    for _ in 0..<Int.random(in: 0..<80, using: &generator) {
      result.append(plain[result.count % plain.count])
    }
    let few = (0..<3).map { _ in Int.random(in: 0..<classes.count, using: &generator) }
    let isNarrow = Bool.random(using: &generator)
    for _ in 0..<Int.random(in: 0..<60, using: &generator) {
      let index =
        isNarrow
        ? few[Int.random(in: 0..<3, using: &generator)]
        : Int.random(in: 0..<classes.count, using: &generator)
      let scalars = classes[index]
      result.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
    }
    return result
  }
}
