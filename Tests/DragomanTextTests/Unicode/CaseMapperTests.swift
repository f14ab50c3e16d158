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

  @Test(
    "tells dotted and dotless i apart in Turkish and Azerbaijani alone",
    arguments: [
      ("tr", "İ", "i", "İ"), ("tr", "I", "ı", "I"), ("tr", "ı", "ı", "I"), ("tr", "i", "i", "İ"),
      ("tr", "i\u{307}", "i\u{307}", "İ\u{307}"), ("tr", "I\u{307}", "i", "I\u{307}"),
      ("az", "İ", "i", "İ"), ("az", "I", "ı", "I"), ("az", "ı", "ı", "I"), ("az", "i", "i", "İ"),
      ("az", "i\u{307}", "i\u{307}", "İ\u{307}"), ("az", "I\u{307}", "i", "I\u{307}"),
      ("en", "İ", "i\u{307}", "İ"), ("en", "I", "i", "I"), ("en", "ı", "ı", "I"),
      ("en", "i", "i", "I"), ("en", "i\u{307}", "i\u{307}", "I\u{307}"),
      ("kk", "İ", "i\u{307}", "İ"), ("kk", "I", "i", "I"), ("kk", "і", "і", "І"),
      ("ru", "Й", "й", "Й"), ("uz", "Ў", "ў", "Ў"), ("ru", "Ё", "ё", "Ё"),
      ("ru", "и\u{306}", "и\u{306}", "И\u{306}"), ("kk", "Һ", "һ", "Һ"),
      ("de", "ß", "ß", "SS"), ("de", "ẞ", "ß", "ẞ"), ("el", "Σ", "σ", "Σ"), ("el", "ς", "ς", "Σ"),
      ("el", "ΑΣ", "ας", "ΑΣ"), ("el", "ΑΣ\u{301}", "ας\u{301}", "ΑΣ"),
      ("el", "ΑΣΑ", "ασα", "ΑΣΑ"),
    ])
  func letters(language: String, letter: String, lower: String, upper: String) throws {
    let mapper = CaseMapper(language: try #require(LanguageTag(language)))
    #expect(Array(mapper.lowercased(letter).utf8) == Array(lower.utf8))
    #expect(Array(mapper.uppercased(letter).utf8) == Array(upper.utf8))
  }

  @Test("does in Turkish what it does elsewhere, but for the letter i")
  func everyScalar() throws {
    let turkish = CaseMapper(language: .turkish)
    let root = CaseMapper(language: .undetermined)
    var text = String.UnicodeScalarView()
    for value in UInt32(0x20)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if ["i", "I", "İ", "ı"].contains(scalar) || value == 0x307 { continue }
      text.append(scalar)
      text.append(" ")
    }
    #expect(turkish.lowercased(String(text)).utf8.elementsEqual(root.lowercased(String(text)).utf8))
    // Letters with an i inside (`ﬁ`, `ǰ`…) keep the dot of a Turkish capital.
    let upper = root.uppercased(String(text)).utf8.count
    #expect(abs(turkish.uppercased(String(text)).utf8.count - upper) < 64)
  }

  @Test("holds the longest growth there is")
  func growth() {
    let text = String(repeating: "\u{390}", count: 500)
    #expect(CaseMapper(language: .undetermined).uppercased(text).unicodeScalars.count == 1500)
  }
}
