internal import DragomanText

/// Words of names, compared by how they are written: with grammatical endings, as initials, in another script or spelling.
///
/// Remembers what words sound like, so one serves one document.
final class SpelledWords {
  /// How two words agree, the surest first.
  enum Agreement: Int, Comparable {
    case written
    case stem
    case sound

    static func < (one: Agreement, other: Agreement) -> Bool { one.rawValue < other.rawValue }
  }

  private let context: TaggingContext
  private let stems: WordStems
  private var sounds: [Int: PhoneticKey?] = [:]

  init(_ context: TaggingContext) {
    self.context = context
    stems = WordStems(context)
  }

  /// The words among some terms: no marks, no articles, and no `Jr.` behind two words.
  func words(_ terms: Range<Int>) -> [Int] {
    var words = terms.filter { context[$0].contains(.word) && !context[$0].contains(.article) }
    if words.count > 2, let last = words.last, context[last].contains(.nameSuffix) {
      words.removeLast()
    }
    return words
  }

  /// How two words agree; `nil` if they are different words, or agree less than asked for.
  func agreement(_ one: Int, _ other: Int, atLeast least: Agreement) -> Agreement? {
    if hash(one) == hash(other) { return .written }
    if context.isInflecting, shareStem(one, other) { return .stem }
    guard least == .sound, let sound = sound(of: one) else { return nil }
    return sound == self.sound(of: other) ? .sound : nil
  }

  /// Whether a word is the first letter of another one.
  func isInitial(_ word: Int, of other: Int) -> Bool {
    let letter = context.key(word)
    return letter.count { $0 & 0xC0 != 0x80 } == 1 && context.key(other).starts(with: letter)
  }

  /// Whether a word is a single letter.
  func isInitial(_ word: Int) -> Bool { context[word].contains(.singleLetter) }

  func hash(_ word: Int) -> UInt64 { context.text.terms[word].keyHash }

  private func shareStem(_ one: Int, _ other: Int) -> Bool {
    // Most words differ in their first letters.
    guard context.key(one).prefix(3) == context.key(other).prefix(3) else { return false }
    var found: [UInt64] = []
    forEachStem(of: one) { found.append($0) }
    var isShared = false
    forEachStem(of: other) { stem in
      if found.contains(stem) { isShared = true }
    }
    return isShared
  }

  /// A word as it stands and, where words have endings, without each that it may have.
  func forEachStem(of word: Int, _ body: (UInt64) -> Void) {
    body(hash(word))
    guard context.isInflecting else { return }
    stems.forEach(of: word, body)
    // Russian names have endings in the nominative, too: Виталий, Виталием.
    guard context.language == .russian,
      let last = String(decoding: context.key(word), as: UTF8.self).last,
      "аяйь".contains(last)
    else { return }
    body(SearchKeyHash.of(context.key(word).dropLast(last.utf8.count)))
  }

  /// What a word sounds like; `nil` if it is no name of Latin or Cyrillic letters.
  func sound(of word: Int) -> PhoneticKey? {
    if let known = sounds[word] { return known }
    let sound = Romanization.letters(of: context.key(word)).flatMap {
      PhoneticKey(searchKey: $0[...])
    }
    sounds[word] = .some(sound)
    return sound
  }
}

/// Cyrillic letters of names in Latin ones, to be compared by their sound.
enum Romanization {
  /// The letters of a search key; `nil` if there are others than Latin and Cyrillic ones. Cost: one pass.
  static func letters(of key: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(key.count)
    for scalar in String(decoding: key, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        result.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if let latin = table[scalar] {
        result.append(contentsOf: latin)
      } else {
        return nil
      }
    }
    return result
  }

  private static let table: [Unicode.Scalar: [UInt8]] = {
    let pairs = """
      а a ә a б b в v г g ғ gh ґ g д d е e ё yo є ye ж zh җ j з z и i і i ї yi ӣ i й y к k қ q л l м m н n ң ng о o ө o п p
      р r с s т t у u ұ u ү u ў u ӯ u ф f х kh һ h ҳ h ц ts ч ch ҷ j ҹ j ш sh щ shch ъ - ы y ь - э e ю yu я ya ə a ı i
      """.split { $0 == " " || $0 == "\n" }
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      for scalar in pairs[index].unicodeScalars {
        table[scalar] = pairs[index + 1] == "-" ? [] : Array(pairs[index + 1].utf8)
      }
    }
    return table
  }()
}
