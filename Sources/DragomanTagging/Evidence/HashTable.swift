/// Numbers 64-bit hashes in the order in which they come: 0, 1, 2 and so on.
///
/// What belongs to a hash lies in an array by its number. Open addressing with linear probing (Knuth, volume 3, 6.4), at
/// most half full: a look-up is one or two reads. No memory before the first hash.
///
/// - Precondition: the hashes are well mixed, as search keys' are: their low bits are the place in the table.
struct HashNumbers {
  private struct Slot {
    var hash: UInt64 = 0
    /// Below zero: nobody's.
    var number: Int32 = -1
  }

  private static let fewestSlots = 16

  /// A power of two of them, or none.
  private var slots: [Slot] = []
  /// How many hashes have numbers.
  private(set) var count = 0

  /// No hash has a number.
  init() {}

  /// No hash has a number, and memory is there for some.
  init(capacity: Int) {
    if capacity > 0 { grow(to: capacity) }
  }

  /// The number of a hash; `nil` if it has none.
  subscript(hash: UInt64) -> Int? {
    if slots.isEmpty { return nil }
    let number = slots[place(of: hash)].number
    return number < 0 ? nil : Int(number)
  }

  func contains(_ hash: UInt64) -> Bool { self[hash] != nil }

  /// The number of a hash, which gets the next one if it has none.
  @discardableResult
  mutating func insert(_ hash: UInt64) -> (number: Int, isNew: Bool) {
    if 2 * count >= slots.count { grow(to: count + 1) }
    let place = place(of: hash)
    if slots[place].number >= 0 { return (Int(slots[place].number), false) }
    slots[place] = Slot(hash: hash, number: Int32(count))
    count += 1
    return (count - 1, true)
  }

  /// Takes all numbers back and keeps the memory.
  mutating func removeAll() {
    if count == 0 { return }
    for place in slots.indices { slots[place] = Slot() }
    count = 0
  }

  /// Where a hash is, or would be put.
  ///
  /// - Precondition: there are slots.
  private func place(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].number >= 0, slots[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  /// Makes room for so many hashes.
  private mutating func grow(to capacity: Int) {
    var size = max(Self.fewestSlots, slots.count)
    while size < 2 * capacity { size *= 2 }
    let old = slots
    if size == old.count { return }
    slots = [Slot](repeating: Slot(), count: size)
    for slot in old where slot.number >= 0 { slots[place(of: slot.hash)] = slot }
  }
}

/// Values by 64-bit hashes, in the order in which the hashes came.
///
/// - Precondition: the hashes are well mixed, as search keys' are.
struct HashTable<Value> {
  private var numbers: HashNumbers
  /// The values in the order of their hashes' numbers.
  private(set) var values: [Value] = []

  /// No value, and memory for some.
  init(capacity: Int = 0) {
    numbers = HashNumbers(capacity: capacity)
    values.reserveCapacity(capacity)
  }

  var count: Int { values.count }

  /// The value of a hash; `nil` if it has none.
  subscript(hash: UInt64) -> Value? { numbers[hash].map { values[$0] } }

  /// Keeps a value for a hash that has none.
  ///
  /// - Returns: where the hash's value lies among `values`, and whether it is this one.
  @discardableResult
  mutating func insert(_ value: @autoclosure () -> Value, at hash: UInt64) -> (
    number: Int, isNew: Bool
  ) {
    let place = numbers.insert(hash)
    if place.isNew { values.append(value()) }
    return place
  }

  /// Changes the value of a hash, which is `initial` if it has none.
  mutating func update(
    _ hash: UInt64, default initial: @autoclosure () -> Value, _ change: (inout Value) -> Void
  ) {
    change(&values[insert(initial(), at: hash).number])
  }

  /// Gives a hash a value, in place of the one it may have.
  mutating func set(_ value: Value, at hash: UInt64) {
    let place = insert(value, at: hash)
    if !place.isNew { values[place.number] = value }
  }

  /// Drops all values and keeps the memory.
  mutating func removeAll() {
    numbers.removeAll()
    values.removeAll(keepingCapacity: true)
  }
}
