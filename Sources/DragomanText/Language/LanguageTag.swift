/// A language, by its BCP 47 primary tag.
///
/// ```swift
/// LanguageTag.turkish.code      // "tr"
/// LanguageTag("en-GB")?.code    // "en"
/// ```
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  /// The letters in lower case, each a byte, the first one lowest. Comparing languages is comparing numbers.
  @usableFromInline let letters: UInt32

  /// The primary subtag in lower case: two or three letters.
  public var code: String {
    var rest = letters
    var code = ""
    while rest != 0 {
      code.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: rest)))
      rest >>= 8
    }
    return code
  }

  /// Reads a BCP 47 tag; scripts and regions are dropped. `nil` if it is none.
  public init?(_ tag: String) {
    let primary = tag.utf8.prefix { $0 != 0x2D && $0 != 0x5F }
    let isWellFormed =
      (2...3).contains(primary.count)
      && primary.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    guard isWellFormed else { return nil }
    letters = primary.reversed().reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
  }

  @inlinable init(_ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: UInt32 = 0) {
    letters = first.value | second.value << 8 | third << 16
  }

  /// The primary subtag.
  public var description: String { code }

  /// English.
  @inlinable public static var english: LanguageTag { LanguageTag("e", "n") }
  /// Turkish.
  @inlinable public static var turkish: LanguageTag { LanguageTag("t", "r") }
  /// Kazakh.
  @inlinable public static var kazakh: LanguageTag { LanguageTag("k", "k") }
  /// Azerbaijani.
  @inlinable public static var azerbaijani: LanguageTag { LanguageTag("a", "z") }
  /// Russian.
  @inlinable public static var russian: LanguageTag { LanguageTag("r", "u") }
  /// Uzbek.
  @inlinable public static var uzbek: LanguageTag { LanguageTag("u", "z") }
  /// A text whose language is not known: BCP 47's `und`.
  @inlinable public static var undetermined: LanguageTag { LanguageTag("u", "n", 0x64) }
}
