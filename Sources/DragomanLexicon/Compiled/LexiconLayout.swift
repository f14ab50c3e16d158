/// How a compiled lexicon lies in its file. All numbers are little-endian.
///
/// ```
///   0  magic        8 bytes  "DRAGLEX\n"
///   8  format       u32      ``formatVersion``
///  12  keys         u32      ``keyVersion``: the folding that made the keys
///  16  file size    u64
///  24  checksum     u64      of everything from byte 32 on
///  32  sections     (offset u64, element count u64) for each ``Section`` in order
/// 256  the sections, each at a multiple of 8
/// ```
enum LexiconLayout {
  static let magic: [UInt8] = Array("DRAGLEX\n".utf8)
  static let formatVersion: UInt32 = 1
  /// Grows with every change of the search key: keys of another folding would not be found.
  static let keyVersion: UInt32 = 1
  static let headerSize = 256
  /// Where the checksum starts: everything before it is checked by itself.
  static let checksumStart = 32
  static let emptySlot = UInt32.max

  enum Section: Int, CaseIterable {
    /// Hash table of terms: term number + 1, or 0. u32, a power of two of them.
    case termSlots
    /// Where each term's key starts in `keys`; one more than there are terms. u32.
    case termKeys
    /// The bytes of all keys.
    case keys
    /// ``WordClasses`` of each term. u32.
    case termClasses
    /// Hash table of edges of the trie: state, term, next state. Three u32, a power of two of them.
    case edgeSlots
    /// Where each state's postings start; one more than there are states. u32.
    case statePostings
    /// Entry, flags, spelling. Three u32.
    case postings
    /// Type u8, weight u8, country two letters, name, ids, attributes. Four u32.
    case entries
    /// Strings: length u16, bytes. Referred to by offset.
    case strings
    /// The endings, as a source file.
    case endings
    /// What the lexicon was made of, as lines of `key<TAB>value`.
    case summary

    /// Bytes of one element.
    var stride: Int {
      switch self {
      case .termSlots, .termKeys, .termClasses, .statePostings: 4
      case .edgeSlots, .postings: 12
      case .entries: 16
      case .keys, .strings, .endings, .summary: 1
      }
    }
  }

  /// Flags of a posting, packed in 32 bits: rule 2, kind 3, languages 8, topic weight 8.
  struct PostingFlags {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }
    init(rule: AliasRule, kind: AliasKind, languages: Languages, weight: Int8) {
      rawValue =
        UInt32(rule.rawValue) | UInt32(kind.rawValue) << 2 | UInt32(languages.rawValue) << 8
        | UInt32(UInt8(bitPattern: weight)) << 16
    }
    var rule: AliasRule { AliasRule(rawValue: UInt8(rawValue & 3)) ?? .capital }
    var kind: AliasKind { AliasKind(rawValue: UInt8(rawValue >> 2 & 7)) ?? .common }
    var languages: Languages { Languages(rawValue: UInt8(truncatingIfNeeded: rawValue >> 8)) }
    var weight: Int8 { Int8(bitPattern: UInt8(truncatingIfNeeded: rawValue >> 16)) }
  }
}

/// The hashes of the format.
enum LexiconHash {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3

  /// FNV-1a (Fowler, Noll, Vo), one byte further.
  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* prime }

  /// Spreads the hash over all bits (the finalizer of SplitMix64).
  @inline(__always)
  static func finish(_ hash: UInt64) -> UInt64 {
    var mixed = hash
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  static func key(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = step(hash, byte) }
    return finish(hash)
  }

  @inline(__always)
  static func edge(state: UInt32, term: UInt32) -> UInt64 {
    finish(UInt64(state) << 32 | UInt64(term))
  }

  /// One word further in a checksum.
  @inline(__always)
  static func checksum(_ sum: UInt64, word: UInt64) -> UInt64 {
    let mixed = (sum ^ word) &* 0x9e37_79b9_7f4a_7c15
    return mixed ^ (mixed >> 29)
  }
}
