internal import DragomanText

/// Suffixes that are set off from a name, and what of them makes it a possessor.
extension TaggingContext {
  /// Endings of the genitive as search keys: `'s`, `'nin`, `-ın`, `ның`.
  private static let genitives: [[UInt8]] =
    ["s", "nin", "nun", "in", "un", "ning", "ның", "нің", "дың", "дің", "тың", "тің"].map {
      Array($0.utf8)
    }

  /// Endings of what is at a place, as search keys: `'deki`, `-dəki`, `дағы`.
  private static let locatives: [[UInt8]] =
    ["deki", "daki", "teki", "taki", "dəki", "dagi", "дағы", "дегі", "тағы", "тегі"].map {
      Array($0.utf8)
    }

  /// Whether an apostrophe or hyphen and the letters of a suffix behind it start at a term: `'da`, `-in`.
  func isSuffix(_ index: Int) -> Bool {
    (isMark(index, "'") || isMark(index, "-") && self[index + 1].isDisjoint(with: .capitalized))
      && isAttached(index) && isAttached(index + 1) && self[index + 1].contains(.word)
  }

  /// Whether a suffix that starts at a term is one of the genitive.
  func isGenitiveSuffix(_ index: Int) -> Bool {
    guard isSuffix(index) else { return false }
    return Self.genitives.contains { key(index + 1).elementsEqual($0) }
  }

  /// Whether a word ends as the genitive does in the languages that set off no suffix.
  func endsInGenitive(_ index: Int) -> Bool {
    let word = key(index)
    return Self.genitives.contains { $0.count > 1 && word.reversed().starts(with: $0.reversed()) }
  }

  /// Whether a word says that something is at it: `Қазақстандағы`, `ülkemizdeki`, `'deki` behind its apostrophe.
  func endsInLocative(_ index: Int) -> Bool {
    let word = key(index)
    return Self.locatives.contains { word.reversed().starts(with: $0.reversed()) }
  }
}
