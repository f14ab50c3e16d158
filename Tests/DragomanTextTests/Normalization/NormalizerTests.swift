import Testing

@testable import DragomanText

@Suite("A normalizer")
struct NormalizerTests {
  @Test("gives valid UTF-8 at every level", arguments: NormalizationLevel.allCases)
  func validity(level: NormalizationLevel) {
    for text in SampleTexts.all(random: 400, salt: 1) {
      let result = Normalizer(level: level).normalize(SourceText(text))
      #expect(Array(result.text.utf8) == result.bytes, "\(SampleTexts.shown(text))")
    }
  }

  @Test("gives the same twice, and from eight tasks", arguments: NormalizationLevel.allCases)
  func determinism(level: NormalizationLevel) async {
    let texts = SampleTexts.all(random: 40, salt: 2)
    let normalizer = Normalizer(level: level)
    let run: @Sendable () -> [[UInt8]] = {
      texts.map { normalizer.normalize(SourceText($0)).bytes }
    }
    let expected = run()
    await withTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<8 { group.addTask { run() } }
      for await found in group { #expect(found == expected, "seed \(SeededGenerator.seed)") }
    }
  }

  @Test("changes nothing the second time", arguments: [NormalizationLevel.canonical, .searchKey])
  func idempotence(level: NormalizationLevel) {
    let normalizer = Normalizer(level: level)
    for text in SampleTexts.all(random: 400, salt: 3) {
      let once = normalizer.normalize(SourceText(text)).text
      let twice = normalizer.normalize(SourceText(once)).bytes
      #expect(twice == Array(once.utf8), "\(SampleTexts.shown(text))")
    }
  }

  @Test("does not copy a text that is in form", arguments: NormalizationLevel.allCases)
  func unchanged(level: NormalizationLevel) {
    let result = Normalizer(level: level).normalize(SourceText("plain text, 2024."))
    #expect(result.alignment.isIdentity)
    #expect(result.repairs == 0)
    #expect(result.text == "plain text, 2024.")
  }

  @Test(
    "makes apostrophes, quotes, hyphens and spaces plain",
    arguments: [
      ("Türkiye’nin", "Türkiye'nin"), ("Oʻzbekiston", "O'zbekiston"), ("«Алем»", "\"Алем\""),
      ("“so”", "\"so\""), ("1991–2024", "1991-2024"), ("a\u{A0}b\u{202F}c", "a b c"),
      ("Ka\u{AD}zakh\u{200B}stan", "Kazakhstan"), ("`a`", "'a'"), ("\u{FEFF}x", "x"),
      ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ])
  func typographic(text: String, expected: String) {
    let result = Normalizer(level: .typographic).normalize(SourceText(text))
    #expect(result.bytes == Array(expected.utf8))
  }
}
