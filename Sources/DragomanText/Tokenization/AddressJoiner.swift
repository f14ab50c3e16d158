/// Joins the segments of web and e-mail addresses, hashtags and handles.
enum AddressJoiner {
  /// A segment makes this many tokens at most: an address in its midst.
  private static let mostTokensOfSegment = 3

  private static let schemes = ["http://", "https://", "ftp://"].map { Array($0.utf8) }
  private static let hosts = [Array("www.".utf8)]

  /// Makes tokens of segments, in place. Cost: one search for the signs of addresses, and from the first one on a look at
  /// the first byte of each segment; no allocation without an address.
  static func join(_ tokens: inout Tokens, in bytes: [UInt8]) {
    let sign = firstSign(in: bytes.span)
    if sign == bytes.count { return }
    var nextAt = 0
    var index = tokens.index(of: max(0, sign - longestScheme))
    while index < tokens.count {
      if isCandidate(tokens, index, &nextAt, in: bytes),
        address(at: tokens[index], previous: index > 0 ? tokens[index - 1] : nil, in: bytes) != nil
      {
        return rewrite(&tokens, from: index, &nextAt, in: bytes)
      }
      index += 1
    }
  }

  /// The first `@`, `#`, slash behind a colon or point behind a `w`, or the end: no address starts more than
  /// ``longestScheme`` bytes before it, but for the segment that it is in.
  private static func firstSign(in text: Span<UInt8>) -> Int {
    var index = 0
    while true {
      index = ByteBlocks.firstIndex(in: text, from: index) { block in
        ByteBlocks.equal(0x40, block) | ByteBlocks.equal(0x23, block)
          | ByteBlocks.equal(0x2F, block | ByteBlocks.splat(1))
      } passes: {
        $0 == 0x40 || $0 == 0x23 || $0 == 0x2E || $0 == 0x2F
      }
      guard index < text.count else { return index }
      switch text[index] {
      case 0x2E: if index > 0, text[index - 1] | 0x20 == 0x77 { return index }
      case 0x2F: if index > 0, text[index - 1] == 0x3A { return index }
      default: return index
      }
      index += 1
    }
  }

  private static func rewrite(
    _ tokens: inout Tokens, from first: Int, _ nextAt: inout Int, in bytes: [UInt8]
  ) {
    let segments = tokens.setAside(from: first, factor: mostTokensOfSegment)
    var index = segments.lowerBound
    while index < segments.upperBound {
      let segment = tokens.token(at: index)
      let start = segment.range.lowerBound
      tokens.finish(at: start)
      guard isCandidate(tokens, index, &nextAt, in: bytes),
        let (kind, reach, end) = address(at: segment, previous: tokens.last, in: bytes)
      else {
        tokens.append(start: start, kind: segment.kind)
        index += 1
        continue
      }
      // An e-mail's local part may reach back over tokens that are already written, but cuts none.
      var lower = reach
      if lower < start, let cut = tokens.last(where: { $0.range.lowerBound < lower }),
        cut.range.upperBound > lower
      {
        lower = start
        while !isAlphanumeric(bytes[lower]) { lower += 1 }
      }
      while let last = tokens.last, last.range.lowerBound >= lower, lower < start {
        _ = tokens.removeLast()
      }
      // What stands before the address in its own segment is a token of its own.
      if lower > start {
        let head = ScalarDecoding.scalar(in: bytes, at: start).value
        tokens.append(start: start, kind: SegmentKind.kind(ofFirst: head, sort: .other))
      }
      tokens.append(start: lower, kind: kind)
      while index < segments.upperBound, tokens.token(at: index).range.upperBound <= end {
        index += 1
      }
      if index < segments.upperBound, tokens.token(at: index).range.lowerBound < end {
        tokens.append(start: end, kind: tokens.token(at: index).kind)
        index += 1
      }
    }
    tokens.finish(at: bytes.count)
  }

  /// Whether the signs beside a place keep e-mail addresses, hashtags and handles apart: what is decided on one side
  /// reads nothing of the other. Web addresses may go on over it.
  ///
  /// - Precondition: the place is inside the bytes, on a scalar boundary.
  static func isShut(at place: Int, in bytes: [UInt8]) -> Bool {
    let signs: [UInt8] = [0x23, 0x40]
    let (before, behind) = (bytes[place - 1], bytes[place])
    if isLocalByte(before) || signs.contains(before) || signs.contains(behind) { return false }
    return !isNamePart(SentenceSigns.scalar(before: place, in: bytes).value)
      || !isNamePart(ScalarDecoding.scalar(in: bytes, at: place).value)
  }

  /// How many bytes from a place on tell whether a web address starts there.
  static let longestScheme = 8

  /// Whether a web address does not end in this mark.
  static func isClosing(_ byte: UInt8) -> Bool {
    [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27].contains(byte)
  }

  /// Whether a segment may start an address or hold one's `@`.
  ///
  /// - Parameter nextAt: the first `@` that is not before the segments so far.
  @inline(__always)
  private static func isCandidate(
    _ tokens: borrowing Tokens, _ index: Int, _ nextAt: inout Int, in bytes: [UInt8]
  ) -> Bool {
    let start = Int(tokens.offsets[index])
    if nextAt <= start, nextAt < bytes.count {
      nextAt = start
      if bytes[start] != 0x40 {
        nextAt = ByteBlocks.firstIndex(in: bytes.span, from: start) { block in
          ByteBlocks.equal(0x40, block)
        } passes: {
          $0 == 0x40
        }
      }
    }
    if nextAt < Int(tokens.offsets[index + 1]) { return true }
    switch bytes[start] {
    case 0x23, 0x48, 0x68, 0x46, 0x66, 0x57, 0x77: return true  // # h f w
    default: return false
    }
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
    let schemes: [[UInt8]]
    switch bytes[start] | 0x20 {
    case 0x66, 0x68: schemes = Self.schemes
    case 0x77: schemes = Self.hosts
    default: return nil
    }
    guard
      let scheme = schemes.first(where: { scheme in
        bytes.count - start > scheme.count
          && scheme.indices.allSatisfy { bytes[start + $0] | 0x20 == scheme[$0] | 0x20 }
      })
    else { return nil }
    var end = start + scheme.count
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
    while end > bodyStart, isClosing(bytes[end - 1]) { end -= 1 }
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
      guard isNamePart(scalar) else { break }
      end += length
    }
    guard end > start else { return nil }
    let isNumber = bytes[start..<end].allSatisfy { (0x30...0x39).contains($0) }
    return isNumber ? nil : end
  }

  private static func isNamePart(_ scalar: UInt32) -> Bool {
    scalar == 0x5F || ScalarProperties.isWordLike(scalar)
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

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
