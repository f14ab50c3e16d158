/// Builds a changed copy of a text and its alignment; as long as nothing changes, nothing is copied.
struct TextRewriter {
  private let source: [UInt8]
  private var result: [UInt8] = []
  private var alignment = Alignment()
  /// How far the source is copied.
  private var copied = 0

  init(_ source: [UInt8]) {
    self.source = source
  }

  /// Puts `replacement` in the place of a range behind all earlier ones; does nothing if they are equal.
  mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) {
    guard !source[range].elementsEqual(replacement) else { return }
    result.append(contentsOf: source[copied..<range.lowerBound])
    let start = result.count
    result.append(contentsOf: replacement)
    alignment.append(
      source: TextRange(range.lowerBound, range.upperBound), result: TextRange(start, result.count))
    copied = range.upperBound
  }

  /// The whole text and its alignment.
  consuming func finish() -> (bytes: [UInt8], alignment: Alignment) {
    if alignment.isIdentity { return (source, alignment) }
    result.append(contentsOf: source[copied...])
    return (result, alignment)
  }
}
