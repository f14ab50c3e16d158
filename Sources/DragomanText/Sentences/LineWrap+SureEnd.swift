extension LineWrap {
  /// In bytes: how far back a line is read.
  private static let reach = 1024

  /// Whether a text can be cut behind a line feed without a sentence being another: in the line's end, in those before
  /// it, or in those behind it.
  ///
  /// That is so if the line is blank, or too short or too long to be wrapped: then a sentence ends with it whatever
  /// follows, nothing of the lines before matters behind it, and the line before, which asks whether this one is
  /// wrapped, need not look at the next. Nothing else looks over a line feed. Cost: up to 1 KiB is read.
  ///
  /// - Precondition: `lineFeed` is the offset of one. The line's start is in `bytes`.
  static func isSureEnd(_ lineFeed: Int, in bytes: [UInt8]) -> Bool {
    var end = lineFeed
    if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    let limit = max(0, end - reach)
    var start = end
    var columns = 0
    while start > limit, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D {
      start -= 1
      // Lines that other signs part are left alone.
      if isSeparator(endingAt: start, in: bytes) { return false }
      if bytes[start] & 0xC0 != 0x80 { columns += 1 }
    }
    let isWhole = start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D
    if isWhole, columns < shortestCertain { return true }
    while bytes[start] & 0xC0 == 0x80 { start += 1 }
    let body = SentenceSigns.trimmed(start..<end, in: bytes)
    guard !body.isEmpty else { return false }
    // The line before looks at this one from its first word on.
    let word = FollowingText(at: body.lowerBound, in: bytes).word.lowerBound
    guard word < body.upperBound else { return false }
    if isWhole, body.count <= 4 * longest {
      return columnCount(of: word..<body.upperBound, in: bytes) > longest
    }
    // It reads no more than 480 bytes.
    return body.upperBound - word > 4 * longest
  }

  /// In scalars.
  private static func columnCount(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    bytes[range].count { $0 & 0xC0 != 0x80 }
  }

  /// Whether the byte is the last of a sign other than CR and LF that ends lines for ``LineBreak``.
  private static func isSeparator(endingAt index: Int, in bytes: [UInt8]) -> Bool {
    switch bytes[index] {
    case 0x85: index > 0 && bytes[index - 1] == 0xC2
    case 0xA8, 0xA9: index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
    default: false
    }
  }
}
