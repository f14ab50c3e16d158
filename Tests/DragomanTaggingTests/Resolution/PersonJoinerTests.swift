import Dragoman
import Testing

@Suite("Mentions of people")
struct PersonJoinerTests {
  @Test(
    "are joined over the surname, initials, offices and left out names",
    arguments: [
      "Rector [Aylin Demirhan|1] spoke. [Demirhan|1] left. [A. Demirhan|1] wrote later.",
      "Minister [Robert J. Halloway|1] arrived. [Robert Halloway|1] sat down. Minister [Halloway|1] spoke.",
      "[Halloway|1] opens fair\n\nMinister [Robert Halloway|1] opened a fair.",
      "Foreign Minister [HAYASHI Kentaro|1] came. Minister [Hayashi|1] said so.",
      "Chancellor [Marie-Louise Okonjo-Finch|1] spoke, and [Okonjo-Finch|1] listened.",
    ] as [JoinedText])
  func english(expected: JoinedText) throws {
    #expect(try Self.found(expected, .english) == expected.description)
  }

  @Test(
    "are joined over grammatical endings",
    arguments: [
      ("Rektör [Aylin Demirhan|1] konuştu. [Demirhan|1]'ın sözleri alkışlandı.", .turkish),
      ("Министр [Данияр Сериков|1] сөз сөйледі. [Сериковтың|1] сөзі қысқа болды.", .kazakh),
      ("Nazir [Vüsal Qəhrəmanov|1] çıxış etdi. [Qəhrəmanovun|1] fikri aydındır.", .azerbaijani),
      ("Министр [Виталий Горчаков|1] выступил. Посол приехал к [Горчакову|1].", .russian),
      (
        "Директор [Виталий Горчаков|1] приехал. Встречу с [Виталием Горчаковым|1] перенесли.",
        .russian
      ),
    ] as [(JoinedText, LanguageTag)])
  func inflected(expected: JoinedText, language: LanguageTag) throws {
    #expect(try Self.found(expected, language) == expected.description)
  }

  @Test(
    "are joined over scripts and spellings",
    arguments: [
      ("Minister [Daniyar Serikov|1] ([Данияр Сериков|1]) spoke.", .english),
      ("Министр [Данияр Сериков|1] ([Daniyar Serikov|1]) сөз сөйледі.", .kazakh),
      ("Minister [Yerlan Tleuzhanov|1] spoke. Minister [Tleujanov|1] left.", .english),
    ] as [(JoinedText, LanguageTag)])
  func scripts(expected: JoinedText, language: LanguageTag) throws {
    #expect(try Self.found(expected, language) == expected.description)
  }

  @Test(
    "of one surname are kept apart, and the surname alone is the one named last or with the office",
    arguments: [
      (
        "Rector [Aylin Demirhan|1] spoke. Minister [Kerem Demirhan|2] replied. [Demirhan|2] agreed.",
        .english
      ),
      (
        "Rector [Aylin Demirhan|1] met Minister [Kerem Demirhan|2]. Rector [Demirhan|1] thanked him.",
        .english
      ),
      (
        "Ms. [Aylin Demirhan|1] met Mr. [Kerem Demirhan|2]. Ms. [Demirhan|1] thanked him.", .english
      ),
      (
        "Rektör [Aylin Demirhan|1] ve Bakan [Kerem Demirhan|2] görüştü. Bakan [Demirhan|2] ayrıldı.",
        .turkish
      ),
      (
        "Министр [Виталий Горчаков|1] выступил. Посол [Анна Горчакова|2] ответила. [Горчакова|2] ушла.",
        .russian
      ),
    ] as [(JoinedText, LanguageTag)])
  func oneSurname(expected: JoinedText, language: LanguageTag) throws {
    #expect(try Self.found(expected, language) == expected.description)
  }

  @Test("a surname that may be of two people named together stays apart and says whose it may be")
  func openSurname() throws {
    let document = try TaggingFixture.annotate(
      "Aylin Demirhan and Kerem Demirhan signed it. Demirhan smiled.", .english)
    #expect(document.entities.map(\.name) == ["Aylin Demirhan", "Kerem Demirhan", "Demirhan"])
    #expect(document.entities[2].alternatives.map(\.name) == ["Aylin Demirhan", "Kerem Demirhan"])
    #expect(document.entities[2].alternatives.map(\.entity) == [0, 1])
    #expect(document.entities[0].alternatives.isEmpty)
  }

  @Test("a surname that the lexicon knows is the document's person of that name")
  func knownSurname() throws {
    let document = try TaggingFixture.annotate(
      "Rector Zhandos Tokayev opened the hall. Tokayev praised the builders.", .english)
    let person = try #require(document.entities.first { $0.kind == .person })
    #expect(person.name == "Zhandos Tokayev")
    #expect(person.mentions.count == 2)
    #expect(person.ids.isEmpty && person.country == nil)
  }

  @Test("a surname behind an office that the document's person does not hold is the lexicon's")
  func knownByOffice() throws {
    let document = try TaggingFixture.annotate(
      "President Tokayev received Rector Zhandos Tokayev in the hall.", .english)
    let people = document.entities.filter { $0.kind == .person }
    #expect(people.map(\.name) == ["Kassym-Jomart Tokayev", "Zhandos Tokayev"])
  }

  static func found(_ expected: JoinedText, _ language: LanguageTag) throws -> String {
    expected.found(in: try TaggingFixture.annotate(expected.plain, language))
  }
}
