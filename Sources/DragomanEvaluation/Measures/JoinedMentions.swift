internal import Dragoman

/// How well mentions are joined to things: B³ and CEAF.
///
/// Mentions are the same if their ranges are; types do not count. Mentions are never added or taken away to make both
/// sides alike (Pradhan et al., *Scoring Coreference Partitions of Predicted Mentions*, ACL 2014): a gold mention that was
/// not found has recall 0, and a found one that is not in gold has precision 0.
struct JoinedMentions {
  private let gold: [Set<TextRange>]
  private let found: [Set<TextRange>]

  init(gold: [NamedThing], found: [NamedThing]) {
    self.gold = gold.map { Set($0.mentions) }.filter { !$0.isEmpty }
    self.found = found.map { Set($0.mentions) }.filter { !$0.isEmpty }
  }

  /// B³ (Bagga and Baldwin, *Algorithms for Scoring Coreference Chains*, 1998), each mention with the same weight: the
  /// share of a mention's group that the other side puts into its group, too.
  var bCubed: Tally { Self.bCubed(gold, found) }

  /// The same over the mentions that both sides have: how well they are joined, whatever was found.
  var bCubedCommon: Tally {
    let common = Set(gold.joined()).intersection(found.joined())
    return Self.bCubed(gold.map(common.intersection), found.map(common.intersection))
  }

  /// CEAF with the similarity φ₄, 2·|common| / (|one| + |other|), over the best pairing of things (Luo, *On Coreference
  /// Resolution Performance Metrics*, 2005). Cost: cubic in the number of things.
  var ceaf: Tally {
    var tally = Tally()
    tally.gold = Double(gold.count)
    tally.found = Double(found.count)
    let similarities = gold.map { one in
      found.map { other in
        2 * Double(one.intersection(other).count) / Double(one.count + other.count)
      }
    }
    let total = Assignment.best(similarities)
    tally.rightGold = total
    tally.rightFound = total
    return tally
  }

  private static func bCubed(_ gold: [Set<TextRange>], _ found: [Set<TextRange>]) -> Tally {
    var tally = Tally()
    tally.gold = Double(gold.reduce(0) { $0 + $1.count })
    tally.found = Double(found.reduce(0) { $0 + $1.count })
    for one in gold {
      for other in found {
        let common = Double(one.intersection(other).count)
        guard common > 0 else { continue }
        // Each of the common mentions has the recall |common| / |one| and the precision |common| / |other|.
        tally.rightGold += common * common / Double(one.count)
        tally.rightFound += common * common / Double(other.count)
      }
    }
    return tally
  }
}
