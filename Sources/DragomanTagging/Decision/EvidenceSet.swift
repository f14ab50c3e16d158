/// Some kinds of evidence, as bits.
struct EvidenceSet: Hashable, Sendable, ExpressibleByArrayLiteral, Sequence {
  private var bits: UInt128 = 0

  init(arrayLiteral elements: Evidence...) {
    for evidence in elements { insert(evidence) }
  }

  init(_ evidence: Evidence) { insert(evidence) }

  /// Adds one; whether it is new.
  @discardableResult
  mutating func insert(_ evidence: Evidence) -> Bool {
    let bit: UInt128 = 1 << UInt128(evidence.rawValue)
    defer { bits |= bit }
    return bits & bit == 0
  }

  mutating func formUnion(_ other: EvidenceSet) { bits |= other.bits }

  func contains(_ evidence: Evidence) -> Bool { bits >> UInt64(evidence.rawValue) & 1 == 1 }

  /// Those that make a span a candidate.
  var proposing: EvidenceSet {
    var set = self
    set.bits &= (1 << UInt128(Evidence.capitals.rawValue + 1)) - 1
    return set
  }

  var underestimatedCount: Int { bits.nonzeroBitCount }

  /// In the order of their declaration.
  func makeIterator() -> Iterator { Iterator(bits: bits) }

  struct Iterator: IteratorProtocol {
    fileprivate var bits: UInt128

    mutating func next() -> Evidence? {
      guard bits != 0 else { return nil }
      defer { bits &= bits - 1 }
      return Evidence(rawValue: UInt8(bits.trailingZeroBitCount))
    }
  }
}
