internal import DragomanText

/// Keys, each once, by numbers in the order in which they came: a hash table with linear probing (Knuth, The Art of
/// Computer Programming 3, section 6.4) over one run of bytes, which holds all that is looked at of a key in one place.
///
/// Memory: about 30 bytes a key, and the key.
struct KeyTable {
  private(set) var hashes: [UInt64] = []
  /// Where the keys start in `bytes`.
  private var starts: [UInt32] = []
  /// Of each key its number and its length, four and two bytes, and the key.
  private var bytes: [UInt8] = []
  /// The low half of a key's hash above one more than where it starts, or 0; at most three quarters full.
  private var slots = [UInt64](repeating: 0, count: 1024)

  var count: Int { hashes.count }
  /// How many bytes all keys take here.
  var byteCount: Int { bytes.count }

  /// How many bytes stand before a key.
  private static let headLength = 6

  subscript(number: Int) -> ArraySlice<UInt8> {
    let start = Int(starts[number])
    return bytes[Self.key(start, bytes.span.word(at: start, before: start + Self.headLength))]
  }

  /// How many bytes a key has.
  func length(of number: Int) -> Int { self[number].count }

  /// Where a key stands whose number and length do at a place.
  @inline(__always)
  private static func key(_ start: Int, _ head: UInt64) -> Range<Int> {
    start + headLength..<start + headLength + Int(head >> 32)
  }

  /// What a look-up of a hash starts with. Tables are larger than caches: reads for many hashes run side by side, those
  /// of look-ups one behind the other.
  struct FirstLook {
    fileprivate let slot: UInt64
  }

  /// Looks where a key with a hash would stand first.
  func firstLook(_ hash: UInt64) -> FirstLook {
    FirstLook(slot: slots[Self.first(hash, slots.count)])
  }

  /// The number of the key that is a part of a text; `nil` if there is no such key.
  func number(
    of range: Range<Int>, in text: Span<UInt8>, hash: UInt64, _ look: FirstLook
  ) -> Int? {
    if let number = number(inSlot: look.slot, of: range, in: text, hash) { return number }
    return slot(of: range, in: text, hash).number
  }

  /// The number of the key that is a part of a text; a new one if there was none.
  ///
  /// - Precondition: the key has fewer than 2¹⁶ bytes.
  mutating func insert(
    _ range: Range<Int>, in text: Span<UInt8>, hash: UInt64, _ look: FirstLook
  ) -> Int {
    // Keys stay where they are, so what a slot said holds.
    if let number = number(inSlot: look.slot, of: range, in: text, hash) { return number }
    let found = slot(of: range, in: text, hash)
    if let number = found.number { return number }
    let number = count
    let start = UInt32(truncatingIfNeeded: bytes.count)
    slots[found.slot] = hash << 32 | (UInt64(start) + 1)
    hashes.append(hash)
    starts.append(start)
    let head = UInt64(number) | UInt64(range.count) << 32
    for index in 0..<Self.headLength {
      bytes.append(UInt8(truncatingIfNeeded: head >> UInt64(8 * index)))
    }
    for index in range { bytes.append(text[index]) }
    if count * 4 > slots.count * 3 { grow() }
    return number
  }

  /// Where a key stands, or would.
  @inline(__always)
  private func slot(
    of range: Range<Int>, in text: Span<UInt8>, _ hash: UInt64
  ) -> (slot: Int, number: Int?) {
    let slots = slots.span
    var slot = Self.first(hash, slots.count)
    while slots[slot] != 0 {
      if let number = number(inSlot: slots[slot], of: range, in: text, hash) {
        return (slot, number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (slot, nil)
  }

  @inline(__always)
  private static func first(_ hash: UInt64, _ slotCount: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 32) & (slotCount - 1)
  }

  @inline(__always)
  private func number(
    inSlot slot: UInt64, of range: Range<Int>, in text: Span<UInt8>, _ hash: UInt64
  ) -> Int? {
    guard slot != 0, slot >> 32 == hash & 0xFFFF_FFFF else { return nil }
    let start = Int(UInt32(truncatingIfNeeded: slot)) - 1
    let bytes = bytes.span
    let head = bytes.word(at: start, before: start + Self.headLength)
    let known = Self.key(start, head)
    guard known.count == range.count, bytes.words(in: known) == text.words(in: range) else {
      return nil
    }
    var offset = 16
    while offset < range.count {
      let word = bytes.word(at: known.lowerBound + offset, before: known.upperBound)
      if word != text.word(at: range.lowerBound + offset, before: range.upperBound) { return nil }
      offset += 8
    }
    return Int(UInt32(truncatingIfNeeded: head))
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Self.first(hash, slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = hash << 32 | (UInt64(starts[number]) + 1)
    }
  }
}
