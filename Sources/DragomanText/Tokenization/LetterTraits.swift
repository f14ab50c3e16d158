/// What the shape of a term is told from, by scalar.
struct LetterTraits: OptionSet {
  let rawValue: UInt8

  /// It goes on in a term.
  static let inside = LetterTraits(rawValue: 1)
  static let letter = LetterTraits(rawValue: 2)
  static let upper = LetterTraits(rawValue: 4)
  static let lower = LetterTraits(rawValue: 8)
  static let digit = LetterTraits(rawValue: 16)

  /// The scalars below U+0800, read from ICU when the first text needs them.
  static let table = (UInt32(0)..<0x800).map { read($0) }

  /// The same from U+2000 to U+203F.
  static let generalPunctuation = (UInt32(0x2000)..<0x2040).map { read($0) }

  /// Cost: a look-up below U+0800, some calls of ICU above.
  @inline(__always)
  static func of(_ scalar: UInt32) -> LetterTraits {
    scalar < 0x800 ? table[Int(scalar)] : read(scalar)
  }

  private static func read(_ scalar: UInt32) -> LetterTraits {
    var traits: LetterTraits = []
    let category = ScalarProperties.GeneralCategory(scalar)
    if isInside(scalar) { traits.insert(.inside) }
    if ScalarProperties.isUppercase(scalar) {
      traits.formUnion([.upper, .letter])
    } else if ScalarProperties.isLowercase(scalar) {
      traits.formUnion([.lower, .letter])
    } else if category == .decimalNumber {
      traits.insert(.digit)
    } else if category.isLetter {
      traits.insert(.letter)
    }
    return traits
  }

  private static func isInside(_ scalar: UInt32) -> Bool {
    // An apostrophe parts terms whichever character it is: `Oʻzbekiston` as `O’zbekiston`.
    if TypographicForm.change(of: scalar) == .to(0x27) { return false }
    return ScalarProperties.isWordLike(scalar) || ScalarProperties.isDefaultIgnorable(scalar)
  }
}
