public import DragomanText

/// Several compiled lexicons in use together; a later one outranks an earlier one.
public struct LexiconStack: Sendable {
  /// The lexicons, the default one first.
  public let lexicons: [CompiledLexicon]
  private let tries: [LexiconTrie]
  private let suffixes: KnownSuffixes

  /// Makes a stack. Cost: their grammatical endings are read.
  public init(_ lexicons: [CompiledLexicon]) {
    self.lexicons = lexicons
    tries = lexicons.map(\.trie)
    suffixes = KnownSuffixes(of: lexicons)
  }

  /// A cache for the words of texts.
  func makeCache(keepsRefused: Bool) -> WordCache {
    WordCache(lexicons, suffixes, keepsRefused: keepsRefused)
  }

  /// Finds every alias in a text.
  public func matches(in text: TokenizedText) -> LexiconMatches {
    var result = LexiconMatches()
    findMatches(in: text, into: &result)
    result.dropScratch()
    return result
  }

  /// Finds every alias in a text, into memory that held those of another one. Cost: a few table look-ups a term, whatever
  /// the size of the lexicons; no allocation if the other text was as large.
  public func findMatches(in text: TokenizedText, into result: inout LexiconMatches) {
    findMatches(in: text, keepsRefused: false, into: &result)
  }

  /// - Parameter keepsRefused: whether matches are kept of which no posting can count in the text.
  func findMatches(
    in text: TokenizedText, keepsRefused: Bool, into result: inout LexiconMatches
  ) {
    result.reset(for: text.terms.count)
    let known = result.cache.take()
    var cache: WordCache
    if let known, known.isOf(lexicons, keepsRefused: keepsRefused) {
      cache = known
    } else {
      cache = makeCache(keepsRefused: keepsRefused)
    }
    LexiconMatcher(cache.tries).run(over: text, &cache, into: &result)
    result.cache = cache
    if lexicons.count > 1 { hideOverridden(in: text, &result.matches) }
  }

  /// Calls `body` for the postings of a match that count: the text keeps their rule, may be in their language, and no
  /// lexicon above overrides or forbids them.
  @inline(__always)
  public func forEachPosting(
    of match: LexiconMatch, in text: TokenizedText, _ body: (Posting) -> Void
  ) {
    let lexicon = lexicons[match.lexicon]
    lexicon.trie.forEachPosting(from: match.firstPosting) { posting in
      if refusal(of: posting, lexicon, match, text) == nil { body(posting) }
    }
  }

  /// Calls `body` for the postings that count of topics' terms, in the order of the matches.
  public func forEachTopicTerm(
    of matches: LexiconMatches, in text: TokenizedText, _ body: (LexiconMatch, Posting) -> Void
  ) {
    for match in matches.matches {
      tries[match.lexicon].forEachPosting(from: match.firstPosting) { posting in
        guard posting.weight != 0 else { return }
        if refusal(of: posting, lexicons[match.lexicon], match, text) == nil {
          body(match, posting)
        }
      }
    }
  }

  /// Why a posting does not count; `nil` if it does.
  func refusal(
    of posting: Posting, _ lexicon: CompiledLexicon, _ match: LexiconMatch, _ text: TokenizedText
  ) -> Refusal? {
    let type = lexicon.type(of: posting.entry)
    if match.hiddenTypes >> UInt32(type.rawValue) & 1 != 0 { return .overridden }
    if !isRuleKept(posting, lexicon, match, text) { return .rule }
    if match.quality == .phonetic, !isHeard(posting, type, lexicon) { return .sound }
    // A name is a name in any language.
    let isUnderstood = type.isEntity || posting.languages.suits(Languages(text.language))
    return isUnderstood ? nil : .language
  }

  /// Why an alias that stands in a text does not count.
  public enum Refusal: String, Sendable {
    /// The text does not write it as its rule asks.
    case rule
    /// It only sounds alike, and is no person's name of several words.
    case sound
    /// It belongs to another language.
    case language
    /// A lexicon above has an entry in its place, or forbids it.
    case overridden
  }

  /// Marks what lexicons above override or forbid at the same place.
  private func hideOverridden(in text: TokenizedText, _ matches: inout [LexiconMatch]) {
    var end = matches.count
    while end > 0 {
      let terms = matches[end - 1].terms
      var start = end - 1
      while start > 0, matches[start - 1].terms == terms { start -= 1 }
      // What one lexicon hides counts for those below it, not for its own.
      var (hidden, added): (UInt32, UInt32) = (0, 0)
      var lexicon = matches[end - 1].lexicon
      for index in (start..<end).reversed() {
        if matches[index].lexicon != lexicon {
          hidden |= added
          lexicon = matches[index].lexicon
        }
        matches[index].hiddenTypes = hidden
        guard lexicon > matches[start].lexicon else { continue }
        forEachPosting(of: matches[index], in: text) { posting in
          added |= hiddenTypes(by: posting, lexicons[lexicon])
        }
      }
      end = start
    }
  }

  /// The types of entries below that a posting takes the place of.
  private func hiddenTypes(by posting: Posting, _ lexicon: CompiledLexicon) -> UInt32 {
    let type = lexicon.type(of: posting.entry)
    guard type == .forbid else {
      return lexicon.overrides(posting.entry) ? 1 << UInt32(type.rawValue) : 0
    }
    let only = lexicon.attribute("type", of: posting.entry).flatMap { EntryType(name: $0[...]) }
    return only.map { 1 << UInt32($0.rawValue) } ?? 0xFFFF
  }

  /// Calls `body` with the hash of each form of a word, as a search key, in which another ending takes the place of its own.
  public func forEachReplacedForm(
    of key: ArraySlice<UInt8>, in language: LanguageTag, _ body: (UInt64) -> Void
  ) {
    let lengths = suffixes.endings.lengths(of: key)
    for lexicon in lexicons {
      lexicon.endings.forEach(of: key, Languages(language), among: lengths) {
        length, replacement, _ in
        guard !replacement.isEmpty, Ending.hasStem(key.dropLast(length)) else { return }
        var form = Array(key.dropLast(length))
        lexicon.endings.append(replacement, to: &form)
        body(SearchKeyHash.of(form[...]))
      }
    }
  }

  /// The type of an entry.
  public func type(of reference: EntryReference) -> EntryType {
    lexicons[reference.lexicon].type(of: reference.entry)
  }

  /// The prominence of an entry, 0 to 100. Cost: one read.
  public func weight(of reference: EntryReference) -> Int {
    lexicons[reference.lexicon].weight(of: reference.entry)
  }

  /// ISO 3166-1 alpha-2 of an entry; `nil` where none belongs. Cost: one read.
  public func country(of reference: EntryReference) -> String? {
    lexicons[reference.lexicon].country(of: reference.entry)
  }

  /// The value of an attribute of an entry. Cost: its record is passed over up to it.
  public func attribute(_ key: String, of reference: EntryReference) -> String? {
    lexicons[reference.lexicon].attribute(key, of: reference.entry)
  }

  /// What the lexicon says of an entry. Cost: its record is read as far as is asked for.
  public func entry(_ reference: EntryReference, upTo detail: Entry.Detail = .offices) -> Entry {
    lexicons[reference.lexicon].entry(reference.entry, upTo: detail)
  }

  /// All spellings of an office that a person held, its name first, in the order of the source.
  ///
  /// - Precondition: the office is of the entry with this reference.
  public func spellings(of office: Entry.Office, heldBy reference: EntryReference) -> [String] {
    lexicons[reference.lexicon].aliases(of: office.office)
  }

  /// The entry of a country, of the highest lexicon that has it. Cost: some hundred reads.
  ///
  /// - Parameter code: ISO 3166-1 alpha-2.
  public func country(_ code: String) -> EntryReference? {
    for index in lexicons.indices.reversed() {
      if let entry = lexicons[index].country(code) {
        return EntryReference(lexicon: index, entry: entry)
      }
    }
    return nil
  }

  private func isRuleKept(
    _ posting: Posting, _ lexicon: CompiledLexicon, _ match: LexiconMatch, _ text: TokenizedText
  ) -> Bool {
    switch posting.rule {
    case .any: return true
    case .capital, .context:
      return isCapitalized(match.terms.lowerBound, in: text)
        && !isSmallAcronym(posting, lexicon, match, text)
        && (!posting.flags.endsInCapital || isCapitalized(match.terms.upperBound - 1, in: text))
    case .exact:
      let written = text.string(ofTerms: match.terms)
      let spelling = lexicon.spelling(of: posting)
      return match.quality == .key ? written == spelling : written.hasPrefix(spelling)
    }
  }

  /// Whether an alias is known by its sound: a person's name of several words.
  private func isHeard(
    _ posting: Posting, _ type: EntryType, _ lexicon: CompiledLexicon
  ) -> Bool {
    type == .person && lexicon.spelling(of: posting).utf8.contains(0x20)
  }

  private func isCapitalized(_ index: Int, in text: TokenizedText) -> Bool {
    let term = text.terms[index]
    return term.isCapitalized || term.kind == .word && Term.isCaseless(text.key(ofTerm: index))
  }

  /// Whether a short name that is written in capitals (RT, AFAD) stands in small letters (Rt): that is another word.
  private func isSmallAcronym(
    _ posting: Posting, _ lexicon: CompiledLexicon, _ match: LexiconMatch, _ text: TokenizedText
  ) -> Bool {
    let term = text.terms[match.terms.lowerBound]
    return posting.flags.isAllCapitals && match.terms.count == 1
      && (2...5).contains(term.keyRange.count)
      && !term.shape.contains(.allCapitals)
  }
}
