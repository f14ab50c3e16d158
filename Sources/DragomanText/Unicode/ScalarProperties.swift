internal import CICU

/// Properties of scalars, as ICU has them.
///
/// ASCII is answered from a test of the value, the rest by ICU.
enum ScalarProperties {
  static func isUppercase(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? (0x41...0x5A).contains(scalar) : cicu_is_uppercase(scalar)
  }

  static func isLowercase(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? (0x61...0x7A).contains(scalar) : cicu_is_lowercase(scalar)
  }

  static func isWhiteSpace(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? scalar == 0x20 || (0x09...0x0D).contains(scalar) : cicu_is_white_space(scalar)
  }

  static func isDefaultIgnorable(_ scalar: UInt32) -> Bool {
    scalar >= 0x80 && cicu_is_default_ignorable(scalar)
  }

  static func isCyrillic(_ scalar: UInt32) -> Bool {
    scalar >= 0x400 && cicu_is_cyrillic(scalar)
  }

  /// Letters, marks and digits: what a word is made of.
  static func isWordLike(_ scalar: UInt32) -> Bool {
    let category = GeneralCategory(scalar)
    return category.isLetter || category.isMark || category == .decimalNumber
  }

  /// General_Category with ICU's numbering (`UCharCategory`).
  struct GeneralCategory: Equatable {
    let value: UInt8
    init(_ scalar: UInt32) { value = cicu_general_category(scalar) }
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
