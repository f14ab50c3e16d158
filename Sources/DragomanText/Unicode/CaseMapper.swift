internal import CICU

/// Maps letter case with the rules of a language, through ICU.
///
/// Turkish and Azerbaijani keep dotted and dotless i apart: `İ` ↔ `i`, `I` ↔ `ı`.
///
/// ```swift
/// CaseMapper(language: .turkish).lowercased("DIŞİŞLERİ")  // dışişleri
/// ```
public struct CaseMapper: Sendable {
  private let locale: String

  /// Makes a mapper for a language.
  public init(language: LanguageTag) {
    locale = language.code
  }

  /// The text in lower case. Cost: one pass and one copy.
  public func lowercased(_ text: String) -> String { unsafe mapped(text, cicu_to_lower) }

  /// The text in upper case. Cost: one pass and one copy.
  public func uppercased(_ text: String) -> String { unsafe mapped(text, cicu_to_upper) }

  private typealias Function = (
    UnsafePointer<CChar>?, UnsafePointer<UInt8>?, Int32, UnsafeMutablePointer<UInt8>?, Int32
  ) -> Int64

  private func mapped(_ text: String, _ function: Function) -> String {
    let source = Array(text.utf8)
    var target = [UInt8](repeating: 0, count: source.count * 3 + 16)
    let length = unsafe function(locale, source, Int32(source.count), &target, Int32(target.count))
    // A scalar grows at most threefold (Unicode's SpecialCasing), so the target always holds the result.
    precondition(length >= 0 && length <= target.count, "ICU could not map the case of a text")
    return String(decoding: target.prefix(Int(length)), as: UTF8.self)
  }
}
