/// Folds text to the form in which names are compared.
///
/// Per scalar: NFKC_Casefold, then canonical decomposition without the non-spacing marks, then the Latin letters that
/// Unicode does not decompose but people treat as variants (`ı` is `i`, `ø` is `o`, `ə` is `e`). Cyrillic letters with
/// a breve, diaeresis or acute of their own (`й ў ё ї ѓ`) stay whole. Apostrophes, quotes, hyphens and spaces take
/// their plain form; default-ignorable characters go.
enum SearchKeyFolding {
  /// Letters that have no decomposition but a usual plain spelling.
  private static let plainLetters: [Unicode.Scalar: String] = [
    "ı": "i", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "ð": "d",
    "þ": "th", "ə": "e", "ǝ": "e", "ŋ": "n", "ß": "ss", "ĸ": "k",
  ]

  /// Appends the folded form of a scalar.
  @inline(__always)
  static func append(_ scalar: UInt32, to key: inout [UInt8]) {
    if scalar < 0x800 {
      let letter = FoldedLetter.table[Int(scalar)]
      if !letter.isLong { return append(letter, to: &key) }
    } else {
      switch TypographicForm.change(of: scalar) {
      case .to(let byte): return key.append(byte)
      case .removed: return
      case nil: break
      }
      if cannotChange(scalar) { return ScalarDecoding.append(scalar, to: &key) }
    }
    key.append(contentsOf: fold(scalar: scalar))
  }

  @inline(__always)
  private static func append(_ letter: FoldedLetter, to key: inout [UInt8]) {
    var packed = letter.packed
    for _ in 0..<letter.count {
      key.append(UInt8(truncatingIfNeeded: packed))
      packed >>= 8
    }
  }

  /// Appends the folded form of a range of a text in any normalization form: a letter and the marks behind it are
  /// composed first, so that decomposed and composed spellings fold alike.
  static func append(_ bytes: [UInt8], range: Range<Int>, to key: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      let end = pieceEnd(in: bytes, behind: index + length, limit: range.upperBound)
      if end == index + length {
        append(scalar, to: &key)
      } else {
        let piece = ScalarDecoding.scalars(in: bytes, range: index..<end)
        for composed in NormalizationForms.composed(piece) { append(composed, to: &key) }
      }
      index = end
    }
  }

  /// The end of the marks behind a letter, which are folded with it.
  private static func pieceEnd(in bytes: [UInt8], behind letter: Int, limit: Int) -> Int {
    var end = letter
    // Lead bytes from CC on may start a combining mark.
    while end < limit, bytes[end] >= 0xCC {
      let (next, length) = ScalarDecoding.scalar(in: bytes, at: end)
      if NFCQuickCheck.classOf(next) == NFCQuickCheck.settled
        || NormalizationForms.hasBoundaryBefore(next)
      {
        break
      }
      end += length
    }
    return end
  }

  /// Folds a whole text that is in typographic form.
  static func apply(to bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    var rewriter = TextRewriter(bytes)
    var index = 0
    var folded: [UInt8] = []
    while index < bytes.count {
      let length = ScalarDecoding.scalar(in: bytes, at: index).length
      let end = pieceEnd(in: bytes, behind: index + length, limit: bytes.count)
      folded.removeAll(keepingCapacity: true)
      append(bytes, range: index..<end, to: &folded)
      rewriter.replace(index..<end, with: folded)
      index = end
    }
    return rewriter.finish()
  }

  /// The folded forms of U+2000 to U+206F, which most marks of text are among.
  private static let generalPunctuation = (UInt32(0x2000)..<0x2070).map { fold(scalar: $0) }

  /// The folded form of one scalar. Cost: a look-up for general punctuation.
  static func foldedPunctuation(_ scalar: UInt32) -> [UInt8] {
    (0x2000..<0x2070).contains(scalar)
      ? generalPunctuation[Int(scalar) - 0x2000] : fold(scalar: scalar)
  }

  /// The folded form of one scalar, from ICU.
  static func fold(scalar: UInt32) -> [UInt8] {
    switch TypographicForm.change(of: scalar) {
    case .to(let byte): return [byte]
    case .removed: return []
    case nil: break
    }
    if scalar < 0x80 {
      return [UInt8(scalar) | ((0x41...0x5A).contains(scalar) ? 0x20 : 0)]
    }
    if cannotChange(scalar) {
      var itself: [UInt8] = []
      ScalarDecoding.append(scalar, to: &itself)
      return itself
    }
    var letters: [UInt32] = []
    for part in NormalizationForms.decomposed(NormalizationForms.compatibilityCaseFolded([scalar]))
    {
      // The plain form of a compatibility character may be one that has a plain form itself (`ŉ`, `‴`, `⁻`).
      switch TypographicForm.change(of: part) {
      case .to(let byte):
        letters.append(UInt32(byte))
        continue
      case .removed: continue
      case nil: break
      }
      let category = ScalarProperties.GeneralCategory(part)
      if category == .nonSpacingMark {
        // A mark that makes a Cyrillic letter of its own stays with it; the grave and double grave only mark stress.
        if let last = letters.last, ScalarProperties.isCyrillic(last), part != 0x300, part != 0x30F
        {
          let composed = NormalizationForms.composed([last, part])
          if composed.count == 1 { letters[letters.count - 1] = composed[0] }
        }
        continue
      }
      letters.append(part)
    }
    var result: [UInt8] = []
    for letter in letters { appendPlain(letter, to: &result) }
    return result
  }

  /// Whether a scalar with no typographic change folds to itself.
  static func cannotChange(_ scalar: UInt32) -> Bool {
    NormalizationForms.foldsToItself(scalar)
      && (scalar >= 0x800 || Unicode.Scalar(scalar).flatMap { plainLetters[$0] } == nil)
  }

  private static func appendPlain(_ letter: UInt32, to result: inout [UInt8]) {
    if let scalar = Unicode.Scalar(letter), let plain = plainLetters[scalar] {
      result.append(contentsOf: plain.utf8)
    } else {
      ScalarDecoding.append(letter, to: &result)
    }
  }
}
