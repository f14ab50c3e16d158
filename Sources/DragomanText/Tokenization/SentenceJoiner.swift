/// Makes sentences of ICU's sentence boundaries: what ends in an abbreviation or an initial goes on, and white space
/// around a sentence is left out.
enum SentenceJoiner {
  /// ICU's rules with the abbreviations of CLDR where it has some; they are English, so an unknown language has none.
  static func rules(for language: LanguageTag) -> BoundaryFinder.Rules {
    .sentences(language == .english || language == .russian ? language : nil)
  }

  /// In bytes, with room for initials joined by points.
  private static let longestAbbreviation = 64

  static func sentences(
    endingAt ends: [Int], in bytes: [UInt8], language: LanguageTag
  ) -> [TextRange] {
    let abbreviations = Abbreviations.endings(for: language)
    var result: [TextRange] = []
    var start = 0
    var pieceStart = 0
    for (index, end) in ends.enumerated() {
      // Only the last piece is looked at, so that a run of abbreviations costs no more than its length.
      let piece = trimmed(pieceStart..<end, in: bytes)
      let goesOn =
        index + 1 < ends.count && !endsLine(pieceStart..<end, in: bytes)
        && endsInAbbreviation(piece, in: bytes, abbreviations)
      pieceStart = end
      if goesOn { continue }
      let body = trimmed(start..<end, in: bytes)
      if !body.isEmpty { result.append(TextRange(body.lowerBound, body.upperBound)) }
      start = end
    }
    return result
  }

  /// Whether the last word before the full stop is an abbreviation or an initial.
  private static func endsInAbbreviation(
    _ range: Range<Int>, in bytes: [UInt8], _ abbreviations: Set<String>
  ) -> Bool {
    guard let last = bytes[range].last, last == 0x2E else { return false }
    var start = range.upperBound - 1
    while start > range.lowerBound, range.upperBound - start < longestAbbreviation {
      var previous = start - 1
      while bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
      if isBreak(ScalarDecoding.scalar(in: bytes, at: previous).value) { break }
      start = previous
    }
    let word = start..<range.upperBound - 1
    if word.isEmpty { return false }
    if abbreviations.contains(String(decoding: bytes[word], as: UTF8.self)) { return true }
    // An initial: one capital, or the last of several parted by points ("T.C.", "K.-J.").
    let tail = bytes[word].lastIndex(of: 0x2E).map { $0 + 1 } ?? word.lowerBound
    guard tail < word.upperBound else { return false }
    let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: tail)
    return tail + length == word.upperBound && ScalarProperties.isUppercase(scalar)
  }

  /// White space, opening brackets and opening quotes: what may stand before a word.
  private static func isBreak(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x20, 0x22, 0x28, 0x5B, 0xAB, 0x2018, 0x201C, 0x201E: true
    default: ScalarProperties.isWhiteSpace(scalar)
    }
  }

  private static func endsLine(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    var index = range.upperBound
    while index > range.lowerBound, bytes[index - 1] <= 0x20 {
      if bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D { return true }
      index -= 1
    }
    return false
  }

  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.lowerBound
    var index = range.lowerBound
    var isLeading = true
    while index < range.upperBound {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      index += length
      if ScalarProperties.isWhiteSpace(scalar) {
        if isLeading { lower = index }
      } else {
        isLeading = false
        upper = index
      }
    }
    return isLeading ? lower..<lower : lower..<upper
  }
}
