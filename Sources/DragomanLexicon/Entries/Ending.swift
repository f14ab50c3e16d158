internal import DragomanText

/// A grammatical ending that is cut from a word for look-up.
struct Ending: Hashable, Sendable {
  /// Which words of a name take it.
  enum Scope: UInt8, Sendable {
    /// Only the last one (Turkish, Kazakh, Azerbaijani).
    case last
    /// Each one (Russian).
    case each
  }

  let languages: Languages
  /// What is cut, as search-key bytes.
  let suffix: [UInt8]
  /// What is put in its place.
  let replacement: [UInt8]
  let scope: Scope

  /// The shortest stem in letters that an ending is cut from.
  static let minimumStemLetters = 3
}
