import Testing

@testable import DragomanText

@Suite("Script unmixing")
struct ScriptUnmixingTests {
  @Test(
    "makes a mixed word Cyrillic where it can, else Latin, else leaves it",
    arguments: [
      ("Қaзaқстaн", "Қазақстан"), ("Мocквa", "Москва"), ("Türkiуe", "Türkiye"),
      ("Kаzаkhstan", "Kazakhstan"),
      ("Zд", "Zд"), ("ABC где", "ABC где"), ("IBM-нің", "IBM-нің"), ("Кәсiпкер", "Кәсіпкер"),
      ("қaзaқ əлемi", "қазақ әлемі"),
    ])
  func words(text: String, expected: String) {
    #expect(unmixed(text) == expected)
  }

  @Test(
    "reads whole scalars, whatever stands before and behind a word",
    arguments: [
      "…", "°", "😀", "№", "ẽ", "€", "¼", "’", "漢", "\u{301}", "\u{FEFF}", "Ω", "\u{0}",
      "\u{10FFFF}", "́", "—",
    ])
  func neighbours(mark: String) {
    // `ẽ` and `Ω` are letters of neither script here; the others end a word.
    #expect(Array(unmixed(mark + "Қaзaқ").utf8) == Array((mark + "Қазақ").utf8))
    #expect(Array(unmixed("Қaзaқ" + mark).utf8) == Array(("Қазақ" + mark).utf8))
    #expect(
      Array(unmixed(mark + mark + "Қaзaқ" + mark + "Мocквa").utf8)
        == Array((mark + mark + "Қазақ" + mark + "Москва").utf8))
  }

  private func unmixed(_ text: String) -> String {
    String(decoding: ScriptUnmixing.apply(to: Array(text.utf8)).bytes, as: UTF8.self)
  }
}
