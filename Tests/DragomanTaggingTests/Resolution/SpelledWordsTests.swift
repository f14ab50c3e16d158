import DragomanLexicon
import DragomanText
import Testing

@testable import DragomanTagging

@Suite("The words of names")
struct SpelledWordsTests {
  /// Names in brackets, one behind the other.
  private func words(_ text: String, _ language: LanguageTag) throws -> SpelledWords {
    let stack = LexiconStack([])
    let text = try Tokenizer().tokenize(
      NormalizedText(unchanged: SourceText(text)), language: language)
    let context = TaggingContext(text, stack.matches(in: text), stack)
    var candidates: [Candidate] = []
    var start = 0
    for index in 0..<context.count {
      if context.isMark(index, "(") { start = index + 1 }
      if context.isMark(index, ")") {
        candidates.append(Candidate(start..<index, .person, .knownPerson, []))
      }
    }
    return SpelledWords(context, candidates)
  }

  @Test("have one number each, wherever they stand")
  func numbers() throws {
    let words = try words("(Ada Vale) met (VALE) and (Ada, Vale).", .english)
    let numbers = (0..<3).map { words.name($0).map { words[$0].number } }
    #expect(numbers == [[0, 1], [1], [0, 1]])
    #expect(words.areSame(words.name(0), words.name(2)))
    #expect(!words.areSame(words.name(0), words.name(1)))
    #expect(words.key(0) == words.key(2))
    #expect(words.wordCount == 2)
  }

  @Test("agree as they are written, or without endings")
  func agreement() throws {
    let words = try words("(Виталий) (Виталия) (Виктор) (Я) (А)", .russian)
    let all = (0..<5).compactMap { words.last(of: words.name($0)) }
    #expect(words.agreement(all[0], all[0]) == .written)
    #expect(words.agreement(all[0], all[1]) == .stem)
    #expect(words.agreement(all[0], all[2]) == nil)
    #expect(words.agreement(all[3], all[4]) == nil)
  }

  @Test("have no endings where the language has none")
  func english() throws {
    let words = try words("(Виталий) (Виталия)", .english)
    let all = (0..<2).compactMap { words.last(of: words.name($0)) }
    #expect(words.agreement(all[0], all[1]) == nil)
    #expect(words.stemCount == 2)
  }

  @Test("may be initials")
  func initials() throws {
    let words = try words("(Ж) (Жанна) (Анна) (Al) (Ali)", .russian)
    let all = (0..<5).compactMap { words.last(of: words.name($0)) }
    #expect(words.isInitial(all[0], of: all[1]))
    #expect(!words.isInitial(all[0], of: all[2]))
    #expect(!words.isInitial(all[3], of: all[4]))
    #expect(words.isInitial(all[0]))
  }
}
