/// The terms that texts were cut into, remembered by how they are written: texts repeat their words.
///
/// A *piece* is the rest of a token, up to ``longestPiece`` bytes, with the term that it starts with: `Türkiye’nin` has
/// the pieces `Türkiye’nin`, `’nin` and `nin`. A table with open addressing leads to a list in the order in which pieces
/// were first seen: those that texts repeat stand together, in few lines of memory. When the list is full, all is
/// forgotten.
struct TermCache: Sendable {
  /// A piece of up to 16 bytes, or the first 16 bytes of one, and the term that it starts with: one line of memory.
  private struct Piece {
    /// From the low end on: the piece, the term's search key, what the term says of the text's language, the hash of the
    /// key, and traits. Bytes have zeros behind them.
    let lanes: SIMD8<UInt64>

    init(
      _ bytes: (UInt64, UInt64), _ byteCount: Int, of kind: TokenKind, _ term: Term,
      _ key: (UInt64, UInt64), _ votes: LanguageVotes.OfWord
    ) {
      let shape = term.shape.subtracting([.afterSpace, .afterLineBreak])
      let traits =
        Self.asked(byteCount, kind.rawValue) | UInt64(shape.rawValue) << 16
        | UInt64(term.upperBound - term.lowerBound) << 32 | UInt64(term.keyRange.count) << 40
        | UInt64(term.kind.rawValue) << 48
      let votes = ByteBlocks.words(of: votes)
      lanes = SIMD8(bytes.0, bytes.1, key.0, key.1, votes[0], votes[1], term.keyHash, traits)
    }

    /// What is asked for beside the bytes: how many there are, and the sort of the token.
    @inline(__always)
    static func asked(_ byteCount: Int, _ kind: UInt8) -> UInt64 {
      UInt64(truncatingIfNeeded: byteCount) | UInt64(kind) &<< 8
    }

    /// Whether it is the piece that is asked for, as far as its first 16 bytes go.
    @inline(__always)
    func matches(_ bytes: (UInt64, UInt64), _ asked: UInt64) -> Bool {
      (lanes[0] ^ bytes.0) | (lanes[1] ^ bytes.1) | ((traits & 0xFFFF) ^ asked) == 0
    }

    private var traits: UInt64 { lanes[7] }
    var key: SIMD2<UInt64> { SIMD2(lanes[2], lanes[3]) }
    /// Nothing if the term is no word.
    var votes: LanguageVotes.OfWord { ByteBlocks.signedBytes(of: SIMD2(lanes[4], lanes[5])) }
    var keyHash: UInt64 { lanes[6] }
    var shape: Term.Shape { Term.Shape(rawValue: UInt16(truncatingIfNeeded: traits &>> 16)) }
    /// How many bytes of the piece the term takes.
    var termByteCount: Int { Int(UInt8(truncatingIfNeeded: traits &>> 32)) }
    var keyByteCount: Int { Int(UInt8(truncatingIfNeeded: traits &>> 40)) }
    /// No term of an address or of white space is remembered.
    var kind: TokenKind {
      switch UInt8(truncatingIfNeeded: traits &>> 48) {
      case 0: .word
      case 1: .number
      case 2: .punctuation
      default: .symbol
      }
    }
  }

  /// The bytes of a piece and of its term's key from the seventeenth on.
  private struct Rest {
    let bytes: (UInt64, UInt64)
    let key: SIMD2<UInt64>
  }

  /// The longest piece that is remembered, and the longest key, in bytes.
  static let longestPiece = 32
  private static let head = 16

  private static let capacity = 1 << 14
  private static let leastSlotBits: UInt64 = 9
  /// A piece stands so few slots behind its first one: whoever sends pieces with one hash does not make a text slow.
  private static let longestProbe = 64

  /// By slot, the number of a piece, from 1 on; 0 for an empty slot. Half of them at most are taken.
  private var slots = [UInt16](repeating: 0, count: 1 << leastSlotBits)
  private var slotBits = leastSlotBits
  private var pieces: [Piece] = []
  /// As many as there are pieces.
  private var rests: [Rest] = []

  /// Copies the terms of a text that are remembered, up to the first piece that is not, or that there is no room for.
  ///
  /// - Parameters:
  ///   - token: the token to go on with; the one of that piece when this returns, or the number of tokens.
  ///   - place: where the rest of that token starts.
  ///   - state: what is written of `terms` and `keys`; there is room for one term.
  /// - Returns: whether there was room up to there.
  @inline(never)
  func recall(
    _ tokens: borrowing Tokens, of bytes: [UInt8], from token: inout Int, _ place: inout Int,
    into terms: inout [Term], _ keys: inout [UInt8], _ state: inout TermBuilder.State,
    _ ballot: inout LanguageBallot
  ) -> Bool {
    let (text, slots, pieces, rests) = (bytes.span, slots.span, pieces.span, rests.span)
    let (offsets, kinds) = (tokens.offsets.span, tokens.kinds.span)
    let (count, shift) = (tokens.count, 64 &- slotBits)
    var (termCount, written, gap) = (state.termCount, state.written, state.gap)
    var votes = ballot
    var (index, start) = (token, place)
    var terms = terms.mutableSpan
    var keys = keys.mutableSpan
    // A key is written from here at the latest.
    let lastKeyStart = keys.count &- Self.longestPiece
    var hasRoom = true
    search: while index < count {
      let (end, kind) = (Int(offsets[index &+ 1]), kinds[index])
      if kind == TokenKind.space.rawValue {
        gap.formUnion(TermBuilder.gap(of: start..<end, in: text))
        (index, start) = (index &+ 1, end)
        continue
      }
      let byteCount = end &- start
      if byteCount > Self.longestPiece { break }
      if termCount == terms.count || written > lastKeyStart {
        hasRoom = false
        break
      }
      let isLong = byteCount > Self.head
      let bytes = text.words(in: start..<end)
      let restOfBytes = isLong ? text.words(in: start &+ Self.head..<end) : (0, 0)
      let asked = Piece.asked(byteCount, kind)
      var slot = Int(truncatingIfNeeded: Self.hash(bytes, restOfBytes) &>> shift)
      var number = Int(slots[slot])
      while true {
        if number == 0 { break search }
        if pieces[number &- 1].matches(bytes, asked),
          !isLong || rests[number &- 1].bytes == restOfBytes
        {
          break
        }
        slot = (slot &+ 1) & (slots.count &- 1)
        number = Int(slots[slot])
      }
      let known = pieces[number &- 1]
      keys.store(known.key, at: written)
      let keyEnd = written &+ known.keyByteCount
      if known.keyByteCount > Self.head {
        keys.store(rests[number &- 1].key, at: written &+ Self.head)
      }
      let next = start &+ known.termByteCount
      terms[termCount] = Term(
        lowerBound: start, upperBound: next, keyRange: written..<keyEnd, keyHash: known.keyHash,
        shape: known.shape.union(gap), kind: known.kind)
      if votes.isOpen { votes.add(known.votes, words: known.kind == TokenKind.word ? 1 : 0) }
      gap = []
      (termCount, written, start) = (termCount &+ 1, keyEnd, next)
      if next < end { continue }
      index &+= 1
      if index == count { break }
      // Most words have one space behind them: taken without a branch, which nothing could foretell.
      let isSpace = text[end] == 0x20 && Int(offsets[index &+ 1]) == end &+ 1
      gap = isSpace ? .afterSpace : []
      index &+= isSpace ? 1 : 0
      start &+= isSpace ? 1 : 0
    }
    (state.termCount, state.written, state.gap) = (termCount, written, gap)
    ballot = votes
    (token, place) = (index, start)
    return hasRoom
  }

  /// Remembers a piece that is unknown.
  ///
  /// - Parameters:
  ///   - range: the piece.
  ///   - kind: the sort of its token.
  ///   - term: the term that it starts with.
  ///   - keys: where that has its key.
  mutating func learn(
    _ range: Range<Int>, _ kind: TokenKind, in text: Span<UInt8>, _ term: Term, _ keys: Span<UInt8>,
    _ votes: LanguageVotes.OfWord
  ) {
    let keyRange = term.keyRange
    guard range.count <= Self.longestPiece, keyRange.count <= Self.longestPiece else { return }
    if pieces.count == Self.capacity { forget() }
    pieces.append(
      Piece(
        text.words(in: range), range.count, of: kind, term, keys.words(in: keyRange), votes))
    let restOfKey = keys.words(in: Self.rest(of: keyRange))
    rests.append(
      Rest(
        bytes: text.words(in: Self.rest(of: range)), key: SIMD2(restOfKey.0, restOfKey.1)))
    if 2 * pieces.count > slots.count {
      grow()
    } else if !enter(pieces.count) {
      forget()
    }
  }

  /// Enters a piece into the slots; returns whether there is one near enough.
  private mutating func enter(_ number: Int) -> Bool {
    let lanes = pieces[number - 1].lanes
    let hash = Self.hash((lanes[0], lanes[1]), rests[number - 1].bytes)
    var slot = Int(truncatingIfNeeded: hash >> (64 - slotBits))
    for _ in 0..<Self.longestProbe {
      if slots[slot] == 0 {
        slots[slot] = UInt16(number)
        return true
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  private mutating func grow() {
    slotBits += 2
    slots = [UInt16](repeating: 0, count: 1 << slotBits)
    for number in 1...pieces.count where !enter(number) { return forget() }
  }

  private mutating func forget() {
    for slot in slots.indices { slots[slot] = 0 }
    pieces.removeAll(keepingCapacity: true)
    rests.removeAll(keepingCapacity: true)
  }

  /// What is behind the first 16 bytes.
  private static func rest(of range: Range<Int>) -> Range<Int> {
    min(range.lowerBound + head, range.upperBound)..<range.upperBound
  }

  /// Products to 128 bits, as in ``SearchKeyHash``.
  @inline(__always)
  private static func hash(_ bytes: (UInt64, UInt64), _ rest: (UInt64, UInt64)) -> UInt64 {
    let product = (bytes.0 ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
      by: bytes.1 ^ 0xE703_7ED1_A0B4_28DB)
    let hash = product.high ^ product.low
    if rest.0 == 0 { return hash }
    let more = (rest.0 ^ hash).multipliedFullWidth(by: rest.1 ^ 0x5899_65CC_7537_4CC3)
    return more.high ^ more.low
  }
}
