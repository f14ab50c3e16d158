/// Writes the search key of a whole text in one pass.
///
/// The level is defined step by step (``SearchKeySteps``). This loop gives the same result and alignment: a scalar that
/// cannot interact with its neighbours is folded from a table, eight ASCII letters at once. Where scalars interact
/// (combining marks, words of mixed scripts), the *stretch* between two ASCII characters that are no letters is handed
/// to the steps: no step looks across one of those.
///
/// Cost: one pass; a text that is its own key is recognized at the speed of memory and not copied. Memory: the key, and
/// 16 bytes for each letter that changes.
struct SearchKeyWriter {
  private let source: [UInt8]
  private var result: [UInt8]
  /// How many bytes of the result are written; those behind are room.
  private var written: Int
  private var edits: [Alignment.Edit] = []
  /// Whether the stretch so far holds a Cyrillic letter, and so may hold no Latin one.
  private var isCyrillic = false
  /// The end of the last stretch that went through the steps, and how long the next one should be at least: texts
  /// full of marks go in larger portions.
  private var portion = (end: 0, size: 0)

  private static let chunk = 1 << 14
  private static let largestPortion = 1 << 12

  static func apply(to bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    let plain = unchangedPrefix(of: bytes)
    if plain == bytes.count { return (bytes, Alignment()) }
    var writer = SearchKeyWriter(bytes, plain: plain)
    writer.write(from: plain)
    return writer.finish()
  }

  /// The length of a start of a text that is its own search key, whatever follows: up to the first scalar that folds
  /// to something else, may interact, or is Cyrillic.
  private static func unchangedPrefix(of bytes: [UInt8]) -> Int {
    let text = bytes.span
    var index = plainEnd(in: text, from: 0)
    while index < bytes.count, bytes[index] >= 0x80 {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      if scalar < 0x800 {
        let letter = FoldedLetter.table[Int(scalar)]
        if letter.isChanged || !letter.standsAlone { break }
      } else if WideLetter(scalar) != .itself {
        break
      }
      index += length
      if index < bytes.count, bytes[index] < 0x80 { index = plainEnd(in: text, from: index) }
    }
    return index
  }

  /// The end of the ASCII from an index on that is its own search key.
  static func plainEnd(in text: Span<UInt8>, from start: Int) -> Int {
    ByteBlocks.firstIndex(in: text, from: start) { block in
      (block | (block &+ ByteBlocks.splat(0x3F)) & ~(block &+ ByteBlocks.splat(0x25))
        | ByteBlocks.equal(0x60, block)) & ByteBlocks.marks
    } passes: {
      $0 >= 0x80 || $0 == 0x60 || (0x41...0x5A).contains($0)
    }
  }

  private init(_ source: [UInt8], plain: Int) {
    self.source = source
    let rest = source.count - plain
    result = [UInt8](repeating: 0, count: source.count + 2 * min(rest, Self.chunk) + 16)
    result.replaceSubrange(..<plain, with: source[..<plain])
    written = plain
  }

  private consuming func finish() -> (bytes: [UInt8], alignment: Alignment) {
    if edits.isEmpty { return (source, Alignment()) }
    result.removeLast(result.count - written)
    return (result, Alignment(edits))
  }

  // MARK: The text

  /// Why the loop stopped.
  private enum Stop {
    /// The chunk is done.
    case end
    /// A wide letter folds to something else.
    case folded
    /// The stretch needs the steps.
    case interacting
  }

  private mutating func write(from start: Int) {
    var index = start
    edits.reserveCapacity((source.count - start) / 16 + 8)
    while index < source.count {
      let end = min(source.count, index + Self.chunk)
      // A scalar of two bytes folds to six at most, and a load stores eight.
      makeRoom((end - index) * 3 + 16)
      // The buffer is taken out of `self`, so that its span and the rest can change side by side.
      var buffer: [UInt8] = []
      swap(&buffer, &result)
      var target = buffer.mutableSpan
      let stop = writeLetters(from: &index, to: end, into: &target)
      swap(&buffer, &result)
      switch stop {
      case .end: break
      case .folded: index = writeFolded(at: index)
      case .interacting: index = writeStretch(around: index)
      }
    }
  }

  /// Makes sure that so many bytes can be written. The buffer starts large enough for a key no longer than its text.
  private mutating func makeRoom(_ room: Int) {
    guard result.count < written + room else { return }
    let wanted = max(written + room, result.count + result.count / 4)
    result += [UInt8](repeating: 0, count: wanted - result.count)
  }

  private mutating func writeLetters(
    from start: inout Int, to end: Int, into target: inout MutableSpan<UInt8>
  ) -> Stop {
    let letters = FoldedLetter.table
    let table = letters.span
    let source = source
    let text = source.span
    var index = start
    var offset = written
    // A local array: the loop keeps it in registers.
    var edits: [Alignment.Edit] = []
    swap(&edits, &self.edits)
    defer {
      start = index
      written = offset
      swap(&edits, &self.edits)
    }
    while index < end {
      if isCyrillic {
        // ASCII marks end the stretch; a Latin letter needs the steps.
        let lead = text[index]
        if lead < 0x80 {
          if (0x61...0x7A).contains(lead | 0x20) { return .interacting }
          isCyrillic = false
          continue
        }
      } else if end &- index >= 8 {
        let word = text.word(at: index)
        // ASCII letters fold in place; bytes behind one that is not ASCII are written again by and by.
        let high = word & ByteBlocks.marks
        let ascii = high == 0 ? 8 : high.trailingZeroBitCount >> 3
        let low = word & ~ByteBlocks.marks
        let capitals =
          (low &+ ByteBlocks.splat(0x3F)) & ~(low &+ ByteBlocks.splat(0x25)) & ByteBlocks.marks
        let graves =
          ~((low ^ ByteBlocks.splat(0x60)) &+ ByteBlocks.splat(0x7F)) & ByteBlocks.marks
        let folded = (word | capitals >> 2) ^ (graves >> 7) &* (0x60 ^ 0x27)
        target.store(folded, at: offset)
        var changed = capitals | graves
        if ascii < 8 { changed &= 1 << UInt64(truncatingIfNeeded: ascii &* 8) &- 1 }
        while changed != 0 {
          let place = changed.trailingZeroBitCount >> 3
          edits.append(Self.edit(index &+ place, 1, offset &+ place, 1))
          changed &= changed &- 1
        }
        index &+= ascii
        offset &+= ascii
        if ascii == 8 { continue }
      }
      let lead = text[index]
      if lead < 0xE0 {
        let isASCII = lead < 0x80
        let scalar =
          isASCII ? Int(lead) : Int(lead & 0x1F) << 6 | Int(text[index &+ 1] & 0x3F)
        let length = isASCII ? 1 : 2
        let letter = table[scalar]
        if isCyrillic {
          if !letter.standsAmongCyrillic { return .interacting }
        } else if !letter.standsAlone {
          if letter.isInteracting || mayHoldLatin(before: index, table) { return .interacting }
          isCyrillic = true
          if letter.isLatin { return .interacting }
        }
        target.store(letter.packed, at: offset)
        if letter.isChanged { edits.append(Self.edit(index, length, offset, letter.count)) }
        index &+= length
        offset &+= letter.count
      } else {
        let (scalar, length) = ScalarDecoding.scalar(in: source, at: index)
        switch WideLetter(scalar) {
        case .itself:
          for place in 0..<length {
            target[offset &+ place] = text[index &+ place]
          }
          offset &+= length
        case .typographic:
          var count = 0
          if case .to(let byte) = TypographicForm.change(of: scalar) {
            target[offset] = byte
            count = 1
          }
          edits.append(Self.edit(index, length, offset, count))
          offset &+= count
        // What it folds to may be Latin.
        case .folded: return isCyrillic ? .interacting : .folded
        case .interacting: return .interacting
        }
        index &+= length
      }
    }
    return .end
  }

  @inline(__always)
  private static func edit(_ from: Int, _ length: Int, _ to: Int, _ count: Int) -> Alignment.Edit {
    Alignment.Edit(source: TextRange(from, from &+ length), result: TextRange(to, to &+ count))
  }

  /// Whether the stretch may hold a Latin letter before an index. Each byte is looked at once: from the first Cyrillic
  /// letter of a stretch on the loop knows.
  private func mayHoldLatin(before end: Int, _ table: Span<FoldedLetter>) -> Bool {
    var index = end
    while index > 0 {
      index -= 1
      let byte = source[index]
      if byte < 0x80 { return (0x61...0x7A).contains(byte | 0x20) }
      if byte & 0xC0 == 0x80 { continue }
      let scalar = ScalarDecoding.scalar(in: source, at: index).value
      if scalar < 0x800 {
        if table[Int(scalar)].isLatin { return true }
      } else if WideLetter(scalar) == .folded {
        return true
      }
    }
    return false
  }

  // MARK: What the loop leaves

  /// Folds a wide letter that does not interact; returns its end.
  private mutating func writeFolded(at index: Int) -> Int {
    let (scalar, length) = ScalarDecoding.scalar(in: source, at: index)
    let folded = SearchKeyFolding.fold(scalar: scalar)
    // A Cyrillic letter inside would have to be looked at with its word.
    if folded.contains(where: { (0xD0...0xD4).contains($0) }) { return writeStretch(around: index) }
    if !folded.elementsEqual(source[index..<index + length]) {
      edits.append(Self.edit(index, length, written, folded.count))
    }
    append(folded)
    return index + length
  }

  /// Writes the stretch around an index through the steps; returns its end.
  private mutating func writeStretch(around index: Int) -> Int {
    var start = index
    while start > 0, !endsStretch(source[start]) { start -= 1 }
    // What the loop wrote of the stretch is taken back.
    while let last = edits.last, last.source.lowerBound >= start { edits.removeLast() }
    written = edits.last.map { $0.result.upperBound + start - $0.source.upperBound } ?? start
    let isNear = start - portion.end < 64
    portion.size = isNear ? min(max(64, portion.size * 2), Self.largestPortion) : 0
    var end = max(index, min(start + portion.size, source.count))
    while end < source.count, end == index || !endsStretch(source[end]) { end += 1 }
    let steps = SearchKeySteps.apply(to: Array(source[start..<end]))
    for edit in steps.alignment.edits {
      edits.append(
        Alignment.Edit(
          source: TextRange(start + edit.source.lowerBound, start + edit.source.upperBound),
          result: TextRange(written + edit.result.lowerBound, written + edit.result.upperBound)))
    }
    append(steps.bytes)
    portion.end = end
    isCyrillic = false
    return end
  }

  private mutating func append(_ bytes: [UInt8]) {
    makeRoom(bytes.count)
    result.replaceSubrange(written..<written + bytes.count, with: bytes)
    written += bytes.count
  }

  /// ASCII, and no letter.
  private func endsStretch(_ byte: UInt8) -> Bool {
    byte < 0x80 && !(0x61...0x7A).contains(byte | 0x20)
  }
}
