/// Cuts tokens into terms and folds their search keys.
struct TermBuilder {
  private let bytes: [UInt8]
  private(set) var terms: [Term] = []
  private(set) var keys: [UInt8] = []
  /// What stood between the last term and the next.
  private var gap: Term.Shape = [.afterSpace, .afterLineBreak]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    terms.reserveCapacity(bytes.count / 5)
    keys.reserveCapacity(bytes.count)
  }

  mutating func add(_ token: Token) {
    let range = token.range.lowerBound..<token.range.upperBound
    switch token.kind {
    case .space:
      gap.insert(.afterSpace)
      if containsLineBreak(range) { gap.insert(.afterLineBreak) }
    case .url, .email, .hashtag, .handle:
      // An address is matched by nothing: it has no key.
      var start = range.lowerBound
      while start < range.upperBound {
        var end = min(start + Term.maximumByteCount, range.upperBound)
        while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        append(start..<end, keyStart: keys.count, shape: [], kind: token.kind)
        start = end
      }
    case .word, .number: addPieces(of: range, kind: token.kind)
    case .punctuation, .symbol: addMarks(of: range, kind: token.kind)
    }
  }

  /// Runs of letters and digits, and the marks between them.
  private mutating func addPieces(of range: Range<Int>, kind: TokenKind) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      guard isInside(scalar) else {
        addMarks(of: index..<index + length, kind: .punctuation)
        index += length
        continue
      }
      index = addRun(from: index, to: range.upperBound, kind: kind)
    }
  }

  /// Appends the run of letters and digits that starts at `start`; returns its end.
  private mutating func addRun(from start: Int, to limit: Int, kind: TokenKind) -> Int {
    var end = start
    var letters = 0
    var smallLetters = 0
    var capitals = 0
    var shape: Term.Shape = []
    var hasLatin = false
    var hasCyrillic = false
    while end < limit, end - start < Term.maximumByteCount - 4 {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: end)
      guard isInside(scalar) else { break }
      if scalar < 0x250 { hasLatin = true }
      if (0x400...0x52F).contains(scalar) { hasCyrillic = true }
      if ScalarProperties.isUppercase(scalar) {
        if letters == 0 { shape.insert(.capitalized) }
        if smallLetters > 0 { shape.insert(.innerCapital) }
        capitals += 1
        letters += 1
      } else if ScalarProperties.isLowercase(scalar) {
        smallLetters += 1
        letters += 1
      } else if (0x30...0x39).contains(scalar)
        || ScalarProperties.GeneralCategory(scalar) == .decimalNumber
      {
        shape.insert(.hasDigit)
      } else if ScalarProperties.GeneralCategory(scalar).isLetter {
        letters += 1
      }
      end += length
    }
    if capitals > 1, smallLetters == 0 { shape.insert(.allCapitals) }
    if letters == 1, !shape.contains(.hasDigit) { shape.insert(.singleLetter) }
    let keyStart = keys.count
    // Capitals have look-alikes that their small letters lack (`B`, `К`), so a mixed word is set right before folding,
    // and once more behind it.
    if hasLatin, hasCyrillic,
      let unmixed = ScriptUnmixing.unmix(ScalarDecoding.scalars(in: bytes, range: start..<end))
    {
      var word: [UInt8] = []
      for scalar in unmixed { ScalarDecoding.append(scalar, to: &word) }
      SearchKeyFolding.append(word, range: 0..<word.count, to: &keys)
    } else {
      SearchKeyFolding.append(bytes, range: start..<end, to: &keys)
    }
    // A run of invisible characters alone parts nothing.
    guard keys.count > keyStart else { return end }
    unmixKey(from: keyStart)
    append(start..<end, keyStart: keyStart, shape: shape, kind: letters == 0 ? .number : kind)
    return end
  }

  /// One term a mark.
  private mutating func addMarks(of range: Range<Int>, kind: TokenKind) {
    var index = range.lowerBound
    while index < range.upperBound {
      let length = ScalarDecoding.scalar(in: bytes, at: index).length
      let keyStart = keys.count
      SearchKeyFolding.append(bytes, range: index..<index + length, to: &keys)
      // What is folded away (a soft hyphen between words) parts nothing.
      if keys.count > keyStart {
        append(index..<index + length, keyStart: keyStart, shape: [], kind: kind)
      }
      index += length
    }
  }

  private mutating func append(
    _ range: Range<Int>, keyStart: Int, shape: Term.Shape, kind: TokenKind
  ) {
    // A scalar's key can be six times as long as the scalar; a key past the limit is no name's.
    let keyEnd = min(keys.count, keyStart + Int(UInt16.max))
    terms.append(
      Term(
        lowerBound: range.lowerBound, upperBound: range.upperBound, keyRange: keyStart..<keyEnd,
        shape: shape.union(gap), kind: kind))
    gap = []
  }

  /// Letters of the wrong script that look right are set right in the key.
  private mutating func unmixKey(from start: Int) {
    var hasLatin = false
    var hasCyrillic = false
    for byte in keys[start...] {
      if (0x61...0x7A).contains(byte) { hasLatin = true }
      if (0xD0...0xD4).contains(byte) { hasCyrillic = true }
    }
    guard hasLatin, hasCyrillic else { return }
    let scalars = ScalarDecoding.scalars(in: keys, range: start..<keys.count)
    guard let unmixed = ScriptUnmixing.unmix(scalars) else { return }
    keys.removeSubrange(start...)
    for scalar in unmixed { SearchKeyFolding.append(scalar, to: &keys) }
  }

  private func isInside(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return (0x61...0x7A).contains(scalar | 0x20) || (0x30...0x39).contains(scalar)
    }
    // An apostrophe parts terms whichever character it is: `Oʻzbekiston` as `O’zbekiston`.
    if TypographicForm.change(of: scalar) == .to(0x27) { return false }
    return ScalarProperties.isWordLike(scalar) || ScalarProperties.isDefaultIgnorable(scalar)
  }

  /// LF, CR, NEL, LS or PS.
  private func containsLineBreak(_ range: Range<Int>) -> Bool {
    for index in range {
      switch bytes[index] {
      case 0x0A, 0x0D: return true
      case 0xC2 where bytes[index + 1] == 0x85: return true
      case 0xE2 where bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]):
        return true
      default: break
      }
    }
    return false
  }
}
