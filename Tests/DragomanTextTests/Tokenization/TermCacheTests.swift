import Testing

@testable import DragomanText

@Suite("The term cache")
struct TermCacheTests {
  private let segmenter: WordSegmenter

  init() throws { segmenter = try WordSegmenter() }

  @Test("gives the terms and the votes that a builder without it gives")
  func samples() {
    var cache = TermCache()
    // The end of a text is not looked up, so there is always something behind.
    let behind = " and a tail that is no part of this."
    for text in SampleTexts.all(random: 400, salt: 31) {
      let bytes = Array((text + behind).utf8)
      // Learned in the first run and remembered in the second.
      let learned = terms(of: bytes, &cache)
      let remembered = terms(of: bytes, &cache)
      let expected = terms(of: bytes)
      #expect(learned.shown == expected, "\(SampleTexts.shown(text))")
      #expect(remembered.shown == expected, "\(SampleTexts.shown(text))")
      #expect(remembered.guess == learned.guess, "\(SampleTexts.shown(text))")
    }
  }

  @Test("forgets when it is full, and goes on")
  func full() {
    var cache = TermCache()
    var generator = SeededGenerator(salt: 32)
    for _ in 0..<12 {
      let words = (0..<4000).map { _ in
        String(Int.random(in: 0..<40_000, using: &generator), radix: 36) + "’da ve Ankara’nın"
      }
      let bytes = Array(words.joined(separator: " ").utf8)
      #expect(terms(of: bytes, &cache).shown == terms(of: bytes))
    }
  }

  @Test("asks so many words for the language and no more")
  func ballot() {
    var cache = TermCache()
    let bytes = Array(String(repeating: "the office of the ", count: 1000).utf8)
    for _ in 0..<2 {
      var ballot = LanguageBallot()
      var builder = TermBuilder(bytes)
      builder.add(segments(of: bytes), remembering: &cache, &ballot)
      #expect(ballot.wordCount == LanguageBallot.wordLimit)
    }
  }

  private func segments(of bytes: [UInt8]) -> Tokens {
    var segments = Tokens()
    segmenter.segment(bytes, into: &segments)
    return segments
  }

  private func terms(of bytes: [UInt8]) -> String {
    var builder = TermBuilder(bytes)
    builder.add(segments(of: bytes))
    return "\(builder.finish())"
  }

  private func terms(
    of bytes: [UInt8], _ cache: inout TermCache
  ) -> (shown: String, guess: LanguageIdentifier.Guess) {
    var ballot = LanguageBallot()
    var builder = TermBuilder(bytes)
    builder.add(segments(of: bytes), remembering: &cache, &ballot)
    return ("\(builder.finish())", ballot.guess(floor: -1))
  }
}
