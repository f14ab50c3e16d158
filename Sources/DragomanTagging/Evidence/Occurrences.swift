/// Things found at places of a text, one behind the other in one list, with the start of each place's.
struct Occurrences<Element> {
  private let elements: [Element]
  /// One more than there are places.
  private let starts: [UInt32]

  /// Puts elements in the order of their places.
  ///
  /// - Parameters:
  ///   - place: where an element stands, below `count`.
  ///   - precedes: the order at one place; those of which neither precedes stay as they came.
  init(
    _ found: [Element], at place: (Element) -> Int, count: Int,
    by precedes: (Element, Element) -> Bool
  ) {
    var starts = [UInt32](repeating: 0, count: count + 1)
    for element in found { starts[place(element) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var order = [UInt32](repeating: 0, count: found.count)
    for (index, element) in found.enumerated() {
      let at = place(element)
      // Few stand at one place: each is put in front of those that it precedes.
      var slot = Int(next[at])
      while slot > Int(starts[at]), precedes(element, found[Int(order[slot - 1])]) {
        order[slot] = order[slot - 1]
        slot -= 1
      }
      order[slot] = UInt32(index)
      next[at] += 1
    }
    elements = order.map { found[Int($0)] }
    self.starts = starts
  }

  /// Takes elements that are in the order of their places.
  init(ordered elements: [Element], at place: (Element) -> Int, count: Int) {
    self.elements = elements
    var starts = [UInt32](repeating: UInt32(elements.count), count: count + 1)
    var next = 0
    for (index, element) in elements.enumerated() {
      let own = place(element)
      while next <= own {
        starts[next] = UInt32(index)
        next += 1
      }
    }
    self.starts = starts
  }

  /// Those of a place; none outside.
  subscript(place: Int) -> ArraySlice<Element> {
    guard place >= 0, place + 1 < starts.count else { return [] }
    return elements[Int(starts[place])..<Int(starts[place + 1])]
  }
}
