internal import DragomanText

/// Walks one lexicon's trie over the terms of a text.
struct LexiconMatcher {
  private struct Candidate {
    let term: UInt32
    let quality: LexiconMatch.Quality
    /// Whether a name may go on behind this word.
    let mayContinue: Bool
  }

  private struct Path {
    let state: UInt32
    let next: Int
    let quality: LexiconMatch.Quality
  }

  private let lexicon: CompiledLexicon
  private let index: Int
  private let text: TokenizedText
  private let endings: [Ending]
  /// What each term of the text may be in the lexicon: candidates of term i are `candidates[starts[i]..<starts[i + 1]]`.
  private var candidates: [Candidate] = []
  private var starts: [Int] = [0]

  init(_ lexicon: CompiledLexicon, index: Int, text: TokenizedText) {
    self.lexicon = lexicon
    self.index = index
    self.text = text
    let languages = Languages(text.language)
    endings = lexicon.endings.filter { $0.languages.suits(languages) }
  }

  mutating func run(appendingTo matches: inout [LexiconMatch], classes: inout [WordClasses]) {
    for term in text.terms.indices {
      classes[term].formUnion(addCandidates(ofTerm: term))
      starts.append(candidates.count)
    }
    var open: [Path] = []
    for start in text.terms.indices where starts[start] < starts[start + 1] {
      let first = matches.count
      open.append(Path(state: 0, next: start, quality: .key))
      while let path = open.popLast() {
        for candidate in candidates[starts[path.next]..<starts[path.next + 1]] {
          guard let state = lexicon.state(after: path.state, term: candidate.term) else { continue }
          let quality = candidate.quality == .key ? path.quality : candidate.quality
          let postings = lexicon.postings(ofState: state)
          if !postings.isEmpty {
            matches.append(
              LexiconMatch(
                terms: start..<path.next + 1, quality: quality, lexicon: index, postings: postings))
          }
          if candidate.mayContinue, path.next + 1 < text.terms.count {
            open.append(Path(state: state, next: path.next + 1, quality: quality))
          }
        }
      }
      matches[first...].sort { $0.terms.upperBound < $1.terms.upperBound }
    }
  }

  /// Looks a term up as it stands, without its ending, and as the start of a topic's term.
  private mutating func addCandidates(ofTerm term: Int) -> WordClasses {
    let key = text.key(ofTerm: term)
    guard !key.isEmpty else { return [] }
    var classes: WordClasses = []
    var prefixHash = LexiconHash.seed
    var length = 0
    for byte in key {
      prefixHash = LexiconHash.step(prefixHash, byte)
      length += 1
      guard length >= 2, text.terms[term].kind == .word else { continue }
      let hash = LexiconHash.finish(LexiconHash.step(prefixHash, 0x2A))
      let prefix = key.prefix(length)
      if let found = lexicon.term(hash: hash, key: StarredKey(prefix)) {
        candidates.append(Candidate(term: found, quality: .prefix, mayContinue: false))
      }
    }
    if let found = lexicon.term(hash: LexiconHash.finish(prefixHash), key: key) {
      candidates.append(Candidate(term: found, quality: .key, mayContinue: true))
      classes = lexicon.classes(ofTerm: found)
    }
    if text.terms[term].kind == .word { classes.formUnion(addStems(of: key)) }
    return classes
  }

  /// Looks a word up without each ending that it may have; returns what its stems are as people's names.
  private mutating func addStems(of key: ArraySlice<UInt8>) -> WordClasses {
    var classes: WordClasses = []
    for ending in endings where key.count > ending.suffix.count {
      guard key.suffix(ending.suffix.count).elementsEqual(ending.suffix) else { continue }
      let stem = key.dropLast(ending.suffix.count)
      guard letterCount(stem) >= Ending.minimumStemLetters else { continue }
      let form = stem + ending.replacement
      guard let found = lexicon.term(hash: LexiconHash.key(form), key: form) else { continue }
      candidates.append(
        Candidate(term: found, quality: .endingCut, mayContinue: ending.scope == .each))
      let known = lexicon.classes(ofTerm: found)
      if !known.isDisjoint(with: .ordinary) { classes.insert(.inflectedOrdinary) }
      // Turkish parts names from their endings by an apostrophe: what has none is no inflected name.
      if text.language != .turkish {
        classes.formUnion(known.intersection([.firstName, .lastName]))
      }
    }
    return classes
  }

  private func letterCount(_ key: ArraySlice<UInt8>) -> Int {
    key.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// A key with the `*` that marks a prefix behind it.
  private struct StarredKey: Collection {
    let base: ArraySlice<UInt8>
    init(_ base: ArraySlice<UInt8>) { self.base = base }
    var startIndex: Int { 0 }
    var endIndex: Int { base.count + 1 }
    func index(after index: Int) -> Int { index + 1 }
    subscript(index: Int) -> UInt8 {
      index < base.count ? base[base.startIndex + index] : 0x2A
    }
  }
}
