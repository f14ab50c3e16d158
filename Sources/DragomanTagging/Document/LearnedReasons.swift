/// What was learned from annotated texts says of a span, as a name of one kind.
public struct LearnedReasons: Hashable, Sendable {
  /// What it is worth, as a logarithm of odds against being no name; what the decision adds up and compares.
  public let value: Double
  /// The features that count most, for or against it, the largest first.
  public let features: [Feature]

  /// A feature and what it counts.
  public struct Feature: Hashable, Sendable {
    /// What was looked at: `word`, `previous-word`, `suffix3`, `grammar`; `own-lexicon` for being a name of a user's own
    /// lexicon.
    public let name: String
    /// The term of the span that it is a feature of; `nil` of a feature of the whole span.
    public let term: String?
    /// What it adds or takes away.
    public let amount: Double
  }
}
