public import DragomanText

/// A place of a text where a person, an organization or a place is named.
public struct Mention: Hashable, Sendable {
  /// Where it stands: UTF-8 bytes of the *source* text, end excluded. A suffix behind an apostrophe is outside.
  public let range: TextRange
  /// What it names.
  public let kind: MentionKind
  /// Which of the document's entities, by index.
  public let entity: Int
  /// How likely it is that the mention is right in start, end and kind, 0 to 1, in hundredths.
  public let score: Double
  /// What made the span a candidate, always in the same order.
  public let evidence: [Evidence]
  /// The grammatical suffix that was cut off behind an apostrophe, with it: `'nin`; `nil` if there is none.
  public let suffix: TextRange?
}

/// A name inside a longer mention: the country in a ministry's name.
public struct NestedMention: Hashable, Sendable {
  /// The mention itself.
  public let mention: Mention
  /// The index of the mention around it.
  public let parent: Int
}
