import DragomanText
import Testing

@testable import DragomanLexicon

@Suite("What is remembered of words")
struct KnownWordsTests {
  private let tokenizer: Tokenizer

  init() throws { tokenizer = try Tokenizer() }

  /// The terms of a text with what a table recalls of them, whatever it has to learn on the way.
  private func read(
    _ text: String, _ language: LanguageTag, _ known: inout KnownWords, learned: inout [String]
  ) -> [Int] {
    let text = tokenizer.tokenize(SourceText(text), language: language)
    var found = FoundWords()
    found.reset(for: text.terms.count)
    var next = 0
    while true {
      next = known.recall(
        text.terms.span, from: next, text.keys.span, Languages(language), keepsRefused: false,
        &found.words, &found.starts, &found.startCount)
      if next == text.terms.count { break }
      let key = String(decoding: text.key(ofTerm: next), as: UTF8.self)
      learned.append(key)
      known.learn(
        text.terms[next], text.keys.span, Languages(language), FoundWord(from: learned.count))
    }
    return found.words.map(\.range.lowerBound)
  }

  @Test("each word is learned once, by its whole key, its kind and its language")
  func recalling() {
    var known = KnownWords()
    var learned: [String] = []
    let long = "a" + String(repeating: "b", count: 40)
    let texts = [
      "ankara Ankara ANKARA", "abcdefghijklmnop abcdefghijklmnopq abcdefghijklmnopr",
      "\(long)c \(long)d \(long)c \(long)cd",
    ]
    let found = texts.map { read($0, .english, &known, learned: &learned) }
    #expect(found == [[1, 1, 1], [2, 3, 4], [5, 6, 5, 7]])
    #expect(read("ankara", .turkish, &known, learned: &learned) == [8])
    #expect(texts.map { read($0, .english, &known, learned: &learned) } == found)
    #expect(learned.count == 8)
  }

  @Test("more words than it holds are forgotten and learned again")
  func forgetting() {
    answersRightly((0..<40_000).map { "w\($0)" })
  }

  @Test("words whose hashes fall together are found as fast as others")
  func collisions() {
    // By the highest 15 bits, of which a table makes its slots: 80 words for four slots in a row.
    let words = (0...).lazy.map { "x\($0)" }.filter {
      SearchKeyHash.of(Array($0.utf8)[...]) >> 51 == 0
    }
    answersRightly(Array(words.prefix(80)))
  }

  /// Reads words twice, and checks that each answers with what was learned of it, whenever that was.
  private func answersRightly(_ words: [String]) {
    var known = KnownWords()
    let text = words.joined(separator: " ")
    var learned: [String] = []
    for _ in 0..<2 {
      let found = read(text, .english, &known, learned: &learned)
      #expect(zip(words, found).allSatisfy { learned[$1 - 1] == $0 })
    }
  }
}
