public import DragomanLexicon

/// A person, organization or place of a document, with all its mentions.
///
/// Several things may have one name. Where what the document says decides between them clearly, there are no
/// alternatives. Where one is likelier, it has the ids, and the others are alternatives. Where the best are about even,
/// the entity has no ids, a country only if all agree on it, and all of them are alternatives.
public struct TaggedEntity: Hashable, Sendable {
  /// What it is.
  public let kind: MentionKind
  /// The name to show: the lexicon's, else the fullest form in the text.
  public let name: String
  /// ISO 3166-1 alpha-2, where a lexicon says so.
  public let country: String?
  /// Ids in other data sets, where a lexicon says so.
  public let ids: [Entry.Pair]
  /// What its mentions may mean, too, the likeliest first.
  public let alternatives: [EntityAlternative]
  /// Its mentions, by index, in text order; nested ones are not among them. Empty of a country that only an office is of
  /// (`Turkish President`).
  public let mentions: [Int]
}
