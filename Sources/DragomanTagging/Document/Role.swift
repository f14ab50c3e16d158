public import DragomanText

/// An office that the text says a person holds.
public struct Role: Hashable, Sendable {
  /// The person, by index of the document's entities.
  public let person: Int
  /// The office without its complements: `Ambassador`, `Dışişleri Bakanı`.
  public let title: String
  /// The country or body that the office is of, by index of the document's entities; `nil` if the text does not say.
  public let of: Int?
  /// The country or body that the office is accredited to.
  public let to: Int?
  /// The whole phrase in the source text: `Ambassador of Kazakhstan to Türkiye`.
  public let range: TextRange
}
