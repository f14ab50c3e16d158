/// Cuts tokens into terms, and makes their search keys, hashes and shapes in the same pass.
///
/// Words of ASCII and of letters with two bytes go through ``PlainWord``, eight bytes or one letter at a time; what may
/// interact (combining marks, wide letters, words of mixed scripts) is folded scalar by scalar. What other texts held
/// already is copied out of a ``TermCache``.
struct TermBuilder {
  /// How far a text is cut.
  struct State {
    /// How many terms there are.
    var termCount = 0
    /// How many bytes of the keys are written.
    var written = 0
    /// What stood between the last term and the next.
    var gap: Term.Shape
  }

  private let bytes: [UInt8]
  /// The terms, and room behind them.
  private var terms: [Term]
  /// The keys, and room behind them for stores of many bytes.
  private var keys: [UInt8]
  private var state: State

  private let tables = PlainWord.Tables()

  /// What stands before the first term of a text.
  static let gapAtStart: Term.Shape = [.afterSpace, .afterLineBreak]
  /// How many bytes there are behind what is written: a store takes them all.
  private static let room = TermCache.longestPiece

  /// - Parameters:
  ///   - gap: what stands before the first term.
  ///   - terms: an array to use again; what it holds is lost.
  ///   - keys: the same.
  init(
    _ bytes: [UInt8], after gap: Term.Shape = gapAtStart, reusing terms: consuming [Term] = [],
    keys: consuming [UInt8] = []
  ) {
    self.bytes = bytes
    state = State(gap: gap)
    self.terms = terms
    self.keys = keys
    makeRoom(bytes.count)
  }

  /// The terms, and their keys one behind the other.
  consuming func finish() -> (terms: [Term], keys: [UInt8]) {
    keys.removeLast(keys.count - state.written)
    terms.removeLast(terms.count - state.termCount)
    return (terms, keys)
  }

  /// What stands behind the last term.
  var gap: Term.Shape { state.gap }

  /// Makes sure that a term can be written.
  private mutating func makeRoomForTerm() {
    guard state.termCount == terms.count else { return }
    // A word and a space take six bytes or more in most texts.
    let more = max(state.termCount == 0 ? bytes.count / 6 : state.termCount / 4, 8)
    terms.append(contentsOf: repeatElement(Term(), count: more))
  }

  /// Makes sure that so many bytes can be written, and a store behind them.
  private mutating func makeRoom(_ count: Int) {
    let needed = state.written + count + Self.room
    guard keys.count < needed else { return }
    keys.append(contentsOf: repeatElement(0, count: max(needed, keys.count * 3 / 2) - keys.count))
  }

  /// Adds all tokens of the text.
  mutating func add(_ tokens: Tokens) {
    for token in tokens {
      var rest = token.range.lowerBound..<token.range.upperBound
      while !rest.isEmpty { rest = addPiece(of: rest, token.kind)..<rest.upperBound }
    }
  }

  /// The same, with what other texts held already out of a cache, which learns what is new.
  ///
  /// - Parameter ballot: takes the words' votes for the language.
  mutating func add(
    _ tokens: borrowing Tokens, remembering cache: inout TermCache, _ ballot: inout LanguageBallot
  ) {
    var token = 0
    var place = 0
    while true {
      makeRoomForTerm()
      makeRoom(0)
      let hadRoom = cache.recall(
        tokens, of: bytes, from: &token, &place, into: &terms, &keys, &state, &ballot)
      guard token < tokens.count else { return }
      if !hadRoom { continue }
      let next = tokens.token(at: token)
      let rest = place..<next.range.upperBound
      let first = state.termCount
      place = addPiece(of: rest, next.kind)
      if place == rest.upperBound { token += 1 }
      let isAddress = next.kind.rawValue > TokenKind.space.rawValue
      guard state.termCount > first, !isAddress else { continue }
      let term = terms[first]
      var votes = LanguageVotes.OfWord()
      if term.kind == .word {
        votes = LanguageVotes.all.votes(
          ofWord: term.lowerBound..<term.upperBound, in: bytes, keyHash: term.keyHash)
        if ballot.isOpen { ballot.add(votes) }
      }
      cache.learn(rest, next.kind, in: bytes.span, term, keys.span, votes)
    }
  }

  /// Adds what the rest of a token starts with: a run of letters and digits, a mark, a space, an address.
  ///
  /// Of words and marks it depends on the bytes of the rest and the token's kind alone.
  ///
  /// - Returns: where it ends.
  mutating func addPiece(of rest: Range<Int>, _ kind: TokenKind) -> Int {
    switch kind {
    case .space: addSpace(rest)
    case .word, .number: return addPieceOfWord(rest, kind)
    case .punctuation, .symbol: return addMark(at: rest.lowerBound, kind)
    case .url, .email, .hashtag, .handle: addAddress(rest, kind: kind)
    }
    return rest.upperBound
  }

  private mutating func addSpace(_ range: Range<Int>) {
    state.gap.formUnion(Self.gap(of: range, in: bytes.span))
  }

  /// What a token of white space puts before the next term.
  @inline(__always)
  static func gap(of space: Range<Int>, in bytes: Span<UInt8>) -> Term.Shape {
    if space.count == 1, bytes[space.lowerBound] == 0x20 { return .afterSpace }
    return LineBreak(in: space, of: bytes) == .none ? .afterSpace : [.afterSpace, .afterLineBreak]
  }

  /// An address is matched by nothing: it has no key.
  private mutating func addAddress(_ range: Range<Int>, kind: TokenKind) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = min(start + Term.maximumByteCount, range.upperBound)
      while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      append(start..<end, keyStart: state.written, shape: [], kind: kind)
      start = end
    }
  }

  /// A run of letters and digits, or one of the marks between them.
  private mutating func addPieceOfWord(_ rest: Range<Int>, _ kind: TokenKind) -> Int {
    if rest.count <= PlainWord.maximumByteCount {
      makeRoom(PlainWord.maximumKeyByteCount)
      let (bytes, tables, keyStart) = (bytes, tables, state.written)
      var target = keys.mutableSpan
      if let run = PlainWord(bytes.span, rest, tables, key: &target, at: keyStart) {
        state.written += run.keyByteCount
        append(
          rest.lowerBound..<run.end, keyStart: keyStart, shape: run.shape,
          kind: run.hasLetter ? kind : .number)
        return run.end
      }
    }
    return addPieceByScalars(rest, kind)
  }

  /// One term a mark; returns where it ends.
  private mutating func addMark(at index: Int, _ kind: TokenKind) -> Int {
    let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
    addMark(scalar, index..<index + length, kind: kind)
    return index + length
  }

  private mutating func addMark(_ scalar: UInt32, _ range: Range<Int>, kind: TokenKind) {
    makeRoom(8)
    let keyStart = state.written
    if scalar < 0x800, !tables.letters[Int(scalar)].isLong {
      let letter = tables.letters[Int(scalar)]
      var target = keys.mutableSpan
      target.store(letter.packed, at: keyStart)
      state.written += letter.count
    } else if case .to(let byte) = TypographicForm.change(of: scalar) {
      keys[state.written] = byte
      state.written += 1
    } else {
      let folded = SearchKeyFolding.foldedPunctuation(scalar)
      makeRoom(folded.count)
      for byte in folded {
        keys[state.written] = byte
        state.written += 1
      }
    }
    // What is folded away (a soft hyphen between words) parts nothing.
    if state.written > keyStart { append(range, keyStart: keyStart, shape: [], kind: kind) }
  }

  private mutating func append(
    _ range: Range<Int>, keyStart: Int, shape: Term.Shape, kind: TokenKind
  ) {
    // A scalar's key can be six times as long as the scalar; a key past the limit is no name's.
    let keyEnd = min(state.written, keyStart + Int(UInt16.max))
    makeRoom(0)
    makeRoomForTerm()
    terms[state.termCount] = Term(
      lowerBound: range.lowerBound, upperBound: range.upperBound, keyRange: keyStart..<keyEnd,
      keyHash: SearchKeyHash.of(keys.span, from: keyStart, count: keyEnd - keyStart),
      shape: shape.union(state.gap), kind: kind)
    state.termCount += 1
    state.gap = []
  }

  // MARK: Scalar by scalar

  /// The same as for a plain word, scalar by scalar: for words that are too long, and to test the other way with.
  mutating func addPieceByScalars(_ rest: Range<Int>, _ kind: TokenKind) -> Int {
    let (scalar, _) = ScalarDecoding.scalar(in: bytes, at: rest.lowerBound)
    return LetterTraits.of(scalar).contains(.inside)
      ? addRun(from: rest.lowerBound, to: rest.upperBound, kind: kind)
      : addMark(at: rest.lowerBound, .punctuation)
  }

  /// Appends the run of letters and digits that starts at `start`; returns its end.
  private mutating func addRun(from start: Int, to limit: Int, kind: TokenKind) -> Int {
    var end = start
    var writing = Writing()
    var hasLatin = false
    var hasCyrillic = false
    while end < limit, end - start < Term.maximumByteCount - 4 {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: end)
      let traits = LetterTraits.of(scalar)
      guard traits.contains(.inside) else { break }
      if scalar < 0x250 { hasLatin = true }
      if (0x400...0x52F).contains(scalar) { hasCyrillic = true }
      writing.add(traits)
      end += length
    }
    var folded: [UInt8] = []
    // Capitals have look-alikes that their small letters lack (`B`, `К`), so a mixed word is set right before folding,
    // and once more behind it.
    if hasLatin, hasCyrillic,
      let unmixed = ScriptUnmixing.unmix(ScalarDecoding.scalars(in: bytes, range: start..<end))
    {
      var word: [UInt8] = []
      for scalar in unmixed { ScalarDecoding.append(scalar, to: &word) }
      SearchKeyFolding.append(word, range: 0..<word.count, to: &folded)
    } else {
      SearchKeyFolding.append(bytes, range: start..<end, to: &folded)
    }
    // A run of invisible characters alone parts nothing.
    guard !folded.isEmpty else { return end }
    let keyStart = write(Self.unmixed(folded))
    append(
      start..<end, keyStart: keyStart, shape: writing.shape,
      kind: writing.letters == 0 ? .number : kind)
    return end
  }

  /// Writes a key; returns where it starts.
  private mutating func write(_ key: [UInt8]) -> Int {
    makeRoom(key.count)
    for byte in key {
      keys[state.written] = byte
      state.written += 1
    }
    return state.written - key.count
  }

  /// A key whose letters of the wrong script that look right are set right.
  private static func unmixed(_ key: [UInt8]) -> [UInt8] {
    let hasLatin = key.contains { (0x61...0x7A).contains($0) }
    guard hasLatin, key.contains(where: { (0xD0...0xD4).contains($0) }) else { return key }
    let scalars = ScalarDecoding.scalars(in: key, range: 0..<key.count)
    guard let unmixed = ScriptUnmixing.unmix(scalars) else { return key }
    var result: [UInt8] = []
    for scalar in unmixed { SearchKeyFolding.append(scalar, to: &result) }
    return result
  }
}
