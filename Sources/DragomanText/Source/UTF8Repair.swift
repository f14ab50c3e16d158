/// Turns bytes that should be UTF-8 into valid UTF-8.
///
/// Each maximal ill-formed part becomes one U+FFFD, as in the WHATWG Encoding Standard and Unicode 15,
/// section 3.9 ("U+FFFD Substitution of Maximal Subparts"). Cost: one pass.
enum UTF8Repair {
  /// How well bytes read as UTF-8.
  struct Census {
    /// Ill-formed parts, each of which becomes one U+FFFD.
    var illFormed = 0
    /// Well-formed sequences of two bytes or more.
    var multiByte = 0
  }

  /// Counts well-formed and ill-formed sequences.
  static func census(_ bytes: [UInt8]) -> Census {
    var census = Census()
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let (length, isWellFormed) = sequence(in: bytes, at: index)
      if isWellFormed { census.multiByte += 1 } else { census.illFormed += 1 }
      index += length
    }
    return census
  }

  /// The bytes with each ill-formed part replaced, and how many there were.
  static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], count: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var count = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        result.append(bytes[index])
        index += 1
        continue
      }
      let (length, isWellFormed) = sequence(in: bytes, at: index)
      if isWellFormed {
        result.append(contentsOf: bytes[index..<index + length])
      } else {
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        count += 1
      }
      index += length
    }
    return (result, count)
  }

  /// The length of the sequence at the end that more bytes may make well-formed; 0 if there is none.
  static func unfinishedEnd(of bytes: [UInt8]) -> Int {
    for length in 1...3 where length <= bytes.count {
      let lead = bytes[bytes.count - length]
      if lead & 0xC0 == 0x80 { continue }
      guard (0xC2...0xF4).contains(lead) else { return 0 }
      let (read, isWellFormed) = sequence(in: bytes, at: bytes.count - length)
      return !isWellFormed && read == length ? length : 0
    }
    return 0
  }

  /// The length of the sequence that starts with a byte above 0x7F, and whether it is well-formed
  /// (Unicode 15, table 3-7).
  private static func sequence(in bytes: [UInt8], at index: Int) -> (
    length: Int, isWellFormed: Bool
  ) {
    let lead = bytes[index]
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let expected: Int
    switch lead {
    case 0xC2...0xDF: expected = 2
    case 0xE0: (expected, second) = (3, 0xA0...0xBF)
    case 0xED: (expected, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: expected = 3
    case 0xF0: (expected, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: expected = 4
    case 0xF4: (expected, second) = (4, 0x80...0x8F)
    default: return (1, false)
    }
    var length = 1
    while length < expected {
      guard index + length < bytes.count else { return (length, false) }
      let allowed = length == 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[index + length]) else { return (length, false) }
      length += 1
    }
    return (expected, true)
  }
}
