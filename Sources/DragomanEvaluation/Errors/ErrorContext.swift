internal import Dragoman

/// A piece of an error's context: some text that is in gold's span, in the one that was found, in both, or in none.
struct ContextPiece: Hashable {
  let text: String
  let isGold: Bool
  let isFound: Bool
}

/// Cuts an error's context out of its text.
struct ErrorContext {
  /// How many bytes are shown on each side of a name.
  private static let reach = 160
  let pieces: [ContextPiece]
  /// Whether text of the sentence is left out before and behind.
  let isCutBefore: Bool
  let isCutBehind: Bool

  init(_ error: NameError, in source: SourceText) {
    let spans = [error.gold, error.found].compactMap { $0?.range }
    let first = spans.map(\.lowerBound).min() ?? error.context.lowerBound
    let last = spans.map(\.upperBound).max() ?? error.context.upperBound
    let lower = Self.wordStart(
      max(error.context.lowerBound, first - Self.reach), first, error.context.lowerBound, source)
    let upper = Self.wordEnd(
      min(error.context.upperBound, last + Self.reach), last, error.context.upperBound, source)
    let cuts = Set([lower, upper] + spans.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
    pieces = zip(cuts, cuts.dropFirst()).map { start, end in
      ContextPiece(
        text: source.text(in: TextRange(start, end)),
        isGold: error.gold.map { $0.range.contains(TextRange(start, end)) } ?? false,
        isFound: error.found.map { $0.range.contains(TextRange(start, end)) } ?? false)
    }
    isCutBefore = lower > error.context.lowerBound
    isCutBehind = upper < error.context.upperBound
  }

  /// The first place from `start` on where a word may start, before the name.
  private static func wordStart(
    _ start: Int, _ name: Int, _ sentence: Int, _ source: SourceText
  ) -> Int {
    if start == sentence { return start }
    if let space = source.bytes[start..<name].firstIndex(where: { $0 <= 0x20 }) { return space + 1 }
    return source.bytes[start..<name].firstIndex { $0 & 0xC0 != 0x80 } ?? name
  }

  private static func wordEnd(
    _ end: Int, _ name: Int, _ sentence: Int, _ source: SourceText
  ) -> Int {
    if end == sentence { return end }
    if let space = source.bytes[name..<end].lastIndex(where: { $0 <= 0x20 }) { return space }
    return source.bytes[name..<end].lastIndex { $0 & 0xC0 != 0x80 } ?? name
  }

  /// On one line, gold's span in square brackets and what was found in curly ones: `the [Ministry of {Trade}]`.
  /// Controls, which a terminal would obey, become spaces.
  var line: String {
    var result = isCutBefore ? "… " : ""
    let gold = pieces.lastIndex { $0.isGold } ?? 0
    let found = pieces.lastIndex { $0.isFound } ?? 0
    // Of two that start together the longer one is outside; of two that end together the one that started first.
    let outerIsGold = gold >= found
    for (index, piece) in pieces.enumerated() {
      let before = index > 0 ? pieces[index - 1] : nil
      let behind = index + 1 < pieces.count ? pieces[index + 1] : nil
      let opensGold = piece.isGold && before?.isGold != true
      let opensFound = piece.isFound && before?.isFound != true
      result += opensGold && (outerIsGold || !opensFound) ? "[" : ""
      result += opensFound ? "{" : ""
      result += opensGold && opensFound && !outerIsGold ? "[" : ""
      result += Self.plain(piece.text)
      let closesGold = piece.isGold && behind?.isGold != true
      let closesFound = piece.isFound && behind?.isFound != true
      let goldIsOuter =
        pieces.firstIndex { $0.isGold } ?? 0 <= pieces.firstIndex { $0.isFound } ?? 0
      result += closesGold && !goldIsOuter ? "]" : ""
      result += closesFound ? "}" : ""
      result += closesGold && goldIsOuter ? "]" : ""
    }
    return result + (isCutBehind ? " …" : "")
  }

  /// The name of a sign that turns the direction of writing, shown in its place: no text changes how another is read.
  static func name(ofTurn scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}":
      "⟨U+\(String(scalar.value, radix: 16, uppercase: true))⟩"
    default: nil
    }
  }

  /// A text without controls and line ends; runs of spaces become one.
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
        if result.unicodeScalars.last != " " { result.unicodeScalars.append(" ") }
      default:
        if let name = name(ofTurn: scalar) {
          result += name
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
