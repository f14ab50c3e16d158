/// Counts that precision and recall are made of.
///
/// For most measures the two counts of right ones are equal; where credit is given in parts (B³, CEAF) they differ.
public struct Tally: Hashable, Sendable {
  /// Credit for what was found.
  public var rightFound = 0.0
  /// How many were found.
  public var found = 0.0
  /// Credit for what gold holds.
  public var rightGold = 0.0
  /// How many gold holds.
  public var gold = 0.0

  /// Makes a tally of nothing.
  public init() {}

  /// Makes a tally of one count of right ones.
  public init(right: Int, found: Int, gold: Int) {
    (rightFound, rightGold) = (Double(right), Double(right))
    (self.found, self.gold) = (Double(found), Double(gold))
  }

  /// The share of what was found that is right; 0 if nothing was found.
  public var precision: Double { found > 0 ? rightFound / found : 0 }

  /// The share of gold that was found; 0 if there is none.
  public var recall: Double { gold > 0 ? rightGold / gold : 0 }

  /// The harmonic mean of both.
  public var f1: Double {
    let (precision, recall) = (precision, recall)
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// Adds counts.
  public static func += (sum: inout Tally, other: Tally) {
    sum.rightFound += other.rightFound
    sum.found += other.found
    sum.rightGold += other.rightGold
    sum.gold += other.gold
  }
}
