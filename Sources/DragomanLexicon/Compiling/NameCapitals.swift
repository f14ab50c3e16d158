/// Where a name has capitals.
enum NameCapitals {
  /// Whether all letters are capitals, and there is nothing else.
  static func areAll(_ name: String) -> Bool {
    // Most names are out at their first small letter of ASCII.
    for byte in name.utf8 where byte < 0x80 && !(0x41...0x5A).contains(byte) { return false }
    return name.unicodeScalars.allSatisfy(\.properties.isUppercase)
  }

  /// Whether the last of several words has a capital: `The Insider` is no `The insider`.
  static func startsLastWord(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard let before = scalars.lastIndex(where: { !isInside($0) }) else { return false }
    return scalars[before...].dropFirst().first?.properties.isUppercase ?? false
  }

  /// Whether a scalar does not end a word.
  private static func isInside(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x61...0x7A).contains(scalar.value | 0x20) }
    return scalar.properties.isAlphabetic || scalar == "\u{307}"
  }
}
