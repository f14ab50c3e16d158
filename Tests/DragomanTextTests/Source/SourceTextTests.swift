import Testing

@testable import DragomanText

@Suite("A source text")
struct SourceTextTests {
  @Test(
    "keeps bytes that are UTF-8",
    arguments: ["", "a", "İstanbul", "Қазақстан", "😀", "\u{0}a\u{0}", "\u{FFFD}", "a\u{301}"])
  func valid(text: String) throws {
    let source = try SourceText(decoding: Array(text.utf8))
    #expect(source.bytes == Array(text.utf8))
    #expect(source.decoding == SourceText.Decoding())
    #expect(source.count == text.utf8.count)
  }

  @Test(
    "puts one U+FFFD for each unreadable part of damaged UTF-8",
    arguments: [
      // Truncated at the end.
      ([0xC3, 0xBC, 0x61, 0xC3], "üa\u{FFFD}", 1), ([0xC3, 0xBC, 0xE2, 0x82], "ü\u{FFFD}", 1),
      ([0xC3, 0xBC, 0xF0, 0x9F, 0x98], "ü\u{FFFD}", 1),
      // Truncated before a letter.
      ([0xC3, 0xBC, 0xE2, 0x82, 0x61], "ü\u{FFFD}a", 1),
      ([0xC3, 0xBC, 0xC3, 0xBC, 0xF0, 0x9F, 0x61, 0x80], "üü\u{FFFD}a\u{FFFD}", 2),
      // Overlong: C0 80 and E0 80 80.
      ([0xC3, 0xBC, 0xC4, 0xB1, 0xC0, 0x80], "üı\u{FFFD}\u{FFFD}", 2),
      ([0xC3, 0xBC, 0xC4, 0xB1, 0xC4, 0xB1, 0xE0, 0x80, 0x80], "üıı\u{FFFD}\u{FFFD}\u{FFFD}", 3),
      // A surrogate.
      ([0xC3, 0xBC, 0xC4, 0xB1, 0xC4, 0xB1, 0xED, 0xA0, 0x80], "üıı\u{FFFD}\u{FFFD}\u{FFFD}", 3),
      // Past U+10FFFF.
      (
        [0xC3, 0xBC, 0xC4, 0xB1, 0xC4, 0xB1, 0xC4, 0xB1, 0xF4, 0x90, 0x80, 0x80],
        "üııı\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 4
      ),
    ] as [([UInt8], String, Int)])
  func damaged(bytes: [UInt8], expected: String, replacements: Int) throws {
    let source = try SourceText(decoding: bytes)
    #expect(source.bytes == Array(expected.utf8))
    #expect(source.decoding.replacements == replacements)
    #expect(source.decoding.charset == nil)
  }

  @Test("never throws and is always valid UTF-8, whatever the bytes")
  func randomBytes() throws {
    var generator = SeededGenerator(salt: 6)
    for _ in 0..<400 {
      let count = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let source = try SourceText(decoding: bytes)
      // ICU writes U+001A for what some charsets do not define; that must count as a replacement.
      #expect(
        bytes.contains(0x1A) || !source.bytes.contains(0x1A),
        "seed \(SeededGenerator.seed): \(bytes) read as \(source.decoding.charset ?? "UTF-8")")
      #expect(
        String(validating: source.bytes, as: UTF8.self) != nil,
        "seed \(SeededGenerator.seed): \(bytes)")
    }
  }

  @Test("drops a byte order mark")
  func byteOrderMark() throws {
    #expect(try SourceText(decoding: [0xEF, 0xBB, 0xBF, 0x61]).bytes == [0x61])
    #expect(try SourceText(decoding: [0xEF, 0xBB, 0xBF]).bytes.isEmpty)
    // Only the first one is a mark.
    #expect(
      try SourceText(decoding: Array("\u{FEFF}\u{FEFF}a".utf8)).bytes == Array("\u{FEFF}a".utf8))
  }

  @Test(
    "reads UTF-16 that says so with a byte order mark",
    arguments: [
      [0xFF, 0xFE, 0x30, 0x01, 0x61, 0x00], [0xFE, 0xFF, 0x01, 0x30, 0x00, 0x61],
    ] as [[UInt8]])
  func wide(bytes: [UInt8]) throws {
    let source = try SourceText(decoding: bytes)
    #expect(source.text(in: TextRange(0, source.count)) == "İa")
    #expect(source.decoding.charset == "UTF-16")
    #expect(!source.decoding.charsetIsGuessed)
  }

  @Test("reads the charset that is declared")
  func declared() throws {
    let bytes: [UInt8] = [0xDD, 0xFE, 0x20, 0xD0, 0xFD, 0xFE]
    for name in ["windows-1254", "Windows-1254", "cp1254"] {
      let source = try SourceText(decoding: bytes, charset: name)
      #expect(source.text(in: TextRange(0, source.count)) == "İş Ğış")
      #expect(source.decoding == SourceText.Decoding(charset: name))
    }
    let russian = try SourceText(decoding: [0xCC, 0xE8, 0xF0], charset: "windows-1251")
    #expect(russian.text(in: TextRange(0, russian.count)) == "Мир")
  }

  @Test(
    "guesses the charset of Turkish and Russian text that declares none",
    arguments: [
      (
        "Türkiye Cumhurbaşkanı Ankara'da yapılan toplantıda konuştu ve iki ülke arasındaki ilişkilerin güçlendiğini söyledi.",
        "windows-1254"
      ),
      (
        "Министр иностранных дел провёл переговоры с послом республики и обсудил вопросы двустороннего сотрудничества.",
        "windows-1251"
      ),
    ])
  func guessed(text: String, charset: String) throws {
    let source = try SourceText(decoding: Self.encoded(text, in: charset))
    #expect(source.text(in: TextRange(0, source.count)) == text)
    #expect(source.decoding == SourceText.Decoding(charset: charset, charsetIsGuessed: true))
  }

  @Test("believes the bytes more than a declared charset where they are UTF-8")
  func wronglyDeclared() throws {
    let source = try SourceText(decoding: Array("İstanbul".utf8), charset: "windows-1254")
    #expect(source.bytes == Array("İstanbul".utf8))
    #expect(source.decoding.charset == nil)
  }

  @Test(
    "stays UTF-8 with a damaged sequence among many right ones, declared or not",
    arguments: [nil, "utf-8", "UTF8"])
  func damagedStaysUTF8(charset: String?) throws {
    let bytes = Array("İstanbul’da görüşme".utf8) + [0xFF] + Array("yapıldı".utf8)
    let source = try SourceText(decoding: bytes, charset: charset)
    #expect(source.text(in: TextRange(0, source.count)) == "İstanbul’da görüşme\u{FFFD}yapıldı")
    #expect(source.decoding == SourceText.Decoding(replacements: 1))
  }

  @Test("stays UTF-8 where UTF-8 is declared, however damaged")
  func declaredUTF8() throws {
    for bytes in [[0x61, 0xFF, 0xFE], [0xFF, 0xFE, 0x61], [0x61, 0xE9, 0x62, 0x81]] as [[UInt8]] {
      let source = try SourceText(decoding: bytes, charset: "UTF-8")
      #expect(source.bytes == Array(String(decoding: bytes, as: UTF8.self).utf8))
      #expect(source.decoding == SourceText.Decoding(replacements: 2))
    }
  }

  @Test("refuses a charset that nobody knows, if it needs it")
  func unknownCharset() throws {
    #expect {
      try SourceText(decoding: [0xFF, 0x61], charset: "x-klingon")
    } throws: { error in
      (error as? TextError)?.code == .unknownCharset
        && (error as? TextError)?.message.contains("x-klingon") == true
    }
    #expect(try SourceText(decoding: [0x61], charset: "x-klingon").bytes == [0x61])
  }

  /// Encodes Turkish or Russian letters by the ranges of their code pages.
  private static func encoded(_ text: String, in charset: String) -> [UInt8] {
    let turkish: [UInt32: UInt8] = [
      0x15E: 0xDE, 0x15F: 0xFE, 0x11E: 0xD0, 0x11F: 0xF0, 0x130: 0xDD, 0x131: 0xFD,
    ]
    return text.unicodeScalars.map { scalar in
      if scalar.value < 0x80 { return UInt8(scalar.value) }
      if charset == "windows-1254" { return turkish[scalar.value] ?? UInt8(scalar.value) }
      return scalar.value == 0x451 ? 0xB8 : UInt8(scalar.value - 0x410 + 0xC0)
    }
  }
}
