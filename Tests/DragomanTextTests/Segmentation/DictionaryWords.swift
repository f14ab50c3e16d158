@testable import DragomanText

/// Words of ICU's dictionaries, found by walking down their tries at random.
struct DictionaryWords {
  private var generator: SeededGenerator

  init(salt: UInt64) { generator = SeededGenerator(salt: salt) }

  /// Some words of a script, called by its ISO 15924 code, whose characters stand in a range.
  mutating func words(
    of code: String, in letters: ClosedRange<UInt32>, count: Int
  ) -> [[Unicode.Scalar]] {
    let data = DictionaryData(script: code)
    var words: [[Unicode.Scalar]] = []
    if let trie = ByteTrie(data) {
      while words.count < count { words.append(word(of: trie, letters)) }
    } else if data.form == .units {
      while words.count < count { words.append(word(of: data)) }
    }
    return words
  }

  /// Tries letter after letter, until none leads on.
  private mutating func word(
    of trie: ByteTrie, _ letters: ClosedRange<UInt32>
  ) -> [Unicode.Scalar] {
    var bytes: [UInt8] = []
    var word: [Unicode.Scalar] = []
    var lengths = [UInt16](repeating: 0, count: ByteTrie.mostWords)
    var longest = 0
    while word.count < 40, longest == 0 || Int.random(in: 0..<4, using: &generator) > 0 {
      let isLonger = letters.shuffled(using: &generator).contains { letter in
        guard let scalar = Unicode.Scalar(letter) else { return false }
        // One more byte than the prefix is read only if the prefix leads on.
        let longer = bytes + [trie.byte(of: letter), 0xFD]
        let found = unsafe trie.words(in: longer, longer.count, lengths: &lengths)
        guard
          found.read == longer.count
            || found.count > 0 && lengths[found.count - 1] == longer.count - 1
        else { return false }
        bytes.append(trie.byte(of: letter))
        word.append(scalar)
        if found.count > 0 { longest = Int(lengths[found.count - 1]) }
        return true
      }
      if !isLonger { break }
    }
    return Array(word.prefix(max(1, longest)))
  }

  /// Takes an edge after the other, until a word ends.
  private mutating func word(of data: DictionaryData) -> [Unicode.Scalar] {
    guard let trie = unsafe data.trie else { return [] }
    let units = unsafe trie.assumingMemoryBound(to: UInt16.self)
    var word: [UInt16] = []
    var place = 0
    while true {
      var node = unsafe units[place]
      if node >= UnitTrie.firstValue {
        if node & 0x8000 != 0 || Bool.random(using: &generator) { break }
        place += 1
        _ = unsafe UnitTrie.innerValue(units, &place, node)
        node &= UnitTrie.firstValue - 1
        place -= 1
      }
      if node >= UnitTrie.firstRun {
        for offset in 0...Int(node - UnitTrie.firstRun) {
          word.append(unsafe units[place + 1 + offset])
        }
        place += Int(node - UnitTrie.firstRun) + 2
      } else {
        var edges: [(UInt16, Int)] = []
        unsafe UnitTrie.forEachEdge(units, of: place, node) { edges.append(($0, $1)) }
        let edge = edges[Int.random(in: 0..<edges.count, using: &generator)]
        word.append(edge.0)
        place = edge.1
      }
    }
    return Array(String(decoding: word, as: UTF16.self).unicodeScalars)
  }
}
