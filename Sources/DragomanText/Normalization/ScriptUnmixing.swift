/// Sets right words that mix Latin and Cyrillic letters which look alike.
///
/// A word that holds both becomes Cyrillic if each of its Latin letters has a Cyrillic look-alike, else Latin if each
/// of its Cyrillic letters has a Latin one, else it stays. The pairs are the same-shape pairs of Unicode Technical
/// Standard #39 (confusables) for the letters that keyboards of Kazakh and Russian writers mix up.
enum ScriptUnmixing {
  private static let pairs: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = [
    ("A", "А"), ("B", "В"), ("C", "С"), ("E", "Е"), ("H", "Н"), ("I", "І"), ("J", "Ј"),
    ("K", "К"), ("M", "М"), ("O", "О"), ("P", "Р"), ("S", "Ѕ"), ("T", "Т"), ("X", "Х"),
    ("Y", "У"), ("a", "а"), ("c", "с"), ("e", "е"), ("h", "һ"), ("i", "і"), ("j", "ј"),
    ("o", "о"), ("p", "р"), ("s", "ѕ"), ("x", "х"), ("y", "у"), ("ə", "ә"), ("Ə", "Ә"),
  ]
  private static let toCyrillic = Dictionary(
    uniqueKeysWithValues: pairs.map { ($0.latin.value, $0.cyrillic.value) })
  private static let toLatin = Dictionary(
    uniqueKeysWithValues: pairs.map { ($0.cyrillic.value, $0.latin.value) })

  /// What a scalar says about its word's script.
  enum Script {
    case latin, cyrillic, neither
  }

  static func apply(to bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    var rewriter = TextRewriter(bytes)
    let text = bytes.span
    var index = nextCyrillicLead(in: text, from: 0)
    while index < bytes.count {
      let (word, mayHoldLatin) = word(around: index, in: bytes)
      if mayHoldLatin, let unmixed = unmix(ScalarDecoding.scalars(in: bytes, range: word)) {
        var replacement: [UInt8] = []
        for scalar in unmixed { ScalarDecoding.append(scalar, to: &replacement) }
        rewriter.replace(word, with: replacement)
      }
      index = nextCyrillicLead(in: text, from: word.upperBound)
    }
    return rewriter.finish()
  }

  /// The first lead byte from D0 to D4, or the end: only a word with a Cyrillic letter can be mixed.
  private static func nextCyrillicLead(in text: Span<UInt8>, from start: Int) -> Int {
    ByteBlocks.firstIndex(in: text, from: start) { block in
      ByteBlocks.from(0xD0, block) & ~ByteBlocks.from(0xD5, block)
    } passes: {
      (0xD0...0xD4).contains($0)
    }
  }

  /// The scalars of one word in one script; `nil` if they already are, or cannot be.
  static func unmix(_ scalars: [UInt32]) -> [UInt32]? {
    var hasLatin = false
    var hasCyrillic = false
    var latinConverts = true
    var cyrillicConverts = true
    for scalar in scalars {
      switch script(of: scalar) {
      case .latin:
        hasLatin = true
        if toCyrillic[scalar] == nil { latinConverts = false }
      case .cyrillic:
        hasCyrillic = true
        if toLatin[scalar] == nil { cyrillicConverts = false }
      case .neither: break
      }
    }
    guard hasLatin, hasCyrillic else { return nil }
    if latinConverts { return scalars.map { toCyrillic[$0] ?? $0 } }
    if cyrillicConverts { return scalars.map { toLatin[$0] ?? $0 } }
    return nil
  }

  static func script(of scalar: UInt32) -> Script {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: .latin
    case 0x259: .latin
    case 0x400...0x52F: .cyrillic
    default: .neither
    }
  }

  /// The word that holds a letter of two bytes: ASCII letters, and the letters and marks with lead bytes C3 to D4; and
  /// whether it holds an ASCII letter or a lead byte up to C9 (U+0259), as every Latin letter here does.
  private static func word(
    around letter: Int, in bytes: [UInt8]
  ) -> (range: Range<Int>, mayHoldLatin: Bool) {
    var mayHoldLatin = false
    var lower = letter
    while lower > 0 {
      if isASCIILetter(bytes[lower - 1]) {
        mayHoldLatin = true
        lower -= 1
      } else if lower > 1, bytes[lower - 1] & 0xC0 == 0x80, (0xC3...0xD4).contains(bytes[lower - 2])
      {
        if bytes[lower - 2] <= 0xC9 { mayHoldLatin = true }
        lower -= 2
      } else {
        break
      }
    }
    var upper = letter
    while upper < bytes.count {
      if (0xC3...0xD4).contains(bytes[upper]) {
        if bytes[upper] <= 0xC9 { mayHoldLatin = true }
        upper += 2
      } else if isASCIILetter(bytes[upper]) {
        mayHoldLatin = true
        upper += 1
      } else {
        break
      }
    }
    return (lower..<upper, mayHoldLatin)
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
