public import DragomanText

/// What a stack knows of a name: every entry that has it, and why it would or would not be found in a text.
public struct LexiconLookUp: Sendable {
  /// An entry that has the name.
  public struct Candidate: Sendable {
    /// Which terms of the name it covers: all, or the longest part of it that is known (`Ankara` of `Ankara'nın`).
    public let terms: Range<Int>
    /// The entry.
    public let reference: EntryReference
    /// What the lexicon says of it.
    public let entry: Entry
    /// The alias that was met, as the source writes it.
    public let spelling: String
    /// When it counts, its sort and its languages.
    public let posting: Posting
    /// How near the name is to it.
    public let quality: SpellingQuality
    /// Why it does not count; `nil` if it does.
    public let refusal: LexiconStack.Refusal?
  }

  /// The terms of the name, as they are compared.
  public let keys: [String]
  /// By the part of the name that they cover, in order; of each those that count first, the later lexicon first,
  /// the more prominent first.
  public let candidates: [Candidate]
  /// What is known of each term as a word.
  public let classes: [WordClasses]
}

extension LexiconStack {
  /// Looks a name up. Cost: reading all its entries.
  ///
  /// - Parameter text: the name alone.
  public func lookUp(_ text: TokenizedText) -> LexiconLookUp {
    var found = LexiconMatches()
    findMatches(in: text, keepsRefused: true, into: &found)
    var candidates: [LexiconLookUp.Candidate] = []
    for match in found.matches where !isInsideOther(match, found.matches) {
      let lexicon = lexicons[match.lexicon]
      lexicon.trie.forEachPosting(from: match.firstPosting) { posting in
        let reference = EntryReference(lexicon: match.lexicon, entry: posting.entry)
        candidates.append(
          LexiconLookUp.Candidate(
            terms: match.terms, reference: reference, entry: lexicon.entry(posting.entry),
            spelling: lexicon.spelling(of: posting), posting: posting,
            quality: quality(of: posting, at: match, in: text),
            refusal: refusal(of: posting, lexicon, match, text)))
      }
    }
    candidates.sort { left, right in
      if left.terms != right.terms { return left.terms.lowerBound < right.terms.lowerBound }
      if (left.refusal == nil) != (right.refusal == nil) { return left.refusal == nil }
      if left.reference.lexicon != right.reference.lexicon {
        return left.reference.lexicon > right.reference.lexicon
      }
      return left.entry.weight > right.entry.weight
    }
    return LexiconLookUp(
      keys: text.terms.indices.map { String(decoding: text.key(ofTerm: $0), as: UTF8.self) },
      candidates: candidates, classes: classes(of: text))
  }

  private func classes(of text: TokenizedText) -> [WordClasses] {
    var cache = makeCache(keepsRefused: true)
    return text.terms.indices.map {
      cache.classes(of: text.terms[$0], text.key(ofTerm: $0), Languages(text.language))
    }
  }

  /// Whether a longer match covers one.
  private func isInsideOther(_ match: LexiconMatch, _ matches: [LexiconMatch]) -> Bool {
    matches.contains {
      $0.terms.count > match.terms.count && $0.terms.clamped(to: match.terms) == match.terms
    }
  }
}
