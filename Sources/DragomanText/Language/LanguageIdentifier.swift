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

  private static let floor = 0.06

  /// Makes an identifier.
  public init() {}

  /// The language of a text. Cost: one pass over its first words.
  public func identify(_ text: String) -> Guess {
    let bytes = Array(text.utf8)
    var ballot = LanguageBallot()
    var key: [UInt8] = []
    var index = 0
    while index < bytes.count, ballot.isOpen {
      // A word here is what stands between white space and punctuation; apostrophes stay inside.
      var end = index
      while end < bytes.count, !Self.isSeparator(bytes[end]) { end += 1 }
      if end > index {
        key.removeAll(keepingCapacity: true)
        SearchKeyFolding.append(bytes, range: index..<end, to: &key)
        ballot.add(
          LanguageVotes.all.votes(
            ofWord: index..<end, in: bytes, keyHash: SearchKeyHash.of(key[...])))
      }
      index = end + 1
    }
    return identify(ballot)
  }

  /// The language that a text's words voted for.
  func identify(_ ballot: LanguageBallot) -> Guess { ballot.guess(floor: Self.floor) }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x27: false
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: false
    default: true
    }
  }
}
