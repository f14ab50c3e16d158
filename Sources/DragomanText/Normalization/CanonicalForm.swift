/// NFC with alignment.
///
/// The quick check of Unicode Standard Annex #15 runs over the text; only where it fails is the piece between two
/// boundaries of NFC composed by ICU. Cost: one pass; a text in form is read at the speed of memory and not copied.
enum CanonicalForm {
  static func apply(to bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    var rewriter = TextRewriter(bytes)
    var index = NFCQuickCheck.firstUnsettled(in: bytes, from: 0)
    var boundary = 0
    while index < bytes.count {
      boundary = settle(index, behind: boundary, in: bytes, &rewriter)
      index = NFCQuickCheck.firstUnsettled(in: bytes, from: boundary)
    }
    return rewriter.finish()
  }

  /// Brings the piece that holds the first unsettled scalar into form; returns the boundary behind it.
  ///
  /// - Parameter boundary: a boundary before the scalar, with nothing but settled scalars between.
  private static func settle(
    _ unsettled: Int, behind boundary: Int, in bytes: [UInt8], _ rewriter: inout TextRewriter
  ) -> Int {
    var end = unsettled
    var last = NFCQuickCheck.settled
    var isOpen = false
    while end < bytes.count {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: end)
      let combiningClass = NFCQuickCheck.classOf(scalar)
      if combiningClass == NFCQuickCheck.settled { return end }
      if combiningClass == NFCQuickCheck.open || combiningClass < last {
        // A scalar that changes alone (the ångström sign) has nothing to do with what stands before it.
        if end > unsettled, NormalizationForms.hasBoundaryBefore(scalar) { return end }
        isOpen = true
        break
      }
      last = combiningClass
      end += length
    }
    guard isOpen else { return end }
    var start = unsettled
    let (first, length) = ScalarDecoding.scalar(in: bytes, at: unsettled)
    if start > boundary, !NormalizationForms.hasBoundaryBefore(first) {
      start -= 1
      while bytes[start] & 0xC0 == 0x80 { start -= 1 }
    }
    if end == unsettled { end += length }
    while end < bytes.count {
      let (next, nextLength) = ScalarDecoding.scalar(in: bytes, at: end)
      if NormalizationForms.hasBoundaryBefore(next) { break }
      end += nextLength
    }
    var composed: [UInt8] = []
    for scalar in NormalizationForms.composed(ScalarDecoding.scalars(in: bytes, range: start..<end))
    {
      ScalarDecoding.append(scalar, to: &composed)
    }
    rewriter.replace(start..<end, with: composed)
    return end
  }
}
