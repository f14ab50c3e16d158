import CWhiteSpace
import Synchronization

/// A split at ASCII white space with the machine's best instructions, its ends stored: how fast
/// text can be cut when next to nothing is asked.
struct WhiteSpaceSplit: ~Copyable, Sendable {
  /// The text with the readable bytes behind it that the split asks for.
  private let bytes: [UInt8]
  private let length: Int
  private let ends: Mutex<[UInt32]>
  private let way: Int32

  init(_ text: [UInt8]) {
    bytes = text + [UInt8](repeating: 0, count: 64)
    length = text.count
    ends = Mutex([UInt32](repeating: 0, count: text.count + 64))
    way = Self.bestWay
  }

  private static var bestWay: Int32 {
    let ways = [WHITESPACE_AVX512, WHITESPACE_AVX2, WHITESPACE_BYTES].map { Int32($0) }
    return ways.first { whitespace_has($0) } ?? Int32(WHITESPACE_BYTES)
  }

  /// Splits the text and returns how many segments there are.
  func count() -> Int {
    ends.withLock { ends in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe ends.withUnsafeMutableBufferPointer { ends in
          unsafe whitespace_split(way, bytes.baseAddress, length, ends.baseAddress)
        }
      }
    }
  }
}
