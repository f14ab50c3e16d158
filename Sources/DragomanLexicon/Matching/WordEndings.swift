/// The grammatical endings, of the text's language, that a word may be made with.
public struct WordEndings: Hashable, Sendable {
  /// The lengths in bytes of those that leave the stem as it is, as bits; the lowest bit says that there are others.
  private var bits: UInt32 = 0

  private static let replacing: UInt32 = 1

  /// None.
  init() {}

  /// Whether there is none.
  public var isEmpty: Bool { bits == 0 }

  /// The lengths in bytes of those that leave the stem as it is, as bits.
  public var lengths: UInt32 { bits & ~Self.replacing }

  /// Whether there are endings that have taken the place of another one: Алпысовой, Алпысова.
  public var mayReplace: Bool { bits & Self.replacing != 0 }

  /// Notes one of so many bytes.
  mutating func note(length: Int, leavesStem: Bool) {
    bits |= leavesStem ? 1 << UInt32(length) : Self.replacing
  }
}
