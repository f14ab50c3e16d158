/// Decides the kind of a segment between two word boundaries.
enum SegmentKind {
  static func kind(
    ofSegmentAt start: Int, sort: BoundaryFinder.Sort, in bytes: [UInt8]
  ) -> TokenKind {
    switch sort {
    case .letter, .kana, .ideograph: return .word
    case .number: return .number
    case .other: break
    }
    let scalar = ScalarDecoding.scalar(in: bytes, at: start).value
    if ScalarProperties.isWhiteSpace(scalar) { return .space }
    let category = ScalarProperties.GeneralCategory(scalar)
    if category.isPunctuation { return .punctuation }
    if category.isLetter { return .word }
    if category.isNumber { return .number }
    return category.isSeparator ? .space : .symbol
  }
}
