/// Reads what was written to ``SpillingBytes``, in the same order.
struct SpilledReader {
  private let source: SpillingBytes
  private var portion: [UInt8] = []
  private var index = 0
  private var offset = 0

  init(_ source: SpillingBytes) { self.source = source }

  /// The next number of 32 bits; `nil` at the end.
  @inline(__always)
  mutating func number() throws(LexiconError) -> UInt32? {
    if portion.count - index < 4 { return try numberAcrossPortions() }
    let start = index
    index += 4
    return unsafe portion.withUnsafeBytes { portion in
      unsafe UInt32(littleEndian: portion.loadUnaligned(fromByteOffset: start, as: UInt32.self))
    }
  }

  private mutating func numberAcrossPortions() throws(LexiconError) -> UInt32? {
    var bytes: [UInt8] = []
    try read(4, into: &bytes)
    return bytes.count < 4 ? nil : bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Reads the next bytes; fewer at the end.
  ///
  /// - Parameter result: what it held is lost.
  mutating func read(_ count: Int, into result: inout [UInt8]) throws(LexiconError) {
    result.removeAll(keepingCapacity: true)
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
  }
}
