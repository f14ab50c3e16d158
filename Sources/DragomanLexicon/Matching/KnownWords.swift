internal import DragomanText

/// What was found of words, by their keys and the language of the text.
///
/// A table with open addressing leads to a list in the order in which the words were first seen: those that texts repeat
/// stand together, in few lines of memory. When the list is full, all is forgotten.
struct KnownWords: Sendable {
  private struct Word {
    /// The first sixteen bytes of the key.
    let key: (UInt64, UInt64)
    let found: FoundWord
    /// The length of the key, the kind of the term and the language of the text.
    let traits: UInt32
    /// Where the rest of a longer key stands.
    let rest: UInt32
  }

  private static let capacity = 1 << 14
  private static let slotBits: UInt64 = 15
  private static let restLimit = 1 << 20
  /// A word stands so few slots behind its first one: whoever sends words with one hash does not make a text slow.
  private static let longestProbe = 64

  /// By slot, the number of a word, from 1 on; 0 for an empty slot. Half of them at most are taken.
  private var slots = [UInt16](repeating: 0, count: 1 << slotBits)
  private var words: [Word] = []
  /// The keys longer than sixteen bytes, from the seventeenth byte on.
  private var rests: [UInt8] = []

  /// Writes down what is known of the terms of a text, from one on up to the first that is unknown.
  ///
  /// - Returns: that one, or the number of terms.
  @inline(never)
  func recall(
    _ terms: Span<Term>, from first: Int, _ keys: Span<UInt8>, _ language: Languages,
    keepsRefused: Bool, _ found: inout [FoundWord], _ starts: inout [UInt32],
    _ startCount: inout Int
  ) -> Int {
    let (slots, words) = (slots.span, words.span)
    var found = found.mutableSpan
    var starts = starts.mutableSpan
    var count = startCount
    var next = first
    search: while next < terms.count {
      let term = terms[next]
      let range = term.keyRange
      let key = keys.words(in: range)
      let traits = Self.traits(of: term, language)
      let first = Self.slot(of: term.keyHash, language)
      var slot = first
      var index = Int(slots[slot])
      while true {
        if index == 0 { break search }
        let word = words[index &- 1]
        if word.key == key, word.traits == traits,
          range.count <= 16 || isRest(word.rest, keys, range)
        {
          break
        }
        slot = Self.slot(after: slot)
        if slot == Self.end(ofProbing: first) { break search }
        index = Int(slots[slot])
      }
      let word = words[index &- 1].found.written(
        withCapital: keepsRefused || term.isCapitalized)
      found[next] = word
      starts[count] = UInt32(truncatingIfNeeded: next)
      count &+= word.canStart ? 1 : 0
      next &+= 1
    }
    startCount = count
    return next
  }

  /// Remembers a word that is unknown.
  mutating func learn(
    _ term: Term, _ keys: Span<UInt8>, _ language: Languages, _ found: FoundWord
  ) {
    let range = term.keyRange
    if words.count == Self.capacity || rests.count > Self.restLimit { forget() }
    let traits = Self.traits(of: term, language)
    words.append(
      Word(
        key: keys.words(in: range), found: found, traits: traits,
        rest: UInt32(truncatingIfNeeded: rests.count)))
    if range.count > 16 {
      for index in range.dropFirst(16) { rests.append(keys[index]) }
    }
    let first = Self.slot(of: term.keyHash, language)
    var slot = first
    while slots[slot] != 0 {
      slot = Self.slot(after: slot)
      if slot == Self.end(ofProbing: first) {
        forget()
        return learn(term, keys, language, found)
      }
    }
    slots[slot] = UInt16(words.count)
  }

  /// Forgets all words.
  mutating func forget() {
    for slot in slots.indices { slots[slot] = 0 }
    words.removeAll(keepingCapacity: true)
    rests.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private static func traits(of term: Term, _ language: Languages) -> UInt32 {
    UInt32(truncatingIfNeeded: term.keyRange.count) | UInt32(term.kind.rawValue) << 16
      | UInt32(language.rawValue) << 24
  }

  @inline(__always)
  private static func slot(of hash: UInt64, _ language: Languages) -> Int {
    Int(truncatingIfNeeded: hash &>> (64 &- slotBits)) ^ Int(language.rawValue) &<< 3
  }

  @inline(__always)
  private static func slot(after slot: Int) -> Int { (slot &+ 1) & (1 &<< Int(slotBits) &- 1) }

  /// The slot that a word which starts its search at another does not reach.
  @inline(__always)
  private static func end(ofProbing first: Int) -> Int {
    (first &+ longestProbe) & (1 &<< Int(slotBits) &- 1)
  }

  /// Whether a key goes on behind its sixteenth byte as a known one of the same length.
  private func isRest(_ start: UInt32, _ keys: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let rests = rests.span
    let (start, first) = (Int(start), range.lowerBound &+ 16)
    let count = range.upperBound &- first
    var offset = 0
    while offset < count {
      let known = rests.word(at: start &+ offset, before: start &+ count)
      if known != keys.word(at: first &+ offset, before: range.upperBound) { return false }
      offset &+= 8
    }
    return true
  }
}
