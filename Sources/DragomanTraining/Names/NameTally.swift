internal import DragomanTagging

/// How many names are right, found and in the gold, by kind.
public struct NameTally: Sendable {
  /// By the order of ``MentionKind``.
  private var right = SIMD4<Int>.zero
  private var found = SIMD4<Int>.zero
  private var gold = SIMD4<Int>.zero

  /// Strict F1 of one kind, by the order of the kinds, or of all; `nil` if there is nothing to find.
  public func f1(_ kind: Int? = nil) -> Double? {
    func of(_ counts: SIMD4<Int>) -> Int { kind.map { counts[$0] } ?? counts.wrappedSum() }
    guard of(gold) > 0 else { return nil }
    return 2 * Double(of(right)) / Double(of(found) + of(gold))
  }

  /// How many of the found names are right; `nil` if none was found.
  public var precision: Double? {
    found == .zero ? nil : Double(right.wrappedSum()) / Double(found.wrappedSum())
  }

  /// How many of the gold's names were found; `nil` if it has none.
  public var recall: Double? {
    gold == .zero ? nil : Double(right.wrappedSum()) / Double(gold.wrappedSum())
  }

  mutating func add(_ names: [(terms: Range<Int>, kind: MentionKind)], to example: NameExample) {
    let truth = Set(example.gold)
    for name in example.gold { gold[Int(name.kind.rawValue)] += 1 }
    // What cannot be found counts as missed, whatever its kind.
    gold[3] += example.lost
    for name in names {
      found[Int(name.kind.rawValue)] += 1
      if truth.contains(.init(terms: name.terms, kind: name.kind)) {
        right[Int(name.kind.rawValue)] += 1
      }
    }
  }

  static func += (tally: inout NameTally, other: NameTally) {
    tally.right &+= other.right
    tally.found &+= other.found
    tally.gold &+= other.gold
  }
}
