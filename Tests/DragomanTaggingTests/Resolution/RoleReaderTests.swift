import Dragoman
import Testing

@Suite("Roles")
struct RoleReaderTests {
  /// A role as one line: person, office, of, to, phrase.
  private func roles(_ text: String, _ language: LanguageTag) throws -> [String] {
    let document = try TaggingFixture.annotate(text, language)
    func name(_ index: Int?) -> String { index.map { document.entities[$0].name } ?? "-" }
    return document.roles.map {
      "\(name($0.person)) | \($0.title) | \(name($0.of)) | \(name($0.to)) | \(document.source.text(in: $0.range))"
    }
  }

  @Test("name the office, its country and the country it is accredited to")
  func ambassador() throws {
    #expect(
      try roles("Ambassador of Peru to Japan, Rosa Quispe Arana, arrived.", .english)
        == ["Rosa Quispe Arana | Ambassador | Peru | Japan | Ambassador of Peru to Japan"])
  }

  @Test("keep the subject of an office and leave its country out")
  func subject() throws {
    #expect(
      try roles("Minister of Foreign Affairs of Uzbekistan Rustam Yuldoshev spoke.", .english)
        == [
          "Rustam Yuldoshev | Minister of Foreign Affairs | Uzbekistan | - | Minister of Foreign Affairs of Uzbekistan"
        ])
  }

  @Test("do not take the start of a country's name for a part of the office")
  func cutName() throws {
    #expect(
      try roles("President of the Republic of Kazakhstan, Daulet Seitbekov, spoke.", .english)
        == [
          "Daulet Seitbekov | President | Kazakhstan | - | President of the Republic of Kazakhstan"
        ])
  }

  @Test("are read behind a name, too")
  func apposition() throws {
    #expect(
      try roles("Ned Harrowgate, Department Spokesperson\n\nWe are troubled.", .english)
        == ["Ned Harrowgate | Spokesperson | - | - | Department Spokesperson"])
  }

  @Test("stay within their line, and within their commas")
  func boundaries() throws {
    #expect(
      try roles("Office of the Spokesperson\n\nUnder Secretary Ulrika Zetterholm spoke.", .english)
        == ["Ulrika Zetterholm | Under Secretary | - | - | Under Secretary"])
    #expect(
      try roles(
        "Bülent Aksarı, Minister of Energy, and Minister of Trade Rosa Quispe came.", .english)
        == [
          "Bülent Aksarı | Minister of Energy | - | - | Minister of Energy",
          "Rosa Quispe | Minister of Trade | - | - | Minister of Trade",
        ])
  }

  @Test("know the country by its adjective if the text mentions it")
  func adjective() throws {
    #expect(
      try roles("Peruvian Foreign Minister Rosa Quispe spoke of Peru.", .english)
        == ["Rosa Quispe | Foreign Minister | Peru | - | Peruvian Foreign Minister"])
  }

  @Test("have the country before the office in their phrase")
  func phrase() throws {
    #expect(
      try roles("Kazakistan Dışişleri Bakanı Erlan Seitkali Ankara'ya geldi.", .turkish)
        == ["Erlan Seitkali | Dışişleri Bakanı | Kazakhstan | - | Kazakistan Dışişleri Bakanı"])
  }

  @Test("are told once a person")
  func once() throws {
    let roles = try roles("Dışişleri Bakanı Hakan Fidan geldi. Bakan Fidan konuştu.", .turkish)
    #expect(roles.count == 1)
  }

  @Test("are read before and behind people", arguments: RoleSentence.english)
  func english(sentence: RoleSentence) throws {
    #expect(try sentence.read() == sentence.roles)
  }

  @Test("are read in Turkish", arguments: RoleSentence.turkish)
  func turkish(sentence: RoleSentence) throws {
    #expect(try sentence.read() == sentence.roles)
  }

  @Test("are read in Kazakh, Azerbaijani and Russian", arguments: RoleSentence.otherLanguages)
  func otherLanguages(sentence: RoleSentence) throws {
    #expect(try sentence.read() == sentence.roles)
  }
}
