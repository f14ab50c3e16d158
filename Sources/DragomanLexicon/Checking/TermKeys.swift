internal import DragomanText

/// What a name is found by: the search keys of its terms.
struct TermKey: Hashable {
  /// The keys one behind the other, each with a space behind it.
  private let bytes: [UInt8]
  private let hash: UInt64
  /// How many terms there are.
  let termCount: Int
  /// How many bytes the longest term's key has.
  let longestTerm: Int
  /// Whether there are digits and marks alone.
  let isNumeric: Bool

  init(_ terms: ArraySlice<Term>, _ keys: [UInt8]) {
    var bytes: [UInt8] = []
    var hash: UInt64 = 0
    var isNumeric = true
    var longestTerm = 0
    for term in terms {
      bytes.append(contentsOf: keys[term.keyRange])
      bytes.append(0x20)
      longestTerm = max(longestTerm, term.keyRange.count)
      hash = (hash &* 31) ^ term.keyHash
      // Keys are folded: a letter is a small one of ASCII, or no ASCII.
      if keys[term.keyRange].contains(where: { $0 >= 0x61 }) { isNumeric = false }
    }
    self.bytes = bytes
    self.hash = hash
    self.isNumeric = isNumeric
    self.longestTerm = longestTerm
    termCount = terms.count
  }

  static func == (left: TermKey, right: TermKey) -> Bool {
    left.hash == right.hash && left.bytes == right.bytes
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension Tokenizer {
  /// The keys of names, cut as the compiler cuts them. Cost: one pass over all.
  func termKeys(of names: [some StringProtocol]) -> [TermKey] {
    var text: [UInt8] = []
    var ends: [Int] = []
    for name in names {
      text.append(contentsOf: name.utf8)
      ends.append(text.count)
      text.append(0x0A)
    }
    let cut = terms(of: text)
    var next = 0
    return ends.map { end in
      let first = next
      while next < cut.terms.count, cut.terms[next].lowerBound < end { next += 1 }
      return TermKey(cut.terms[first..<next], cut.keys)
    }
  }
}
