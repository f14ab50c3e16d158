import Testing

@testable import DragomanText

@Suite("A case mapper")
struct CaseMapperTests {
  @Test(
    "makes capitals small by the rules of the language",
    arguments: [
      ("tr", "DIŞİŞLERİ", "dışişleri"), ("tr", "ISPARTA", "ısparta"), ("tr", "I\u{307}", "i"),
      ("az", "BAKI İLƏ", "bakı ilə"),
      ("en", "ISTANBUL", "istanbul"), ("en", "İ", "i\u{307}"),
      ("kk", "ҚАЗАҚСТАН ӘҒҢӨҰҮҺІ", "қазақстан әғңөұүһі"),
      ("ru", "ЁЛКА", "ёлка"), ("el", "ΟΔΥΣΣΕΥΣ ΣΑΣ", "οδυσσευς σας"), ("und", "ΟΔΟΣ", "οδος"),
      ("de", "STRASSE", "strasse"),
      ("und", "", ""), ("tr", "\u{0}I\u{0}", "\u{0}ı\u{0}"), ("uz", "OʻZBEKISTON", "oʻzbekiston"),
    ])
  func lower(language: String, text: String, expected: String) throws {
    let mapper = CaseMapper(language: try #require(LanguageTag(language)))
    #expect(Array(mapper.lowercased(text).utf8) == Array(expected.utf8))
  }

  @Test(
    "makes small letters capitals by the rules of the language",
    arguments: [
      ("tr", "istanbul ısparta", "İSTANBUL ISPARTA"), ("az", "ilə", "İLƏ"),
      ("en", "istanbul", "ISTANBUL"),
      ("de", "straße", "STRASSE"), ("en", "ﬁn", "FIN"), ("en", "\u{390}", "\u{399}\u{308}\u{301}"),
      ("kk", "қазақстан әғңөұүһі", "ҚАЗАҚСТАН ӘҒҢӨҰҮҺІ"), ("el", "άδικος", "ΑΔΙΚΟΣ"),
    ])
  func upper(language: String, text: String, expected: String) throws {
    let mapper = CaseMapper(language: try #require(LanguageTag(language)))
    #expect(Array(mapper.uppercased(text).utf8) == Array(expected.utf8))
  }

  @Test("holds the longest growth there is")
  func growth() {
    let text = String(repeating: "\u{390}", count: 500)
    #expect(CaseMapper(language: .undetermined).uppercased(text).unicodeScalars.count == 1500)
  }
}
