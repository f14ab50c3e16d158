/// What words and letters say of a text's language, as sets of profiles by their place in ``LanguageProfile/all``: a word
/// costs one look-up.
struct LanguageVotes: Sendable {
  /// What a word says: by profile, in halves of a vote.
  typealias OfWord = SIMD16<Int8>

  /// The votes of all profiles.
  static let all = LanguageVotes(LanguageProfile.all)

  /// The language of each profile.
  let languages: [LanguageTag]
  /// The profiles of Cyrillic text.
  private let cyrillic: UInt32

  /// The votes of a function word, by the hash of its search key: open addressing, a power of two. The few hundred words
  /// collide with nothing that is likelier than they are.
  private var slots: [(hash: UInt64, profiles: UInt32)]
  /// By letter below U+0530: the profiles it speaks for in the low half, those it speaks against in the high half.
  private var byLetter = [UInt64](repeating: 0, count: 0x530)
  /// The letters of ASCII that say something, eight times each, and what they say.
  private let telling: [(letters: UInt64, votes: UInt64)]

  private init(_ profiles: [LanguageProfile]) {
    precondition(profiles.count <= OfWord.scalarCount, "there are more profiles than votes")
    languages = profiles.map(\.language)
    var cyrillic: UInt32 = 0
    var words: [UInt64: UInt32] = [:]
    for (index, profile) in profiles.enumerated() {
      let bit = UInt32(1) << UInt32(index)
      if profile.isCyrillic { cyrillic |= bit }
      for word in profile.words {
        words[SearchKeyHash.of(Array(word.utf8)[...]), default: 0] |= bit
      }
      for letter in profile.letters { byLetter[Int(letter)] |= UInt64(bit) }
      for letter in profile.foreignLetters { byLetter[Int(letter)] |= UInt64(bit) << 32 }
    }
    self.cyrillic = cyrillic
    var size = 2
    while size < 2 * words.count { size *= 2 }
    slots = Array(repeating: (0, 0), count: size)
    for (hash, profiles) in words {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot].profiles != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (hash, profiles)
    }
    let byLetter = byLetter
    telling = (UInt8(0)..<0x80).filter { byLetter[Int($0)] != 0 }.map {
      (ByteBlocks.splat($0), byLetter[Int($0)])
    }
  }

  /// What a word says: a vote for each language that it is a function word of, half a one for each that its letters
  /// speak for, one against each that they speak against. Only languages of its script count.
  func votes(ofWord range: Range<Int>, in bytes: [UInt8], keyHash: UInt64) -> OfWord {
    let letters = letters(of: bytes, range)
    let script = letters.isCyrillic ? cyrillic : ~cyrillic
    let (function, speakingFor, speakingAgainst) = (
      functionWord(keyHash) & script, letters.speakingFor & script,
      letters.speakingAgainst & script
    )
    var votes = OfWord()
    for profile in languages.indices {
      func bit(_ profiles: UInt32) -> Int8 { Int8(profiles >> UInt32(profile) & 1) }
      votes[profile] = 2 * bit(function) + bit(speakingFor) - 2 * bit(speakingAgainst)
    }
    return votes
  }

  /// The profiles that a word with this hash is a function word of.
  private func functionWord(_ hash: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].profiles != 0 {
      if slots[slot].hash == hash { return slots[slot].profiles }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  /// What the letters of a word say together. Cost: a test of eight bytes at a time, a look-up for each wide letter.
  private func letters(
    of bytes: [UInt8], _ range: Range<Int>
  ) -> (speakingFor: UInt32, speakingAgainst: UInt32, isCyrillic: Bool) {
    let text = bytes.span
    var votes: UInt64 = 0
    var isCyrillic = false
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] < 0x80 {
        if range.upperBound &- index >= 8 || text.count &- index >= 8 {
          let word = text.word(at: index)
          let high = word & ByteBlocks.marks
          let ascii = high == 0 ? 8 : high.trailingZeroBitCount &>> 3
          let count = min(ascii, range.upperBound &- index)
          let here = ~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
          for letter in telling {
            let difference = word ^ letter.letters
            let equal =
              ~((difference & ~ByteBlocks.marks) &+ ByteBlocks.splat(0x7F) | difference)
              & ByteBlocks.marks & here
            if equal != 0 { votes |= letter.votes }
          }
          index &+= count
        } else {
          votes |= byLetter[Int(text[index])]
          index &+= 1
        }
        continue
      }
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      index &+= length
      guard scalar < 0x530 else { continue }
      votes |= byLetter[Int(scalar)]
      if scalar >= 0x400 { isCyrillic = true }
    }
    return (UInt32(truncatingIfNeeded: votes), UInt32(votes >> 32), isCyrillic)
  }
}
