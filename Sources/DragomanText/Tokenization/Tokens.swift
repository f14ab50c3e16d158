/// Where the tokens of a text start and of what kind they are, to be filled again and again.
///
/// The tokens of a text are in order and cover it. Five bytes a token: an offset of 32 bits and a kind.
public struct Tokens: Sendable {
  /// The start of each token; behind the last one, the length of the text. What stands after that is of no meaning.
  var offsets: [UInt32] = [0]
  /// By token, as ``TokenKind`` numbers them; as long as `offsets`.
  var kinds: [UInt8] = [0]
  /// How many tokens there are.
  public internal(set) var count = 0

  /// Room for what the dictionaries cut.
  var scratch = DictionaryScratch()

  /// Makes an empty list.
  public init() {}

  /// Makes room for that many more tokens, and for what the kernels write past the last.
  mutating func reserve(_ more: Int) {
    let needed = count + more + 65
    if needed <= offsets.count { return }
    let missing = Swift.max(needed, 2 * offsets.count) - offsets.count
    offsets.append(contentsOf: repeatElement(0, count: missing))
    kinds.append(contentsOf: repeatElement(0, count: missing))
  }

  mutating func append(start: Int, kind: TokenKind) {
    reserve(1)
    offsets[count] = UInt32(truncatingIfNeeded: start)
    kinds[count] = kind.rawValue
    count += 1
  }

  /// Ends the last token.
  mutating func finish(at end: Int) {
    reserve(0)
    offsets[count] = UInt32(truncatingIfNeeded: end)
  }

  mutating func removeLast() -> Int {
    count -= 1
    return Int(offsets[count])
  }

  /// Moves the tokens from `index` on to the end of a larger buffer, to be read there while others are written in their
  /// place, up to `factor` for each.
  ///
  /// - Returns: where they are now; ``subscript(_:)`` reads them.
  mutating func setAside(from index: Int, factor: Int) -> Range<Int> {
    let (end, rest) = (count, count - index)
    reserve(rest * (factor + 1))
    let place = index + rest * factor
    for step in (0...rest).reversed() {
      offsets[place + step] = offsets[index + step]
      kinds[place + step] = kinds[index + step]
    }
    assert(place + rest <= end + rest * (factor + 1))
    count = index
    return place..<place + rest
  }

  /// The token that an offset of the text is in; the number of tokens behind the text's end. Cost: logarithmic.
  func index(of offset: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle + 1]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A token at a place that may be set aside.
  func token(at place: Int) -> Token {
    Token(
      range: TextRange(Int(offsets[place]), Int(offsets[place + 1])),
      kind: TokenKind(rawValue: kinds[place]) ?? .symbol)
  }
}

extension Tokens: RandomAccessCollection {
  /// The first token.
  public var startIndex: Int { 0 }
  /// Behind the last token.
  public var endIndex: Int { count }

  /// A token: its range in the text and its kind.
  public subscript(index: Int) -> Token {
    precondition(index < count, "there is no token \(index)")
    return token(at: index)
  }
}
