import Dragoman
import Testing

@Suite("Mentions of bodies")
struct OrganizationJoinerTests {
  @Test(
    "are joined over acronyms and short forms",
    arguments: [
      (
        "The [Norland Institute of Marine Research|1] ([NIMR|1]) opened. [NIMR|1] thanked all.",
        .english
      ),
      (
        "The [Ministry of Energy of the Republic of Kazakhstan|1] replied. The [Ministry of Energy|1] agreed.",
        .english
      ),
      (
        "[Türkiye Cumhuriyet Merkez Bankası|1] ([TCMB|1]) açıkladı. [Central Bank of the Republic of Türkiye|1] said so.",
        .turkish
      ),
      (
        "[Kazakistan Enerji Bakanlığı|1] açıkladı. [Enerji Bakanlığı|1] ayrıntı vermedi.", .turkish
      ),
      (
        "[Министерство энергетики Республики Казахстан|1] ответило. [Министерство энергетики|1] согласно.",
        .russian
      ),
      (
        "[Azərbaycan Respublikasının Energetika Nazirliyi|1] cavab verdi. [Energetika Nazirliyi|1] razıdır.",
        .azerbaijani
      ),
      (
        "[Түркітілдес қалалар одағы|1] жиналды. [Түркітілдес қалалар одағының|1] шешімі шықты.",
        .kazakh
      ),
    ] as [(JoinedText, LanguageTag)])
  func shortForms(expected: JoinedText, language: LanguageTag) throws {
    #expect(try PersonJoinerTests.found(expected, language) == expected.description)
  }

  @Test("of one short name in two countries stay apart")
  func twoCountries() throws {
    let expected: JoinedText =
      "The [Ministry of Energy of Kazakhstan|1] wrote to the [Ministry of Energy of Uzbekistan|2]. The [Ministry of Energy|3] paid."
    #expect(try PersonJoinerTests.found(expected, .english) == expected.description)
  }
}
