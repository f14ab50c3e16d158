/// NFC with alignment: the text is cut at NFC boundaries, and each piece that is not inert is composed by ICU.
enum CanonicalForm {
  static func apply(to bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    var rewriter = TextRewriter(bytes)
    var index = 0
    // The start of the piece that the scalar before `index` belongs to.
    var pieceStart = 0
    while index < bytes.count {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      if scalar < 0x300 || NormalizationForms.isInert(scalar) {
        pieceStart = index
        index += length
        continue
      }
      if NormalizationForms.hasBoundaryBefore(scalar) { pieceStart = index }
      var end = index + length
      while end < bytes.count {
        let (next, nextLength) = ScalarDecoding.scalar(in: bytes, at: end)
        if NormalizationForms.hasBoundaryBefore(next) { break }
        end += nextLength
      }
      let piece = ScalarDecoding.scalars(in: bytes, range: pieceStart..<end)
      var composed: [UInt8] = []
      for scalar in NormalizationForms.composed(piece) {
        ScalarDecoding.append(scalar, to: &composed)
      }
      rewriter.replace(pieceStart..<end, with: composed)
      pieceStart = end
      index = end
    }
    return rewriter.finish()
  }
}
