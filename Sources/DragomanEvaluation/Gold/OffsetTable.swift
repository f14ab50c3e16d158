internal import DragomanText

/// Turns offsets of a unit into byte offsets of one text.
struct OffsetTable {
  private let bytes: [UInt8]
  /// The byte at each offset, -1 inside a surrogate pair; empty if the unit is bytes.
  private var starts: [Int32] = []

  init(_ source: SourceText, unit: OffsetUnit) {
    bytes = source.bytes
    guard unit != .utf8 else { return }
    for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      starts.append(Int32(index))
      if unit == .utf16, byte >= 0xF0 { starts.append(-1) }
    }
    starts.append(Int32(bytes.count))
  }

  /// The bytes from one offset to another; `nil` if they are not in the text, cut a character, or hold nothing.
  func range(_ start: Int, _ end: Int) -> TextRange? {
    guard let lower = byte(at: start), let upper = byte(at: end), lower < upper else { return nil }
    return TextRange(lower, upper)
  }

  private func byte(at offset: Int) -> Int? {
    guard offset >= 0 else { return nil }
    if starts.isEmpty {
      guard offset <= bytes.count else { return nil }
      return offset < bytes.count && bytes[offset] & 0xC0 == 0x80 ? nil : offset
    }
    guard offset < starts.count, starts[offset] >= 0 else { return nil }
    return Int(starts[offset])
  }
}
