internal import DragomanText

/// What the words of a text may be in one lexicon, remembered: texts repeat their words, and endings are cut from each
/// only once.
///
/// A table of fixed size with two places for each word, of which it takes the one that was not used last. What a word may
/// be stands in a list; when that is full, all is forgotten.
struct WordCache: Sendable {
  /// A term of the lexicon that a word may be.
  struct Candidate: Sendable {
    let term: UInt32
    /// The state that the term leads to as the first of a name of several words; 0 for none.
    let root: UInt32
    /// The first posting of the term by itself; 0 for none.
    let rootPosting: UInt32
    let quality: LexiconMatch.Quality
    /// Whether a name may go on behind this word.
    let mayContinue: Bool
  }

  /// Where the candidates of a word stand.
  struct Place: Sendable {
    fileprivate(set) var start: UInt32 = 0
    fileprivate(set) var count: UInt32 = 0
    /// Whether one of them can start a name, and a name of more words.
    fileprivate(set) var canStart = false
    fileprivate(set) var canGoOn = false

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  private struct Slot {
    var hash: UInt64 = 0
    /// The key, its length, and what else the answer depends on.
    var key: (UInt64, UInt64) = (0, 0)
    var longKey: (UInt64, UInt64) = (0, 0)
    var traits: UInt32 = .max
    var classes: UInt32 = 0
    var place = Place()

    @inline(__always)
    func holds(
      _ hash: UInt64, _ key: (UInt64, UInt64), _ longKey: (UInt64, UInt64), _ traits: UInt32
    ) -> Bool {
      self.hash == hash && self.traits == traits && self.key == key && self.longKey == longKey
    }
  }

  private static let slotCount = 8192
  private static let longestKey = 32
  private static let candidateLimit = 1 << 16

  private var slots = [Slot](repeating: Slot(), count: slotCount)
  private(set) var candidates: [Candidate] = []
  private let lexicon: CompiledLexicon
  /// Room for a stem and its replacement.
  private var form: [UInt8] = []

  init(_ lexicon: CompiledLexicon) { self.lexicon = lexicon }

  /// Whether it remembers words of a lexicon.
  func isOf(_ other: CompiledLexicon) -> Bool { lexicon === other }

  /// Makes room for all words of a text, so that no place changes while it is read.
  mutating func prepare() {
    if candidates.count < Self.candidateLimit { return }
    candidates.removeAll(keepingCapacity: true)
    for index in slots.indices { slots[index].traits = .max }
  }

  /// What a term may be.
  ///
  /// - Returns: where the candidates stand, and what is known of the term as a single word.
  @inline(__always)
  mutating func find(
    _ number: Int, of text: TokenizedText, _ language: Languages
  ) -> (place: Place, classes: WordClasses) {
    let term = text.terms[number]
    let length = term.keyRange.count
    let traits =
      UInt32(truncatingIfNeeded: length) << 16 | UInt32(language.rawValue) << 8
      | UInt32(term.kind.rawValue)
    guard length <= Self.longestKey else {
      return lookUp(term, text.key(ofTerm: number), language)
    }
    let key = text.keyWords(ofTerm: number)
    let longKey = length > 16 ? text.keyWords(ofTerm: number, from: 16) : (0, 0)
    let first = Int(truncatingIfNeeded: term.keyHash >> 40) & (Self.slotCount - 2)
    if slots[first].holds(term.keyHash, key, longKey, traits) {
      return (slots[first].place, WordClasses(rawValue: slots[first].classes))
    }
    if slots[first + 1].holds(term.keyHash, key, longKey, traits) {
      slots.swapAt(first, first + 1)
      return (slots[first].place, WordClasses(rawValue: slots[first].classes))
    }
    let (place, classes) = lookUp(term, text.key(ofTerm: number), language)
    slots[first + 1] = slots[first]
    slots[first] = Slot(
      hash: term.keyHash, key: key, longKey: longKey, traits: traits, classes: classes.rawValue,
      place: place)
    return (place, classes)
  }

  // MARK: Looking up

  private mutating func lookUp(
    _ term: Term, _ key: ArraySlice<UInt8>, _ language: Languages
  ) -> (Place, WordClasses) {
    var place = Place(start: UInt32(truncatingIfNeeded: candidates.count))
    var classes: WordClasses = []
    let isWord = term.kind == .word
    if isWord { addPrefixes(of: key, &place) }
    if let found = lexicon.term(hash: term.keyHash, key: key) {
      add(found, .key, mayContinue: true, &place)
      classes = lexicon.classes(ofTerm: found)
    }
    if isWord { classes.formUnion(addStems(of: key, language, &place)) }
    place.count = UInt32(truncatingIfNeeded: candidates.count) - place.start
    return (place, classes)
  }

  private mutating func add(
    _ term: UInt32, _ quality: LexiconMatch.Quality, mayContinue: Bool, _ place: inout Place
  ) {
    let root = lexicon.root(ofTerm: term)
    candidates.append(
      Candidate(
        term: term, root: root.state, rootPosting: root.posting, quality: quality,
        mayContinue: mayContinue))
    place.canStart = place.canStart || root.posting != 0
    place.canGoOn = place.canGoOn || root.state != 0 && mayContinue
  }

  /// Looks the beginnings of a word up.
  private mutating func addPrefixes(of key: ArraySlice<UInt8>, _ place: inout Place) {
    var lengths = lexicon.prefixLengths(of: key)
    guard lengths != 0 else { return }
    var hash = SearchKeyHash()
    for index in key.indices {
      hash.append(key[index])
      let length = index - key.startIndex + 1
      guard length >= PrefixGate.shortest, lengths & PrefixGate.bit(length: length) != 0 else {
        continue
      }
      var marked = hash
      marked.append(PrefixGate.mark)
      form.removeAll(keepingCapacity: true)
      form.append(contentsOf: key[...index])
      form.append(PrefixGate.mark)
      if let found = lexicon.term(hash: marked.value, key: form[...]) {
        add(found, .prefix, mayContinue: false, &place)
      }
      if length < PrefixGate.longestBit {
        lengths &= ~PrefixGate.bit(length: length)
        if lengths == 0 { return }
      }
    }
  }

  /// Looks a word up without each ending that it may have; returns what its stems are as people's names.
  private mutating func addStems(
    of key: ArraySlice<UInt8>, _ language: Languages, _ place: inout Place
  ) -> WordClasses {
    var classes: WordClasses = []
    lexicon.endings.forEach(of: key, language) { length, replacement, scope in
      let stem = key.dropLast(length)
      guard Self.letterCount(stem) >= Ending.minimumStemLetters else { return }
      form.removeAll(keepingCapacity: true)
      form.append(contentsOf: stem)
      lexicon.endings.append(replacement, to: &form)
      guard let found = lexicon.term(hash: SearchKeyHash.of(form[...]), key: form[...]) else {
        return
      }
      add(found, .endingCut, mayContinue: scope == .each, &place)
      let known = lexicon.classes(ofTerm: found)
      if !known.isDisjoint(with: .ordinary) { classes.insert(.inflectedOrdinary) }
      // Turkish parts names from their endings by an apostrophe: what has none is no inflected name.
      if language != .turkish {
        classes.formUnion(known.intersection([.firstName, .lastName]))
      }
    }
    return classes
  }

  private static func letterCount(_ key: ArraySlice<UInt8>) -> Int {
    var count = 0
    for index in key.indices where key[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
