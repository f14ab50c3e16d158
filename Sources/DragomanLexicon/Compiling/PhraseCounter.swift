/// Finds the words that are worth a number in the records of a lexicon.
struct PhraseCounter {
  /// Words beyond these many are not counted.
  private static let mostWords = 1 << 18
  private static let shortest = 3

  private var counts: [ArraySlice<UInt8>: Int] = [:]

  /// Counts the words of a name, each with the space before it.
  mutating func add(_ text: String) {
    Self.forEachWord(of: Array(text.utf8)) { word in
      guard (Self.shortest...PhraseBook.longest).contains(word.count) else { return }
      if let count = counts[word] {
        counts[word] = count + 1
      } else if counts.count < Self.mostWords {
        counts[word] = 1
      }
    }
  }

  fileprivate static func forEachWord(of text: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
    var start = 0
    for index in text.indices where index > start && text[index] == 0x20 {
      body(text[start..<index])
      start = index
    }
    if start < text.count { body(text[start...]) }
  }

  /// The words that save most.
  func book() -> Phrases {
    // The word itself has to be written once, and where it starts.
    func saved(_ word: ArraySlice<UInt8>, _ count: Int, _ length: Int) -> Int {
      count * (word.count - length) - word.count - 4
    }
    let ranked =
      counts.map { (word: $0.key, count: $0.value, saved: saved($0.key, $0.value, 2)) }
      .sorted {
        $0.saved != $1.saved
          ? $0.saved > $1.saved : $0.word.lexicographicallyPrecedes($1.word)
      }
    let best =
      ranked.prefix(PhraseBook.shortLimit).filter { $0.saved > 0 }
      + ranked.dropFirst(PhraseBook.shortLimit)
      .filter { saved($0.word, $0.count, 3) > 0 }
      .prefix(PhraseBook.limit - PhraseBook.shortLimit)
    return Phrases(best.map { Array($0.word) })
  }

  /// Words with numbers.
  struct Phrases {
    let phrases: [[UInt8]]
    private let numbers: [ArraySlice<UInt8>: Int]

    init(_ phrases: [[UInt8]]) {
      self.phrases = phrases
      numbers = Dictionary(
        uniqueKeysWithValues: phrases.enumerated().map { ($0.element[...], $0.offset) })
    }

    /// A text with the numbers of its words, as far as they have one.
    func shortened(_ text: String) -> [UInt8] {
      var result: [UInt8] = []
      PhraseCounter.forEachWord(of: Array(text.utf8)) { word in
        if let number = numbers[word] {
          result += PhraseBook.code(number)
        } else {
          result += word
        }
      }
      return result
    }
  }
}
