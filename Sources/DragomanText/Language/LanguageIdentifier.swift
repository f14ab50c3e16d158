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

  /// The language of terms that are already folded.
  func identify(terms: [Term], keys: [UInt8], bytes: [UInt8]) -> Guess {
    var scorer = Scorer()
    for term in terms where term.kind == .word {
      scorer.add(bytes, range: term.lowerBound..<term.upperBound, key: keys[term.keyRange])
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
    private let votes = LanguageProfile.votes
    private var scores = [Double](repeating: 0, count: LanguageProfile.all.count)

    mutating func add(_ bytes: [UInt8], range: Range<Int>) {
      var key: [UInt8] = []
      SearchKeyFolding.append(bytes, range: range, to: &key)
      add(bytes, range: range, key: key[...])
    }

    mutating func add(_ bytes: [UInt8], range: Range<Int>, key: ArraySlice<UInt8>) {
      var letters: UInt32 = 0
      var foreignLetters: UInt32 = 0
      var isCyrillic = false
      var index = range.lowerBound
      while index < range.upperBound {
        let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
        index += length
        guard scalar < 0x530 else { continue }
        letters |= votes.letters[Int(scalar)]
        foreignLetters |= votes.foreignLetters[Int(scalar)]
        if scalar >= 0x400 { isCyrillic = true }
      }
      wordCount += 1
      let script = isCyrillic ? votes.cyrillic : ~votes.cyrillic
      add(1, to: (votes.words[LanguageProfile.hash(key)] ?? 0) & script)
      add(0.5, to: letters & script)
      add(-1, to: foreignLetters & script)
    }

    private mutating func add(_ weight: Double, to profiles: UInt32) {
      var rest = profiles
      while rest != 0 {
        let index = rest.trailingZeroBitCount
        if index < scores.count { scores[index] += weight }
        rest &= rest - 1
      }
    }

    func guess(floor: Double) -> Guess {
      guard wordCount > 0 else { return Guess(language: .undetermined, margin: 0) }
      var best: [LanguageTag: Double] = [:]
      for (index, profile) in LanguageProfile.all.enumerated() {
        let score = scores[index] / Double(wordCount)
        best[profile.language] = max(best[profile.language] ?? -1, score)
      }
      // Ties go to the language that stands first, so that the answer never depends on hashing.
      let order = LanguageProfile.all.map(\.language)
      let ranked = best.sorted {
        ($1.value, order.firstIndex(of: $0.key) ?? 0) < (
          $0.value, order.firstIndex(of: $1.key) ?? 0
        )
      }
      guard let first = ranked.first, first.value >= floor else {
        return Guess(language: .undetermined, margin: 0)
      }
      let second = ranked.dropFirst().first?.value ?? 0
      return Guess(language: first.key, margin: first.value - max(second, 0))
    }
  }
}
