internal import DragomanText

/// Finds the words that are worth a number in the records of a lexicon.
///
/// Memory: of at most 2¹⁸ words about 35 bytes each, and the word.
struct PhraseCounter {
  /// Words beyond these many are not counted.
  private static let mostWords = 1 << 18
  private static let lengths = 3...PhraseBook.longest

  private var words = KeyTable()
  private var counts: [Int] = []

  /// Counts the words of the names of a packed record, each with the space before it.
  mutating func add(_ record: [UInt8]) {
    EntryRecord.forEachName(of: record) { add($0, in: record.span) }
  }

  private mutating func add(_ name: Range<Int>, in text: Span<UInt8>) {
    var rest = name
    while let word = Self.nextWord(&rest, text) {
      guard Self.lengths.contains(word.count) else { continue }
      let hash = SearchKeyHash.of(text, in: word)
      let isFull = counts.count == Self.mostWords
      guard
        let number = isFull
          ? words.number(of: word, in: text, hash: hash)
          : words.insert(word, in: text, hash: hash)
      else { continue }
      if number == counts.count { counts.append(0) }
      counts[number] += 1
    }
  }

  /// Takes the next word away, up to the space before the one behind.
  @inline(__always)
  private static func nextWord(_ rest: inout Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
    if rest.isEmpty { return nil }
    var end = rest.lowerBound + 1
    while end < rest.upperBound, text[end] != 0x20 { end += 1 }
    defer { rest = end..<rest.upperBound }
    return rest.lowerBound..<end
  }

  /// The words that save most.
  consuming func book() -> Phrases {
    // The word itself has to be written once, and where it starts.
    func saved(_ word: Int, _ length: Int) -> Int {
      counts[word] * (words.length(of: word) - length) - words.length(of: word) - 4
    }
    let ranked = counts.indices.map { (saved: saved($0, 2), word: $0) }.filter { $0.saved > 0 }
      .sorted {
        $0.saved != $1.saved
          ? $0.saved > $1.saved : words[$0.word].lexicographicallyPrecedes(words[$1.word])
      }.map(\.word)
    let best =
      ranked.prefix(PhraseBook.shortLimit)
      + ranked.dropFirst(PhraseBook.shortLimit).filter { saved($0, 3) > 0 }
      .prefix(PhraseBook.limit - PhraseBook.shortLimit)
    return Phrases(words, Array(best))
  }

  /// Words with numbers.
  struct Phrases {
    private let words: KeyTable
    /// The places in `words` of those with a number, by this.
    private let best: [Int]
    /// One more than the numbers of all words, or 0.
    private var numbers: [UInt32]

    fileprivate init(_ words: KeyTable, _ best: [Int]) {
      self.words = words
      self.best = best
      numbers = [UInt32](repeating: 0, count: words.count)
      for (number, word) in best.enumerated() { numbers[word] = UInt32(number + 1) }
    }

    var count: Int { best.count }

    subscript(number: Int) -> ArraySlice<UInt8> { words[best[number]] }

    /// Appends a text with the numbers of its words, as far as they have one.
    func appendShortened(_ name: Range<Int>, in text: Span<UInt8>, to result: inout [UInt8]) {
      var rest = name
      while let word = PhraseCounter.nextWord(&rest, text) {
        if lengths.contains(word.count),
          let known = words.number(of: word, in: text, hash: SearchKeyHash.of(text, in: word)),
          numbers[known] > 0
        {
          PhraseBook.append(Int(numbers[known] - 1), to: &result)
        } else {
          for index in word { result.append(text[index]) }
        }
      }
    }
  }
}
