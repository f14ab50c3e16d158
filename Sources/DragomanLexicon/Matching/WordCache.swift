internal import DragomanText

/// What the words of a text may be in one lexicon, remembered: texts repeat their words, and endings are cut from each
/// only once.
///
/// A table of fixed size in which a word takes the place of another; what a word may be stands in a list that starts anew
/// when it is full.
struct WordCache: Sendable {
  /// A term of the lexicon that a word may be.
  struct Candidate: Sendable {
    let term: UInt32
    /// The state that the term leads to as the first of a name; 0 for none.
    let root: UInt32
    let quality: LexiconMatch.Quality
    /// Whether a name may go on behind this word.
    let mayContinue: Bool
  }

  /// Where the candidates of a word stand.
  struct Place: Sendable {
    fileprivate(set) var start: UInt32 = 0
    fileprivate(set) var count: UInt32 = 0
    /// Whether one of them can start a name.
    fileprivate(set) var canStart = false

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  private struct Slot {
    var hash: UInt64 = 0
    /// The first sixteen bytes of the key, its length, and what else the answer depends on.
    var head: SIMD2<UInt64> = .zero
    var traits: UInt32 = .max
    var classes: UInt32 = 0
    var place = Place()
  }

  private static let slotCount = 8192
  private static let longestKey = 16
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
    _ term: Term, _ keys: [UInt8], _ language: Languages
  ) -> (place: Place, classes: WordClasses) {
    let range = term.keyRange
    let traits =
      UInt32(truncatingIfNeeded: range.count) << 16 | UInt32(language.rawValue) << 8
      | UInt32(term.kind.rawValue)
    let isShort = range.count <= Self.longestKey
    let index = Int(truncatingIfNeeded: term.keyHash >> 40) & (Self.slotCount - 1)
    let head = isShort ? Self.head(of: keys, range) : .zero
    if isShort, slots[index].hash == term.keyHash, slots[index].traits == traits,
      slots[index].head == head
    {
      return (slots[index].place, WordClasses(rawValue: slots[index].classes))
    }
    let (place, classes) = lookUp(term, keys[range], language)
    if isShort {
      slots[index] = Slot(
        hash: term.keyHash, head: head, traits: traits, classes: classes.rawValue, place: place)
    }
    return (place, classes)
  }

  @inline(__always)
  private static func head(of keys: [UInt8], _ range: Range<Int>) -> SIMD2<UInt64> {
    var result = SIMD2<UInt64>.zero
    var shift: UInt64 = 0
    for index in range {
      result[Int(shift >> 6)] |= UInt64(keys[index]) << (shift & 63)
      shift += 8
    }
    return result
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
      Candidate(term: term, root: root, quality: quality, mayContinue: mayContinue))
    place.canStart = place.canStart || root != 0
  }

  /// Looks the beginnings of a word up.
  private mutating func addPrefixes(of key: ArraySlice<UInt8>, _ place: inout Place) {
    var lengths = lexicon.prefixLengths(of: key)
    guard lengths != 0 else { return }
    var hash = SearchKeyHash()
    for (index, byte) in zip(key.indices, key) {
      hash.append(byte)
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
      form.append(contentsOf: replacement)
      guard let found = lexicon.term(hash: SearchKeyHash.of(form), key: form[...]) else { return }
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
    key.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
