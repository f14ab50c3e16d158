/// The cheapest way through a run that is known so far: what it costs to come to the next places, and by which words.
@safe struct CheapestWay {
  /// How many costs are kept: those of all places that a word can lead to, and some more.
  static let window = 32
  /// The cost of a place that no words lead to.
  static let unreached = UInt32.max

  /// The costs, by the lowest bits of the place.
  let costs: UnsafeMutablePointer<UInt32>
  /// For each place the length of the word that leads there.
  let lengths: UnsafeMutablePointer<UInt8>

  /// Forgets all costs.
  func clear() {
    for place in 0..<Self.window { unsafe costs[place] = Self.unreached }
  }

  /// The cost of a place.
  @inline(__always)
  subscript(place: Int) -> UInt32 {
    get { unsafe costs[place & (Self.window - 1)] }
    nonmutating set { unsafe costs[place & (Self.window - 1)] = newValue }
  }

  /// Goes to a place by a word if no way there is as cheap.
  ///
  /// - Precondition: `end` is less than a window behind `start`.
  @inline(__always)
  func extend(from start: Int, to end: Int, _ cost: UInt32) {
    // ICU's costs wrap, too.
    let sum = self[start] &+ cost
    if sum < self[end] {
      unsafe costs[end & (Self.window - 1)] = sum
      unsafe lengths[end] = UInt8(truncatingIfNeeded: end - start)
    }
  }
}
