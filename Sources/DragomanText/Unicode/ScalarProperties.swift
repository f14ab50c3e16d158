internal import CICU

/// Properties of scalars, as ICU has them.
///
/// What texts ask for oftenest is answered for ASCII from a test of the value, all below U+0800 from a table, the rest by
/// ICU.
enum ScalarProperties {
  private static let upper: UInt8 = 1 << 5
  private static let lower: UInt8 = 1 << 6
  private static let white: UInt8 = 1 << 7

  /// Below U+0800: the category in the low five bits, and three properties. Read from ICU when the first text needs them.
  private static let table = (UInt32(0)..<0x800).map { scalar in
    var bits = cicu_general_category(scalar)
    if cicu_is_uppercase(scalar) { bits |= upper }
    if cicu_is_lowercase(scalar) { bits |= lower }
    if cicu_is_white_space(scalar) { bits |= white }
    return bits
  }

  static func isUppercase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) }
    return scalar < 0x800 ? table[Int(scalar)] & upper != 0 : cicu_is_uppercase(scalar)
  }

  static func isLowercase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x61...0x7A).contains(scalar) }
    return scalar < 0x800 ? table[Int(scalar)] & lower != 0 : cicu_is_lowercase(scalar)
  }

  static func isWhiteSpace(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar == 0x20 || (0x09...0x0D).contains(scalar) }
    return scalar < 0x800 ? table[Int(scalar)] & white != 0 : cicu_is_white_space(scalar)
  }

  static func isDefaultIgnorable(_ scalar: UInt32) -> Bool {
    scalar >= 0x80 && cicu_is_default_ignorable(scalar)
  }

  static func isCyrillic(_ scalar: UInt32) -> Bool {
    scalar >= 0x400 && cicu_is_cyrillic(scalar)
  }

  /// Letters, marks and digits: what a word is made of.
  static func isWordLike(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return (0x61...0x7A).contains(scalar | 0x20) || (0x30...0x39).contains(scalar)
    }
    let category = GeneralCategory(scalar)
    return category.isLetter || category.isMark || category == .decimalNumber
  }

  /// General_Category with ICU's numbering (`UCharCategory`).
  struct GeneralCategory: Equatable {
    let value: UInt8
    init(_ scalar: UInt32) {
      value =
        scalar < 0x800
        ? ScalarProperties.table[Int(scalar)] & 0x1F : cicu_general_category(scalar)
    }
    private init(value: UInt8) { self.value = value }

    static let nonSpacingMark = GeneralCategory(value: 6)
    static let decimalNumber = GeneralCategory(value: 9)

    var isLetter: Bool { (1...5).contains(value) }
    var isMark: Bool { (6...8).contains(value) }
    var isNumber: Bool { (9...11).contains(value) }
    var isSeparator: Bool { (12...14).contains(value) }
    var isPunctuation: Bool { (19...23).contains(value) || value == 28 || value == 29 }
  }
}
