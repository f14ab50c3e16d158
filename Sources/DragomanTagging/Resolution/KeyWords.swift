internal import DragomanText

/// The words of a name as search keys, in order.
struct KeyWords {
  private struct Word {
    let end: Int
    /// Its first four bytes, with zeros behind a shorter one: different words mostly differ here.
    let head: UInt64
  }

  private var bytes: [UInt8] = []
  private var words: [Word] = []

  /// Shorter beginnings of words do not stand for the words, in letters.
  private static let shortestStem = 4

  /// The words of a spelling: what stands between spaces and marks; with hyphens inside they are one.
  init(_ spelling: String, _ normalizer: Normalizer) {
    for byte in normalizer.normalize(SourceText(spelling)).text.utf8 {
      let isWord =
        byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        || byte == 0x2D
      if isWord {
        bytes.append(byte)
      } else {
        close()
      }
    }
    close()
  }

  /// The words among some terms of a text.
  init(_ terms: Range<Int>, in context: TaggingContext) {
    for term in terms {
      if context[term].contains(.word) {
        bytes += context.key(term)
      } else if context.isMark(term, "-"), context.isAttached(term), context.isAttached(term + 1) {
        bytes.append(0x2D)
        continue
      }
      let goesOn = context.isMark(term + 1, "-") && context.isAttached(term + 1)
      if !goesOn || !terms.contains(term + 2) { close() }
    }
  }

  private mutating func close() {
    let start = words.last?.end ?? 0
    guard bytes.count > start else { return }
    let head = bytes.span.word(at: start, before: min(start + 4, bytes.count))
    words.append(Word(end: bytes.count, head: head))
  }

  private var indices: Range<Int> { words.indices }

  private subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : words[index - 1].end)..<words[index].end]
  }

  /// Whether all words stand in another name; of inflected ones the beginning: `Cumhurbaşkanı` in `Cumhurbaşkanları`,
  /// `Президенту` in `президент`.
  func areIn(_ name: KeyWords) -> Bool {
    !words.isEmpty
      && indices.allSatisfy { own in
        name.indices.contains {
          words[own].head == name.words[$0].head && Self.isSameStem(self[own], name[$0])
        }
      }
  }

  /// Whether each word is the beginning of one of another name.
  func beginWords(of name: KeyWords) -> Bool {
    indices.allSatisfy { own in name.indices.contains { name[$0].starts(with: self[own]) } }
  }

  /// Whether the words stand one behind the other in another name, the last of several maybe with an ending there.
  func standTogether(in name: KeyWords) -> Bool {
    guard let last = indices.last else { return false }
    return name.indices.contains { start in
      start + last < name.words.count && words[0].head == name.words[start].head
        && self[0] == name[start]
        && (0..<last).allSatisfy { self[$0] == name[start + $0] }
        && name[start + last].starts(with: self[last])
    }
  }

  private static func isSameStem(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    if one == other { return true }
    // Cyrillic letters are two bytes.
    let letter = (one.first ?? 0) < 0x80 ? 1 : 2
    let common = zip(one, other).prefix { $0 == $1 }.count / letter
    return common >= max(shortestStem, min(one.count, other.count) / letter - 1)
  }
}
