import Testing

@testable import DragomanText

/// Holds what was measured on `Fixtures/sentences`; `Fixtures/score_sentences.py` prints the figures and the errors.
@Suite("The sentence cases")
struct SentenceCaseTests {
  /// Language, least share of exact cases in the dev half and in the held-out half.
  private static let floors: [(String, Double, Double)] = [
    ("en", 0.99, 0.96), ("tr", 0.99, 0.96), ("kk", 0.99, 0.96), ("az", 0.99, 0.96),
    ("ru", 0.99, 0.90),
  ]

  @Test("are found as exactly as was measured", arguments: floors)
  func exact(language: String, dev: Double, heldOut: Double) throws {
    let cases = try SentenceCase.all(of: language)
    #expect(cases.count >= 90)
    let tokenizer = try Tokenizer()
    for (split, floor) in [("dev", dev), ("held-out", heldOut)] {
      let chosen = cases.filter { $0.split == split }
      let exact = chosen.count { $0.ends(foundBy: tokenizer) == $0.ends }
      #expect(
        Double(exact) >= floor * Double(chosen.count), "\(split): \(exact) of \(chosen.count)")
    }
  }

  @Test("have their ends found", arguments: floors.map(\.0))
  func ends(language: String) throws {
    let tokenizer = try Tokenizer()
    var (gold, found, right) = (0, 0, 0)
    for sentenceCase in try SentenceCase.all(of: language) {
      let ends = sentenceCase.ends(foundBy: tokenizer)
      gold += sentenceCase.ends.count
      found += ends.count
      right += ends.intersection(sentenceCase.ends).count
    }
    #expect(2 * Double(right) / Double(gold + found) >= 0.97)
  }
}
