/// Plain forms of apostrophes, quotes, hyphens and spaces; invisible formatting characters go.
///
/// The zero-width joiner and non-joiner stay: scripts and emoji need them.
enum TypographicForm {
  /// What a scalar becomes: another scalar, nothing, or itself (`nil`).
  enum Change: Equatable {
    case to(UInt8)
    case removed
  }

  static func change(of scalar: UInt32) -> Change? {
    switch scalar {
    // Apostrophes, among them the letters that Uzbek, Ukrainian and Hawaiian texts use as such, and the accents
    // that keyboards put in their place.
    case 0x2018, 0x2019, 0x201B, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0x02C8, 0x00B4, 0x0060, 0x2032,
      0xFF07:
      .to(0x27)
    case 0x201C...0x201F, 0x00AB, 0x00BB, 0x2033, 0xFF02: .to(0x22)
    // Hyphens, dashes and the minus sign.
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: .to(0x2D)
    // Space_Separator.
    case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .to(0x20)
    // Soft hyphen, zero-width space, word joiner, byte order mark, direction marks and embeddings.
    case 0x00AD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C:
      .removed
    default: nil
    }
  }

  static func apply(to bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    var rewriter = TextRewriter(bytes)
    let text = bytes.span
    var index = nextSuspect(in: text, from: 0)
    while index < bytes.count {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      switch change(of: scalar) {
      case .to(let byte): rewriter.replace(index..<index + length, with: [byte])
      case .removed: rewriter.replace(index..<index + length, with: [])
      case nil: break
      }
      index += length
      if index < bytes.count, !isSuspect(bytes[index]) {
        index = nextSuspect(in: text, from: index)
      }
    }
    return rewriter.finish()
  }

  /// Whether a scalar that starts with this byte may change.
  static func isSuspect(_ lead: UInt8) -> Bool {
    switch lead {
    case 0x60, 0xC2, 0xCA, 0xCB, 0xD8, 0xE1...0xFF: true
    default: false
    }
  }

  /// The first byte that ``isSuspect(_:)`` names, or the end.
  private static func nextSuspect(in text: Span<UInt8>, from start: Int) -> Int {
    ByteBlocks.firstIndex(in: text, from: start) { block in
      ByteBlocks.from(0xC2, block) & ~ByteBlocks.from(0xC3, block)
        | ByteBlocks.from(0xCA, block) & ~ByteBlocks.from(0xCC, block)
        | ByteBlocks.from(0xD8, block) & ~ByteBlocks.from(0xD9, block)
        | ByteBlocks.from(0xE1, block) | ByteBlocks.equal(0x60, block)
    } passes: {
      isSuspect($0)
    }
  }
}
