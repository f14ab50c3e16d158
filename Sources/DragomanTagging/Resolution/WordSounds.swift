internal import DragomanText

/// What the words of a document's names sound like, as numbers: the same for those that sound alike.
///
/// Remembers what it was asked, so one serves one document.
final class WordSounds {
  private enum Known {
    static let nothing: Int32 = -1
    static let notYet: Int32 = -2
  }

  private let context: TaggingContext
  private var numbers = HashNumbers()
  /// By the words' numbers.
  private var sounds: [Int32]

  /// - Parameter wordCount: above the numbers of all words.
  init(_ context: TaggingContext, wordCount: Int) {
    self.context = context
    sounds = [Int32](repeating: Known.notYet, count: wordCount)
  }

  /// The sound of a word; `nil` if it is no name of Latin or Cyrillic letters.
  func sound(of word: SpelledWords.Word) -> Int? {
    var number = sounds[word.number]
    if number == Known.notYet {
      let sound = Romanization.letters(of: context.key(word.term)).flatMap {
        PhoneticKey(searchKey: $0)
      }
      number =
        sound.map { Int32(numbers.insert(SearchKeyHash.of($0.letters[...])).number) }
        ?? Known.nothing
      sounds[word.number] = number
    }
    return number == Known.nothing ? nil : Int(number)
  }
}

/// Cyrillic letters of names in Latin ones, to be compared by their sound.
enum Romanization {
  /// The letters of a search key; `nil` if there are others than Latin and Cyrillic ones. Cost: one pass; a key of ASCII is
  /// not copied.
  static func letters(of key: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if key.allSatisfy({ $0 < 0x80 }) { return key }
    var result: [UInt8] = []
    result.reserveCapacity(2 * key.count)
    var index = key.startIndex
    while index < key.endIndex {
      let byte = key[index]
      index += 1
      if byte < 0x80 {
        result.append(byte)
        continue
      }
      // The letters that have a row stand below U+0800, so they have two bytes.
      guard byte & 0xE0 == 0xC0, index < key.endIndex else { return nil }
      let scalar = Int(byte & 0x1F) << 6 | Int(key[index] & 0x3F)
      index += 1
      guard scalar < table.count, table[scalar] != other else { return nil }
      var letters = table[scalar]
      while letters != 0 {
        result.append(UInt8(truncatingIfNeeded: letters))
        letters >>= 8
      }
    }
    return result[...]
  }

  /// What is no letter of the table.
  private static let other = UInt32.max

  /// By scalar: up to four letters, the first one lowest.
  private static let table: [UInt32] = {
    let pairs = """
      а a ә a б b в v г g ғ gh ґ g д d е e ё yo є ye ж zh җ j з z и i і i ї yi ӣ i й y к k қ q л l м m н n ң ng о o ө o п p
      р r с s т t у u ұ u ү u ў u ӯ u ф f х kh һ h ҳ h ц ts ч ch ҷ j ҹ j ш sh щ shch ъ - ы y ь - э e ю yu я ya ə a ı i
      """.split { $0 == " " || $0 == "\n" }
    var table = [UInt32](repeating: other, count: 0x500)
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      for scalar in pairs[index].unicodeScalars {
        table[Int(scalar.value)] =
          pairs[index + 1] == "-"
          ? 0 : pairs[index + 1].utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
      }
    }
    return table
  }()
}
