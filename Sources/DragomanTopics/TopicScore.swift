public import DragomanText

/// What a text says in favour of a topic, or against it.
public struct TopicEvidence: Hashable, Sendable {
  /// Where the term stands: UTF-8 bytes of the source text, end excluded.
  public let range: TextRange
  /// What it adds to the topic's log-odds; negative if it speaks against the topic.
  public let weight: Double
}

/// A topic of a text.
public struct TopicScore: Hashable, Sendable {
  /// The topic's id with its scheme: `medtop:11000000`.
  public let id: String
  /// The topic's name.
  public let name: String
  /// How likely the text is about it, 0 to 1.
  public let score: Double
  /// The terms that carried it, in text order.
  public let evidence: [TopicEvidence]
}
