/// Where segments start and of what kind they are: the output of ``WordSegmenter``, to be used again and again.
///
/// The segments of a text are in order and cover it. Five bytes a segment: an offset of 32 bits and a kind.
public struct WordSegments: Sendable {
  /// The start of each segment; behind the last one, the length of the text. What stands after that is of no meaning.
  var offsets: [UInt32] = [0]
  /// By segment, as ``TokenKind`` numbers them; as long as `offsets`.
  var kinds: [UInt8] = [0]
  /// How many segments there are.
  public internal(set) var count = 0

  /// Room for the masks of a walk.
  private var masks: [UInt64] = []
  /// Room for what the dictionaries cut.
  var scratch = DictionaryScratch()

  /// Makes an empty list.
  public init() {}

  /// Makes room for that many more segments, and for what the kernels write past the last.
  mutating func reserve(_ more: Int) {
    let needed = count + more + 65
    if needed <= offsets.count { return }
    let missing = Swift.max(needed, 2 * offsets.count) - offsets.count
    offsets.append(contentsOf: repeatElement(0, count: missing))
    kinds.append(contentsOf: repeatElement(0, count: missing))
  }

  /// Runs `body` with room for masks, which is kept for the next text.
  mutating func withMasks(_ body: (MaskRows, inout WordSegments) -> Void) {
    var masks = masks
    self.masks = []
    if masks.isEmpty { masks = [UInt64](repeating: 0, count: MaskRows.wordCount) }
    unsafe masks.withUnsafeMutableBufferPointer { words in
      guard let base = words.baseAddress else { return }
      body(unsafe MaskRows(base), &self)
    }
    self.masks = masks
  }

  mutating func append(start: Int, kind: TokenKind) {
    reserve(1)
    offsets[count] = UInt32(truncatingIfNeeded: start)
    kinds[count] = kind.rawValue
    count += 1
  }

  mutating func removeLast() -> Int {
    count -= 1
    return Int(offsets[count])
  }
}

extension WordSegments: RandomAccessCollection {
  /// The first segment.
  public var startIndex: Int { 0 }
  /// Behind the last segment.
  public var endIndex: Int { count }

  /// A segment: its range in the text and its kind.
  public subscript(index: Int) -> Token {
    precondition(index < count, "there is no segment \(index)")
    return Token(
      range: TextRange(Int(offsets[index]), Int(offsets[index + 1])),
      kind: TokenKind(rawValue: kinds[index]) ?? .symbol)
  }
}
