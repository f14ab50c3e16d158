public import DragomanLexicon

/// A person, organization or place of a document, with all its mentions.
public struct TaggedEntity: Hashable, Sendable {
  /// What it is.
  public let kind: MentionKind
  /// The name to show: the lexicon's, else the fullest form in the text.
  public let name: String
  /// ISO 3166-1 alpha-2, where a lexicon says so.
  public let country: String?
  /// Ids in other data sets, where a lexicon says so.
  public let ids: [Entry.Pair]
  /// Its mentions, by index, in text order; nested ones are not among them. Empty of a country that only an office is of
  /// (`Turkish President`).
  public let mentions: [Int]
}
