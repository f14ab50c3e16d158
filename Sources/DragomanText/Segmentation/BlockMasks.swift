internal import CBlocks

/// One word a block, of the eight blocks of a group.
typealias Octet = SIMD8<UInt64>

/// The masks of a group of eight blocks: `cblocks_masks`, with the words of each plane as one vector.
///
/// Bit `i` of word `b` stands for byte `64 * b + i` of the group. A character has its class at its first byte.
struct BlockMasks {
  private(set) var letter = Octet.zero
  private(set) var digit = Octet.zero
  private(set) var midLetter = Octet.zero
  private(set) var midNumber = Octet.zero
  private(set) var joiningSpace = Octet.zero
  private(set) var white = Octet.zero
  private(set) var punctuation = Octet.zero
  private(set) var hard = Octet.zero
  private(set) var nonASCII = Octet.zero
  private(set) var continuation = Octet.zero
  /// Characters that the kernel had no class for.
  private(set) var special = Octet.zero
  /// The blocks (bit `b`) that have bits in `nonASCII`, `special` and `hard`.
  private(set) var nonASCIIBlocks: UInt64 = 0
  private(set) var specialBlocks: UInt64 = 0
  private(set) var hardBlocks: UInt64 = 0
  private let unused: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)

  /// Gives the character whose first byte is at `bit` the planes of a class byte.
  mutating func add(_ byte: UInt8, at bit: UInt64, in block: Int) {
    if byte & UInt8(CBLOCKS_LETTER) != 0 { letter[block] |= bit }
    if byte & UInt8(CBLOCKS_MID_LETTER) != 0 { midLetter[block] |= bit }
    if byte & UInt8(CBLOCKS_MID_NUMBER) != 0 { midNumber[block] |= bit }
    if byte & UInt8(CBLOCKS_WHITE) != 0 { white[block] |= bit }
    if byte & UInt8(CBLOCKS_PUNCTUATION) != 0 { punctuation[block] |= bit }
    if byte & UInt8(CBLOCKS_HARD) != 0 {
      hard[block] |= bit
      hardBlocks |= 1 << UInt64(block)
    }
  }
}

/// Where segments start in a group, and three bits of each one's kind at the same place: `cblocks_cuts`.
struct BlockCuts {
  var starts = Octet.zero
  var kind0 = Octet.zero
  var kind1 = Octet.zero
  var kind2 = Octet.zero

  /// The kind of the segment that starts at a place.
  func kind(at place: UInt64, in block: Int) -> TokenKind {
    let bits =
      kind0[block] >> place & 1 | (kind1[block] >> place & 1) << 1
      | (kind2[block] >> place & 1) << 2
    return TokenKind(rawValue: UInt8(bits)) ?? .symbol
  }
}
