/// A dictionary of words with their costs, as ICU stores it: a trie over UTF-16 code units, read where ICU mapped it.
///
/// The form is that of ICU's `ucharstrie.h`: a node is a branch, a run of units that must follow one another, or a
/// value that stands before one of those two or ends the word.
struct UnitTrie: Sendable {
  /// Below it: a branch, and how many units it chooses from; 0 if that stands in the next unit.
  static let firstRun: UInt16 = 0x30
  /// Below it, from `firstRun` on: a run, and how long it is.
  static let firstValue: UInt16 = 0x40
  /// Branches of more units than this are searched by halves.
  private static let linearBranch = 5

  private let data: DictionaryData
  /// By the first unit: where its node stands; 0 if no word begins so.
  private let roots: [UInt32]

  /// - Returns: `nil` if the data is no such trie, or does not begin with a branch.
  init?(_ data: DictionaryData) {
    guard data.form == .units, let trie = unsafe data.trie else { return nil }
    let units = unsafe trie.assumingMemoryBound(to: UInt16.self)
    guard unsafe units[0] < Self.firstRun else { return nil }
    self.data = data
    var roots = [UInt32](repeating: 0, count: 0x10000)
    unsafe Self.forEachEdge(units, of: 0, units[0]) { unit, place in
      roots[Int(unit)] = UInt32(place)
    }
    self.roots = roots
  }

  /// Calls `body` with each unit that a branch chooses from, and the place of the node behind it.
  static func forEachEdge(
    _ units: UnsafePointer<UInt16>, of place: Int, _ node: UInt16, _ body: (UInt16, Int) -> Void
  ) {
    let isShort = node != 0
    let count = Int(isShort ? node : unsafe units[place + 1]) + 1
    var halves = [(place: isShort ? place + 1 : place + 2, count: count)]
    while let half = halves.popLast() {
      var (place, count) = half
      while count > linearBranch {
        place += 1
        var rest = place
        unsafe halves.append((jump(units, &rest), count >> 1))
        place = rest
        count -= count >> 1
      }
      while count > 1 {
        let unit = unsafe units[place]
        place += 1
        let start = place
        let target = unsafe edge(units, &place)
        body(unit, target ?? start)
        count -= 1
      }
      body(unsafe units[place], place + 1)
    }
  }

  /// Reads a distance that leads over the lower half of a branch's units to where it counts from.
  private static func jump(_ units: UnsafePointer<UInt16>, _ place: inout Int) -> Int {
    var distance = Int(unsafe units[place])
    place += 1
    if distance >= 0xFC00 {
      if distance == 0xFFFF {
        distance = unsafe Int(units[place]) << 16 | Int(units[place + 1])
        place += 2
      } else {
        distance = (distance - 0xFC00) << 16 | Int(unsafe units[place])
        place += 1
      }
    }
    return place + distance
  }

  /// Reads what stands behind a unit of a branch.
  ///
  /// - Returns: the place of the next node; `nil` if it is the word's end, with its value here.
  private static func edge(_ units: UnsafePointer<UInt16>, _ place: inout Int) -> Int? {
    let lead = unsafe units[place]
    var distance = Int(lead & 0x7FFF)
    place += 1
    if distance >= 0x4000 {
      if distance == 0x7FFF {
        distance = unsafe Int(units[place]) << 16 | Int(units[place + 1])
        place += 2
      } else {
        distance = (distance - 0x4000) << 16 | Int(unsafe units[place])
        place += 1
      }
    }
    return lead & 0x8000 != 0 ? nil : place + distance
  }

  /// The place of the node behind a unit of the branch whose units start at `start`; 0 if it does not choose from it.
  @inline(__always)
  private static func choose(
    _ units: UnsafePointer<UInt16>, _ start: Int, _ node: UInt16, _ unit: UInt16
  ) -> Int {
    var place = start
    var count = Int(node)
    if count == 0 {
      count = Int(unsafe units[place])
      place += 1
    }
    count += 1
    while count > linearBranch {
      let isLow = unsafe unit < units[place]
      place += 1
      let target = unsafe jump(units, &place)
      if isLow {
        place = target
        count >>= 1
      } else {
        count -= count >> 1
      }
    }
    while count > 1 {
      let isFound = unsafe unit == units[place]
      place += 1
      let start = place
      let target = unsafe edge(units, &place)
      if isFound { return target ?? start }
      count -= 1
    }
    return unsafe unit == units[place] ? place + 1 : 0
  }

  /// Lets a way lead on from a place by each word that stands there, shorter ones first.
  ///
  /// Words of more than `limit` units are not looked for.
  ///
  /// - Precondition: `place` is below `count`, which is the number of units.
  /// - Returns: whether the first unit is a word.
  @inline(__always)
  func extend(
    _ way: CheapestWay, at start: Int, _ text: UnsafePointer<UInt16>, _ count: Int, limit: Int
  ) -> Bool {
    guard let trie = unsafe data.trie else { return false }
    let units = unsafe trie.assumingMemoryBound(to: UInt16.self)
    let end = min(count, start + limit)
    var index = start + 1
    var isWord = false
    var place = Int(unsafe roots[Int(text[start])])
    while place != 0 {
      var node = unsafe units[place]
      place += 1
      if node >= Self.firstValue {
        if index == start + 1 { isWord = true }
        if node & 0x8000 != 0 {
          let cost = unsafe Self.finalValue(units, place, node & 0x7FFF)
          way.extend(from: start, to: index, cost)
          break
        }
        let cost = unsafe Self.innerValue(units, &place, node)
        way.extend(from: start, to: index, cost)
        node &= Self.firstValue - 1
      }
      if index >= end { break }
      if node < Self.firstRun {
        place = unsafe Self.choose(units, place, node, text[index])
        index += 1
      } else {
        let runEnd = index + Int(node - Self.firstRun) + 1
        while index < runEnd {
          guard unsafe index < end && units[place] == text[index] else { return isWord }
          place += 1
          index += 1
        }
      }
    }
    return isWord
  }

  private static func finalValue(
    _ units: UnsafePointer<UInt16>, _ place: Int, _ lead: UInt16
  ) -> UInt32 {
    if lead < 0x4000 { return UInt32(lead) }
    let next = UInt32(unsafe units[place])
    return lead == 0x7FFF
      ? next << 16 | UInt32(unsafe units[place + 1]) : UInt32(lead - 0x4000) << 16 | next
  }

  static func innerValue(
    _ units: UnsafePointer<UInt16>, _ place: inout Int, _ node: UInt16
  ) -> UInt32 {
    if node < 0x4040 { return UInt32(node >> 6) - 1 }
    let next = UInt32(unsafe units[place])
    place += 1
    if node < 0x7FC0 { return UInt32((node & 0x7FC0) - 0x4040) << 10 | next }
    place += 1
    return next << 16 | UInt32(unsafe units[place - 1])
  }
}
