/// Joins the segments of web and e-mail addresses, hashtags and handles.
enum AddressJoiner {
  static func join(_ segments: [Token], in bytes: [UInt8]) -> [Token] {
    var result: [Token] = []
    result.reserveCapacity(segments.count)
    var index = 0
    while index < segments.count {
      let start = segments[index].range.lowerBound
      guard let (kind, reach, end) = address(at: segments[index], previous: result.last, in: bytes)
      else {
        result.append(segments[index])
        index += 1
        continue
      }
      // An e-mail's local part may reach back over segments that are already written, but cuts none.
      var lower = reach
      if lower < start, let cut = result.last(where: { $0.range.lowerBound < lower }),
        cut.range.upperBound > lower
      {
        lower = start
        while !isAlphanumeric(bytes[lower]) { lower += 1 }
      }
      while let last = result.last, last.range.lowerBound >= lower, lower < start {
        result.removeLast()
      }
      // What stands before the address in its own segment is a token of its own.
      if lower > start {
        let head = TextRange(start, lower)
        result.append(
          Token(
            range: head,
            kind: SegmentKind.kind(
              ofFirst: ScalarDecoding.scalar(in: bytes, at: start).value, sort: .other)))
      }
      result.append(Token(range: TextRange(lower, end), kind: kind))
      while index < segments.count, segments[index].range.upperBound <= end { index += 1 }
      if index < segments.count, segments[index].range.lowerBound < end {
        let rest = segments[index]
        result.append(Token(range: TextRange(end, rest.range.upperBound), kind: rest.kind))
        index += 1
      }
    }
    return result
  }

  private static func address(
    at segment: Token, previous: Token?, in bytes: [UInt8]
  ) -> (TokenKind, lower: Int, end: Int)? {
    let start = segment.range.lowerBound
    let first = bytes[start]
    if segment.kind == .word, let end = webAddressEnd(from: start, in: bytes) {
      return (.url, start, end)
    }
    if first == 0x23 /* # */, let end = nameEnd(from: start + 1, in: bytes),
      previous.map({ $0.kind == .space || $0.kind == .punctuation }) ?? true
    {
      return (.hashtag, start, end)
    }
    guard let at = bytes[start..<segment.range.upperBound].firstIndex(of: 0x40 /* @ */) else {
      return nil
    }
    if at == start, previous.map({ $0.kind != .word && $0.kind != .number }) ?? true,
      let end = nameEnd(from: at + 1, in: bytes), end < bytes.count ? bytes[end] != 0x40 : true
    {
      if domainEnd(from: at + 1, in: bytes) == nil || !isLocalPart(bytes, before: at) {
        return (.handle, start, end)
      }
    }
    guard isLocalPart(bytes, before: at), let end = domainEnd(from: at + 1, in: bytes) else {
      return nil
    }
    var lower = at
    while lower > 0, isLocalByte(bytes[lower - 1]) { lower -= 1 }
    while lower < at, !isAlphanumeric(bytes[lower]) { lower += 1 }
    return lower < at ? (.email, lower, end) : nil
  }

  /// The end of `scheme://…` or `www.…`, without the marks that close the sentence around it.
  private static func webAddressEnd(from start: Int, in bytes: [UInt8]) -> Int? {
    let rest = bytes[start...]
    let schemes = ["http://", "https://", "ftp://", "www."]
    guard
      let scheme = schemes.first(where: { scheme in
        rest.count > scheme.utf8.count
          && zip(rest, scheme.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
      })
    else { return nil }
    var end = start + scheme.utf8.count
    let bodyStart = end
    var openBrackets = 0
    while end < bytes.count, isAddressByte(bytes, at: end) {
      if bytes[end] == 0x28 { openBrackets += 1 }
      if bytes[end] == 0x29 {
        if openBrackets == 0 { break }
        openBrackets -= 1
      }
      end += 1
    }
    while end > bodyStart, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27].contains(bytes[end - 1]) {
      end -= 1
    }
    return end > bodyStart ? end : nil
  }

  /// Everything but white space, quotes and apostrophes (a suffix follows: `www.mfa.gov.tr'de`), angle brackets and typographic punctuation (U+2000 to U+206F).
  private static func isAddressByte(_ bytes: [UInt8], at index: Int) -> Bool {
    switch bytes[index] {
    case 0...0x20, 0x22, 0x27, 0x3C, 0x3E, 0x5B, 0x5D, 0x60, 0x7B...0x7D, 0x7F: false
    case 0xC2: !(bytes[index + 1] == 0xA0 || bytes[index + 1] == 0xBB || bytes[index + 1] == 0xAB)
    case 0xE2: !(bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81)
    default: true
    }
  }

  /// The end of a run of letters, digits and underscores that starts with a letter.
  private static func nameEnd(from start: Int, in bytes: [UInt8]) -> Int? {
    var end = start
    while end < bytes.count {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: end)
      let isInside = scalar == 0x5F || ScalarProperties.isWordLike(scalar)
      guard isInside else { break }
      end += length
    }
    guard end > start else { return nil }
    let isNumber = bytes[start..<end].allSatisfy { (0x30...0x39).contains($0) }
    return isNumber ? nil : end
  }

  /// The end of a domain with at least one point, such as `mfa.gov.kz`.
  private static func domainEnd(from start: Int, in bytes: [UInt8]) -> Int? {
    var end = start
    while end < bytes.count, isAlphanumeric(bytes[end]) || bytes[end] == 0x2D || bytes[end] == 0x2E
    {
      end += 1
    }
    while end > start, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
    let domain = bytes[start..<end]
    guard let dot = domain.lastIndex(of: 0x2E), dot > start, end - dot > 2,
      isAlphanumeric(bytes[start])
    else { return nil }
    return end
  }

  private static func isLocalPart(_ bytes: [UInt8], before at: Int) -> Bool {
    at > 0 && isAlphanumeric(bytes[at - 1])
  }

  private static func isLocalByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || [0x2E, 0x5F, 0x25, 0x2B, 0x2D].contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
