/// Cuts runs of Thai, Lao, Khmer or Burmese into words: of the words that stand at a place, the one that more words
/// follow.
///
/// The method is that of `ThaiBreakEngine` and its sisters in ICU's `dictbe.cpp`, the same in ICU 72 to 78: two words
/// behind each are looked at. What is no word goes to a short word before it, or stands by itself up to the next word.
struct LookAheadCutter: Sendable {
  private static let thai = LookAheadCutter(.thai, DictionaryData(script: "Thai"))
  private static let lao = LookAheadCutter(.lao, DictionaryData(script: "Laoo"))
  private static let khmer = LookAheadCutter(.khmer, DictionaryData(script: "Khmr"))
  private static let burmese = LookAheadCutter(.burmese, DictionaryData(script: "Mymr"))

  /// With the dictionary of the linked ICU; `nil` if it has none of a known form.
  static func linked(_ script: DictionaryScript) -> LookAheadCutter? {
    switch script {
    case .thai: thai
    case .lao: lao
    case .khmer: khmer
    case .burmese: burmese
    case .ideographs, .hangul: nil
    }
  }

  /// Words of this length or more take in nothing that is no word; nor does what begins like a word for so long join
  /// the word before it.
  private static let threshold = 3
  private static let paiyannoi: UInt32 = 0x0E2F
  private static let maiyamok: UInt32 = 0x0E46

  private let script: DictionaryScript
  private let trie: ByteTrie
  /// Runs of fewer characters are not cut.
  private let shortest: Int
  /// The bytes of Thai's signs of abbreviation and repetition.
  private let abbreviation: UInt8
  private let repetition: UInt8

  init?(_ script: DictionaryScript, _ data: DictionaryData) {
    guard let trie = ByteTrie(data) else { return nil }
    self.script = script
    self.trie = trie
    // Two words of two characters; ICU asks Thai for one more.
    shortest = script == .thai ? 5 : 4
    abbreviation = trie.byte(of: Self.paiyannoi)
    repetition = trie.byte(of: Self.maiyamok)
  }

  /// Cuts the run of the script's characters that starts at an offset of a text, and adds the boundaries inside it.
  ///
  /// Cost: some words looked up for each character.
  ///
  /// - Returns: the end of the run; at most `end`.
  func cutRun(
    _ text: [UInt8], from start: Int, to end: Int, _ classes: DictionaryClasses,
    _ scratch: inout DictionaryScratch
  ) -> Int {
    scratch.reserveBytes((end - start) / 3 + 1)
    var index = start
    var count = 0
    unsafe scratch.bytes.withUnsafeMutableBufferPointer { bytes in
      unsafe scratch.classes.withUnsafeMutableBufferPointer { found in
        while index + 2 < end {
          let (scalar, length) = ScalarDecoding.scalar(in: text, at: index)
          let one = classes[scalar]
          // All of them take three bytes.
          guard one & DictionaryClasses.script == script.rawValue, length == 3 else { break }
          unsafe bytes[count] = trie.byte(of: scalar)
          unsafe found[count] = one
          count += 1
          index += length
        }
      }
    }
    if count >= shortest { cut(from: start, count, &scratch) }
    return index
  }

  private func cut(from start: Int, _ count: Int, _ scratch: inout DictionaryScratch) {
    var breaks: [UInt32] = []
    swap(&breaks, &scratch.breaks)
    var slots: [UInt16] = []
    swap(&slots, &scratch.words)
    let (bytes, classes) = (scratch.bytes, scratch.classes)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe slots.withUnsafeMutableBufferPointer { slots in
        guard let bytes = bytes.baseAddress, let slots = slots.baseAddress else { return }
        let lookUp = unsafe WordLookUp(trie: trie, bytes: bytes, count: count, slots: slots)
        lookUp.clear()
        var place = 0
        while true {
          var end = place + bestWord(at: place, lookUp)
          if end < count, end - place < Self.threshold { end = joined(place, end, lookUp, classes) }
          while end < count, classes[end] & DictionaryClasses.mark != 0 { end += 1 }
          if script == .thai, end < count { end = unsafe suffixed(end, lookUp, bytes) }
          if end >= count { break }
          breaks.append(UInt32(start + 3 * end))
          place = end
        }
      }
    }
    swap(&breaks, &scratch.breaks)
    swap(&slots, &scratch.words)
  }

  /// The length of the word at a place that two more words follow, the longest of them; if there is none, of one that
  /// a word follows, the shortest of them; else of the longest. 0 without a word.
  private func bestWord(at place: Int, _ lookUp: WordLookUp) -> Int {
    let words = lookUp.words(at: place)
    if words.count < 2 { return words.count == 0 ? 0 : words.length(0) }
    var best = words.count - 1
    if place + words.length(best) >= lookUp.count { return words.length(best) }
    for word in (0..<words.count).reversed() {
      let behind = place + words.length(word)
      let second = lookUp.words(at: behind)
      if second.count == 0 { continue }
      best = word
      if behind + second.length(second.count - 1) >= lookUp.count { break }
      let isFollowed = (0..<second.count).reversed().contains {
        lookUp.words(at: behind + second.length($0)).count > 0
      }
      if isFollowed { break }
    }
    return words.length(best)
  }

  /// The end of a word, or of nothing, together with what behind it is no word.
  private func joined(
    _ start: Int, _ end: Int, _ lookUp: WordLookUp, _ classes: [UInt8]
  ) -> Int {
    let next = lookUp.words(at: end)
    if next.count > 0 || end > start && next.read >= Self.threshold { return end }
    var place = end + 1
    while place < lookUp.count {
      if classes[place - 1] & DictionaryClasses.end != 0,
        classes[place] & DictionaryClasses.begin != 0,
        lookUp.words(at: place).count > 0
      {
        break
      }
      place += 1
    }
    return place
  }

  /// The end of a Thai word together with the signs of abbreviation and repetition behind it.
  private func suffixed(_ end: Int, _ lookUp: WordLookUp, _ bytes: UnsafePointer<UInt8>) -> Int {
    var end = end
    var next = unsafe bytes[end]
    guard next == abbreviation || next == repetition, lookUp.words(at: end).count == 0 else {
      return end
    }
    if next == abbreviation {
      let last = unsafe bytes[end - 1]
      if last != abbreviation, last != repetition {
        end += 1
        next = end < lookUp.count ? unsafe bytes[end] : 0
      }
    }
    if next == repetition, unsafe bytes[end - 1] != repetition { end += 1 }
    return end
  }
}
