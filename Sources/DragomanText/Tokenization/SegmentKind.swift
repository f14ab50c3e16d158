/// Decides the kind of a segment between two word boundaries.
enum SegmentKind {
  /// - Parameters:
  ///   - scalar: the segment's first.
  ///   - sort: what ICU's rules say of the segment.
  static func kind(ofFirst scalar: UInt32, sort: SegmentSort) -> TokenKind {
    switch sort {
    case .letter, .kana, .ideograph: return .word
    case .number, .other: break
    }
    // ICU calls a segment that ends in a digit a number, with letters before it or not (`G20`).
    if sort == .number {
      return ScalarProperties.GeneralCategory(scalar) == .decimalNumber ? .number : .word
    }
    if ScalarProperties.isWhiteSpace(scalar) { return .space }
    let category = ScalarProperties.GeneralCategory(scalar)
    if category.isPunctuation { return .punctuation }
    if category.isLetter { return .word }
    if category.isNumber { return .number }
    return category.isSeparator ? .space : .symbol
  }
}
