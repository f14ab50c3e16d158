/// Texts that streams are tried on: lines of all lengths, wrapped or not, with what stands at their ends.
enum StreamTexts {
  private static let words: [String] = [
    "the", "minister", "Astana", "Türkiye’nin", "Қазақстан", "said", "of", "and", "və", "ve", "Dr.",
    "г.", "No.", "12", "3.5", "2025.", "“Peace", "school.”", "(Reuters)", "end.", "end!", "(see",
    "[12]", "well,", "list:", "–", "-", "www.mfa.gov.kz", "https://a.example/b,c.", "x@y.zz",
    "#ортақ", "@mfa", "漢字。東京", "ภาษาไทย", "👨‍👩‍👧", "e\u{301}", "«Ана", "тілі»", "etc.", "U.S.", "а",
    "ASTANA.", "KAZINFORM", "eBay", "((", "“", "a.b-c", "ә", "Ə", "\u{AD}", "\u{301}", "\u{200D}",
    "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
  ]
  private static let breaks: [String] = [
    "\n", "\n", "\n", "\n", "\r\n", "\r\n", "\n\n", "\r\n\r\n", "\n \t\n", "\n\u{A0}\n", "\r",
    "\u{85}", "\u{2028}", "\u{2029}", " \n ", "\n\u{301}", "\n\u{200D}", "\n\n\u{AD}", "\r\r\n",
    "\u{3000}\n", "\n• ", "\n1) ", "\n- ",
  ]

  /// A text of so many lines.
  static func lines(_ count: Int, using generator: inout SeededGenerator) -> String {
    var text = ""
    var width = Int.random(in: 20...130, using: &generator)
    for _ in 0..<count {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: width = Int.random(in: 20...130, using: &generator)
      case 1: text += line(of: Int.random(in: 0...200, using: &generator), using: &generator)
      case 2: text += line(of: Int.random(in: 400...1300, using: &generator), using: &generator)
      default: text += line(of: width, using: &generator)
      }
      text += breaks.randomElement(using: &generator) ?? "\n"
    }
    return text
  }

  /// Words up to a width in scalars.
  private static func line(of width: Int, using generator: inout SeededGenerator) -> String {
    var line = ""
    var columns = 0
    // A line mostly keeps to few words, or none would be of emoji alone.
    let vocabulary = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
      words.randomElement(using: &generator) ?? ""
    }
    while true {
      let word = (vocabulary.randomElement(using: &generator) ?? "") + " "
      columns += word.unicodeScalars.count
      if columns > width + 1 { return line }
      line += word
    }
  }

  /// Paragraphs of a press release, numbered so that they differ, up to some bytes.
  static func releases(_ byteCount: Int) -> String {
    let paragraphs = [
      "ASTANA. KAZINFORM – The Minister of Foreign Affairs, Dr. A. Smith, met the ambassador on",
      "May 12. They talked about trade, schools and water; see https://www.mfa.example/en/item.",
      "“We agreed on much,” he said. Questions: press@mfa.example or @mfa_press.", "",
      "Dışişleri Bakanlığı’ndan yapılan açıklamada, Türkiye’nin 3. büyük yatırımcı olduğu ve",
      "İstanbul’da toplanılacağı bildirildi. Ticaret 8,5 milyar dolar oldu.", "",
      "Қазақстан Республикасының Президенті 2025 ж. қыркүйекте сапармен келеді. Т. б. мәселелер",
      "де қаралды.", "", "外交部发言人表示，双方将加强合作。谢谢！", "",
    ]
    var text = ""
    var number = 0
    while text.utf8.count < byteCount {
      let paragraph = paragraphs[number % paragraphs.count]
      text += paragraph.isEmpty ? "\n" : paragraph + " \(number)\n"
      number += 1
    }
    return text
  }
}
