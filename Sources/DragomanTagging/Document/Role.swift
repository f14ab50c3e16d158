public import DragomanText

/// An office that the text says a person holds.
public struct Role: Hashable, Sendable {
  /// The person, by index of the document's entities.
  public let person: Int
  /// The office without its complements: `Ambassador`, `Dışişleri Bakanı`.
  public let title: String
  /// The country or body that the office is of, by index of the document's entities: as the text says it beside the office,
  /// else as the lexicon knows it of the person. `nil` if neither does.
  public let of: Int?
  /// The country, body or place that the office is accredited to or sits in.
  public let to: Int?
  /// Whether the text says that it is a former one.
  public let isFormer: Bool
  /// The whole phrase in the source text: `Ambassador of Kazakhstan to Türkiye`.
  public let range: TextRange
}
