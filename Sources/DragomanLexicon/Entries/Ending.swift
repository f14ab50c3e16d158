internal import DragomanText

/// A grammatical ending: it is cut from a word for look-up, and says what form of a word it makes.
struct Ending: Hashable, Sendable {
  /// Which words of a name take it.
  enum Scope: UInt8, Sendable {
    /// Only the last one (Turkish, Kazakh, Azerbaijani).
    case last
    /// Each one (Russian).
    case each
    /// None: it is never cut, and only tells the form, or that a word which ends so has none of those that shorter endings
    /// tell.
    case none
  }

  let languages: Languages
  /// What is cut, as search-key bytes.
  let suffix: [UInt8]
  /// What is put in its place.
  let replacement: [UInt8]
  let scope: Scope
  let forms: WordForms

  /// The shortest stem in letters that an ending is cut from.
  private static let minimumStemLetters = 3

  /// Whether enough letters are left of a word for a stem; one fewer if each word of a name takes endings and another stands
  /// in the place of this one (`Уфе`, `Чолпон-Ате`).
  static func hasStem(_ key: ArraySlice<UInt8>, isReplaced: Bool = false) -> Bool {
    var missing = isReplaced ? minimumStemLetters - 1 : minimumStemLetters
    for index in key.indices where key[index] & 0xC0 != 0x80 {
      missing -= 1
      if missing == 0 { return true }
    }
    return false
  }
}
