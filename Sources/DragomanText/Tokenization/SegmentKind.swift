/// Decides the kind of a segment between two word boundaries.
enum SegmentKind {
  static func kind(
    ofSegmentAt start: Int, sort: BoundaryFinder.Sort, in bytes: [UInt8]
  ) -> TokenKind {
    switch sort {
    case .letter, .kana, .ideograph: return .word
    case .number, .other: break
    }
    let scalar = ScalarDecoding.scalar(in: bytes, at: start).value
    // ICU calls a segment that ends in a digit a number, with letters before it or not (`G20`).
    if sort == .number {
      return ScalarProperties.GeneralCategory(scalar).isLetter ? .word : .number
    }
    if ScalarProperties.isWhiteSpace(scalar) { return .space }
    let category = ScalarProperties.GeneralCategory(scalar)
    if category.isPunctuation { return .punctuation }
    if category.isLetter { return .word }
    if category.isNumber { return .number }
    return category.isSeparator ? .space : .symbol
  }
}
