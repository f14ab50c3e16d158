internal import DragomanText

/// The features that a term has by itself, or as a neighbour: the same wherever it stands, so that their sums can be kept.
enum TermFeatures {
  /// Where a term stands, seen from the one whose features are read.
  enum Neighbour {
    case previous, secondPrevious, next, secondNext
  }

  /// What stands outside of a text.
  static let outside: UInt64 = 0x5DEE_CE66_D1CE_4E5B

  /// How a term is written, as a few bits: of a word its capitals and digits, of a mark the mark.
  @inline(__always)
  static func shape(_ facts: TermFacts, _ key: ArraySlice<UInt8>) -> UInt64 {
    guard facts.contains(.word) else { return 0x100 | UInt64(key.first ?? 0) }
    return facts.rawValue & 0b110_0111 | (facts.contains(.initial) ? 0x80 : 0)
  }

  /// Reads a term's word and its parts.
  ///
  /// - Parameters:
  ///   - word: the hash of its search key.
  ///   - shape: how it is written.
  static func readWord(
    _ word: UInt64, _ key: ArraySlice<UInt8>, shape: UInt64,
    _ add: (FeatureTemplate, UInt64) -> Void
  ) {
    add(.word, word)
    add(.writtenWord, joined(word, shape))
    if shape & 0x100 == 0 {
      readPrefixes(key, add)
      readSuffixes(key, add)
    }
  }

  /// Reads a term as a neighbour of another.
  static func readNeighbour(
    _ neighbour: Neighbour, _ word: UInt64, _ key: ArraySlice<UInt8>,
    _ add: (FeatureTemplate, UInt64) -> Void
  ) {
    switch neighbour {
    case .previous:
      add(.previousWord, word)
      if let ending = suffix(key, 3) { add(.previousSuffix, ending) }
    case .next:
      add(.nextWord, word)
      if let ending = suffix(key, 3) { add(.nextSuffix, ending) }
    case .secondPrevious: add(.secondPreviousWord, word)
    case .secondNext: add(.secondNextWord, word)
    }
  }

  /// Reads what is known of a term.
  static func readFacts(
    _ facts: TermFacts, keyLength: Int, _ add: (FeatureTemplate, UInt64) -> Void
  ) {
    readBits(facts.rawValue, .fact, add)
    add(.facts, facts.rawValue & telling)
    let place =
      facts.rawValue
      & (TermFacts.capitalized.rawValue | TermFacts.allCapitals.rawValue
        | TermFacts.hasDigit.rawValue | TermFacts.word.rawValue | TermFacts.afterSpace.rawValue
        | TermFacts.afterLineBreak.rawValue | TermFacts.inCapitalLine.rawValue
        | TermFacts.opensSentence.rawValue)
    add(.shape, joined(place, UInt64(min(8, keyLength))))
  }

  /// Reads what is known of the term before, or of the one behind.
  static func readFacts(
    ofNeighbour facts: TermFacts, _ template: FeatureTemplate,
    _ add: (FeatureTemplate, UInt64) -> Void
  ) {
    readBits(facts.rawValue, template, add)
  }

  /// The facts that tell most, for joining.
  private static let telling: UInt64 =
    ([
      .capitalized, .allCapitals, .hasDigit, .word, .opensSentence, .title, .demonym, .head,
      .knownName, .anyPlace, .firstName, .lastName, .ordinary, .opener, .conjunction, .of,
      .inflectedOrdinary, .initial,
    ] as TermFacts).rawValue

  private static func readBits(
    _ bits: UInt64, _ template: FeatureTemplate, _ add: (FeatureTemplate, UInt64) -> Void
  ) {
    var bits = bits
    while bits != 0 {
      add(template, UInt64(bits.trailingZeroBitCount))
      bits &= bits - 1
    }
  }

  // MARK: Parts of words

  private static let start: UInt64 = 14_695_981_039_346_656_037
  private static let prime: UInt64 = 1_099_511_628_211

  /// The first one to four letters, of words that have more.
  private static func readPrefixes(
    _ key: ArraySlice<UInt8>, _ add: (FeatureTemplate, UInt64) -> Void
  ) {
    var hash = start
    var letters: UInt8 = 0
    for byte in key {
      if byte & 0xC0 != 0x80 {
        if letters > 0,
          let template = FeatureTemplate(rawValue: FeatureTemplate.prefix1.rawValue + letters - 1)
        {
          add(template, hash)
        }
        letters += 1
        if letters > 4 { break }
      }
      hash = (hash ^ UInt64(byte)) &* prime
    }
  }

  /// The last one to four letters.
  private static func readSuffixes(
    _ key: ArraySlice<UInt8>, _ add: (FeatureTemplate, UInt64) -> Void
  ) {
    var hash = start
    var letters: UInt8 = 0
    for byte in key.reversed() {
      hash = (hash ^ UInt64(byte)) &* prime
      if byte & 0xC0 != 0x80 {
        letters += 1
        if let template = FeatureTemplate(
          rawValue: FeatureTemplate.suffix1.rawValue + letters - 1)
        {
          add(template, hash)
        }
        if letters == 4 { break }
      }
    }
  }

  /// The hash of the last letters of a key; `nil` if it has fewer.
  private static func suffix(_ key: ArraySlice<UInt8>, _ count: Int) -> UInt64? {
    var hash = start
    var letters = 0
    for byte in key.reversed() {
      hash = (hash ^ UInt64(byte)) &* prime
      if byte & 0xC0 != 0x80 {
        letters += 1
        if letters == count { return hash }
      }
    }
    return nil
  }
}
