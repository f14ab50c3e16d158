/// How a compiled lexicon lies in its file (``CompiledFileFormat``); described byte by byte in `docs/lexicon-format.md`.
enum LexiconLayout {
  static let format = CompiledFileFormat(
    magic: "DRAGLEX\n", version: 5, strides: Section.allCases.map(\.stride),
    noun: "compiled lexicon", maker: "dragoman lexicon compile", remedy: "compile it again")

  enum Section: Int, CaseIterable {
    /// Where the terms of each bucket start; one more than there are buckets. u32.
    case buckets
    /// The low half of the low half of each term's hash. u16.
    case fingerprints
    /// Where the keys of each bucket start in `keys`. u32.
    case keyStarts
    /// The length of each term's key. u8.
    case keyLengths
    /// The bytes of all keys.
    case keys
    /// ``WordClasses`` of each term. u16.
    case classes
    /// For each 64 terms which of them a name starts with, as bits (two numbers, the low one first), and how many such
    /// terms stand before. Three u32.
    case rootMasks
    /// What each term that a name starts with leads to: a state, or with ``leafRoot`` its first posting where no name
    /// goes on; ``smallRoot`` beside a state. u32.
    case roots
    /// The states of the trie: label, children, postings. Three u32.
    case states
    /// Entry and flags. Two u32.
    case postings
    /// Type u8 (with ``overrides``), weight u8, country two letters, where the record starts. Two u32.
    case entries
    /// The records of the entries, one behind the other.
    case records
    /// Where the words start that records have a number for, and one more. u32.
    case phraseStarts
    /// The words that records have a number for: see ``PhraseBook``.
    case phrases
    /// Which lengths the beginnings of words have that are looked up: see ``PrefixGate``. u32.
    case prefixLengths
    /// The endings: see ``EndingTable``. u32.
    case endings
    /// The bytes of the endings and of what stands in their place.
    case endingBytes
    /// The terms of people's names by their sound: see ``PhoneticTable``. Two u32.
    case phonetics
    /// The words with roles in the grammar, by term: see ``RoleTable``. Two u32.
    case roles
    /// The countries: code as two letters, entry. Two u32, by code.
    case countries
    /// What the lexicon was made of, as lines of `key<TAB>value`.
    case summary

    /// Bytes of one element.
    var stride: Int {
      switch self {
      case .keyLengths, .keys, .records, .phrases, .endingBytes, .summary: 1
      case .fingerprints, .classes: 2
      case .buckets, .keyStarts, .roots, .phraseStarts, .prefixLengths, .endings: 4
      case .postings, .entries, .phonetics, .roles, .countries: 8
      case .states, .rootMasks: 12
      }
    }
  }

  // MARK: Terms

  /// How many terms a bucket has on average.
  static let termsPerBucket = 4
  /// No bucket has more: the compiler makes more buckets until that holds.
  static let largestBucket = 64
  /// Longer keys are no terms, in bytes.
  static let longestKey = 255

  /// The bucket of a hash.
  @inline(__always)
  static func bucket(of hash: UInt64, count: Int) -> Int {
    Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(truncatingIfNeeded: count)).high)
  }

  @inline(__always)
  static func fingerprint(of hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: hash) }

  // MARK: States

  /// Beside the first posting of a term that no name goes on behind.
  static let leafRoot: UInt32 = 1 << 31
  /// Beside the state of a term that names go on behind: one of them may start with a small letter.
  static let smallRoot: UInt32 = 1 << 30

  /// States are numbered in this many bits: above them stands how many children a state has.
  static let stateBits: UInt32 = 28
  static let stateMask: UInt32 = 1 << stateBits - 1
  /// A state with this many children or more has their number as the label of a state before the first of them.
  static let manyChildren = 15

  // MARK: Entries and postings

  /// A country's two letters, the first one lowest; `nil` of anything else.
  static func packedCountry(_ code: String) -> UInt32? {
    let letters = Array(code.utf8)
    return letters.count == 2 ? UInt32(letters[0]) | UInt32(letters[1]) << 8 : nil
  }

  /// Beside an entry's type: the entry hides those of the lexicons below.
  static let overrides: UInt8 = 0x80

  /// What a posting says, packed in 32 bits: from the low end rule 2, languages 8, number of the alias in its entry 10,
  /// whether it is the last of its state 1, whether it is a topic's term 1; then for a term its weight 8, else kind 3,
  /// whether it is written in capitals 1, whether its last word of several has a capital 1, and whether it is a cue 1, which
  /// has its first ten traits in place of the alias, and the others in the highest 4.
  struct PostingFlags: Hashable, Sendable {
    var rawValue: UInt32

    static let last: UInt32 = 1 << 20
    private static let term: UInt32 = 1 << 21
    private static let capitals: UInt32 = 1 << 25
    private static let lastCapital: UInt32 = 1 << 26
    private static let cue: UInt32 = 1 << 27
    /// Numbers of aliases are below this.
    static let aliasLimit = 1 << 10

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Of a name.
    init(
      rule: AliasRule, kind: AliasKind, languages: Languages, alias: Int, isAllCapitals: Bool,
      endsInCapital: Bool = false
    ) {
      rawValue = Self.common(rule, languages, alias) | UInt32(kind.rawValue) << 22
      if isAllCapitals { rawValue |= Self.capitals }
      if endsInCapital { rawValue |= Self.lastCapital }
    }

    /// Of a topic's term.
    init(weight: Int8, rule: AliasRule, languages: Languages, alias: Int) {
      rawValue =
        Self.common(rule, languages, alias) | Self.term | UInt32(UInt8(bitPattern: weight)) << 22
    }

    /// Of a cue, whose traits stand where others have the number of an alias, and its kind.
    init(cue traits: CueTraits, languages: Languages) {
      rawValue =
        Self.common(.any, languages, Int(traits.rawValue) & (Self.aliasLimit - 1)) | Self.cue
        | UInt32(traits.rawValue >> 10) << 28
    }

    private static func common(_ rule: AliasRule, _ languages: Languages, _ alias: Int) -> UInt32 {
      UInt32(rule.rawValue) | UInt32(languages.rawValue) << 2 | UInt32(alias) << 10
    }

    var rule: AliasRule { AliasRule(rawValue: UInt8(rawValue & 3)) ?? .capital }
    var languages: Languages {
      get { Languages(rawValue: UInt8(truncatingIfNeeded: rawValue >> 2)) }
      set { rawValue = rawValue & ~0x3FC | UInt32(newValue.rawValue) << 2 }
    }
    private var number: UInt32 { rawValue >> 10 & 0x3FF }
    var alias: Int { isCue ? 0 : Int(number) }
    var cueTraits: CueTraits {
      isCue ? CueTraits(rawValue: UInt16(number) | UInt16(rawValue >> 28) << 10) : []
    }
    private var isCue: Bool { !isTerm && rawValue & Self.cue != 0 }
    var isLast: Bool { rawValue & Self.last != 0 }
    private var isTerm: Bool { rawValue & Self.term != 0 }
    var weight: Int8 {
      isTerm ? Int8(bitPattern: UInt8(truncatingIfNeeded: rawValue >> 22)) : 0
    }
    var kind: AliasKind {
      isTerm || isCue ? .common : AliasKind(rawValue: UInt8(rawValue >> 22 & 7)) ?? .common
    }
    /// Whether a text may write the alias with a small letter at its start.
    var startsSmall: Bool { rule == .any || rule == .exact && !isAllCapitals }
    var isAllCapitals: Bool { !isTerm && rawValue & Self.capitals != 0 }
    var endsInCapital: Bool { !isTerm && rawValue & Self.lastCapital != 0 }
  }
}

/// Which beginnings of words are worth looking up, for topics' terms that end in `*`: by a hash of the first three bytes
/// the lengths that such terms have, in bytes, as bits. Those of terms that are shorter than three stand everywhere.
enum PrefixGate {
  static let slotCount = 4096
  /// Shorter terms are not looked up.
  static let shortest = 2
  private static let headLength = 3
  /// It stands for all lengths from there on.
  static let longestBit = 31
  /// What a key gets behind it for a term that only begins words.
  static let mark: UInt8 = 0x2A

  /// Where the lengths stand that terms have which begin like a key.
  @inline(__always)
  static func slot(_ key: ArraySlice<UInt8>) -> Int {
    guard key.count >= headLength else { return 0 }
    let start = key.startIndex
    let head = UInt32(key[start]) | UInt32(key[start + 1]) << 8 | UInt32(key[start + 2]) << 16
    return Int((head &* 0x9E37_79B1) >> 20)
  }

  /// Where the length of a term is noted.
  static func slots(ofTerm key: ArraySlice<UInt8>) -> Range<Int> {
    if key.count < headLength { return 0..<slotCount }
    let slot = slot(key)
    return slot..<slot + 1
  }

  static func bit(length: Int) -> UInt32 { 1 << UInt32(min(length, longestBit)) }
}
