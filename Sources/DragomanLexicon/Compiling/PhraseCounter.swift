internal import DragomanText

/// Finds the words that are worth a number in the records of a lexicon.
///
/// While they are counted, a word that was is written as the byte F8 and three more, which are its number here; UTF-8
/// has no such byte.
///
/// Memory: of at most 2¹⁸ words about 35 bytes each, and the word.
struct PhraseCounter {
  /// Words beyond these many are not counted.
  private static let mostWords = 1 << 18
  private static let lengths = 3...PhraseBook.longest
  private static let lead: UInt8 = 0xF8

  private var words = KeyTable()
  private var counts: [UInt32] = []
  /// The words of a record.
  private var waiting: [Word] = []

  private struct Word {
    let range: Range<Int>
    let hash: UInt64
    let look: KeyTable.FirstLook
  }

  /// Counts the words of the names of a packed record, each with the space before it, and appends the record with
  /// their numbers.
  mutating func append(_ record: [UInt8], to result: inout [UInt8]) {
    waiting.removeAll(keepingCapacity: true)
    EntryRecord.forEachName(of: record) { name in
      var rest = name
      while let word = Self.nextWord(&rest, record.span) {
        guard Self.lengths.contains(word.count) else { continue }
        let hash = SearchKeyHash.of(record.span, in: word)
        waiting.append(Word(range: word, hash: hash, look: words.firstLook(hash)))
      }
    }
    var next = 0
    EntryRecord.append(record, to: &result) { text, _, result in
      var copied = text.lowerBound
      while next < waiting.count, waiting[next].range.upperBound <= text.upperBound {
        let word = waiting[next]
        next += 1
        guard let number = counted(word, in: record.span) else { continue }
        result += record[copied..<word.range.lowerBound]
        copied = word.range.upperBound
        result.append(Self.lead)
        result.append(UInt8(truncatingIfNeeded: number))
        result.append(UInt8(truncatingIfNeeded: number >> 8))
        result.append(UInt8(truncatingIfNeeded: number >> 16))
      }
      result += record[copied..<text.upperBound]
    }
  }

  /// Counts a word; `nil` if it is none that is counted.
  private mutating func counted(_ word: Word, in text: Span<UInt8>) -> Int? {
    let isFull = counts.count == Self.mostWords
    guard
      let number = isFull
        ? words.number(of: word.range, in: text, hash: word.hash, word.look)
        : words.insert(word.range, in: text, hash: word.hash, word.look)
    else { return nil }
    if number == counts.count { counts.append(0) }
    // More than fit would make the records larger than a lexicon can hold: the compilation ends with an error.
    counts[number] &+= 1
    return number
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
      Int(counts[word]) * (words.length(of: word) - length) - words.length(of: word) - 4
    }
    // The first eight bytes decide most of what saves the same.
    func head(_ word: Int) -> UInt64 {
      words[word].span.word(at: 0, before: words[word].count).byteSwapped
    }
    let ranked = counts.indices.filter { saved($0, 2) > 0 }
      .map { (saved: saved($0, 2), head: head($0), word: $0) }
      .sorted {
        if $0.saved != $1.saved { return $0.saved > $1.saved }
        if $0.head != $1.head { return $0.head < $1.head }
        return words[$0.word].lexicographicallyPrecedes(words[$1.word])
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

    /// Appends a record, in which counted words have numbers, with those of the book for the best words and the
    /// others written out.
    func append(_ record: [UInt8], to result: inout [UInt8]) {
      EntryRecord.append(record, to: &result) { text, isName, result in
        if isName {
          appendName(record[text], to: &result)
        } else {
          appendValue(text, of: record, to: &result)
        }
      }
    }

    private func appendName(_ name: ArraySlice<UInt8>, to result: inout [UInt8]) {
      var index = name.startIndex
      while index < name.endIndex {
        if name[index] == lead {
          append(
            Int(name[index + 1]) | Int(name[index + 2]) << 8 | Int(name[index + 3]) << 16,
            to: &result)
          index += 4
        } else {
          let start = index
          while index < name.endIndex, name[index] != lead { index += 1 }
          result += name[start..<index]
        }
      }
    }

    /// Of ids and attributes no word was counted.
    private func appendValue(_ value: Range<Int>, of record: [UInt8], to result: inout [UInt8]) {
      var rest = value
      while let word = PhraseCounter.nextWord(&rest, record.span) {
        if let known = number(of: word, in: record.span) {
          append(known, to: &result)
        } else {
          result += record[word]
        }
      }
    }

    private func number(of word: Range<Int>, in text: Span<UInt8>) -> Int? {
      guard lengths.contains(word.count) else { return nil }
      let hash = SearchKeyHash.of(text, in: word)
      return words.number(of: word, in: text, hash: hash, words.firstLook(hash))
    }

    /// Appends a counted word.
    private func append(_ word: Int, to result: inout [UInt8]) {
      if numbers[word] > 0 {
        PhraseBook.append(Int(numbers[word] - 1), to: &result)
      } else {
        result += words[word]
      }
    }
  }
}
