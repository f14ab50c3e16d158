/// A language, by its BCP 47 primary tag.
///
/// ```swift
/// LanguageTag.turkish.code      // "tr"
/// LanguageTag("en-GB")?.code    // "en"
/// ```
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  /// The primary subtag in lower case: two or three letters.
  public let code: String

  /// Reads a BCP 47 tag; scripts and regions are dropped. `nil` if it is none.
  public init?(_ tag: String) {
    let primary = tag.utf8.prefix { $0 != 0x2D && $0 != 0x5F }
    let isWellFormed =
      (2...3).contains(primary.count)
      && primary.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    guard isWellFormed else { return nil }
    code = String(tag[..<primary.endIndex]).lowercased()
  }

  private init(known: String) { code = known }

  /// The primary subtag.
  public var description: String { code }

  /// English.
  public static let english = LanguageTag(known: "en")
  /// Turkish.
  public static let turkish = LanguageTag(known: "tr")
  /// Kazakh.
  public static let kazakh = LanguageTag(known: "kk")
  /// Azerbaijani.
  public static let azerbaijani = LanguageTag(known: "az")
  /// Russian.
  public static let russian = LanguageTag(known: "ru")
  /// Uzbek.
  public static let uzbek = LanguageTag(known: "uz")
  /// A text whose language is not known: BCP 47's `und`.
  public static let undetermined = LanguageTag(known: "und")
}
