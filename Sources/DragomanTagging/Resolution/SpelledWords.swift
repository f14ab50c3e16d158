internal import DragomanText

/// The words of a document's names, compared by how they are written: as they stand, with grammatical endings, as initials.
///
/// The names are those of candidates. The same word has the same number in all of them; what is asked of a word is found
/// out once a document. A word of which no other begins with the same letters keeps the endings that it may have: nothing
/// is like it. Cost: one pass over the words of the names.
struct SpelledWords {
  /// How two words agree, the surest first.
  enum Agreement: Int, Comparable {
    case written
    case stem
    case sound

    static func < (one: Agreement, other: Agreement) -> Bool { one.rawValue < other.rawValue }
  }

  /// A word where it stands in a name.
  struct Word {
    private let place: Int32
    private let word: Int32

    fileprivate init(term: Int, number: Int) {
      place = Int32(term)
      word = Int32(number)
    }

    /// Where it stands in the text.
    var term: Int { Int(place) }
    /// The same for the same words.
    var number: Int { Int(word) }
  }

  /// What is known of a word wherever it stands.
  private struct Spelling {
    /// Where it stands first.
    let term: Int32
    /// The first three bytes of its key.
    let beginning: UInt32
    let isLetter: Bool
    /// What it is without endings, in `stems`.
    var stems = Int32(0)..<0
  }

  private let context: TaggingContext
  /// Of people and bodies, one name behind the other.
  private var words: [Word] = []
  /// Where the names of the candidates start in them, and the end.
  private var starts: [Int32] = [0]
  /// Of all candidates.
  private var keys: [NameKey] = []
  /// Numbers of words, and behind them of what is left of them without their endings.
  private var numbers = HashNumbers()
  private var spellings: [Spelling] = []
  private var stems: [Int32] = []

  init(_ context: TaggingContext, _ candidates: [Candidate]) {
    self.context = context
    starts.reserveCapacity(candidates.count + 1)
    keys.reserveCapacity(candidates.count)
    words.reserveCapacity(2 * candidates.count)
    spellings.reserveCapacity(candidates.count)
    numbers = HashNumbers(capacity: 2 * candidates.count)
    for index in candidates.indices {
      read(candidates[index].terms, isCompared: candidates[index].kind != .place)
    }
    if context.isInflecting { cutEndings() }
  }

  private mutating func read(_ terms: Range<Int>, isCompared: Bool) {
    var key = NameKey()
    let start = words.count
    for term in terms where isWord(term) {
      let hash = context.text.terms[term].keyHash
      key.append(hash)
      if isCompared { words.append(Word(term: term, number: number(of: term, hash))) }
    }
    if words.count > start + 2, context[words[words.count - 1].term].contains(.nameSuffix) {
      words.removeLast()
    }
    keys.append(key)
    starts.append(Int32(words.count))
  }

  private func isWord(_ term: Int) -> Bool {
    context[term].contains(.word) && !context[term].contains(.article)
  }

  private mutating func number(of term: Int, _ hash: UInt64) -> Int {
    let word = numbers.insert(hash)
    if word.isNew {
      let range = context.text.terms[term].keyRange
      var beginning: UInt32 = 0
      for index in range.prefix(3) { beginning = beginning << 8 | UInt32(context.text.keys[index]) }
      // A letter has four bytes at most.
      let isLetter = range.count <= 4 && context.key(term).count { $0 & 0xC0 != 0x80 } == 1
      spellings.append(
        Spelling(term: Int32(term), beginning: beginning, isLetter: isLetter))
    }
    return word.number
  }

  // MARK: Names

  /// The words of a candidate's name by their places: no marks, no articles, and no `Jr.` behind two words.
  ///
  /// - Precondition: it is a person or a body.
  func name(_ candidate: Int) -> Range<Int> { Int(starts[candidate])..<Int(starts[candidate + 1]) }

  /// The word at a place.
  subscript(place: Int) -> Word { words[place] }

  /// The last word of a name; `nil` if it has none.
  func last(of name: Range<Int>) -> Word? { name.last.map { words[$0] } }

  /// The words of a name, one behind the other.
  func key(of name: Range<Int>) -> NameKey {
    var key = NameKey()
    for place in name { key.append(context.text.terms[words[place].term].keyHash) }
    return key
  }

  /// The words of any candidate, a suffix among them.
  func key(_ candidate: Int) -> NameKey { keys[candidate] }

  /// Whether two names have the same words.
  func areSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.count == other.count
      && (0..<one.count).allSatisfy {
        words[one.lowerBound + $0].number == words[other.lowerBound + $0].number
      }
  }

  // MARK: Words

  /// How many different words there are.
  var wordCount: Int { spellings.count }

  /// How many words and stems there are.
  var stemCount: Int { numbers.count }

  /// The number of the word or stem with a hash; `nil` if no word of a name is it.
  func number(of hash: UInt64) -> Int? { numbers[hash] }

  /// Whether two words are the same, with or without endings.
  func agreement(_ one: Word, _ other: Word) -> Agreement? {
    if one.number == other.number { return .written }
    return context.isInflecting && shareStem(one, other) ? .stem : nil
  }

  /// Whether a word is the first letter of another one.
  func isInitial(_ word: Word, of other: Word) -> Bool {
    spellings[word.number].isLetter
      && context.key(other.term).starts(with: context.key(word.term))
  }

  /// Whether a word is a single letter.
  func isInitial(_ word: Word) -> Bool { context[word.term].contains(.singleLetter) }

  private func shareStem(_ one: Word, _ other: Word) -> Bool {
    // Most words differ in their first letters.
    guard spellings[one.number].beginning == spellings[other.number].beginning else { return false }
    var isShared = false
    forEachStem(of: one) { first in
      forEachStem(of: other) { if $0 == first { isShared = true } }
    }
    return isShared
  }

  /// Calls `body` with the number of a word as it stands and, where words have endings, of what is left without each that
  /// it may have.
  @inline(__always)
  func forEachStem(of word: Word, _ body: (Int) -> Void) {
    body(word.number)
    for place in spellings[word.number].stems { body(Int(stems[Int(place)])) }
  }

  /// Adds a number to the lists of a word and of what is left of it without endings.
  func append(_ number: Int, underStemsOf word: Word, to lists: inout NumberLists) {
    forEachStem(of: word) { lists.append(number, to: $0) }
  }

  // MARK: Endings

  private mutating func cutEndings() {
    let stemmer = WordStems(context)
    let words = spellings.count
    let neighbours = Neighbours(spellings.lazy.map(\.beginning))
    for number in 0..<words where neighbours.hasSeveral(spellings[number].beginning) {
      let term = Int(spellings[number].term)
      let start = stems.count
      stemmer.forEach(of: term) { stems.append(Int32(numbers.insert($0).number)) }
      let key = context.key(term)
      if context.language == .russian, Self.hasEndingOfNominative(key) {
        stems.append(Int32(numbers.insert(SearchKeyHash.of(key.dropLast(2))).number))
      }
      spellings[number].stems = Int32(start)..<Int32(stems.count)
    }
  }

  /// Russian names have endings in the nominative, too: Виталий, Виталием. Those are а, й, ь and я, of two bytes each.
  private static func hasEndingOfNominative(_ key: ArraySlice<UInt8>) -> Bool {
    guard key.count >= 2 else { return false }
    switch UInt16(key[key.endIndex - 2]) << 8 | UInt16(key[key.endIndex - 1]) {
    case 0xD0B0, 0xD0B9, 0xD18C, 0xD18F: return true
    default: return false
    }
  }

  /// Of how many words the first letters are the same, about: for some alone it may say that there are others.
  private struct Neighbours {
    private var counts = [UInt8](repeating: 0, count: 1 << 11)

    init(_ beginnings: some Sequence<UInt32>) {
      for beginning in beginnings {
        let place = Self.place(of: beginning)
        if counts[place] < 2 { counts[place] += 1 }
      }
    }

    func hasSeveral(_ beginning: UInt32) -> Bool { counts[Self.place(of: beginning)] > 1 }

    private static func place(of beginning: UInt32) -> Int {
      Int((beginning &* 0x9E37_79B1) >> 21)
    }
  }
}
