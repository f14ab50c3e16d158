internal import CICU

/// Cuts runs of Han, Hiragana and Katakana into words: the way of the least cost, after the dictionary of the linked
/// ICU.
///
/// The method is that of `CjkBreakEngine` in ICU's `dictbe.cpp`, the same in ICU 72 to 78: the text is brought to NFKC;
/// a word costs what the dictionary says, a character by itself 255, and a run of Katakana what its length says.
struct IdeographCutter: Sendable {
  /// With the dictionary of the linked ICU; `nil` if it has none of a known form.
  static let linked = IdeographCutter(DictionaryData(script: "Hani"))

  /// What stands for scalars above U+FFFF: ICU looks them up as they are, and so never finds them.
  static let supplementary: UInt16 = 0xFFFF
  /// Words of more units are not looked for.
  private static let longestWord = 20
  /// What a character costs that is no word.
  private static let strangerCost: UInt32 = 255
  /// Runs of Katakana of this length or more are no words.
  private static let katakanaLimit = 20
  /// What a run of Katakana costs, by its length; longer ones cost as much as the first.
  private static let katakanaCosts: [UInt32] = [8192, 984, 408, 240, 204, 252, 300, 372, 480]
  /// The cost of a place that no words lead to.
  private static let unreached = UInt32.max
  /// How many costs are kept: of all places that a word from here can lead to, and some more.
  private static let window = 32

  private let trie: UnitTrie

  init?(_ data: DictionaryData) {
    guard let trie = UnitTrie(data) else { return nil }
    self.trie = trie
  }

  /// Cuts the run that starts at an offset and whose scalars are `scratch.units`, and adds the boundaries inside it.
  ///
  /// Cost: a constant for each scalar.
  func cut(from start: Int, count: Int, _ scratch: inout DictionaryScratch) {
    guard count > 1 else { return }
    let isReached = findWay(count, &scratch)
    guard isReached else { return }
    let first = scratch.breaks.count
    var place = count
    while true {
      place -= Int(scratch.lengths[place])
      if place <= 0 { break }
      scratch.breaks.append(
        scratch.places.isEmpty ? UInt32(start + 3 * place) : scratch.places[place])
    }
    scratch.breaks[first...].reverse()
    if !scratch.places.isEmpty { scratch.removeRepeats(from: first, start: UInt32(start)) }
  }

  /// Finds the cheapest way of cutting: for each place the length of the last word.
  ///
  /// - Returns: whether there is one. Hangul has no costs by itself.
  private func findWay(_ count: Int, _ scratch: inout DictionaryScratch) -> Bool {
    var costs = InlineArray<32, UInt32>(repeating: Self.unreached)
    costs[0] = 0
    var isBehindKatakana = false
    unsafe scratch.units.withUnsafeBufferPointer { units in
      unsafe scratch.lengths.withUnsafeMutableBufferPointer { lengths in
        guard let units = units.baseAddress else { return }
        for place in 0..<count {
          let cost = costs[place & (Self.window - 1)]
          costs[place & (Self.window - 1)] = Self.unreached
          if cost == Self.unreached { continue }
          func reach(_ length: Int, _ wordCost: UInt32) {
            let end = place + length
            // ICU's costs wrap, too.
            let sum = cost &+ wordCost
            if sum < costs[end & (Self.window - 1)] {
              costs[end & (Self.window - 1)] = sum
              unsafe lengths[end] = UInt8(truncatingIfNeeded: length)
            }
          }
          let text = unsafe units + place
          var isWord = false
          unsafe trie.forEachWord(text, count - place, limit: Self.longestWord) {
            length, wordCost in
            if length == 1 { isWord = true }
            reach(length, wordCost)
          }
          let unit = unsafe text[0]
          if !isWord, !(0xAC00...0xD7A3).contains(unit) { reach(1, Self.strangerCost) }
          let isKatakana = Self.isKatakana(unit)
          if isKatakana, !isBehindKatakana {
            let length = unsafe Self.katakanaLength(text, count - place)
            if length < Self.katakanaLimit {
              reach(length, Self.katakanaCosts[length < Self.katakanaCosts.count ? length : 0])
            }
          }
          isBehindKatakana = isKatakana
        }
      }
    }
    return costs[count & (Self.window - 1)] != Self.unreached
  }

  @inline(__always)
  private static func isKatakana(_ unit: UInt16) -> Bool {
    unit >= 0x30A1 && unit <= 0x30FE && unit != 0x30FB || unit >= 0xFF66 && unit <= 0xFF9F
  }

  /// How many Katakana a text begins with, up to the limit.
  private static func katakanaLength(_ text: UnsafePointer<UInt16>, _ count: Int) -> Int {
    let end = min(count, katakanaLimit)
    var length = 1
    while unsafe length < end && isKatakana(text[length]) { length += 1 }
    return length
  }
}

extension DictionaryScratch {
  /// Takes out boundaries that NFKC's expansions put at one offset or at the start of the run.
  fileprivate mutating func removeRepeats(from first: Int, start: UInt32) {
    var last = start
    var end = first
    for index in first..<breaks.count where breaks[index] != last {
      last = breaks[index]
      breaks[end] = last
      end += 1
    }
    breaks.removeSubrange(end...)
  }
}
