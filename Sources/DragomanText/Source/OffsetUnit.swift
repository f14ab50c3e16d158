/// What offsets in the output count.
public enum OffsetUnit: String, CaseIterable, Sendable {
  /// Bytes of UTF-8 (Swift, Rust, Go).
  case utf8
  /// Code units of UTF-16 (Java, JavaScript, Elasticsearch).
  case utf16
  /// Unicode code points (Python, jq, spaCy, Web Annotation).
  case codepoint
}

/// Turns byte offsets of one text into another unit.
///
/// Cost: one pass over the text to build, unless the text is ASCII or the unit is UTF-8; each look-up is a table
/// access and a look at the 31 bytes before it at most, eight at a time.
public struct OffsetConverter: Sendable {
  private static let blockSize = 32
  private let bytes: [UInt8]
  private let unit: OffsetUnit
  /// The offset in `unit` at every 32nd byte; empty if offsets are equal to byte offsets.
  private var checkpoints: [UInt32] = []

  /// Makes a converter for a source text.
  public init(_ source: SourceText, unit: OffsetUnit) {
    bytes = source.bytes
    self.unit = unit
    guard unit != .utf8, bytes.contains(where: { $0 >= 0x80 }) else { return }
    checkpoints.reserveCapacity(bytes.count / Self.blockSize + 1)
    var total: UInt32 = 0
    for start in stride(from: 0, to: bytes.count, by: Self.blockSize) {
      checkpoints.append(total)
      total += width(of: start..<min(start + Self.blockSize, bytes.count))
    }
  }

  /// The offset in the unit of a byte offset that lies on a scalar boundary.
  public func offset(atByte byte: Int) -> Int {
    if checkpoints.isEmpty { return byte }
    let block = min(byte / Self.blockSize, checkpoints.count - 1)
    return Int(checkpoints[block] + width(of: block * Self.blockSize..<byte))
  }

  /// How many units the scalars are that start in a range, eight bytes at a time.
  private func width(of range: Range<Int>) -> UInt32 {
    let text = bytes.span
    var width = range.count
    var index = range.lowerBound
    while index < range.upperBound {
      let word = text.word(at: index, before: range.upperBound)
      // Bytes that go on with a scalar start with the bits 10, those of four bytes start with 1111.
      let inner = word & ~(word << 1) & ByteBlocks.marks
      width -= inner.nonzeroBitCount
      if unit == .utf16 {
        let long = word & (word << 1) & (word << 2) & (word << 3) & ByteBlocks.marks
        width += long.nonzeroBitCount
      }
      index += 8
    }
    return UInt32(width)
  }
}
