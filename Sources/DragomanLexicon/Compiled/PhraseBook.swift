/// Words that stand in a lexicon's records as two bytes, since they come again and again: ` University`, `Министерство`.
///
/// UTF-8 has no byte from F8 on. Such a byte and the one behind it are the number of a word, 11 bits.
struct PhraseBook: Sendable {
  /// How many words have a number.
  static let limit = 1 << 11
  private static let firstLead: UInt8 = 0xF8

  private let starts: MappedBytes
  private let phrases: MappedBytes

  init(_ starts: MappedBytes, _ phrases: MappedBytes) {
    self.starts = starts
    self.phrases = phrases
  }

  /// The number of a word as it stands in a record.
  static func code(_ number: Int) -> [UInt8] {
    [firstLead | UInt8(number >> 8), UInt8(number & 0xFF)]
  }

  /// Bytes with all words written out.
  func expanded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= Self.firstLead }) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte >= Self.firstLead, index + 1 < bytes.count else {
        result.append(byte)
        index += 1
        continue
      }
      let number = Int(byte & 7) << 8 | Int(bytes[index + 1])
      let (start, end) = (Int(starts.uint32(number)), Int(starts.uint32(number + 1)))
      if start < end { result += phrases.bytes(in: start..<end) }
      index += 2
    }
    return result
  }
}
