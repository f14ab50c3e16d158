/// Memory that cutting by dictionary needs for a segment, to be used again and again.
struct DictionaryScratch: Sendable {
  /// The boundaries found inside the segment, as offsets in the text, in order.
  var breaks: [UInt32] = []

  /// The scalars of a run, one code unit each, as the trie of a dictionary numbers them.
  var units: [UInt16] = []
  /// Where each of them comes from in the text, and the end; empty if all take three bytes.
  var places: [UInt32] = []
  /// For each place in a run the length of the word that ends there in the cheapest way of cutting up to it.
  var lengths: [UInt8] = []

  /// The scalars of a run, one byte each, as the trie of a dictionary numbers them, and their classes.
  var bytes: [UInt8] = []
  var classes: [UInt8] = []
  /// The slots of a ``WordLookUp``.
  var words: [UInt16] = []

  /// Makes room for a run of some scalars in bytes.
  mutating func reserveBytes(_ count: Int) {
    if words.isEmpty { words = [UInt16](repeating: 0, count: WordLookUp.slotUnits) }
    if bytes.count > count { return }
    let missing = max(count + 1, 2 * bytes.count) - bytes.count
    bytes.append(contentsOf: repeatElement(0, count: missing))
    classes.append(contentsOf: repeatElement(0, count: missing))
  }

  /// Makes room for a run of some scalars in code units.
  mutating func reserve(_ count: Int) {
    if units.count > count { return }
    let missing = max(count + 1, 2 * units.count) - units.count
    units.append(contentsOf: repeatElement(0, count: missing))
    lengths.append(contentsOf: repeatElement(0, count: missing))
  }
}
