/// UTF-8 that comes in pieces, cut anywhere, made valid as ``SourceText`` makes it.
///
/// A byte order mark at the very start is dropped; each unreadable part becomes U+FFFD, whether a piece ends in it or
/// not.
struct DecodingBuffer: Sendable {
  /// The text that was not taken yet, and behind it up to three bytes of a sequence that is not whole.
  private(set) var bytes: [UInt8] = []
  /// How many of the bytes are valid UTF-8.
  private(set) var count = 0
  /// How many unreadable parts became U+FFFD so far.
  private(set) var replacements = 0
  private var isAtStart = true

  /// Adds bytes. Cost: one pass over them.
  mutating func append(_ piece: ArraySlice<UInt8>) {
    bytes.append(contentsOf: piece)
    decode(upTo: bytes.count - UTF8Repair.unfinishedEnd(of: bytes))
  }

  /// Decodes what is left: no more bytes come.
  mutating func finish() { decode(upTo: bytes.count) }

  /// Takes the first bytes out.
  ///
  /// - Parameters:
  ///   - end: how many; of valid ones, up to a scalar boundary.
  ///   - spare: memory for the rest; what it holds is lost.
  mutating func take(upTo end: Int, reusing spare: consuming [UInt8]) -> [UInt8] {
    spare.removeAll(keepingCapacity: true)
    spare.append(contentsOf: bytes[end...])
    swap(&bytes, &spare)
    count -= end
    spare.removeSubrange(end...)
    return spare
  }

  /// Puts bytes that were taken last back.
  mutating func putBack(_ taken: consuming [UInt8]) {
    count += taken.count
    taken.append(contentsOf: bytes)
    bytes = taken
  }

  private mutating func decode(upTo end: Int) {
    guard end > count else { return }
    if !isValid(count..<end) {
      let repaired = UTF8Repair.repaired(Array(bytes[count..<end]))
      bytes.replaceSubrange(count..<end, with: repaired.bytes)
      replacements += repaired.count
      count += repaired.bytes.count
    } else {
      count = end
    }
    guard isAtStart else { return }
    isAtStart = false
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.removeFirst(3)
      count -= 3
    }
  }

  private func isValid(_ range: Range<Int>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(range))
      return true
    } catch {
      return false
    }
  }
}
