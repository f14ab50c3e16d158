/// Sets right text that somebody read in the wrong code page before it came here.
///
/// Two accidents are known and told apart by what they leave behind:
/// * UTF-8 read as Windows-1252: `TÃ¼rkiye` for `Türkiye`. Every such sequence reads back as one scalar.
/// * Windows-1254 (Turkish) read as Windows-1252: `Þ þ Ð ð Ý ý` stand for `Ş ş Ğ ğ İ ı`. Believed if a text holds
///   those letters and none that Icelandic, Faroese, Czech, Slovak or Turkmen, which use them rightly, would add.
enum EncodingRepair {
  /// Cost: one search of a text that has nothing of the kind.
  static func repair(_ bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment, count: Int) {
    if !isSuspect(bytes.span) { return (bytes, Alignment(), 0) }
    let doubled = repairDoubleEncoding(bytes)
    let turkish = repairTurkishLetters(doubled.bytes)
    return (
      turkish.bytes,
      doubled.alignment.followed(by: turkish.alignment),
      doubled.alignment.edits.count + turkish.alignment.edits.count
    )
  }

  // MARK: UTF-8 read as Windows-1252

  /// The Windows-1252 letters at 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252).
  private static let windows1252High: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The byte that Windows-1252 reads as this scalar.
  private static func windows1252Byte(_ scalar: UInt32) -> UInt8? {
    if (0xA0...0xFF).contains(scalar) { return UInt8(scalar) }
    if let index = windows1252High.firstIndex(of: scalar) { return UInt8(0x80 + index) }
    return nil
  }

  private static func repairDoubleEncoding(
    _ bytes: [UInt8]
  ) -> (bytes: [UInt8], alignment: Alignment) {
    var rewriter = TextRewriter(bytes)
    let text = bytes.span
    var index = 0
    while true {
      index = nextSuspect(in: text, from: index)
      guard index < bytes.count else { break }
      if let (end, original) = originalSequence(in: bytes, at: index) {
        rewriter.replace(index..<end, with: original)
        index = end
      } else {
        index += 2
      }
    }
    return rewriter.finish()
  }

  /// Where the next sequence may start, or the end.
  private static func nextSuspect(in text: Span<UInt8>, from start: Int) -> Int {
    firstLetter(in: text, from: start, marked: startsSequence, passes: startsSequence)
  }

  /// A lead byte C2 to F4 reads as U+00C2 to U+00F4: UTF-8 C3 82 to C3 B4. What it leads is no ASCII.
  @inline(__always)
  private static func startsSequence(
    _ second: ByteBlocks.Block, _ third: ByteBlocks.Block
  ) -> ByteBlocks.Block {
    ByteBlocks.from(0x82, second) & ~ByteBlocks.from(0xB5, second) & third
  }

  @inline(__always)
  private static func startsSequence(_ second: UInt8, _ third: UInt8) -> Bool {
    (0x82...0xB4).contains(second) && third >= 0x80
  }

  // MARK: Searching

  /// Whether there may be anything to repair.
  private static func isSuspect(_ text: Span<UInt8>) -> Bool {
    let place = firstLetter(in: text, from: 0) { second, third in
      startsSequence(second, third) | isThornOrEth(second)
    } passes: { second, third in
      startsSequence(second, third) || isThornOrEth(second)
    }
    return place < text.count
  }

  /// The first of the letters U+00C0 to U+00FF that pass a test, or the end.
  ///
  /// - Parameters:
  ///   - marked: marks the places of a block that pass, given what stands one and two bytes on.
  ///   - passes: the same test of one place; behind the text's end stands zero.
  @inline(__always)
  private static func firstLetter(
    in text: Span<UInt8>, from start: Int,
    marked: (_ second: ByteBlocks.Block, _ third: ByteBlocks.Block) -> ByteBlocks.Block,
    passes: (_ second: UInt8, _ third: UInt8) -> Bool
  ) -> Int {
    let count = text.count
    var index = start
    while count &- index >= 66 {
      let lead = ByteBlocks.equal(0xC3, text.block(at: index))
      if lead.hasMark {
        let found = lead & marked(text.block(at: index &+ 1), text.block(at: index &+ 2))
        if found.hasMark { return index &+ ByteBlocks.bits(of: found).trailingZeroBitCount }
      }
      index &+= 64
    }
    while index < count {
      if text[index] == 0xC3,
        passes(text[index &+ 1], index &+ 2 < count ? text[index &+ 2] : 0)
      {
        return index
      }
      index &+= 1
    }
    return count
  }

  /// The sequence of UTF-8 that was read as the scalars starting at `index`.
  private static func originalSequence(
    in bytes: [UInt8], at index: Int
  ) -> (end: Int, original: [UInt8])? {
    let lead = bytes[index + 1] &+ 0x40
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    // In one word: most of what looks like a lead is a letter, and costs no array.
    var packed = UInt32(lead)
    var end = index + 2
    for place in 1..<length {
      guard end < bytes.count else { return nil }
      let (scalar, width) = ScalarDecoding.scalar(in: bytes, at: end)
      guard let byte = windows1252Byte(scalar), (0x80...0xBF).contains(byte) else { return nil }
      packed |= UInt32(byte) << UInt32(8 * place)
      end += width
    }
    let original = (0..<length).map { UInt8(truncatingIfNeeded: packed >> UInt32(8 * $0)) }
    guard UTF8Repair.census(original).illFormed == 0 else { return nil }
    return (end, original)
  }

  // MARK: Windows-1254 read as Windows-1252

  /// The Turkish letter that Windows-1252 reads as this one.
  private static func turkishLetter(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xDE: 0x15E
    case 0xFE: 0x15F
    case 0xD0: 0x11E
    case 0xF0: 0x11F
    case 0xDD: 0x130
    case 0xFD: 0x131
    default: nil
    }
  }

  @inline(__always)
  private static func isThornOrEth(_ second: ByteBlocks.Block) -> ByteBlocks.Block {
    let small = second | ByteBlocks.splat(0x20)
    return ByteBlocks.equal(0xB0, small) | ByteBlocks.equal(0xBE, small)
  }

  @inline(__always)
  private static func isThornOrEth(_ second: UInt8) -> Bool {
    second | 0x20 == 0xB0 || second | 0x20 == 0xBE
  }

  private static func holdsThornOrEth(_ bytes: [UInt8]) -> Bool {
    let place = firstLetter(in: bytes.span, from: 0) { second, _ in
      isThornOrEth(second)
    } passes: { second, _ in
      isThornOrEth(second)
    }
    return place < bytes.count
  }

  private static func repairTurkishLetters(
    _ bytes: [UInt8]
  ) -> (bytes: [UInt8], alignment: Alignment) {
    guard holdsThornOrEth(bytes) else { return (bytes, Alignment()) }
    var thornsAndEths = 0
    var ys = 0
    var foreign = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0xC3, bytes[index] <= 0xC5 else {
        index += 1
        continue
      }
      switch ScalarDecoding.scalar(in: bytes, at: index).value {
      case 0xDE, 0xFE, 0xD0, 0xF0: thornsAndEths += 1
      case 0xDD, 0xFD: ys += 1
      // á æ é í ó ú, č ď ě ň ř š ť ů ž ľ ĺ; and ş ğ ı İ themselves.
      case 0xC1, 0xC6, 0xC9, 0xCD, 0xD3, 0xDA, 0xE1, 0xE6, 0xE9, 0xED, 0xF3, 0xFA, 0x10C...0x10F,
        0x11A, 0x11B, 0x147, 0x148, 0x158, 0x159, 0x160, 0x161, 0x164, 0x165, 0x16E, 0x16F, 0x17D,
        0x17E, 0x139...0x13E, 0x15E, 0x15F, 0x11E, 0x11F, 0x130, 0x131:
        foreign += 1
      default: break
      }
      index += 2
    }
    guard thornsAndEths + ys >= 3, thornsAndEths > 0, foreign * 10 <= thornsAndEths + ys else {
      return (bytes, Alignment())
    }
    var rewriter = TextRewriter(bytes)
    index = 0
    while index < bytes.count {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      if let letter = turkishLetter(scalar) {
        var replacement: [UInt8] = []
        ScalarDecoding.append(letter, to: &replacement)
        rewriter.replace(index..<index + length, with: replacement)
      }
      index += length
    }
    return rewriter.finish()
  }
}
