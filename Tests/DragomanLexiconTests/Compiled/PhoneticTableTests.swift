import DragomanText
import Foundation
import Testing

@testable import DragomanLexicon

@Suite("The terms by their sound")
struct PhoneticTableTests {
  private static let people = """
    person\tQasym-Zhomart Dzhanibekov\tKZ\t80
    \tСултан Джанибеков\tru\tcommon
    \tMonoword\t*\tshort
    person\tYavuz Mehmetoğlu\tTR\t50
    \tYavouz Mekhmetoglou\t*\ttransliterated
    person\tHubert Schmidt\tDE\t50
    person\tKhalid al-Nasser\tSA\t50
    person\tMohammed O'Khalid\tEG\t50
    place\tBakhtiyar Town\tKZ\t30

    """

  /// The search keys of the terms that sound like a word, in order.
  private func terms(_ fixture: LexiconFixture, like word: String) throws -> [String] {
    let lexicon = fixture.stack.lexicons[0]
    let key = try #require(PhoneticKey(searchKey: Array(word.utf8)[...]), "\(word)")
    var found: [UInt32] = []
    lexicon.forEachTerm(soundingLike: key) { found.append($0) }
    #expect(found == found.sorted())
    // The keys are not to be had by their numbers, so those of the sources are asked for theirs.
    let text = fixture.tokenizer.tokenize(SourceText(Self.people), language: .english)
    var names: Set<String> = []
    for term in text.terms {
      let key = text.keys[term.keyRange]
      if let number = lexicon.term(hash: term.keyHash, key: key), found.contains(number) {
        names.insert(String(decoding: key, as: UTF8.self))
      }
    }
    #expect(names.count == found.count)
    return names.sorted()
  }

  @Test(
    "are found by other spellings",
    arguments: [
      ("kassym", ["qasym"]), ("comart", ["zhomart"]), ("djanibekov", ["dzhanibekov"]),
      ("halit", ["khalid"]), ("nasir", ["nasser"]), ("muhammad", ["mohammed"]), ("el", ["al"]),
      ("dzhanibekov", ["dzhanibekov"]), ("mehmetoglu", ["mekhmetoglou"]), ("yavuz", ["yavouz"]),
    ] as [(String, [String])])
  func found(word: String, expected: [String]) throws {
    let fixture = try LexiconFixture("a.entities.tsv", Self.people)
    #expect(try terms(fixture, like: word) == expected.sorted())
  }

  @Test(
    "are none of single words, of names at home in Latin letters, and of places",
    arguments: ["monoword", "hubert", "schmidt", "shmit", "bakhtiyar", "town", "unheard"])
  func none(word: String) throws {
    let fixture = try LexiconFixture("a.entities.tsv", Self.people)
    #expect(try terms(fixture, like: word).isEmpty)
  }

  @Test("are found whatever others there are")
  func many() throws {
    var generator = SeededGenerator(salt: 14)
    let letters = Array("aeioukghzjcsmnrdt")
    let words = Set(
      (0..<600).map { _ in
        String(
          (0..<Int.random(in: 3...7, using: &generator)).map { _ in
            letters[Int.random(in: 0..<letters.count, using: &generator)]
          })
      })
    let people = words.map { "person\tQuvvat \($0)\tUZ\n" }.joined()
    let lexicon = try LexiconFixture("a.entities.tsv", people)
    var expected: [PhoneticKey: Set<UInt32>] = [:]
    for word in words {
      let key = Array(word.utf8)[...]
      let term = try #require(lexicon.stack.lexicons[0].term(hash: SearchKeyHash.of(key), key: key))
      if let sound = PhoneticKey(searchKey: key) { expected[sound, default: []].insert(term) }
    }
    #expect(!expected.isEmpty)
    for (sound, terms) in expected {
      var found: [UInt32] = []
      lexicon.stack.lexicons[0].forEachTerm(soundingLike: sound) { found.append($0) }
      #expect(Set(found) == terms && found.count == terms.count, "seed \(SeededGenerator.seed)")
    }
  }

  @Test("have countries that there are")
  func countries() {
    #expect(PhoneticTerms.countries.allSatisfy { CountryCodes.contains($0) })
    #expect(PhoneticTerms.countries.isDisjoint(with: ["TR", "DE", "US", "CN", "JP"]))
  }
}
