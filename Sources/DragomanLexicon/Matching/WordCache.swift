internal import DragomanText

/// What the words of a text may be in a stack of lexicons, remembered: texts repeat their words, and endings are cut from
/// each only once.
///
/// A table of fixed size with two places for each word, of which it takes the one that was not used last. What a word may
/// be stands in a list; when that is full, all is forgotten.
struct WordCache: Sendable {
  /// A term of a lexicon that a word may be.
  struct Candidate: Sendable {
    let term: UInt32
    /// The state that the term leads to as the first of a name of several words; 0 for none.
    let root: UInt32
    /// The first posting of the term by itself; 0 if none counts in the text's language.
    let posting: UInt32
    let lexicon: UInt8
    var quality: LexiconMatch.Quality
    /// Whether one of the names of this word alone, and of more words, may start with a small letter.
    let startsSmall: Bool
    let goesOnSmall: Bool
    /// Whether a name may go on behind this word.
    var mayContinue: Bool
    /// The terms that go on from the root, as in ``Place/terms``.
    let followers: UInt64
  }

  /// Where the candidates of a word stand, and what names they start.
  struct Place: Sendable {
    struct Traits: OptionSet, Sendable {
      let rawValue: UInt16
      /// The word starts a name of one word, or of more, that may have a small letter there.
      static let startsSmall = Traits(rawValue: 1 << 0)
      static let goesOnSmall = Traits(rawValue: 1 << 1)
      /// The word starts a name of one word, or of more.
      static let starts = Traits(rawValue: 1 << 2)
      static let goesOn = Traits(rawValue: 1 << 3)
      /// The text writes the word with a capital, or it is of a script without case.
      static let isCapitalized = Traits(rawValue: 1 << 4)
    }

    /// The terms of the candidates: for each a bit by its number, of 64.
    fileprivate(set) var terms: UInt64 = 0
    fileprivate(set) var start: UInt32 = 0
    fileprivate(set) var count: UInt16 = 0
    fileprivate(set) var traits: Traits = []

    @inline(__always)
    var range: Range<Int> { Int(start)..<Int(start) &+ Int(count) }
    @inline(__always)
    var isCapitalized: Bool { traits.contains(.isCapitalized) }

    /// The place of a word in a text.
    @inline(__always)
    func written(withCapital isCapital: Bool) -> Place {
      var place = self
      let capital = Traits.isCapitalized.rawValue
      place.traits = Traits(rawValue: traits.rawValue | (isCapital ? capital : 0))
      return place
    }

    /// Notes that names of several words go on behind a candidate.
    fileprivate mutating func noteGoingOn(_ candidate: Candidate) {
      guard candidate.root != 0, candidate.mayContinue else { return }
      traits.formUnion(candidate.goesOnSmall ? [.goesOn, .goesOnSmall] : .goesOn)
    }

    /// Whether a name can start here, as the word is written here.
    @inline(__always)
    var canStart: Bool {
      let any: Traits = [.startsSmall, .goesOnSmall, .starts, .goesOn]
      return !traits.isDisjoint(with: isCapitalized ? any : [.startsSmall, .goesOnSmall])
    }
  }

  private struct Slot {
    /// The first sixteen bytes of the key, and the next.
    var key: (UInt64, UInt64) = (0, 0)
    var longKey: (UInt64, UInt64) = (0, 0)
    var place = Place()
    var classes: WordClasses = []
  }

  private static let slotCount = 8192
  private static let longestKey = 32
  private static let candidateLimit = 1 << 16

  private var slots = [Slot](repeating: Slot(), count: slotCount)
  /// By slot, the hash of its word with what else the answer depends on.
  private var tags = [UInt64](repeating: 0, count: slotCount)
  private(set) var candidates: [Candidate] = []
  private let lexicons: [CompiledLexicon]
  /// The tries of the lexicons.
  let tries: [LexiconTrie]
  /// Whether what the language refuses is kept.
  private let keepsRefused: Bool
  /// Room for a stem and its replacement.
  private var form: [UInt8] = []

  init(_ lexicons: [CompiledLexicon], keepsRefused: Bool) {
    self.lexicons = lexicons
    tries = lexicons.map(\.trie)
    self.keepsRefused = keepsRefused
  }

  /// Whether it remembers words of a stack, as they are asked for.
  func isOf(_ others: [CompiledLexicon], keepsRefused: Bool) -> Bool {
    self.keepsRefused == keepsRefused && lexicons.count == others.count
      && zip(lexicons, others).allSatisfy { $0 === $1 }
  }

  /// Makes room for all words of a text, so that no place changes while it is read.
  mutating func prepare() {
    if candidates.count < Self.candidateLimit { return }
    candidates.removeAll(keepingCapacity: true)
    tags = [UInt64](repeating: 0, count: Self.slotCount)
  }

  /// What a term may be.
  ///
  /// - Parameters:
  ///   - term: the term of a text.
  ///   - keys: the keys of all terms of that text.
  /// - Returns: where the candidates stand, and what is known of the term as a single word.
  @inline(__always)
  mutating func find(
    _ term: Term, _ keys: Span<UInt8>, _ language: Languages
  ) -> (place: Place, classes: WordClasses) {
    let range = term.keyRange
    let traits = UInt64(language.rawValue) << 8 | UInt64(term.kind.rawValue)
    // Bit 0 parts it from the tag of an empty slot.
    let tag = (term.keyHash ^ traits &* 0x9E37_79B9_7F4A_7C15) | 1
    let first = Self.slot(of: tag)
    let index = first &+ (tags[first &+ 1] == tag ? 1 : 0)
    if tags[index] == tag, slots[index].key == Self.keyWords(range, keys, from: 0),
      range.count <= 16 || slots[index].longKey == Self.keyWords(range, keys, from: 16)
    {
      return (slots[index].place, slots[index].classes)
    }
    return lookUp(term, keys, language, tag)
  }

  /// The first of the two slots that a word may have.
  @inline(__always)
  private static func slot(of tag: UInt64) -> Int {
    Int(truncatingIfNeeded: tag >> 40) & (slotCount - 2)
  }

  /// Sixteen bytes of a key.
  @inline(__always)
  private static func keyWords(
    _ range: Range<Int>, _ keys: Span<UInt8>, from offset: Int
  ) -> (UInt64, UInt64) {
    let (start, end) = (range.lowerBound &+ offset, range.upperBound)
    return (keys.word(at: start, before: end), keys.word(at: start &+ 8, before: end))
  }

  // MARK: Looking up

  @inline(never)
  private mutating func lookUp(
    _ term: Term, _ keys: Span<UInt8>, _ language: Languages, _ tag: UInt64
  ) -> (place: Place, classes: WordClasses) {
    let range = term.keyRange
    let found = lookUp(term, range.map { keys[$0] }[...], language)
    if range.count > Self.longestKey { return found }
    let first = Self.slot(of: tag)
    // The older of the two places goes.
    if tags[first] != tag {
      tags[first + 1] = tags[first]
      slots[first + 1] = slots[first]
    }
    tags[first] = tag
    slots[first] = Slot(
      key: Self.keyWords(range, keys, from: 0), longKey: Self.keyWords(range, keys, from: 16),
      place: found.place, classes: found.classes)
    return found
  }

  private mutating func lookUp(
    _ term: Term, _ key: ArraySlice<UInt8>, _ language: Languages
  ) -> (place: Place, classes: WordClasses) {
    var place = Place(start: UInt32(truncatingIfNeeded: candidates.count))
    var classes: WordClasses = []
    let isWord = term.kind == .word
    if isWord, Term.isCaseless(key) { place.traits.insert(.isCapitalized) }
    for lexicon in lexicons.indices {
      if isWord { addPrefixes(of: key, lexicon, language, &place) }
      if let found = lexicons[lexicon].term(hash: term.keyHash, key: key) {
        add(found, lexicon, .key, mayContinue: true, language, &place)
        classes.formUnion(lexicons[lexicon].classes(ofTerm: found))
      }
    }
    if isWord {
      let inherited = addStems(of: key, language, &place)
      classes.formUnion(inherited.subtracting(.opener))
      // A name that ends like an inflected word is the name.
      if classes.isDisjoint(with: [.firstName, .lastName]) { classes.formUnion(inherited) }
      if classes.isDisjoint(with: [.ordinary, .opener, .inflectedOrdinary]) {
        addTerms(soundingLike: key, language, &place)
      }
    }
    return (place, classes)
  }

  private mutating func add(
    _ term: UInt32, _ lexicon: Int, _ quality: LexiconMatch.Quality, mayContinue: Bool,
    _ language: Languages, _ place: inout Place
  ) {
    // Two endings may leave the same stem.
    for number in place.range
    where candidates[number].term == term && Int(candidates[number].lexicon) == lexicon {
      if mayContinue, !candidates[number].mayContinue {
        candidates[number].mayContinue = true
        place.noteGoingOn(candidates[number])
      }
      return
    }
    guard place.count < .max else { return }
    let trie = tries[lexicon]
    let root = trie.root(ofTerm: term)
    var startsSmall = false
    var counts = keepsRefused && quality != .phonetic
    if root.posting != 0, quality != .phonetic {
      trie.forEachPosting(from: root.posting) { posting in
        let isUnderstood =
          posting.languages.suits(language)
          || lexicons[lexicon].type(of: posting.entry).isEntity
        counts = counts || isUnderstood
        startsSmall = startsSmall || isUnderstood && posting.flags.startsSmall
      }
    }
    let candidate = Candidate(
      term: term, root: root.state, posting: counts ? root.posting : 0,
      lexicon: UInt8(truncatingIfNeeded: lexicon), quality: quality, startsSmall: startsSmall,
      goesOnSmall: root.goesOnSmall, mayContinue: mayContinue,
      followers: trie.followers(ofState: root.state))
    candidates.append(candidate)
    place.count += 1
    place.terms |= 1 << UInt64(term & 63)
    if candidate.posting != 0 {
      place.traits.formUnion(startsSmall ? [.starts, .startsSmall] : .starts)
    }
    place.noteGoingOn(candidate)
  }

  /// Looks the beginnings of a word up.
  private mutating func addPrefixes(
    of key: ArraySlice<UInt8>, _ lexicon: Int, _ language: Languages, _ place: inout Place
  ) {
    var lengths = lexicons[lexicon].prefixLengths(of: key)
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
      if let found = lexicons[lexicon].term(hash: marked.value, key: form[...]) {
        add(found, lexicon, .prefix, mayContinue: false, language, &place)
      }
      if length < PrefixGate.longestBit {
        lengths &= ~PrefixGate.bit(length: length)
        if lengths == 0 { return }
      }
    }
  }

  /// Looks a word up without each ending that it may have; returns what its stems are as people's names.
  ///
  /// The endings of each lexicon serve the names of all: those of a user are inflected as well.
  private mutating func addStems(
    of key: ArraySlice<UInt8>, _ language: Languages, _ place: inout Place
  ) -> WordClasses {
    var classes: WordClasses = []
    for owner in lexicons {
      owner.endings.forEach(of: key, language) { length, replacement, scope in
        let stem = key.dropLast(length)
        guard Self.letterCount(stem) >= Ending.minimumStemLetters else { return }
        form.removeAll(keepingCapacity: true)
        form.append(contentsOf: stem)
        owner.endings.append(replacement, to: &form)
        let hash = SearchKeyHash.of(form[...])
        for lexicon in lexicons.indices {
          guard let found = lexicons[lexicon].term(hash: hash, key: form[...]) else { continue }
          add(found, lexicon, .endingCut, mayContinue: scope == .each, language, &place)
          classes.formUnion(Self.inherited(lexicons[lexicon].classes(ofTerm: found), language))
        }
      }
    }
    return classes
  }

  /// Looks up what a word that is no ordinary one sounds like, for names of several words.
  private mutating func addTerms(
    soundingLike key: ArraySlice<UInt8>, _ language: Languages, _ place: inout Place
  ) {
    guard let phonetic = PhoneticKey(searchKey: key) else { return }
    for lexicon in lexicons.indices {
      lexicons[lexicon].forEachTerm(soundingLike: phonetic) { term in
        add(term, lexicon, .phonetic, mayContinue: true, language, &place)
      }
    }
  }

  /// What a word is if its stem is known.
  private static func inherited(_ known: WordClasses, _ language: Languages) -> WordClasses {
    var classes = known.intersection(.opener)
    if !known.isDisjoint(with: .ordinary) { classes.insert(.inflectedOrdinary) }
    // Turkish parts names from their endings by an apostrophe: what has none is no inflected name.
    if language != .turkish { classes.formUnion(known.intersection([.firstName, .lastName])) }
    return classes
  }

  private static func letterCount(_ key: ArraySlice<UInt8>) -> Int {
    var count = 0
    for index in key.indices where key[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
