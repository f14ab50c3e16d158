/// A half-open range of UTF-8 bytes in a text.
///
/// Public ranges point into the *source* text as it came: after decoding, before any normalization.
///
/// ```swift
/// let range = TextRange(38, 56)
/// range.count  // 18 bytes
/// ```
public struct TextRange: Hashable, Sendable {
  private let lower: UInt32
  private let upper: UInt32

  /// Makes the range of the bytes from `lowerBound` up to, not including, `upperBound`.
  ///
  /// - Precondition: `0 <= lowerBound <= upperBound < 2^32`.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(lowerBound <= upperBound, "a text range ends before it starts")
    lower = UInt32(lowerBound)
    upper = UInt32(upperBound)
  }

  /// The offset of the first byte.
  public var lowerBound: Int { Int(lower) }

  /// The offset after the last byte.
  public var upperBound: Int { Int(upper) }

  /// How many bytes the range holds.
  public var count: Int { Int(upper - lower) }

  /// Whether the range holds no byte.
  public var isEmpty: Bool { lower == upper }

  /// Whether the two ranges share a byte.
  public func overlaps(_ other: TextRange) -> Bool {
    lower < other.upper && other.lower < upper
  }

  /// Whether every byte of `other` is in this range.
  public func contains(_ other: TextRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }
}
