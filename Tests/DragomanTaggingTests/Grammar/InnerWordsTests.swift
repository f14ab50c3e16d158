import Dragoman
import Testing

@Suite("Words in small letters inside names")
struct InnerWordsTests {
  @Test(
    "takes common nouns, adjectives, lists, and objects of nouns made of verbs",
    arguments: [
      ("kk", "[Орман және аңшылық шаруашылығы комитеті|organization] хабарлады."),
      ("kk", "[Су ресурстары, орман және аңшылық комитеті|organization] хабарлады."),
      ("kk", "[Теңіз суын тұщыту орталығы|organization] ашылды."),
      ("ru", "Отчёт готовит [Приозёрский ботанический институт|organization]."),
      ("ru", "[Комитет по борьбе с засухой|organization] отчитался."),
    ] as [(String, MarkedText)])
  func inside(language: String, expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, try #require(LanguageTag(language)))
    #expect(found == expected)
  }

  @Test(
    "stops at verbs, at words in other cases and at people",
    arguments: [
      ("kk", "Қонақтар келген соң [Мәдениет министрлігі|organization] хабарлады."),
      ("kk", "Өңірде бірінші орталық ашылды."),
      ("ru", "Отчёт подготовлен [Всемирным банком|organization]."),
      ("ru", "[Инна Воронова|person] открыла завод."),
      ("az", "[Rəşad Talıbov|person] məktəbi açıb."),
    ] as [(String, MarkedText)])
  func outside(language: String, expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, try #require(LanguageTag(language)))
    #expect(found == expected)
  }
}
