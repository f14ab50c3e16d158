public import DragomanLexicon

/// Somebody or something else that an entity's mentions may mean just as well.
public struct EntityAlternative: Hashable, Sendable {
  /// The name to show.
  public let name: String
  /// ISO 3166-1 alpha-2, where a lexicon says so.
  public let country: String?
  /// Ids in other data sets, where a lexicon says so.
  public let ids: [Entry.Pair]
  /// The document's entity that it is, by index; `nil` if the document does not name it otherwise.
  public let entity: Int?
}
