import Testing

@testable import DragomanText

@Suite("A table of word roles")
struct WordRoleTableTests {
  private let table = WordRoleTable(
    [(.neverEnds, "dr H.E"), (.closesList, "т.п и"), (.year, "г"), (.mostlyGoesOn, "г")])

  private func roles(_ word: String) -> WordRoles {
    let bytes = Array(word.utf8)
    return table.roles(of: 0..<bytes.count, in: bytes)
  }

  @Test("knows words in their own case, with a capital, and in capitals")
  func cases() {
    #expect(roles("dr") == .neverEnds)
    #expect(roles("Dr") == .neverEnds)
    #expect(roles("DR") == .neverEnds)
    #expect(roles("dR").isEmpty)
    #expect(roles("H.E") == .neverEnds)
  }

  @Test("knows single letters in one case only, since a capital is an initial")
  func letters() {
    #expect(roles("и") == .closesList)
    #expect(roles("И").isEmpty)
  }

  @Test("adds up the roles of a word that stands in several lists")
  func union() { #expect(roles("г") == [.year, .mostlyGoesOn]) }

  @Test("finds a word in two parts")
  func parts() {
    let bytes = Array("т. п.".utf8)
    #expect(table.roles(of: 0..<3, and: 4..<6, in: bytes) == .closesList)
  }

  @Test("knows nothing of words that are longer, shorter, or empty")
  func misses() {
    for word in ["", "d", "drr", "H.E.", "a long word that is in no list"] {
      #expect(roles(word).isEmpty)
    }
  }

  @Test("writes capitals with a dot where the language does")
  func dotted() {
    let dotted = WordRoleTable([(.opener, "bilgi")], dotted: true)
    let bytes = Array("BİLGİ".utf8)
    #expect(dotted.roles(of: 0..<bytes.count, in: bytes) == .opener)
  }

  @Test("finds every word of every language's lists")
  func complete() {
    for tag in [LanguageTag.english, .turkish, .azerbaijani, .kazakh, .russian, .uzbek] {
      let language = SentenceLanguage.of(tag)
      for word in ["Dr", "Inc", "U.S"] {
        let bytes = Array(word.utf8)
        let roles = language.words.roles(of: 0..<bytes.count, in: bytes)
        #expect(!roles.isDisjoint(with: .abbreviation), "\(word) in \(tag)")
      }
    }
  }
}
