public import Dragoman

/// A name that was not found as gold has it.
public struct NameError: Sendable {
  /// What is wrong.
  public enum Kind: String, CaseIterable, Sendable {
    /// Gold has a name where nothing was found.
    case missed
    /// Something was found where gold has nothing.
    case wrong
    /// The place is right, or overlaps, but the type is not.
    case wrongType = "wrong-type"
    /// The type is right, but the span only overlaps.
    case wrongBoundary = "wrong-boundary"

    /// The name for people.
    public var title: String {
      switch self {
      case .missed: "missed"
      case .wrong: "wrong"
      case .wrongType: "wrong type"
      case .wrongBoundary: "wrong boundary"
      }
    }
  }

  /// What is wrong.
  public let kind: Kind
  /// The document, by its index in the gold.
  public let document: Int
  /// What gold has; `nil` if it has nothing there.
  public let gold: NamedSpan?
  /// What was found; `nil` if nothing was.
  public let found: NamedSpan?
  /// The sentences around, to show it in.
  public let context: TextRange
}

/// How gold's spans and those that were found belong together: each in one pair at most, exact ones first, then those
/// with the same range, then overlaps of the same type, then any overlap.
struct SpanAlignment {
  private(set) var pairs: [(gold: NamedSpan?, found: NamedSpan?)] = []

  init(_ gold: [NamedSpan], _ found: [NamedSpan]) {
    var restGold = gold
    var restFound = found
    let rules: [(NamedSpan, NamedSpan) -> Bool] = [
      { $0 == $1 }, { $0.range == $1.range }, { $0.kind == $1.kind }, { _, _ in true },
    ]
    for rule in rules {
      let matched = SpanMatching.pairs(restGold, restFound, range: \.range, where: rule)
      pairs += matched.map { (restGold[$0.gold], restFound[$0.found]) }
      let (usedGold, usedFound) = (Set(matched.map(\.gold)), Set(matched.map(\.found)))
      restGold = restGold.enumerated().filter { !usedGold.contains($0.offset) }.map(\.element)
      restFound = restFound.enumerated().filter { !usedFound.contains($0.offset) }.map(\.element)
    }
    pairs += restGold.map { ($0, nil) } + restFound.map { (nil, $0) }
    pairs.sort { Self.start($0) < Self.start($1) }
  }

  /// What is wrong with a pair; `nil` if nothing is.
  static func kind(_ gold: NamedSpan?, _ found: NamedSpan?) -> NameError.Kind? {
    guard let gold else { return .wrong }
    guard let found else { return .missed }
    if gold == found { return nil }
    return gold.kind == found.kind ? .wrongBoundary : .wrongType
  }

  private static func start(_ pair: (gold: NamedSpan?, found: NamedSpan?)) -> (Int, Int) {
    let starts = [pair.gold, pair.found].compactMap { $0?.range.lowerBound }
    return (starts.min() ?? 0, pair.gold == nil ? 1 : 0)
  }
}

/// How often a type of gold was found as each type: `nil` is nothing.
public struct ConfusionTable: Sendable {
  private var counts = [Int](repeating: 0, count: 16)

  init() {}

  /// How often.
  public func count(gold: MentionKind?, found: MentionKind?) -> Int {
    counts[Self.index(gold, found)]
  }

  mutating func add(gold: MentionKind?, found: MentionKind?) {
    counts[Self.index(gold, found)] += 1
  }

  private static func index(_ gold: MentionKind?, _ found: MentionKind?) -> Int {
    Int(gold?.rawValue ?? 3) * 4 + Int(found?.rawValue ?? 3)
  }
}
