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

  @Test("are read behind a name, too")
  func apposition() throws {
    #expect(
      try roles("Ned Harrowgate, Department Spokesperson\n\nWe are troubled.", .english)
        == ["Ned Harrowgate | Spokesperson | - | - | Department Spokesperson"])
  }

  @Test("are read in Turkish, with the country before the office")
  func turkish() throws {
    #expect(
      try roles("Kazakistan Dışişleri Bakanı Erlan Seitkali Ankara'ya geldi.", .turkish)
        == ["Erlan Seitkali | Dışişleri Bakanı | Kazakhstan | - | Kazakistan Dışişleri Bakanı"])
  }

  @Test("are told once a person")
  func once() throws {
    let roles = try roles("Dışişleri Bakanı Hakan Fidan geldi. Bakan Fidan konuştu.", .turkish)
    #expect(roles.count == 1)
  }
}
