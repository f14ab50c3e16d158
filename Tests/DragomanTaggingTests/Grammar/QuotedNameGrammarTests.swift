import Dragoman
import Testing

@Suite("Names in quotation marks")
struct QuotedNameGrammarTests {
  @Test(
    "takes a company's form or a body's head behind or before them",
    arguments: [
      ("kk", "[«Тасбұлақ Сүт» ЖШС|organization] кеңейді."),
      ("kk", "Кеше [«Мұрагер» қоғамдық қорының|organization] кеші өтті."),
      ("kk", "[«Алтай жолы» ҰК» АҚ|organization] кеңейді."),
      ("az", "[“Mavi Dalğa” MMC|organization] genişlənir."),
      ("ru", "Цех строит [ООО «Тихий Плёс»|organization]."),
      ("ru", "Цех строит [АО «НК «Тихий Плёс»|organization]."),
      ("ru", "Вечер провёл [Благотворительный фонд «Тихий плёс»|organization]."),
      ("en", "[“Quiet Reach” LLP|organization] grew."),
    ] as [(String, MarkedText)])
  func bodies(language: String, expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, try #require(LanguageTag(language)))
    #expect(found == expected)
  }

  @Test(
    "takes a paper's name alone, and nothing of what is no body",
    arguments: [
      ("kk", "Сұхбат «[Тасбұлақ таңы|organization]» газетінде шықты."),
      ("ru", "Статья вышла в газете «[Тихий плёс|organization]»."),
      ("kk", "«Тасбұлақ таңы» бағдарламасы туралы айтылды."),
      ("en", "The campaign “Quiet Reach” is over."),
    ] as [(String, MarkedText)])
  func others(language: String, expected: MarkedText) throws {
    let found = try TaggingFixture.marked(expected, try #require(LanguageTag(language)))
    #expect(found == expected)
  }
}
