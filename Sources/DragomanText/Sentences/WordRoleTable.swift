/// The roles of a language's words, found by their bytes: no string is made to look one up.
///
/// Open addressing over FNV-1a, at most half full.
struct WordRoleTable: Sendable {
  private struct Slot {
    var start: UInt32 = 0
    var length: UInt8 = 0
    var roles: WordRoles = []
  }

  private var slots: [Slot]
  private var words: [UInt8] = []
  private let longest: Int

  /// Makes a table of lists of words parted by white space. Lists add up: a word may have several roles.
  ///
  /// Abbreviations stand without their last full stop. Those in lower case are also known with a capital, and all of
  /// two letters or more in capitals alone.
  init(_ lists: [(WordRoles, String)], dotted: Bool = false) {
    var roles: [[UInt8]: WordRoles] = [:]
    for (role, list) in lists {
      for word in list.split(whereSeparator: \.isWhitespace) {
        for variant in Self.variants(of: word, dotted: dotted) {
          roles[Array(variant.utf8), default: []].formUnion(role)
        }
      }
    }
    var capacity = 16
    while capacity < 2 * roles.count { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    longest = roles.keys.map(\.count).max() ?? 0
    for (word, role) in roles { insert(word, role) }
  }

  /// The roles of the word that stands in a range; none if it is not listed.
  func roles(of range: Range<Int>, in bytes: [UInt8]) -> WordRoles {
    roles(of: range.lowerBound..<range.lowerBound, and: range, in: bytes)
  }

  /// The roles of a word written in two parts, as `т. п.` is.
  func roles(of first: Range<Int>, and second: Range<Int>, in bytes: [UInt8]) -> WordRoles {
    let count = first.count + second.count
    if count == 0 || count > longest { return [] }
    var hash = Self.seed
    for index in first { Self.add(bytes[index], to: &hash) }
    for index in second { Self.add(bytes[index], to: &hash) }
    var place = Int(hash) & (slots.count - 1)
    while slots[place].length > 0 {
      let slot = slots[place]
      if Int(slot.length) == count, isWord(at: Int(slot.start), first, second, bytes) {
        return slot.roles
      }
      place = (place + 1) & (slots.count - 1)
    }
    return []
  }
}

extension WordRoleTable {
  private static let seed: UInt32 = 2_166_136_261

  private static func add(_ byte: UInt8, to hash: inout UInt32) {
    // Wraps on purpose: FNV-1a is arithmetic modulo 2^32.
    hash = (hash ^ UInt32(byte)) &* 16_777_619
  }

  private func isWord(
    at start: Int, _ first: Range<Int>, _ second: Range<Int>, _ bytes: [UInt8]
  ) -> Bool {
    var place = start
    for index in first {
      if words[place] != bytes[index] { return false }
      place += 1
    }
    for index in second {
      if words[place] != bytes[index] { return false }
      place += 1
    }
    return true
  }

  private mutating func insert(_ word: [UInt8], _ roles: WordRoles) {
    var hash = Self.seed
    for byte in word { Self.add(byte, to: &hash) }
    var place = Int(hash) & (slots.count - 1)
    while slots[place].length > 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Slot(start: UInt32(words.count), length: UInt8(word.count), roles: roles)
    words += word
  }

  /// A word as it is listed, with a capital, and in capitals; one letter has only the case it is listed in.
  private static func variants(of word: Substring, dotted: Bool) -> Set<String> {
    var result: Set<String> = [String(word)]
    guard word.unicodeScalars.count(where: \.properties.isAlphabetic) > 1 else { return result }
    func upper(_ scalar: Unicode.Scalar) -> String {
      dotted && scalar == "i" ? "İ" : scalar.properties.uppercaseMapping
    }
    let scalars = word.unicodeScalars
    result.insert(scalars.map(upper).joined())
    if let first = scalars.first {
      result.insert(upper(first) + scalars.dropFirst().map(String.init).joined())
    }
    return result
  }
}
