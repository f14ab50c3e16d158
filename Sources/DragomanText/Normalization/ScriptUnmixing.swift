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
  private enum Script {
    case latin, cyrillic, neither
  }

  static func apply(to bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    var rewriter = TextRewriter(bytes)
    var index = 0
    while index < bytes.count {
      // Only a word with a Cyrillic letter can be mixed: UTF-8 leads D0 to D4.
      guard (0xD0...0xD4).contains(bytes[index]) else {
        index += 1
        continue
      }
      let word = wordRange(around: index, in: bytes)
      if let unmixed = unmix(ScalarDecoding.scalars(in: bytes, range: word)) {
        var replacement: [UInt8] = []
        for scalar in unmixed { ScalarDecoding.append(scalar, to: &replacement) }
        rewriter.replace(word, with: replacement)
      }
      index = max(word.upperBound, index + 1)
    }
    return rewriter.finish()
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

  private static func script(of scalar: UInt32) -> Script {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: .latin
    case 0x259: .latin
    case 0x400...0x52F: .cyrillic
    default: .neither
    }
  }

  private static func wordRange(around index: Int, in bytes: [UInt8]) -> Range<Int> {
    var lower = index
    while lower > 0 {
      var start = lower - 1
      while bytes[start] & 0xC0 == 0x80 { start -= 1 }
      guard startsLetter(bytes[start]) else { break }
      lower = start
    }
    var upper = index
    while upper < bytes.count, startsLetter(bytes[upper]) {
      upper += ScalarDecoding.scalar(in: bytes, at: upper).length
    }
    return lower..<upper
  }

  /// ASCII letters, and the lead bytes of two-byte letters and marks: C3 to D4.
  private static func startsLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0xC3...0xD4: true
    default: false
    }
  }
}
