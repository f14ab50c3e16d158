/// Many short lists of numbers, each known by a number itself: the names that a word stands in, the forms of a person's name.
///
/// They lie in three arrays together: a list costs no allocation of its own, and none that is empty takes memory but for
/// its number.
struct NumberLists {
  /// Where a list starts and ends in `links`, below zero if it is empty, and how long it is.
  private struct Ends {
    var first: Int32 = -1
    var last: Int32 = -1
    var count: Int32 = 0
  }

  private struct Link {
    let number: Int32
    /// Where the list goes on; below zero at its end.
    var next: Int32 = -1
  }

  private var lists: [Ends] = []
  private var links: [Link] = []
  private let longest: Int32

  /// - Parameters:
  ///   - count: how many lists there are from the beginning; others come when something is added to them.
  ///   - capacity: for how many numbers in all of them there is memory.
  ///   - longest: how many numbers a list takes: where all names share a word, each is not compared with each.
  init(count: Int = 0, capacity: Int = 0, longest: Int32 = .max) {
    lists = [Ends](repeating: Ends(), count: count)
    links.reserveCapacity(capacity)
    self.longest = longest
  }

  /// Adds a number to the end of a list, unless the list ends in it or is full.
  mutating func append(_ number: Int, to list: Int) {
    while list >= lists.count { lists.append(Ends()) }
    let last = Int(lists[list].last)
    if lists[list].count == longest { return }
    let place = Int32(links.count)
    if last < 0 {
      lists[list].first = place
    } else if links[last].number == Int32(number) {
      return
    } else {
      links[last].next = place
    }
    lists[list].last = place
    lists[list].count += 1
    links.append(Link(number: Int32(number)))
  }

  /// Calls `body` for the numbers of a list, in the order in which they were added.
  @inline(__always)
  func forEach(in list: Int, _ body: (Int) -> Void) {
    _ = first(in: list) {
      body($0)
      return false
    }
  }

  /// The first number of a list of which something holds.
  @inline(__always)
  func first(in list: Int, where holds: (Int) -> Bool) -> Int? {
    guard list < lists.count else { return nil }
    var place = Int(lists[list].first)
    while place >= 0 {
      let link = links[place]
      if holds(Int(link.number)) { return Int(link.number) }
      place = Int(link.next)
    }
    return nil
  }
}
