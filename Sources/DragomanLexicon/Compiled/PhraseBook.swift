/// Words that stand in a lexicon's records as two bytes, since they come again and again: ` University`, `Министерство`.
///
/// UTF-8 has no byte from F8 on. F8 to FE and the byte behind are the numbers of the best words, FF and the two bytes behind
/// those of the others.
struct PhraseBook: Sendable {
  /// How many words have a number.
  static let limit = shortLimit + 1 << 16
  /// How many of them have one of two bytes.
  static let shortLimit = 7 << 8
  /// Longer words have no number, in bytes: what a record says of two bytes takes no memory without end.
  static let longest = 64
  private static let firstLead: UInt8 = 0xF8
  private static let longLead: UInt8 = 0xFF

  private let starts: MappedBytes
  private let phrases: MappedBytes

  init(_ starts: MappedBytes, _ phrases: MappedBytes) {
    self.starts = starts
    self.phrases = phrases
  }

  /// Appends the number of a word as it stands in a record.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    let rest = number < shortLimit ? number : number - shortLimit
    if number < shortLimit {
      bytes.append(firstLead + UInt8(rest >> 8))
    } else {
      bytes.append(longLead)
      bytes.append(UInt8(rest >> 8))
    }
    bytes.append(UInt8(rest & 0xFF))
  }

  /// Some bytes as text with all words written out.
  func string(_ bytes: MappedBytes, in range: Range<Int>) -> String {
    guard let lead = range.first(where: { bytes[$0] >= Self.firstLead }) else {
      return bytes.string(in: range)
    }
    var result: [UInt8] = []
    result.reserveCapacity(4 * range.count)
    bytes.append(range.lowerBound..<lead, to: &result)
    var index = lead
    while index < range.upperBound {
      let byte = bytes[index]
      let length = byte < Self.firstLead ? 1 : byte < Self.longLead ? 2 : 3
      guard length > 1, index + length <= range.upperBound else {
        result.append(byte)
        index += 1
        continue
      }
      let number =
        length == 2
        ? Int(byte - Self.firstLead) << 8 | Int(bytes[index + 1])
        : Self.shortLimit + (Int(bytes[index + 1]) << 8 | Int(bytes[index + 2]))
      let (start, end) = (Int(starts.uint32(number)), Int(starts.uint32(number + 1)))
      if start < end, end - start <= Self.longest { phrases.append(start..<end, to: &result) }
      index += length
    }
    return String(decoding: result, as: UTF8.self)
  }
}
