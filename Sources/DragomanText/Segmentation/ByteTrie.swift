/// A dictionary of words, as ICU stores it: a trie over bytes, each of which is a character of one script, read where
/// ICU mapped it.
///
/// The form is that of ICU's `bytestrie.h`: a node is a branch, a run of bytes that must follow one another, or a value
/// that stands before one of those two or ends the word. The values are of no use here.
struct ByteTrie: Sendable {
  /// Below it: a branch, and how many bytes it chooses from; 0 if that stands in the next byte.
  private static let firstRun: UInt8 = 0x10
  /// Below it, from `firstRun` on: a run, and how long it is.
  private static let firstValue: UInt8 = 0x20
  /// Branches of more bytes than this are searched by halves.
  private static let linearBranch = 5
  /// How many words are noted at a place (`POSSIBLE_WORD_LIST_MAX` of ICU's `dictbe.cpp`).
  static let mostWords = 20

  private let data: DictionaryData
  /// By the first byte: where its node stands; 0 if no word begins so.
  private let roots: [UInt32]

  /// - Returns: `nil` if the data is no such trie, or does not begin with a branch.
  init?(_ data: DictionaryData) {
    guard data.form == .bytes, let trie = unsafe data.trie else { return nil }
    let bytes = unsafe trie.assumingMemoryBound(to: UInt8.self)
    let node = unsafe bytes[0]
    guard node < Self.firstRun else { return nil }
    self.data = data
    roots = (0...255).map { UInt32(unsafe Self.choose(bytes, 1, node, $0)) }
  }

  /// The byte that stands for a character. Those out of reach share one with U+200D, as in ICU.
  func byte(of scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x200D: return 0xFF
    case 0x200C: return 0xFE
    default: break
    }
    let difference = scalar &- data.offset
    return difference > 0xFD ? 0xFF : UInt8(difference)
  }

  /// Notes the lengths of the words that a text begins with, shorter ones first.
  ///
  /// - Precondition: the text has `count` bytes, one at least; `lengths` has room for ``mostWords``.
  /// - Returns: how many words there are, and how many bytes were read.
  func words(
    in text: UnsafePointer<UInt8>, _ count: Int, lengths: UnsafeMutablePointer<UInt16>
  ) -> (count: Int, read: Int) {
    guard let trie = unsafe data.trie else { return (0, 1) }
    let bytes = unsafe trie.assumingMemoryBound(to: UInt8.self)
    var found = 0
    var index = 1
    var place = Int(unsafe roots[Int(text[0])])
    while place != 0 {
      var node = unsafe bytes[place]
      if node >= Self.firstValue {
        if found < Self.mostWords {
          unsafe lengths[found] = UInt16(clamping: index)
          found += 1
        }
        if node & 1 != 0 { break }
        place += Self.valueLength(node)
        node = unsafe bytes[place]
      }
      place += 1
      if index >= count { break }
      if node < Self.firstRun {
        place = unsafe Self.choose(bytes, place, node, text[index])
        index += 1
      } else {
        let runEnd = index + Int(node - Self.firstRun) + 1
        while index < runEnd {
          if index >= count { return (found, index) }
          let isSame = unsafe bytes[place] == text[index]
          place += 1
          index += 1
          if !isSame { return (found, index) }
        }
      }
    }
    return (found, index)
  }

  /// The place of the node behind a byte of the branch whose bytes start at `start`; 0 if it does not choose from it.
  @inline(__always)
  private static func choose(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ node: UInt8, _ byte: UInt8
  ) -> Int {
    var place = start
    var count = Int(node)
    if count == 0 {
      count = Int(unsafe bytes[place])
      place += 1
    }
    count += 1
    while count > linearBranch {
      let isLow = unsafe byte < bytes[place]
      place += 1
      if isLow {
        place = unsafe jump(bytes, place)
        count >>= 1
      } else {
        place += jumpLength(unsafe bytes[place])
        count -= count >> 1
      }
    }
    while count > 1 {
      let isFound = unsafe byte == bytes[place]
      place += 1
      if isFound { return unsafe edge(bytes, place) }
      place += valueLength(unsafe bytes[place])
      count -= 1
    }
    return unsafe byte == bytes[place] ? place + 1 : 0
  }

  /// How long a value is that begins with a byte.
  @inline(__always)
  private static func valueLength(_ lead: UInt8) -> Int {
    switch lead {
    case ..<0xA2: 1
    case ..<0xD8: 2
    case ..<0xFC: 3
    default: 4 + Int(lead >> 1 & 1)
    }
  }

  /// The place of the node that an edge of a branch leads to; the edge itself if it is the word's end, with its value.
  @inline(__always)
  private static func edge(_ bytes: UnsafePointer<UInt8>, _ place: Int) -> Int {
    let lead = unsafe bytes[place]
    if lead & 1 != 0 { return place }
    let value = Int(lead >> 1)
    let rest = unsafe bytes + place + 1
    switch value {
    case ..<0x51: return place + 1 + value - 0x10
    case ..<0x6C: return unsafe place + 2 + ((value - 0x51) << 8 | Int(rest[0]))
    case ..<0x7E: return unsafe place + 3 + ((value - 0x6C) << 16 | number(rest, 2))
    case 0x7E: return unsafe place + 4 + number(rest, 3)
    default: return unsafe place + 5 + number(rest, 4)
    }
  }

  /// How long the distance is that leads over the lower half of a branch's bytes.
  @inline(__always)
  private static func jumpLength(_ lead: UInt8) -> Int {
    switch lead {
    case ..<0xC0: 1
    case ..<0xF0: 2
    case ..<0xFE: 3
    default: 4 + Int(lead & 1)
    }
  }

  /// Where such a distance leads.
  @inline(__always)
  private static func jump(_ bytes: UnsafePointer<UInt8>, _ place: Int) -> Int {
    let lead = Int(unsafe bytes[place])
    let rest = unsafe bytes + place + 1
    switch lead {
    case ..<0xC0: return place + 1 + lead
    case ..<0xF0: return unsafe place + 2 + ((lead - 0xC0) << 8 | Int(rest[0]))
    case ..<0xFE: return unsafe place + 3 + ((lead - 0xF0) << 16 | number(rest, 2))
    case 0xFE: return unsafe place + 4 + number(rest, 3)
    default: return unsafe place + 5 + number(rest, 4)
    }
  }

  /// A number of some bytes, the highest first.
  private static func number(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int {
    (0..<length).reduce(0) { unsafe $0 << 8 | Int(bytes[$1]) }
  }
}
