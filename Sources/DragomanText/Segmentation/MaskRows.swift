internal import CBlocks

/// The masks of the blocks that a walk holds: rows of words, one word a block, so that a kernel fills many at once and a
/// block's neighbours are one word away.
///
/// A kernel fills the words from `first` on. The last block of a chunk waits for what comes behind it: it becomes the
/// word before `first`, and the one before it stays beside it.
@safe struct MaskRows {
  /// What a row says.
  enum Row: Int {
    // From the kernel; see `cblocks.h`.
    case letter, digit, midLetter, midNumber, joiningSpace, white, punctuation, hard
    case nonASCII, continuation, special
    // Made by the rules.
    case starts, kind0, kind1, uncertain

    static let count = 15
  }

  /// The word that a kernel fills first: where a line of the cache starts.
  static let first = 8
  /// The most blocks that a kernel fills: their masks stay in the first cache.
  static let capacity = 32
  static let stride = 48
  /// How many words all rows take, wherever the memory starts.
  private static let wordCount = Row.count * stride + 7

  private let words: UnsafeMutablePointer<UInt64>

  private init(_ words: UnsafeMutablePointer<UInt64>) {
    let aligned = unsafe UnsafeMutableRawPointer(words).alignedUp(toMultipleOf: 64)
    unsafe self.words = aligned.assumingMemoryBound(to: UInt64.self)
  }

  /// Runs `body` with rows on the stack, whose words mean nothing yet.
  static func withRows(_ body: (MaskRows) -> Void) {
    var storage = InlineArray<727, UInt64>(repeating: 0)
    var span = storage.mutableSpan
    precondition(span.count >= wordCount)
    unsafe span.withUnsafeMutableBufferPointer { words in
      guard let base = words.baseAddress else { return }
      body(unsafe MaskRows(base))
    }
  }

  /// Where a row's word lies, for the kernels.
  func place(_ row: Row, _ word: Int) -> UnsafeMutablePointer<UInt64> {
    unsafe words + (row.rawValue &* Self.stride &+ word)
  }

  subscript(row: Row, word: Int) -> UInt64 {
    @inline(__always) get {
      assert(word >= 0 && word < Self.stride)
      return unsafe words[row.rawValue &* Self.stride &+ word]
    }
    @inline(__always) nonmutating set {
      assert(word >= 0 && word < Self.stride)
      unsafe words[row.rawValue &* Self.stride &+ word] = newValue
    }
  }

  /// Makes a block one without any character.
  func empty(_ word: Int) {
    for row in 0...Row.special.rawValue { unsafe words[row &* Self.stride &+ word] = 0 }
  }

  /// Leaves every place of a block to the automaton.
  func doubt(_ word: Int) {
    self[.hard, word] = ~0
    self[.white, word] = 0
    self[.punctuation, word] = 0
  }

  /// Keeps the last two blocks before `end` as those before the first.
  func advance(from end: Int) {
    for row in 0...Row.special.rawValue {
      let row = unsafe words + row &* Self.stride
      unsafe row[Self.first &- 2] = row[end &- 2]
      unsafe row[Self.first &- 1] = row[end &- 1]
    }
  }

  /// Whether the character before `bit`, with what is attached to it, is one that nothing attached to it changes: a
  /// letter, or a mark that joins nothing. False if it starts more than a block before.
  ///
  /// - Precondition: there is one, and it has its planes.
  func isBehindPlain(_ bit: UInt64, _ word: Int) -> Bool {
    var word = word
    var firsts = ~self[.continuation, word] & (bit &- 1)
    if firsts == 0 {
      word -= 1
      firsts = ~self[.continuation, word]
    }
    if firsts == 0 { return false }
    let others =
      self[.digit, word] | self[.midLetter, word] | self[.midNumber, word] | self[.white, word]
      | self[.hard, word]
    return others >> UInt64(63 &- firsts.leadingZeroBitCount) & 1 == 0
  }

  /// Gives the character whose first byte is at `bit` the planes of a class byte.
  func add(_ byte: UInt8, at bit: UInt64, _ word: Int) {
    if byte & UInt8(CBLOCKS_LETTER) != 0 { self[.letter, word] |= bit }
    if byte & UInt8(CBLOCKS_MID_LETTER) != 0 { self[.midLetter, word] |= bit }
    if byte & UInt8(CBLOCKS_MID_NUMBER) != 0 { self[.midNumber, word] |= bit }
    if byte & UInt8(CBLOCKS_WHITE) != 0 { self[.white, word] |= bit }
    if byte & UInt8(CBLOCKS_PUNCTUATION) != 0 { self[.punctuation, word] |= bit }
    if byte & UInt8(CBLOCKS_HARD) != 0 { self[.hard, word] |= bit }
  }

  /// The kind of the segment that starts at a place of a block.
  func kind(at place: UInt64, _ word: Int) -> TokenKind {
    let bits =
      self[.kind0, word] >> place & 1 | (self[.kind1, word] >> place & 1) << 1
      | (self[.white, word] >> place & 1) << 2
    return TokenKind(rawValue: UInt8(bits)) ?? .symbol
  }
}
