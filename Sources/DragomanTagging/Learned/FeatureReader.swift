internal import DragomanLexicon
internal import DragomanText

/// Reads the features of terms and spans, each as a template and a value.
final class FeatureReader {
  private let context: TaggingContext
  private let windows: NameWindows
  /// What the grammars decided, in text order.
  let ruled: [Candidate]
  /// For each term the mention of the grammars' decision that covers it; -1 for none.
  private var ruling: [Int32]
  /// For each term which names of the lexicon cover it, as bits.
  private var gazetteer: [UInt32]
  /// What words with a capital are in the whole document, by key.
  private var words = HashTable<WordUses>()

  /// What a word is in a document: how often what kind of name, and how often none.
  struct WordUses {
    var counts = SIMD4<UInt16>()
    var small: UInt16 = 0
  }

  init(
    _ context: TaggingContext, _ windows: NameWindows, ruled: [Candidate]
  ) {
    self.context = context
    self.windows = windows
    self.ruled = ruled
    ruling = [Int32](repeating: -1, count: context.count)
    for (index, candidate) in ruled.enumerated() {
      for term in candidate.terms { ruling[term] = Int32(index) }
    }
    gazetteer = [UInt32](repeating: 0, count: context.count)
    readGazetteer()
    readUses()
  }

  // MARK: Preparing

  private func readGazetteer() {
    for start in 0..<context.count where context.facts[start].contains(.startsName) {
      for name in context.names(startingAt: start) {
        let type: UInt32 =
          switch name.type {
          case .person: 0
          case .organization: 1
          case .place: 2
          default: 3
          }
        let isSure = name.weight >= 50 && name.posting.rule != .context
        let base = type * 4 + (isSure ? 16 : 0)
        for term in name.terms {
          let place: UInt32 =
            name.terms.count == 1
            ? 3
            : term == name.terms.lowerBound ? 0 : term == name.terms.upperBound - 1 ? 2 : 1
          gazetteer[term] |= 1 << (base + place)
        }
      }
    }
  }

  private func readUses() {
    for index in 0..<context.count where context.facts[index].contains(.word) {
      let facts = context.facts[index]
      if facts.contains(.inCapitalLine) { continue }
      let hash = context.text.terms[index].keyHash
      if facts.contains(.capitalized) {
        let kind = ruling[index] < 0 ? nil : ruled[Int(ruling[index])].kind
        if kind == nil, facts.contains(.opensSentence) { continue }
        words.update(hash, default: WordUses()) { uses in
          let lane = kind.map { Int($0.rawValue) } ?? 3
          if uses.counts[lane] < .max { uses.counts[lane] += 1 }
        }
      } else if let number = words[hash] {
        _ = number
        words.update(hash, default: WordUses()) { if $0.small < .max { $0.small += 1 } }
      }
    }
  }

  // MARK: Terms

  /// Reads all features of a term.
  func readTerm(_ index: Int, _ add: (FeatureTemplate, UInt64) -> Void) {
    let key = context.key(index)
    let word = context.text.terms[index].keyHash
    TermFeatures.readWord(word, key, shape: shape(index), add)
    for (offset, neighbour) in [
      (-1, TermFeatures.Neighbour.previous), (-2, .secondPrevious), (1, .next), (2, .secondNext),
    ] {
      let other = index + offset
      let isInside = other >= 0 && other < context.count
      TermFeatures.readNeighbour(
        neighbour, isInside ? context.text.terms[other].keyHash : TermFeatures.outside,
        isInside ? context.key(other) : [], add)
    }
    TermFeatures.readFacts(context[index], keyLength: key.count, add)
    TermFeatures.readFacts(ofNeighbour: context[index - 1], .previousFact, add)
    TermFeatures.readFacts(ofNeighbour: context[index + 1], .nextFact, add)
    readPlace(index, add)
  }

  /// Reads what a term's place in the text and the document say of it.
  @inline(__always)
  func readPlace(_ index: Int, _ add: (FeatureTemplate, UInt64) -> Void) {
    add(.shapes, shape(index - 1) << 24 | shape(index) << 12 | shape(index + 1))
    var bits = gazetteer[index]
    if bits == 0 { add(.gazetteer, 32) }
    while bits != 0 {
      add(.gazetteer, UInt64(bits.trailingZeroBitCount))
      bits &= bits - 1
    }
    add(.grammar, ruled(index))
    add(.previousGrammar, ruled(index - 1) & 0xFF)
    add(.nextGrammar, ruled(index + 1) & 0xFF)
    if context.facts[index].contains(.word) { readElsewhere(index, add) }
  }

  /// How a term is written.
  @inline(__always)
  func shape(_ index: Int) -> UInt64 {
    guard index >= 0, index < context.count else { return 0xFF }
    return TermFeatures.shape(context.facts[index], context.key(index))
  }

  /// What the grammars decided of a term.
  private func ruled(_ index: Int) -> UInt64 {
    guard index >= 0, index < context.count, ruling[index] >= 0 else { return 0 }
    let candidate = ruled[Int(ruling[index])]
    let place: UInt64 =
      candidate.terms.count == 1
      ? 3
      : index == candidate.terms.lowerBound ? 0 : index == candidate.terms.upperBound - 1 ? 2 : 1
    return 1 + UInt64(candidate.kind.rawValue) * 4 + place
      | UInt64(candidate.score * 10) << 8 | UInt64(candidate.pattern.rawValue) << 16
  }

  @inline(__always)
  private func readElsewhere(_ index: Int, _ add: (FeatureTemplate, UInt64) -> Void) {
    guard var uses = words[context.text.terms[index].keyHash] else { return }
    let facts = context.facts[index]
    if facts.contains(.capitalized), !facts.contains(.inCapitalLine) {
      let kind = ruling[index] < 0 ? nil : ruled[Int(ruling[index])].kind
      if kind != nil || !facts.contains(.opensSentence) {
        let lane = kind.map { Int($0.rawValue) } ?? 3
        if uses.counts[lane] > 0 { uses.counts[lane] -= 1 }
      }
    }
    for lane in 0..<4 where uses.counts[lane] > 0 {
      add(.elsewhere, UInt64(lane * 2 + (uses.counts[lane] > 1 ? 1 : 0)))
    }
    if uses.small > 0 { add(.elsewhere, 16) }
  }

  // MARK: Spans

  /// Reads all features of a span.
  func readSpan(_ terms: Range<Int>, _ add: (FeatureTemplate, UInt64) -> Void) {
    add(.length, UInt64(length(of: terms)))
    if !readCandidates(at: terms, add).isProposed { add(.pattern, 0) }
    var isBeside = true
    forEachRelation(of: terms) { name, how in
      isBeside = false
      Self.readRelation(how, to: ruled[name], add)
    }
    if isBeside { add(.relation, 0) }
  }

  /// Reads what the grammars propose for a span.
  ///
  /// - Returns: whether they do, and the kind that a user's own lexicon says, on top of the default one, without conditions.
  @inline(__always)
  func readCandidates(
    at terms: Range<Int>, _ add: (FeatureTemplate, UInt64) -> Void
  ) -> (isProposed: Bool, trusted: MentionKind?) {
    if windows.candidates[terms.lowerBound].isEmpty { return (false, nil) }
    var (isProposed, trusted): (Bool, MentionKind?) = (false, nil)
    for kind in MentionKind.allCases {
      guard let candidate = candidate(terms, kind) else { continue }
      isProposed = true
      read(candidate, add)
      if hasOwn(terms, kind) { trusted = kind }
    }
    return (isProposed, trusted)
  }

  /// Whether a user's own lexicon names a span so without conditions, even if something else proposes it more strongly.
  private func hasOwn(_ terms: Range<Int>, _ kind: MentionKind) -> Bool {
    windows.candidates[terms.lowerBound].contains { candidate in
      guard candidate.terms == terms, candidate.kind == kind, let entry = candidate.entry else {
        return false
      }
      return entry.lexicon > 0 && candidate.isPossible
        && candidate.pattern.rawValue <= Pattern.knownPerson.rawValue
    }
  }

  /// The length of a span as a feature.
  @inline(__always)
  func length(of terms: Range<Int>) -> Int {
    let words = context.words(in: terms).count
    return SpanLength.index(words: words, marks: terms.count - words)
  }

  /// The strongest candidate of some terms and a kind.
  func candidate(_ terms: Range<Int>, _ kind: MentionKind) -> Candidate? {
    var best: Candidate?
    for candidate in windows.candidates[terms.lowerBound]
    where candidate.terms == terms && candidate.kind == kind {
      if candidate.score > best?.score ?? -1 { best = candidate }
    }
    return best
  }

  private func read(_ candidate: Candidate, _ add: (FeatureTemplate, UInt64) -> Void) {
    let own = 1 + UInt64(candidate.pattern.rawValue) * 4 + UInt64(candidate.kind.rawValue)
    add(.pattern, own)
    let strength = UInt64(candidate.score * 10)
    add(.strength, own << 8 | strength)
    for evidence in candidate.evidence {
      add(.evidence, own << 8 | UInt64(evidence.rawValue))
    }
  }

  /// Gives the names of the grammars' decision that share terms with a span, and how it lies to each.
  @inline(__always)
  func forEachRelation(of terms: Range<Int>, _ body: (_ name: Int, _ how: UInt64) -> Void) {
    var last: Int32 = -1
    for term in terms where ruling[term] >= 0 && ruling[term] != last {
      last = ruling[term]
      body(Int(last), relation(terms, ruled[Int(last)].terms))
    }
  }

  /// Reads the features of lying in some way to a name of the grammars' decision.
  static func readRelation(
    _ how: UInt64, to name: Candidate, _ add: (FeatureTemplate, UInt64) -> Void
  ) {
    let value = how << 8 | UInt64(name.kind.rawValue)
    add(.relation, value)
    add(
      .relation,
      1 << 40 | value << 16 | UInt64(name.pattern.rawValue) << 8 | UInt64(name.score * 10))
  }

  /// How a span lies to a name of the grammars.
  private func relation(_ terms: Range<Int>, _ other: Range<Int>) -> UInt64 {
    let (startsAlike, endsAlike) = (
      terms.lowerBound == other.lowerBound, terms.upperBound == other.upperBound
    )
    if startsAlike, endsAlike { return 1 }
    if other.lowerBound >= terms.lowerBound, other.upperBound <= terms.upperBound {
      return startsAlike ? 2 : endsAlike ? 3 : 4
    }
    if other.lowerBound <= terms.lowerBound, other.upperBound >= terms.upperBound {
      return startsAlike ? 5 : endsAlike ? 6 : 7
    }
    return 8
  }
}

/// How many values the features of a term's place have that have few.
enum PlaceFeatures {
  static let gazetteerCount = 33
  static let elsewhereCount = 17
  static let rulingCount = 1 + 3 * 4
}

/// The length of a span as a feature.
enum SpanLength {
  /// More words and marks are not told apart.
  private static let mostWords = 8
  private static let mostMarks = 3

  /// How many values there are.
  static let count = (mostWords + 1) * (mostMarks + 1)

  @inline(__always)
  static func index(words: Int, marks: Int) -> Int {
    min(words, mostWords) * (mostMarks + 1) + min(marks, mostMarks)
  }
}
