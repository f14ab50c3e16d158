/// Writes numbers and short runs of bytes to ``SpillingBytes``, many at once. What it took is there after ``finish()``.
struct SpillingWriter: ~Copyable {
  private static let portion = 1 << 14

  private let target: SpillingBytes
  private var waiting = [UInt8](repeating: 0, count: portion)
  private var count = 0

  init(_ target: SpillingBytes) { self.target = target }

  /// Writes a number, little-endian.
  @inline(__always)
  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(
    _ number: Number
  ) throws(LexiconError) {
    let size = MemoryLayout<Number>.size
    if waiting.count - count < size { try finish() }
    let start = count
    unsafe waiting.withUnsafeMutableBytes { waiting in
      unsafe waiting.storeBytes(of: number.littleEndian, toByteOffset: start, as: Number.self)
    }
    count += size
  }

  /// Writes bytes.
  mutating func append(_ bytes: ArraySlice<UInt8>) throws(LexiconError) {
    if waiting.count - count < bytes.count { try finish() }
    if bytes.count > waiting.count { return try target.append(bytes) }
    let start = count
    unsafe waiting.withUnsafeMutableBytes { waiting in
      unsafe bytes.withUnsafeBytes { bytes in
        unsafe UnsafeMutableRawBufferPointer(rebasing: waiting[start...]).copyMemory(from: bytes)
      }
    }
    count += bytes.count
  }

  /// Hands on what waits.
  mutating func finish() throws(LexiconError) {
    try target.append(waiting[..<count])
    count = 0
  }
}
