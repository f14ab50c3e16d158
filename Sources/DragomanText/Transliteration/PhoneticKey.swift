/// What a name sounds like: one key for the ways in which Latin letters write a name of another script.
///
/// `Tokayev` and `Tokaev`, `Zhaparov`, `Japarov` and Turkish `Caparov`, `Muhammad` and `Mohamed` are the same names in other
/// systems of romanization (BGN/PCGN, ISO 9, those of the press, of Turkish and of Azerbaijani). Soundex and Metaphone are
/// made for English ears and throw most of a word away; here only what systems of romanization write differently is
/// the same, by ordered rewritings (``PhoneticRewriting``): names that differ elsewhere stay apart, `Kamal` and `Kamil`,
/// `Ivanov` and `Ivanova`. Names at home in Latin letters gain nothing from it: do not ask for theirs.
///
/// ```swift
/// PhoneticKey(searchKey: Array("zhaparov".utf8)[...])?.description  // japaruf
/// ```
public struct PhoneticKey: Hashable, Sendable {
  /// Shorter keys tell too little.
  static let shortest = 3

  /// The letters of the key, ASCII; for comparing alone.
  public let letters: [UInt8]

  /// The key of a word. Cost: about a microsecond.
  ///
  /// - Parameter searchKey: the search key of one word. Apostrophes and hyphens in it do not count.
  /// - Returns: `nil` if there is anything else than the letters a to z, or too little is left of it. The Arabic article
  ///   (`al`, `el`, `es`, `ash` …) has a key.
  public init?(searchKey: ArraySlice<UInt8>) {
    var word: [UInt8] = []
    word.reserveCapacity(searchKey.count)
    for byte in searchKey {
      switch byte {
      case 0x61...0x7A: word.append(byte)
      case 0x27, 0x2D: break
      default: return nil
      }
    }
    if word.count <= PhoneticRewriting.longestArticle, PhoneticRewriting.articles.contains(word) {
      letters = PhoneticRewriting.article
      return
    }
    var result: [UInt8] = []
    result.reserveCapacity(searchKey.count + 1)
    for pass in PhoneticRewriting.passes {
      pass.apply(to: word, &result)
      swap(&word, &result)
    }
    guard word.count >= Self.shortest else { return nil }
    letters = word
  }

  /// The low half of the key's ``SearchKeyHash``: the same on every machine.
  public var hash: UInt32 { UInt32(truncatingIfNeeded: SearchKeyHash.of(letters[...])) }
}

extension PhoneticKey: CustomStringConvertible {
  /// The letters.
  public var description: String { String(decoding: letters, as: UTF8.self) }
}
