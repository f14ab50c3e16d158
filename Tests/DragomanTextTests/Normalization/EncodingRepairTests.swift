import Testing

@testable import DragomanText

@Suite("The encoding repair")
struct EncodingRepairTests {
  @Test(
    "sets UTF-8 right that was read as Windows-1252",
    arguments: [
      ("TÃ¼rkiye", "Türkiye", 1), ("BaÅŸkanÄ±", "Başkanı", 2), ("donâ€™t", "don’t", 1),
      ("â€œyesâ€\u{9D}", "“yes”", 2), ("ðŸ˜€", "😀", 1), ("Ä°stanbul", "İstanbul", 1),
      ("Ã‡ankÄ±rÄ±", "Çankırı", 3),
      ("Ðœosк", "Мosк", 1),
    ])
  func doubleEncoding(text: String, expected: String, repairs: Int) {
    let result = repair(text)
    #expect(result.text == expected)
    #expect(result.repairs == repairs)
  }

  @Test("sets Turkish right that was read in the Western code page")
  func turkish() {
    let result = repair("Þýrnak ve Iðdýr'da Türkiye Ýþ Bankasý'nýn þubesi açýldý.")
    #expect(result.text == "Şırnak ve Iğdır'da Türkiye İş Bankası'nın şubesi açıldı.")
    #expect(result.repairs == 11)
    let source = result.sourceRange(of: TextRange(0, "Şırnak".utf8.count))
    #expect(result.source.text(in: source) == "Þýrnak")
  }

  @Test(
    "leaves text alone that is right",
    arguments: [
      "Guðrún Þórðardóttir og Þorsteinn Ýmir ræddu um þjóðgarðinn á Þingvöllum í gær.",
      "Það er mikilvægt að Ísland og Tyrkland eigi með sér gott samstarf, sagði Þórdís.",
      "Ministr zahraničí přijal velvyslance Türkiye; příští schůzka proběhne v Brně a bude uzavřený výbor.",
      "Prezident Zuzana Čaputová prijala veľvyslanca; rokovanie bolo úspešné, povedal mluvčí.",
      "Türkmenistanyň Prezidenti ýurdumyzyň döwlet gurluşyny we ýangyç-energetika toplumyny ösdürýär.",
      "São Paulo, Ünal, naïve, Ãlvaro, Â, Ångström, señor Núñez",
      "İstanbul'da Şırnak ve Iğdır konuşuldu.",
    ])
  func rightText(text: String) {
    let result = repair(text)
    #expect(result.text == text)
    #expect(result.repairs == 0)
  }

  private func repair(_ text: String) -> NormalizedText {
    Normalizer(level: .repair).normalize(SourceText(text))
  }
}
