internal import CICU

/// The binary form of ICU's boundary rules (`rbbidata.h`, format 6), field by field.
struct CompiledRules {
  private let bytes: [UInt8]

  init(_ rules: RuleAutomaton.Rules) throws(TextError) {
    var capacity = 1 << 15
    while true {
      var bytes = [UInt8](repeating: 0, count: capacity)
      let length =
        switch rules {
        case .words(let profile):
          unsafe cicu_compiled_rules(
            Int32(CICU_RULES_WORDS), profile.source, &bytes, Int32(capacity))
        case .sentences:
          unsafe cicu_compiled_rules(Int32(CICU_RULES_SENTENCES), nil, &bytes, Int32(capacity))
        }
      if length < 0 { throw ICU.error(-length, opening: "ICU's boundary rules") }
      if Int(length) <= capacity {
        self.bytes = Array(bytes.prefix(Int(length)))
        break
      }
      capacity = Int(length)
    }
    guard bytes.count >= 80, word(at: 0) == 0xB1A0, bytes[4] == 6 else {
      throw Self.unknownForm("format \(bytes.count > 4 ? Int(bytes[4]) : 0), known is 6")
    }
    let isInside = [table + 20, trieStart + word(at: 36), statusStart + word(at: 52)].allSatisfy {
      $0 <= bytes.count
    }
    guard isInside, table + 20 + word(at: table) * word(at: table + 4) <= bytes.count else {
      throw Self.unknownForm("it is cut short")
    }
  }

  static func unknownForm(_ reason: String) -> TextError {
    TextError(
      .unicodeLibrary,
      "the rules of ICU \(ICU.version) have a form that is not known here (\(reason)); use ICU 72 to 78"
    )
  }

  var categoryCount: Int { word(at: 12) }
  /// Where the forward table starts: number of states, row length, first dictionary category, look-ahead size, flags
  /// and the rows.
  var table: Int { word(at: 16) }
  private var trieStart: Int { word(at: 32) }
  private var statusStart: Int { word(at: 48) }
  var firstDictionaryCategory: Int { word(at: table + 8) }
  var asksForStart: Bool { word(at: table + 16) & 2 != 0 }
  var hasByteRows: Bool { word(at: table + 16) & 4 != 0 }
  /// The map from code points to categories.
  var trie: [UInt8] { Array(bytes[trieStart..<trieStart + word(at: 36)]) }

  /// The highest status of a group: a count and that many numbers in order.
  func status(at index: Int) -> Int {
    word(at: statusStart + 4 * (index + word(at: statusStart + 4 * index)))
  }

  /// A cell of a row: one or two bytes in the machine's order.
  func cell(at offset: Int, _ width: Int) -> Int {
    if width == 1 { return Int(bytes[offset]) }
    return unsafe bytes.withUnsafeBytes {
      Int(unsafe $0.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }
  }

  /// A number of four bytes in the machine's order.
  func word(at offset: Int) -> Int {
    unsafe bytes.withUnsafeBytes {
      Int(unsafe $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
  }
}

/// The category of each code point: blocks of 64, which is what the last byte of UTF-8 tells apart, with equal blocks
/// stored once.
struct CategoryTable: Sendable {
  private let blocks: [UInt16]
  private let values: [UInt8]

  /// Reads ICU's trie. Cost: about 0.1 ms.
  init(_ trie: [UInt8]) throws(TextError) {
    let capacity = 1 << 13
    var ends = [UInt32](repeating: 0, count: capacity)
    var categories = [UInt8](repeating: 0, count: capacity)
    let count = unsafe cicu_category_ranges(
      trie, Int32(trie.count), &ends, &categories, Int32(capacity))
    guard count >= 0 else { throw ICU.error(-count, opening: "ICU's boundary rules") }
    guard count <= capacity else { throw CompiledRules.unknownForm("\(count) ranges") }
    var blocks: [UInt16] = []
    blocks.reserveCapacity(0x110000 >> 6)
    var values: [UInt8] = []
    var uniform: [UInt8: UInt16] = [:]
    var range = 0
    for start in stride(from: UInt32(0), to: 0x110000, by: 64) {
      while ends[range] <= start { range += 1 }
      if ends[range] >= start + 64, let block = uniform[categories[range]] {
        blocks.append(block)
        continue
      }
      let block = UInt16(values.count >> 6)
      blocks.append(block)
      if ends[range] >= start + 64 { uniform[categories[range]] = block }
      var inner = range
      for scalar in start..<start + 64 {
        if ends[inner] <= scalar { inner += 1 }
        values.append(categories[inner])
      }
    }
    self.blocks = blocks
    self.values = values
  }

  /// - Precondition: `scalar` is below 0x110000.
  @inline(__always)
  subscript(scalar: UInt32) -> UInt8 {
    // The values of each block stand there.
    unsafe values.span[unchecked: Int(blocks[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
  }
}
