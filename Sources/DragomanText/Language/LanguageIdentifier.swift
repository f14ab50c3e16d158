/// Tells the language of a text from its function words and letters.
///
/// Each language scores the share of the text's words that are among its commonest function words (Ingle 1976;
/// Grefenstette 1995, "Comparing two language identification schemes"), plus the share of words that hold a letter only
/// it writes, minus the share with letters it does not write. The best score wins if it is above a floor; else the
/// language is ``LanguageTag/undetermined``. Looks at the first 2,000 words.
public struct LanguageIdentifier: Sendable {
  /// A language and how clearly it won.
  public struct Guess: Hashable, Sendable {
    /// The language, or ``LanguageTag/undetermined``.
    public let language: LanguageTag
    /// The best score less the second best, 0 to about 1.
    public let margin: Double
  }

  /// How many words are looked at.
  static let wordLimit = 2000
  private static let floor = 0.06

  /// Makes an identifier.
  public init() {}

  /// The language of a text. Cost: one pass over its first words.
  public func identify(_ text: String) -> Guess {
    let bytes = Array(text.utf8)
    var scorer = Scorer()
    var index = 0
    while index < bytes.count, scorer.wordCount < Self.wordLimit {
      // A word here is what stands between white space and punctuation; apostrophes stay inside.
      var end = index
      while end < bytes.count, !Self.isSeparator(bytes[end]) { end += 1 }
      if end > index { scorer.add(bytes, range: index..<end) }
      index = end + 1
    }
    return scorer.guess(floor: Self.floor)
  }

  /// The language of terms that are already folded. Cost: a look-up and a look at the letters of each, no allocation.
  func identify(terms: [Term], bytes: [UInt8]) -> Guess {
    var scorer = Scorer()
    for term in terms where term.kind == .word {
      scorer.add(bytes, term.lowerBound..<term.upperBound, keyHash: term.keyHash)
      if scorer.wordCount == Self.wordLimit { break }
    }
    return scorer.guess(floor: Self.floor)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x27: false
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: false
    default: true
    }
  }

  private struct Scorer {
    private(set) var wordCount = 0
    private let votes = LanguageVotes.all
    private var scores = InlineArray<32, Double>(repeating: 0)

    mutating func add(_ bytes: [UInt8], range: Range<Int>) {
      var key: [UInt8] = []
      SearchKeyFolding.append(bytes, range: range, to: &key)
      add(bytes, range, keyHash: SearchKeyHash.of(key[...]))
    }

    mutating func add(_ bytes: [UInt8], _ range: Range<Int>, keyHash: UInt64) {
      let letters = votes.letters(of: bytes, range)
      wordCount += 1
      let script = letters.isCyrillic ? votes.cyrillic : ~votes.cyrillic
      add(1, to: votes.word(keyHash) & script)
      add(0.5, to: letters.speakingFor & script)
      add(-1, to: letters.speakingAgainst & script)
    }

    private mutating func add(_ weight: Double, to profiles: UInt32) {
      var rest = profiles
      while rest != 0 {
        scores[rest.trailingZeroBitCount] += weight
        rest &= rest - 1
      }
    }

    func guess(floor: Double) -> Guess {
      guard wordCount > 0 else { return Guess(language: .undetermined, margin: 0) }
      // Ties go to the language that stands first.
      var first = (score: -Double.infinity, profile: -1)
      for profile in votes.languages.indices {
        let score = scores[profile] / Double(wordCount)
        if score > first.score { first = (score, profile) }
      }
      guard first.score >= floor else { return Guess(language: .undetermined, margin: 0) }
      let language = votes.languages[first.profile]
      var second = 0.0
      for profile in votes.languages.indices where votes.languages[profile] != language {
        second = max(second, scores[profile] / Double(wordCount))
      }
      return Guess(language: language, margin: first.score - second)
    }
  }
}
