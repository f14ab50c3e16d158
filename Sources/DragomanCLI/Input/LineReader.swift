/// Reads a stream in batches of whole lines. Only LF ends a line.
///
/// Memory: the limit of a line plus one read; a longer line is passed over, and told.
struct LineReader {
  /// A line, or the news that one was too long.
  enum Line: Sendable {
    /// The bytes without the LF.
    case bytes(ArraySlice<UInt8>)
    /// A line above the limit; its bytes are gone.
    case tooLong
  }

  private static let readSize = 1 << 18
  private let input: any ByteInput
  private let limit: Int
  private var buffer: [UInt8]
  private var isAtEnd = false
  /// A line above the limit is being passed over.
  private var isSkipping = false
  /// How far the buffer is known to hold no LF.
  private var searched = 0

  /// - Parameter start: bytes that were read before.
  init(_ input: some ByteInput, limit: Int, start: [UInt8] = []) {
    self.input = input
    self.limit = limit
    buffer = start
  }

  /// The next whole lines, at least one; `nil` at the end.
  mutating func next() throws(CommandFailure) -> [Line]? {
    while true {
      let lines = takeLines()
      if !lines.isEmpty { return lines }
      if isAtEnd { return nil }
      if try input.read(upTo: Self.readSize, appendingTo: &buffer) == 0 { isAtEnd = true }
    }
  }

  private mutating func takeLines() -> [Line] {
    var lines: [Line] = []
    var start = 0
    while let end = buffer.nextLineFeed(from: max(start, searched)) {
      lines.append(line(start..<end))
      start = end + 1
    }
    if isAtEnd, start < buffer.count || isSkipping {
      lines.append(line(start..<buffer.count))
      start = buffer.count
    }
    buffer.removeSubrange(..<start)
    if buffer.count > limit {
      buffer.removeAll(keepingCapacity: true)
      isSkipping = true
    }
    searched = buffer.count
    return lines
  }

  private mutating func line(_ range: Range<Int>) -> Line {
    if isSkipping {
      isSkipping = false
      return .tooLong
    }
    return range.count > limit ? .tooLong : .bytes(buffer[range])
  }
}
