/// Reads what was written to ``SpillingBytes``, in the same order.
struct SpilledReader {
  private let source: SpillingBytes
  private var portion: [UInt8] = []
  private var index = 0
  private var offset = 0

  init(_ source: SpillingBytes) { self.source = source }

  /// The next number of 32 bits; `nil` at the end.
  mutating func number() throws(LexiconError) -> UInt32? {
    if portion.count - index >= 4 {
      defer { index += 4 }
      return Self.number(portion[index..<index + 4])
    }
    let bytes = try bytes(4)
    return bytes.count == 4 ? Self.number(bytes[...]) : nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    let start = bytes.startIndex
    return UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2]) << 16
      | UInt32(bytes[start + 3]) << 24
  }

  /// The next bytes; fewer at the end.
  mutating func bytes(_ count: Int) throws(LexiconError) -> [UInt8] {
    var result: [UInt8] = []
    while result.count < count {
      if index == portion.count {
        guard let next = try source.portion(from: offset) else { break }
        (portion, index) = (next, 0)
        offset += next.count
      }
      let end = min(portion.count, index + count - result.count)
      result += portion[index..<end]
      index = end
    }
    return result
  }
}
