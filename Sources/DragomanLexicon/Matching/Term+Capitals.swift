internal import DragomanText

extension Term {
  /// Whether it starts with a capital, or with what counts as one: a digit, too (7. Cadde, 24 Kanal).
  @inline(__always)
  var isCapitalized: Bool {
    !shape.isDisjoint(with: [.capitalized, .hasDigit]) || kind == .number
  }

  /// Whether a word's key is of a script without case, whose letters count as capitals.
  static func isCaseless(_ key: ArraySlice<UInt8>) -> Bool {
    // UTF-8 leads of the scripts from Hebrew on (U+0590), but not of Latin and Greek Extended (E1 B8 to E1 BF).
    guard let lead = key.first, lead >= 0xD6 else { return false }
    return lead != 0xE1 || key[key.startIndex + 1] < 0xB8
  }
}
