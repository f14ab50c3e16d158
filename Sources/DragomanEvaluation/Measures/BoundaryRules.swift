internal import Dragoman

/// Evens out what guidelines disagree about where names end, for gold and answer alike.
///
/// * In all languages spaces and punctuation around a name are cut, and a full stop behind it if more than one character
///   is left (`U.S.` and `U.S` agree).
/// * In Turkish and Kazakh a span goes on to the end of its last word, with apostrophe and ending: `Gazze`, `Gazze'deki`
///   and `Bakanlığı`, `Bakanlığından` agree.
/// * In other languages an article in front (`the`, `a`, `an`) and a possessive behind (`'s`, `'`) are cut.
struct BoundaryRules {
  private static let outer: Set<Unicode.Scalar> = [
    ",", ";", ":", "!", "?", "\"", "“", "”", "„", "«", "»", "(", ")", "[", "]", "{", "}",
  ]
  private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "‘", "ʼ", "`", "´"]

  private let scalars: [Unicode.Scalar]
  /// The byte that each scalar starts at, and the text's end.
  private let starts: [Int]
  private let takesEndings: Bool

  init(_ source: SourceText, language: LanguageTag?) {
    var (scalars, starts): ([Unicode.Scalar], [Int]) = ([], [])
    var byte = 0
    for scalar in String(decoding: source.bytes, as: UTF8.self).unicodeScalars {
      scalars.append(scalar)
      starts.append(byte)
      byte += UTF8.width(scalar)
    }
    (self.scalars, self.starts) = (scalars, starts + [byte])
    takesEndings = language == .turkish || language == .kazakh
  }

  /// An annotation whose spans and mentions have even boundaries; what becomes empty goes.
  func evened(_ annotation: Annotation) -> Annotation {
    func spans(_ spans: [NamedSpan]) -> [NamedSpan] {
      spans.compactMap { span in evened(span.range).map { NamedSpan($0, span.kind) } }
    }
    return Annotation(
      spans: spans(annotation.spans), nested: spans(annotation.nested),
      things: annotation.things?.map { thing in
        NamedThing(
          kind: thing.kind, name: thing.name, mentions: thing.mentions.compactMap(evened),
          nested: thing.nested.compactMap(evened))
      }, roles: annotation.roles, topics: annotation.topics)
  }

  private func evened(_ range: TextRange) -> TextRange? {
    var (start, end) = (index(of: range.lowerBound), index(of: range.upperBound))
    while start < end, isOuter(start) { start += 1 }
    while end > start, isOuter(end - 1) { end -= 1 }
    cutStop(start, &end)
    if takesEndings {
      while end < scalars.count, isWord(end) || isApostropheInWord(end) { end += 1 }
    } else {
      start = behindArticle(start, end)
      cutPossessive(start, &end)
      cutStop(start, &end)
    }
    return start < end ? TextRange(starts[start], starts[end]) : nil
  }

  /// The scalar that starts at a byte, by halving.
  private func index(of byte: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isOuter(_ index: Int) -> Bool {
    scalars[index].properties.isWhitespace || Self.outer.contains(scalars[index])
  }

  private func isWord(_ index: Int) -> Bool {
    switch scalars[index].properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  private func isApostropheInWord(_ index: Int) -> Bool {
    Self.apostrophes.contains(scalars[index]) && index + 1 < scalars.count
      && scalars[index + 1].properties.isAlphabetic
  }

  private func cutStop(_ start: Int, _ end: inout Int) {
    if end - start > 2, scalars[end - 1] == "." { end -= 1 }
  }

  private func cutPossessive(_ start: Int, _ end: inout Int) {
    let hasS = end - start > 2 && (scalars[end - 1] == "s" || scalars[end - 1] == "S")
    if hasS, ["'", "’", "`", "´"].contains(scalars[end - 2]) {
      end -= 2
    } else if end - start > 1, ["'", "’"].contains(scalars[end - 1]) {
      end -= 1
    }
  }

  /// Where the name starts behind an article and the spaces after it.
  private func behindArticle(_ start: Int, _ end: Int) -> Int {
    guard let space = (start..<end).first(where: { scalars[$0].properties.isWhitespace }) else {
      return start
    }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[start..<space])
    guard ["the", "The", "THE", "a", "A", "an", "An"].contains(String(word)) else { return start }
    return (space..<end).first { !scalars[$0].properties.isWhitespace } ?? start
  }
}
