/// Cuts tokens into terms, and makes their search keys, hashes and shapes in the same pass.
///
/// Words of ASCII and of letters with two bytes go through ``PlainWord``, eight bytes or one letter at a time; what may
/// interact (combining marks, wide letters, words of mixed scripts) is folded scalar by scalar.
struct TermBuilder {
  private let bytes: [UInt8]
  private var terms: [Term]
  /// The keys, and room behind them for stores of eight bytes.
  private var keys: [UInt8]
  /// How many bytes of `keys` are written.
  private var written = 0
  /// What stood between the last term and the next.
  private(set) var gap: Term.Shape

  private let tables = PlainWord.Tables()

  /// What stands before the first term of a text.
  static let gapAtStart: Term.Shape = [.afterSpace, .afterLineBreak]
  private static let room = 16

  /// - Parameters:
  ///   - gap: what stands before the first term.
  ///   - terms: an array to use again; what it holds is lost.
  ///   - keys: the same.
  init(
    _ bytes: [UInt8], after gap: Term.Shape = gapAtStart, reusing terms: consuming [Term] = [],
    keys: consuming [UInt8] = []
  ) {
    self.bytes = bytes
    self.gap = gap
    terms.removeAll(keepingCapacity: true)
    terms.reserveCapacity(bytes.count / 5)
    self.terms = terms
    self.keys = keys
    makeRoom(bytes.count)
  }

  /// The terms, and their keys one behind the other.
  consuming func finish() -> (terms: [Term], keys: [UInt8]) {
    keys.removeLast(keys.count - written)
    return (terms, keys)
  }

  /// Makes sure that so many bytes can be written, and a store behind them.
  private mutating func makeRoom(_ count: Int) {
    let needed = written + count + Self.room
    guard keys.count < needed else { return }
    keys.append(contentsOf: repeatElement(0, count: max(needed, keys.count * 3 / 2) - keys.count))
  }

  /// Adds all tokens of the text.
  mutating func add(_ tokens: Tokens) {
    let offsets = tokens.offsets.span
    let kinds = tokens.kinds.span
    let bytes = bytes
    let tables = tables
    for index in 0..<tokens.count {
      let range = Int(offsets[index])..<Int(offsets[index &+ 1])
      switch TokenKind(rawValue: kinds[index]) ?? .symbol {
      case .space: addSpace(range)
      case .word: addWord(bytes, tables, range, kind: .word)
      case .number: addWord(bytes, tables, range, kind: .number)
      case .punctuation: addMarks(bytes, tables, range, kind: .punctuation)
      case .symbol: addMarks(bytes, tables, range, kind: .symbol)
      case .url: addAddress(range, kind: .url)
      case .email: addAddress(range, kind: .email)
      case .hashtag: addAddress(range, kind: .hashtag)
      case .handle: addAddress(range, kind: .handle)
      }
    }
  }

  private mutating func addSpace(_ range: Range<Int>) {
    gap.insert(.afterSpace)
    if range.count == 1, bytes[range.lowerBound] == 0x20 { return }
    if LineBreak(in: range, of: bytes) != .none { gap.insert(.afterLineBreak) }
  }

  /// An address is matched by nothing: it has no key.
  private mutating func addAddress(_ range: Range<Int>, kind: TokenKind) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = min(start + Term.maximumByteCount, range.upperBound)
      while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      append(start..<end, keyStart: written, shape: [], kind: kind)
      start = end
    }
  }

  /// Runs of letters and digits, and the marks between them.
  private mutating func addWord(
    _ bytes: [UInt8], _ tables: PlainWord.Tables, _ range: Range<Int>, kind: TokenKind
  ) {
    if range.count > PlainWord.maximumByteCount { return addPieces(of: range, kind: kind) }
    var index = range.lowerBound
    while index < range.upperBound {
      makeRoom(PlainWord.maximumKeyByteCount)
      let keyStart = written
      var target = keys.mutableSpan
      if let run = PlainWord(
        bytes.span, index..<range.upperBound, tables, key: &target, at: keyStart)
      {
        written += run.keyByteCount
        append(
          index..<run.end, keyStart: keyStart, shape: run.shape,
          kind: run.hasLetter ? kind : .number)
        index = run.end
        if index == range.upperBound { return }
      }
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      if LetterTraits.of(scalar).contains(.inside) {
        index = addRun(from: index, to: range.upperBound, kind: kind)
      } else {
        addMark(scalar, index..<index + length, tables, kind: .punctuation)
        index += length
      }
    }
  }

  /// One term a mark.
  private mutating func addMarks(
    _ bytes: [UInt8], _ tables: PlainWord.Tables, _ range: Range<Int>, kind: TokenKind
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      addMark(scalar, index..<index + length, tables, kind: kind)
      index += length
    }
  }

  private mutating func addMark(
    _ scalar: UInt32, _ range: Range<Int>, _ tables: PlainWord.Tables, kind: TokenKind
  ) {
    makeRoom(8)
    let keyStart = written
    if scalar < 0x800, !tables.letters[Int(scalar)].isLong {
      let letter = tables.letters[Int(scalar)]
      var target = keys.mutableSpan
      target.store(letter.packed, at: keyStart)
      written += letter.count
    } else if case .to(let byte) = TypographicForm.change(of: scalar) {
      keys[written] = byte
      written += 1
    } else {
      let folded = SearchKeyFolding.foldedPunctuation(scalar)
      makeRoom(folded.count)
      for byte in folded {
        keys[written] = byte
        written += 1
      }
    }
    // What is folded away (a soft hyphen between words) parts nothing.
    if written > keyStart { append(range, keyStart: keyStart, shape: [], kind: kind) }
  }

  private mutating func append(
    _ range: Range<Int>, keyStart: Int, shape: Term.Shape, kind: TokenKind
  ) {
    // A scalar's key can be six times as long as the scalar; a key past the limit is no name's.
    let keyEnd = min(written, keyStart + Int(UInt16.max))
    makeRoom(0)
    terms.append(
      Term(
        lowerBound: range.lowerBound, upperBound: range.upperBound, keyRange: keyStart..<keyEnd,
        keyHash: SearchKeyHash.of(keys.span, from: keyStart, count: keyEnd - keyStart),
        shape: shape.union(gap), kind: kind))
    gap = []
  }

  // MARK: Scalar by scalar

  /// The same as for a plain word, scalar by scalar: for words that are too long, and to test the other way with.
  mutating func addPieces(of range: Range<Int>, kind: TokenKind) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      if LetterTraits.of(scalar).contains(.inside) {
        index = addRun(from: index, to: range.upperBound, kind: kind)
      } else {
        addMark(scalar, index..<index + length, tables, kind: .punctuation)
        index += length
      }
    }
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
      keys[written] = byte
      written += 1
    }
    return written - key.count
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
