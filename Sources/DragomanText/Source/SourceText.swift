/// A text as it came, decoded to UTF-8.
///
/// All public offsets of Dragoman point into a source text. It is made once, by decoding, and never changes.
///
/// ```swift
/// let source = try SourceText(decoding: bytes)
/// source.decoding.replacements  // how many unreadable parts became U+FFFD
/// ```
public struct SourceText: Sendable {
  /// The longest text in bytes: ICU counts positions in 31 bits.
  public static let maximumByteCount = Int(Int32.max) - 1

  /// What had to be done to read the bytes.
  public struct Decoding: Hashable, Sendable {
    /// The charset that the bytes were decoded from, an IANA name; `nil` for UTF-8.
    public var charset: String?
    /// Whether the charset was told by the caller, or guessed from the bytes.
    public var charsetIsGuessed = false
    /// How many unreadable parts became U+FFFD.
    public var replacements = 0
  }

  /// The text: valid UTF-8.
  public let bytes: [UInt8]

  /// What had to be done to read it.
  public let decoding: Decoding

  /// Makes a source text of a string. Cost: one copy.
  ///
  /// - Precondition: the string is shorter than ``maximumByteCount`` bytes.
  ///
  /// - Parameter replacements: how many unreadable parts became U+FFFD before, for the record.
  public init(_ string: String, replacements: Int = 0) {
    bytes = Array(string.utf8)
    precondition(bytes.count <= Self.maximumByteCount, "a source text holds less than 2 GiB")
    decoding = Decoding(replacements: replacements)
  }

  /// Takes bytes that are known to be valid UTF-8, shorter than ``maximumByteCount``.
  init(valid bytes: [UInt8]) {
    self.bytes = bytes
    decoding = Decoding()
  }

  /// Decodes bytes: UTF-8 where they are UTF-8, whatever is declared; else the declared charset, else the one that
  /// ICU's detector finds. Damaged UTF-8 (more sequences right than wrong) stays UTF-8, and each unreadable part
  /// becomes U+FFFD. A byte order mark is dropped. Cost: one pass over valid UTF-8.
  ///
  /// - Throws: ``TextError`` if the text is longer than ``maximumByteCount`` or the declared charset is unknown
  ///   and needed.
  public init(decoding bytes: [UInt8], charset: String? = nil) throws(TextError) {
    guard bytes.count <= Self.maximumByteCount else {
      throw TextError(
        .textTooLong, "the text has \(bytes.count) bytes; the limit is \(Self.maximumByteCount)")
    }
    let isDeclaredUTF8 = charset.map(Charset.isUTF8)
    if isDeclaredUTF8 != true, let wide = Charset.byteOrderMark(of: bytes) {
      (self.bytes, decoding) = try Self.decoded(bytes, from: wide, isGuessed: false)
      return
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if Self.isValidUTF8(body) {
      self.bytes = body
      decoding = Decoding()
      return
    }
    let census = UTF8Repair.census(body)
    if isDeclaredUTF8 == false || isDeclaredUTF8 == nil && census.multiByte < census.illFormed {
      if let charset, !Charset.isUTF8(charset) {
        (self.bytes, decoding) = try Self.decoded(body, from: charset, isGuessed: false)
        return
      }
      if let guess = Charset.guess(for: body) {
        (self.bytes, decoding) = try Self.decoded(body, from: guess, isGuessed: true)
        return
      }
    }
    let (repaired, count) = UTF8Repair.repaired(body)
    self.bytes = repaired
    decoding = Decoding(replacements: count)
  }

  /// How many bytes the text has.
  public var count: Int { bytes.count }

  /// The text at a range, as a string for people. Cost: one copy of the range.
  ///
  /// - Precondition: the range lies in the text, on scalar boundaries.
  public func text(in range: TextRange) -> String {
    String(decoding: bytes[range.lowerBound..<range.upperBound], as: UTF8.self)
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  private static func decoded(
    _ bytes: [UInt8], from charset: String, isGuessed: Bool
  ) throws(TextError) -> ([UInt8], Decoding) {
    let (text, replacements) = try Charset.decode(bytes, from: charset)
    return (
      text, Decoding(charset: charset, charsetIsGuessed: isGuessed, replacements: replacements)
    )
  }
}
