import Dragoman
import DragomanText
import Testing

@Suite("Long texts")
struct LongTextTests {
  /// Some pieces, one behind the other, with another made-up name in each for every `#`.
  private static func text(_ piece: String, count: Int) -> String {
    let syllables = ["ba", "de", "ki", "lo", "mu", "na", "re", "si", "to", "vu"]
    return (0..<count).map { index in
      var name = "T"
      var rest = index
      repeat {
        name += syllables[rest % 10]
        rest /= 10
      } while rest > 0
      return piece.split(separator: "#", omittingEmptySubsequences: false).joined(separator: name)
    }.joined()
  }

  @Test(
    "take as long as they are: whatever of names is there again and again",
    arguments: [
      ("en", "John # and "), ("en", "# Smith said so. "), ("en", "President # Smith met Smith. "),
      ("en", "Ministry of # of "), ("en", "Ministry of # and Trade of the Republic of Kenya, "),
      ("en", "# Telman Agency (#A), "), ("en", "# Telman University met. "),
      ("en", "# Telman Inc., "),
      ("en", "John #, Minister of Trade, "), ("en", "Smith-"), ("en", "O'"), ("en", "A. B. "),
      ("en", "Bank "), ("en", "of "),
      ("tr", "# Yılmaz konuştu. Yılmazın sözü. "), ("tr", "Bakanlığının #nın "),
      ("ru", "# Иванов сказал. Иванова видели. "), ("ru", "ООО «#» и "),
      ("ru", "Министерства культуры # "),
    ])
  func linear(language: String, piece: String) throws {
    let language = try #require(LanguageTag(language))
    func duration(_ count: Int) throws -> Duration {
      let text = Self.text(piece, count: count)
      return try ContinuousClock().measure { _ = try TaggingFixture.annotate(text, language) }
    }
    let short = try min(duration(250), duration(250), duration(250))
    let long = try duration(4_000)
    // 16 if it is linear, 256 if each name is compared with each.
    #expect(long < short * 64)
  }
}
