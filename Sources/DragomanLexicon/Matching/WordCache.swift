internal import DragomanText

/// What the words of texts may be in a stack of lexicons, remembered: texts repeat their words, and endings are cut from
/// each only once.
struct WordCache: Sendable {
  private static let candidateLimit = 1 << 16
  /// How long the endings of family names are, and what stands before them, in bytes.
  private static let lastNameEndings = 2...12
  private static let shortestNameStem = 3

  private var words = KnownWords()
  private(set) var candidates: [WordCandidate] = []
  private let lexicons: [CompiledLexicon]
  private let suffixes: KnownSuffixes
  /// The tries of the lexicons.
  let tries: [LexiconTrie]
  /// Whether what the language refuses is kept.
  private let keepsRefused: Bool
  /// Room for a stem and its replacement, or for a beginning and its mark.
  private var form: [UInt8] = []

  init(_ lexicons: [CompiledLexicon], _ suffixes: KnownSuffixes, keepsRefused: Bool) {
    self.lexicons = lexicons
    self.suffixes = suffixes
    tries = lexicons.map(\.trie)
    self.keepsRefused = keepsRefused
  }

  /// Whether it remembers words of a stack, as they are asked for.
  func isOf(_ others: [CompiledLexicon], keepsRefused: Bool) -> Bool {
    self.keepsRefused == keepsRefused && lexicons.count == others.count
      && zip(lexicons, others).allSatisfy { $0 === $1 }
  }

  /// Tells what the terms of a text may be.
  mutating func find(_ text: TokenizedText, _ found: inout FoundWords) {
    // Before a text, so that no place changes while it is read.
    if candidates.count >= Self.candidateLimit {
      candidates.removeAll(keepingCapacity: true)
      words.forget()
    }
    let language = Languages(text.language)
    let (terms, keys) = (text.terms.span, text.keys.span)
    var next = 0
    while true {
      next = words.recall(
        terms, from: next, keys, language, keepsRefused: keepsRefused, &found.words,
        &found.starts, &found.startCount)
      if next == terms.count { return }
      let term = terms[next]
      words.learn(term, keys, language, lookUp(term, text.key(ofTerm: next), language))
    }
  }

  // MARK: Looking up

  private mutating func lookUp(
    _ term: Term, _ key: ArraySlice<UInt8>, _ language: Languages
  ) -> FoundWord {
    var word = FoundWord(from: candidates.count)
    var roles: WordFacts = []
    let classes = read(term, key, language, &word, &roles)
    word.facts = WordFacts(classes, in: language).union(roles)
    if hasLastNameEnding(key) { word.facts.insert(.lastName) }
    word.forms = forms(of: key, language)
    return word
  }

  /// What a term is known for in any language.
  mutating func classes(of term: Term, _ key: ArraySlice<UInt8>, _ language: Languages)
    -> WordClasses
  {
    var word = FoundWord(from: candidates.count)
    var roles: WordFacts = []
    return read(term, key, language, &word, &roles)
  }

  /// Looks up all that a term may be.
  private mutating func read(
    _ term: Term, _ key: ArraySlice<UInt8>, _ language: Languages, _ word: inout FoundWord,
    _ roles: inout WordFacts
  ) -> WordClasses {
    var classes: WordClasses = []
    let isWord = term.kind == .word
    if isWord, Term.isCaseless(key) { word = word.written(withCapital: true) }
    for lexicon in lexicons.indices {
      if isWord { addPrefixes(of: key, lexicon, language, &word) }
      if let found = lexicons[lexicon].term(hash: term.keyHash, key: key) {
        add(found, lexicon, .key, mayContinue: true, language, &word)
        classes.formUnion(lexicons[lexicon].classes(ofTerm: found))
        roles.formUnion(lexicons[lexicon].roles(ofTerm: found))
      }
    }
    let inherited = readEndings(of: key, language, addingStems: isWord, &word)
    if isWord {
      classes.formUnion(inherited.subtracting(.opener))
      // A name that ends like an inflected word is the name.
      if classes.isDisjoint(with: [.firstName, .lastName]) { classes.formUnion(inherited) }
      if classes.isDisjoint(with: [.ordinary, .opener, .inflectedOrdinary]) {
        addTerms(soundingLike: key, language, &word)
      }
    }
    return classes
  }

  /// Whether a word ends as family names do: by ending more of them are known than by any list.
  private func hasLastNameEnding(_ key: ArraySlice<UInt8>) -> Bool {
    let longest = min(Self.lastNameEndings.upperBound, key.count - Self.shortestNameStem)
    var lengths = suffixes.lastNames.lengths(of: key)
    while lengths != 0 {
      let length = lengths.trailingZeroBitCount
      lengths &= lengths - 1
      guard length >= Self.lastNameEndings.lowerBound else { continue }
      if length > longest { return false }
      let ending = key.suffix(length)
      let hash = SearchKeyHash.of(ending)
      for lexicon in lexicons {
        if let term = lexicon.term(hash: hash, key: ending),
          lexicon.roles(ofTerm: term).contains(.lastNameEnding)
        {
          return true
        }
      }
    }
    return false
  }

  private mutating func add(
    _ term: UInt32, _ lexicon: Int, _ quality: LexiconMatch.Quality, mayContinue: Bool,
    _ language: Languages, _ word: inout FoundWord
  ) {
    // Two endings may leave the same stem.
    for number in word.range
    where candidates[number].term == term && Int(candidates[number].lexicon) == lexicon {
      if mayContinue, !candidates[number].mayContinue {
        candidates[number].mayContinue = true
        word.noteGoingOn(candidates[number])
      }
      return
    }
    if word.isFull { return }
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
    let candidate = WordCandidate(
      term: term, root: root.state, posting: counts ? root.posting : 0,
      lexicon: UInt8(truncatingIfNeeded: lexicon), quality: quality, startsSmall: startsSmall,
      goesOnSmall: root.goesOnSmall, mayContinue: mayContinue,
      followers: trie.followers(ofState: root.state))
    candidates.append(candidate)
    word.take(candidate)
  }

  /// Looks the beginnings of a word up, the shortest first.
  private mutating func addPrefixes(
    of key: ArraySlice<UInt8>, _ lexicon: Int, _ language: Languages, _ word: inout FoundWord
  ) {
    let lengths = lexicons[lexicon].prefixLengths(of: key)
    guard lengths != 0, key.count >= PrefixGate.shortest else { return }
    for length in PrefixGate.shortest...key.count
    where lengths & PrefixGate.bit(length: length) != 0 {
      form.removeAll(keepingCapacity: true)
      form.append(contentsOf: key.prefix(length))
      form.append(PrefixGate.mark)
      let hash = SearchKeyHash.of(form[...])
      if let found = lexicons[lexicon].term(hash: hash, key: form[...]) {
        add(found, lexicon, .prefix, mayContinue: false, language, &word)
      }
    }
  }

  /// Notes the endings that a word may have, and looks it up without each; returns what its stems are as people's names.
  ///
  /// The endings of each lexicon serve the names of all: those of a user are inflected as well.
  private mutating func readEndings(
    of key: ArraySlice<UInt8>, _ language: Languages, addingStems: Bool, _ word: inout FoundWord
  ) -> WordClasses {
    var classes: WordClasses = []
    let lengths = suffixes.endings.lengths(of: key)
    if lengths == 0 { return classes }
    for owner in lexicons {
      owner.endings.forEach(of: key, language, among: lengths) { length, replacement, scope in
        let stem = key.dropLast(length)
        if replacement.isEmpty || Ending.hasStem(stem) {
          word.endings.note(length: length, leavesStem: replacement.isEmpty)
        }
        guard addingStems,
          Ending.hasStem(stem, isReplaced: scope == .each && !replacement.isEmpty)
        else { return }
        form.removeAll(keepingCapacity: true)
        form.append(contentsOf: stem)
        owner.endings.append(replacement, to: &form)
        let hash = SearchKeyHash.of(form[...])
        for lexicon in lexicons.indices {
          guard let found = lexicons[lexicon].term(hash: hash, key: form[...]) else { continue }
          add(found, lexicon, .endingCut, mayContinue: scope == .each, language, &word)
          classes.formUnion(Self.inherited(lexicons[lexicon].classes(ofTerm: found), language))
        }
      }
    }
    return classes
  }

  /// What the ending of a word says of it; the lexicon above decides.
  private func forms(of key: ArraySlice<UInt8>, _ language: Languages) -> WordForms {
    let lengths = suffixes.endings.lengths(of: key)
    if lengths == 0 { return [] }
    for lexicon in lexicons.reversed() {
      if let forms = lexicon.endings.forms(of: key, language, among: lengths) { return forms }
    }
    return []
  }

  /// Looks up what a word that is no ordinary one sounds like, for names of several words.
  private mutating func addTerms(
    soundingLike key: ArraySlice<UInt8>, _ language: Languages, _ word: inout FoundWord
  ) {
    guard let phonetic = PhoneticKey(searchKey: key) else { return }
    for lexicon in lexicons.indices {
      lexicons[lexicon].forEachTerm(soundingLike: phonetic) { term in
        add(term, lexicon, .phonetic, mayContinue: true, language, &word)
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
}
