/// Collects the strings of a compiled lexicon, each once.
final class StringTable {
  private(set) var bytes: [UInt8] = []
  private var known: [String: UInt32] = [:]

  /// The offset of a string; strings longer than 65,535 bytes are cut at a scalar boundary.
  func offset(of text: String) -> UInt32 {
    if let offset = known[text] { return offset }
    var utf8 = Array(text.utf8)
    if utf8.count > Int(UInt16.max) {
      var end = Int(UInt16.max)
      while utf8[end] & 0xC0 == 0x80 { end -= 1 }
      utf8.removeLast(utf8.count - end)
    }
    let offset = UInt32(truncatingIfNeeded: bytes.count)
    bytes.append(UInt8(utf8.count & 0xFF))
    bytes.append(UInt8(utf8.count >> 8))
    bytes.append(contentsOf: utf8)
    known[text] = offset
    return offset
  }
}
