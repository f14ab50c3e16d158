/// What stands behind a place where a sentence may end: quotes and brackets that open, then a word or a sign.
struct FollowingText {
  enum Sort {
    /// A word in small letters: the sentence goes on.
    case small
    /// A word with a capital, or in letters without case.
    case capital
    case digit
    case dash
    case slash
    /// A sign, or the text's end.
    case other
  }

  let sort: Sort
  /// Whether a bracket opens before the word.
  let isBracketed: Bool
  /// The first word, up to an apostrophe or a hyphen; empty if there is none.
  let word: Range<Int>

  /// Reads what stands from an index on, white space left out.
  init(at start: Int, in bytes: [UInt8]) {
    var index = start
    var isBracketed = false
    while index < bytes.count {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      guard SentenceSigns.isOpener(scalar) else { break }
      if scalar == 0x28 || scalar == 0x5B { isBracketed = true }
      index += length
    }
    self.isBracketed = isBracketed
    let end = Self.wordEnd(from: index, in: bytes)
    word = index..<end
    guard index < bytes.count else {
      sort = .other
      return
    }
    let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
    if SentenceSigns.isDash(scalar) {
      sort = .dash
    } else if scalar == 0x2F {
      sort = .slash
    } else if ScalarProperties.isLowercase(scalar) {
      // `eBay` is a name.
      let second = index + length
      let isName =
        second < end
        && ScalarProperties.isUppercase(ScalarDecoding.scalar(in: bytes, at: second).value)
      sort = isName ? .capital : .small
    } else if ScalarProperties.GeneralCategory(scalar).isLetter {
      sort = .capital
    } else {
      sort = ScalarProperties.GeneralCategory(scalar).isNumber ? .digit : .other
    }
  }

  /// Reads what stands behind a dash with a space on its other side; `nil` if there is no space.
  init?(behindDash dash: FollowingText, in bytes: [UInt8]) {
    var index = dash.word.lowerBound
    while index < bytes.count {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      guard SentenceSigns.isDash(scalar) else { break }
      index += length
    }
    guard index < bytes.count, bytes[index] == 0x20 else { return nil }
    self.init(at: index + 1, in: bytes)
  }

  /// Whether the word is one of those that open sentences, with white space behind it: `В этом`, not `В. Путин`.
  func opensSentence(_ language: SentenceLanguage, in bytes: [UInt8]) -> Bool {
    guard sort == .capital, language.words.roles(of: word, in: bytes).contains(.opener) else {
      return false
    }
    return word.upperBound == bytes.count || bytes[word.upperBound] != 0x2E
  }

  /// The word behind this one if only spaces part them; empty if there is none.
  func nextWord(in bytes: [UInt8]) -> Range<Int> {
    Self.word(behind: word.upperBound, in: bytes)
  }

  static func word(behind end: Int, in bytes: [UInt8]) -> Range<Int> {
    var index = end
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index > end else { return end..<end }
    return index..<wordEnd(from: index, in: bytes)
  }

  static func wordEnd(from start: Int, in bytes: [UInt8]) -> Int {
    var end = start
    while end < bytes.count {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: end)
      if !ScalarProperties.isWordLike(scalar) { break }
      end += length
    }
    return end
  }

  /// How many capitals stand in a range; none if there is a small letter and `only` asks for capitals alone.
  static func capitals(in range: Range<Int>, of bytes: [UInt8], only: Bool) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      if ScalarProperties.isUppercase(scalar) {
        count += 1
      } else if only, ScalarProperties.isLowercase(scalar) {
        return 0
      }
      index += length
    }
    return count
  }
}
