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
    guard findWay(count, &scratch) else { return }
    let first = scratch.breaks.count
    var place = count - Int(scratch.lengths[count])
    while place > 0 {
      scratch.breaks.append(
        scratch.places.isEmpty ? UInt32(start + 3 * place) : scratch.places[place])
      place -= Int(scratch.lengths[place])
    }
    var (low, high) = (first, scratch.breaks.count - 1)
    while low < high {
      scratch.breaks.swapAt(low, high)
      (low, high) = (low + 1, high - 1)
    }
    if !scratch.places.isEmpty { scratch.removeRepeats(from: first, start: UInt32(start)) }
  }

  /// Finds the cheapest way of cutting: for each place the length of the last word.
  ///
  /// - Returns: whether there is one. Hangul has no costs by itself.
  private func findWay(_ count: Int, _ scratch: inout DictionaryScratch) -> Bool {
    unsafe scratch.units.withUnsafeBufferPointer { units in
      unsafe scratch.lengths.withUnsafeMutableBufferPointer { lengths in
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: CheapestWay.window) {
          costs in
          guard let units = units.baseAddress, let lengths = lengths.baseAddress,
            let costs = costs.baseAddress
          else { return false }
          let way = unsafe CheapestWay(costs: costs, lengths: lengths)
          way.clear()
          way[0] = 0
          unsafe findWay(units, count, way)
          return way[count] != CheapestWay.unreached
        }
      }
    }
  }

  private func findWay(_ units: UnsafePointer<UInt16>, _ count: Int, _ way: CheapestWay) {
    var isBehindKatakana = false
    for place in 0..<count where way[place] != CheapestWay.unreached {
      let unit = unsafe units[place]
      let isWord = unsafe trie.extend(way, at: place, units, count, limit: Self.longestWord)
      if !isWord, !(0xAC00...0xD7A3).contains(unit) {
        way.extend(from: place, to: place + 1, Self.strangerCost)
      }
      let isKatakana = Self.isKatakana(unit)
      if isKatakana, !isBehindKatakana {
        let length = unsafe Self.katakanaLength(units + place, count - place)
        if length < Self.katakanaLimit {
          let cost = Self.katakanaCosts[length < Self.katakanaCosts.count ? length : 0]
          way.extend(from: place, to: place + length, cost)
        }
      }
      isBehindKatakana = isKatakana
      way[place] = CheapestWay.unreached
    }
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
    breaks.removeLast(breaks.count - end)
  }
}
