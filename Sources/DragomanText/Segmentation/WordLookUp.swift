/// The words that stand at the places of a run, looked up once while the places are near.
@safe struct WordLookUp {
  /// How many places are remembered.
  private static let slotCount = 64
  /// A slot: the place in two units, how many words, how many bytes were read, and their lengths.
  private static let slotLength = 4 + ByteTrie.mostWords
  /// How many units all slots take.
  static let slotUnits = slotCount * slotLength

  /// The words at one place.
  @safe struct Words {
    fileprivate let lookUp: WordLookUp
    fileprivate let place: Int
    /// How many there are.
    let count: Int
    /// How many characters at the place begin a word, and the one behind them.
    let read: Int

    /// The length of a word; shorter ones come first.
    func length(_ word: Int) -> Int { Int(unsafe lookUp.slot(of: place)[4 + word]) }
  }

  private let trie: ByteTrie
  private let bytes: UnsafePointer<UInt8>
  private let slots: UnsafeMutablePointer<UInt16>
  /// How many characters the run has.
  let count: Int

  /// - Precondition: there are `count` bytes and ``slotUnits`` units, which stay where they are.
  @unsafe init(
    trie: ByteTrie, bytes: UnsafePointer<UInt8>, count: Int, slots: UnsafeMutablePointer<UInt16>
  ) {
    self.trie = trie
    unsafe self.bytes = bytes
    unsafe self.slots = slots
    self.count = count
  }

  /// Forgets what was looked up in other runs.
  func clear() {
    // No place has this number: a text has fewer than 2^31 bytes.
    for slot in 0..<Self.slotCount { unsafe slots[slot * Self.slotLength + 1] = 0xFFFF }
  }

  /// The words at a place.
  ///
  /// - Precondition: `place` is below ``count``.
  func words(at place: Int) -> Words {
    let slot = unsafe slot(of: place)
    return Words(
      lookUp: self, place: place, count: Int(unsafe slot[2]), read: Int(unsafe slot[3]))
  }

  /// The slot of a place, filled in.
  private func slot(of place: Int) -> UnsafeMutablePointer<UInt16> {
    let slot = unsafe slots + (place & (Self.slotCount - 1)) * Self.slotLength
    let (low, high) = (UInt16(truncatingIfNeeded: place), UInt16(truncatingIfNeeded: place >> 16))
    if unsafe slot[0] != low || slot[1] != high {
      let found = unsafe trie.words(in: bytes + place, count - place, lengths: slot + 4)
      unsafe slot[0] = low
      unsafe slot[1] = high
      unsafe slot[2] = UInt16(found.count)
      unsafe slot[3] = UInt16(clamping: found.read)
    }
    return unsafe slot
  }
}
