public import DragomanText

/// A span that was considered as a name: what spoke for and against it, and how it fared.
public struct ConsideredSpan: Hashable, Sendable {
  /// Where it stands: UTF-8 bytes of the source text, end excluded.
  public let range: TextRange
  /// What it would name.
  public let kind: MentionKind
  /// How it came to be considered: `head-first`, `known-place`, `titled-person`.
  public let pattern: String
  /// The sum of the weights, from 0 to 1 and at most the pattern's limit; what lists and grammars compare. Zero of a span that
  /// only what was learned proposes.
  public let strength: Double
  /// What adds up to the strength, in the order of ``Evidence``, the pattern's own weight first.
  public let weights: [Weight]
  /// What was learned says of it; `nil` if lists and grammars decide alone.
  public let learned: LearnedReasons?
  /// How it fared.
  public let outcome: Outcome

  /// A reason and what it counts.
  public struct Weight: Hashable, Sendable {
    /// `pattern` for what all candidates of the pattern start from, `prior` for what the lexicon's entry or the document's
    /// earlier mention brings, else the name of an ``Evidence``.
    public let reason: String
    /// What it adds or takes away.
    public let amount: Double
  }

  /// How a span fared.
  public enum Outcome: Hashable, Sendable {
    /// It became this mention, by index.
    case chosen(mention: Int)
    /// This mention, which shares words with it, was worth more together with what else could be chosen.
    case outweighed(by: Int)
    /// Too little speaks for it.
    case weak
    /// Lists and grammars would take it, but what was learned speaks against it.
    case refused
  }
}
