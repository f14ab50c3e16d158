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
/// access and a walk over at most 63 bytes.
public struct OffsetConverter: Sendable {
  private static let stride = 64
  private let bytes: [UInt8]
  private let unit: OffsetUnit
  /// The offset in `unit` at every 64th byte; empty if offsets are equal to byte offsets.
  private var checkpoints: [UInt32] = []

  /// Makes a converter for a source text.
  public init(_ source: SourceText, unit: OffsetUnit) {
    bytes = source.bytes
    self.unit = unit
    guard unit != .utf8, bytes.contains(where: { $0 >= 0x80 }) else { return }
    checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
    var total: UInt32 = 0
    for index in bytes.indices {
      if index % Self.stride == 0 { checkpoints.append(total) }
      total += width(bytes[index])
    }
  }

  /// The offset in the unit of a byte offset that lies on a scalar boundary.
  public func offset(atByte byte: Int) -> Int {
    if checkpoints.isEmpty { return byte }
    if byte == 0 { return 0 }
    let block = min(byte / Self.stride, checkpoints.count - 1)
    var result = checkpoints[block]
    for index in block * Self.stride..<byte { result += width(bytes[index]) }
    return Int(result)
  }

  /// How many units the scalar that starts with this byte adds; 0 for a continuation byte.
  private func width(_ byte: UInt8) -> UInt32 {
    if byte & 0xC0 == 0x80 { return 0 }
    return unit == .utf16 && byte >= 0xF0 ? 2 : 1
  }
}
