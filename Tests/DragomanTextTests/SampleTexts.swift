/// Texts that properties are tried on.
enum SampleTexts {
  /// Texts written to break things.
  static let adversarial: [String] = [
    "", " ", "\u{0}", "\u{0}\u{0}a\u{0}", "\n", "\r\n\r\n", "\u{2028}a\u{2029}b\u{85}c",
    // Marks with nothing to stand on, and too many of them.
    "\u{301}", "\u{301}\u{302}abc", "a\u{301}\u{302}\u{303}\u{327}\u{323}", "\u{20DD}a\u{20DD}",
    "i\u{307}I\u{307}ı\u{307}", "\u{327}\u{301}\u{327}", "и\u{AD}\u{306}", "_\u{301}_a",
    // Dotted and dotless i, ligatures, letters that grow or shrink.
    "İSTANBUL’da İ", "ﬁﬂﬀ Ĳǅŉẞßΐ", "\u{FDFA}\u{FDFA}", "ŉ\u{2057}\u{2034}\u{FF40}\u{FE31}",
    "\u{1F82}\u{390}\u{3B0}", "\u{212B}\u{2126}\u{37E}\u{1FEF}", "한글 ㄱㅏ 각\u{11A8}",
    // Emoji, joiners, flags.
    "👨‍👩‍👧‍👦👍🏽🇰🇿🇹🇷🇦", "a\u{200D}b\u{200C}c", "❤️‍🔥",
    // Characters that go, one behind the other, at every edge.
    "\u{AD}", "\u{AD}\u{200B}\u{2060}", "a\u{AD}\u{AD}b", "\u{FEFF}a\u{AD}",
    "Ka\u{AD}zakh\u{AD}\u{200B}stan\u{AD}",
    "’\u{AD}‘\u{200B}“", "a\u{301}\u{AD}\u{301}", "\u{202A}אב\u{202C}\u{61C}",
    // Mixed scripts behind characters of two, three and four bytes.
    "…Қaзaқстан", "25°Қaзaқ", "😀Мocквa", "№Кaзaх", "ẽКазaх", "€Мaйa", "\u{C2}кa", "Қaзaқстан…",
    "abcКaзaх", "–Aстана",
    // Text read in the wrong code page.
    "TÃ¼rkiye BaÅŸkanÄ±", "â€œquotedâ€\u{9D}", "Þýrnak Ýþ Bankasý Ðð", "Ã", "Ã\u{83}Â¼ Ã¢â‚¬â„¢",
    "Ä\u{9F}ã€\u{80}ðŸ˜€",
    // Addresses.
    "şx-info@mfa.gov.kz", "şx@mfa.gov.kz", "_x@mfa.gov.kz", "ış_info-x@mfa.gov.kz", "@@a@b.cc", "#",
    "#1", "#ş’x",
    "http://", "http://x", "(https://a.b/c(d)e)).", "www.mfa.gov.tr'de", "a.b-@c.dd", "-a@b.cc",
    "a@b.cc@d.ee",
    "https://x.y/«z»", "x#y @ #ı_ş", "a@b", "5@3",
    // Scripts that ICU cuts by dictionary.
    "ภาษาไทยเป็นภาษา", "東京都に行きました。", "ភាសាខ្មែរ",
    "\u{10FFFF}\u{E000}\u{FFFD}\u{FFFE}",
  ]

  private static let pieces: [String] = [
    "a", "b", "e", "i", "I", "İ", "ı", "ş", "Ğ", "ü", "K", "Z", "1", "20", " ", " ", " ", "\n",
    "\r\n", ".", ".", ",", "-",
    "'", "’", "“", "»", "…", "@", "#", "_", ":", "/", "(", ")", "www.", "http://", "x@y.zz",
    "mfa.gov.kz", "Dr.", "г.",
    "а", "о", "е", "й", "ё", "ў", "К", "Қ", "ә", "ғ", "ң", "Ұ", "и\u{306}", "е\u{308}", "е\u{301}",
    "\u{301}", "\u{307}", "\u{308}", "\u{327}", "\u{306}", "\u{20DD}", "\u{AD}", "\u{200B}",
    "\u{200D}", "\u{FEFF}",
    "\u{A0}", "\u{0}", "ﬁ", "ß", "ẞ", "ŉ", "Å", "\u{212B}", "e\u{301}", "한", "\u{1100}", "\u{1161}",
    "👨‍👩‍👧", "🇰🇿",
    "Ã¼", "Å\u{178}", "Ä±", "â€™", "Þ", "þ", "ð", "ý", "ə", "Ə", "เ", "ก", "漢", "א", "ع", "\u{9C7}",
    "\u{9BE}", "\u{9CD}",
    "\u{2034}", "\u{FF40}", "\u{207B}", "\u{FDFA}", "°", "№", "€",
  ]

  /// A random text of some pieces, now and then with a scalar from anywhere.
  static func random(pieces count: Int, using generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<count {
      if Int.random(in: 0..<12, using: &generator) == 0 {
        text.unicodeScalars.append(scalar(using: &generator))
      } else {
        text += pieces.randomElement(using: &generator) ?? ""
      }
    }
    return text
  }

  /// Random texts and the adversarial ones.
  static func all(random count: Int, salt: UInt64) -> [String] {
    var generator = SeededGenerator(salt: salt)
    return adversarial
      + (0..<count).map { _ in
        random(pieces: Int.random(in: 1...40, using: &generator), using: &generator)
      }
  }

  private static func scalar(using generator: inout SeededGenerator) -> Unicode.Scalar {
    while true {
      let value = UInt32.random(in: 0...0x10FFFF, using: &generator)
      if let scalar = Unicode.Scalar(value) { return scalar }
    }
  }

  /// A text as its scalars in escapes, and the seed: what a failure prints.
  static func shown(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      scalar.value >= 0x20 && scalar.value < 0x7F
        ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
    return "seed \(SeededGenerator.seed): \"\(escaped.joined())\""
  }
}
