internal import DragomanText

/// Keys, each once, by numbers in the order in which they came: a hash table with linear probing (Knuth, The Art of
/// Computer Programming 3, section 6.4) over the keys' bytes, which stand one behind the other.
///
/// Memory: about 25 bytes a key, and the key.
struct KeyTable {
  private(set) var hashes: [UInt64] = []
  private var starts: [UInt32] = [0]
  private var bytes: [UInt8] = []
  /// The low half of a key's hash above one more than its number, or 0; at most three quarters full.
  private var slots = [UInt64](repeating: 0, count: 1024)

  var count: Int { hashes.count }
  /// How many bytes all keys have.
  var byteCount: Int { bytes.count }

  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// How many bytes a key has.
  func length(of number: Int) -> Int { Int(starts[number + 1] - starts[number]) }

  /// The number of the key that is a part of a text; `nil` if there is no such key.
  func number(of range: Range<Int>, in text: Span<UInt8>, hash: UInt64) -> Int? {
    slot(of: range, in: text, hash).number
  }

  /// The number of the key that is a part of a text; a new one if there was none.
  mutating func insert(_ range: Range<Int>, in text: Span<UInt8>, hash: UInt64) -> Int {
    let found = slot(of: range, in: text, hash)
    if let number = found.number { return number }
    let number = count
    slots[found.slot] = hash << 32 | UInt64(number + 1)
    hashes.append(hash)
    for index in range { bytes.append(text[index]) }
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
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
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == UInt32(truncatingIfNeeded: hash) {
        let number = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
        if isKey(number, range, in: text) { return (slot, number) }
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
  private func isKey(_ number: Int, _ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    let known = Int(starts[number])..<Int(starts[number + 1])
    let bytes = bytes.span
    guard known.count == range.count, bytes.words(in: known) == text.words(in: range) else {
      return false
    }
    var offset = 16
    while offset < range.count {
      let word = bytes.word(at: known.lowerBound + offset, before: known.upperBound)
      if word != text.word(at: range.lowerBound + offset, before: range.upperBound) { return false }
      offset += 8
    }
    return true
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Self.first(hash, slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = hash << 32 | UInt64(number + 1)
    }
  }
}
