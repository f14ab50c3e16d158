/// A piece of a token that lexicons are matched on: a run of letters and digits, or a single mark.
///
/// `Türkiye’nin` is one token and three terms: `Türkiye`, `’`, `nin`. White space makes no term.
public struct Term: Sendable {
  /// How a term is written, as independent facts.
  public struct Shape: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16
    /// Makes a shape of its bits.
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    // Inlinable, so that they are constants in other modules, too: a stored one costs a call at each question.

    /// The first letter is a capital.
    @inlinable public static var capitalized: Shape { Shape(rawValue: 1 << 0) }
    /// There are two letters or more, and none is small.
    @inlinable public static var allCapitals: Shape { Shape(rawValue: 1 << 1) }
    /// There is a digit.
    @inlinable public static var hasDigit: Shape { Shape(rawValue: 1 << 2) }
    /// White space stands before the term.
    @inlinable public static var afterSpace: Shape { Shape(rawValue: 1 << 3) }
    /// A line break stands before the term, or the text starts with it.
    @inlinable public static var afterLineBreak: Shape { Shape(rawValue: 1 << 4) }
    /// There is exactly one letter and no digit.
    @inlinable public static var singleLetter: Shape { Shape(rawValue: 1 << 5) }
    /// A capital stands behind a small letter: `KazAID`.
    @inlinable public static var innerCapital: Shape { Shape(rawValue: 1 << 6) }
  }

  private let start: UInt32
  private let length: UInt16
  private let keyLength: UInt16
  private let keyStart: UInt32
  /// The hash of the search key.
  public let keyHash: UInt64
  /// How the term is written.
  public let shape: Shape
  /// The sort of the token that the term is of; a mark inside a word is punctuation.
  public let kind: TokenKind

  /// The offset of the first byte in the tokenized text.
  public var lowerBound: Int { Int(start) }
  /// The offset after the last byte.
  public var upperBound: Int { Int(start) + Int(length) }
  /// Where the search key stands in ``TokenizedText/keys``.
  public var keyRange: Range<Int> { Int(keyStart)..<Int(keyStart) + Int(keyLength) }

  /// The longest term in bytes; what is longer is cut into several.
  static let maximumByteCount = 4096

  /// - Precondition: the text has less than 2^32 bytes, the term and its key less than 2^16.
  @inline(__always)
  init(
    lowerBound: Int, upperBound: Int, keyRange: Range<Int>, keyHash: UInt64, shape: Shape,
    kind: TokenKind
  ) {
    start = UInt32(truncatingIfNeeded: lowerBound)
    length = UInt16(truncatingIfNeeded: upperBound &- lowerBound)
    keyStart = UInt32(truncatingIfNeeded: keyRange.lowerBound)
    keyLength = UInt16(truncatingIfNeeded: keyRange.count)
    self.keyHash = keyHash
    self.shape = shape
    self.kind = kind
  }

  /// Room for a term.
  init() {
    self.init(
      lowerBound: 0, upperBound: 0, keyRange: 0..<0, keyHash: 0, shape: [], kind: .symbol)
  }
}
