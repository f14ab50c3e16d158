/// What the tagger found in a text.
public struct TaggedText: Hashable, Sendable {
  /// The mentions in text order; they do not overlap.
  public let mentions: [Mention]
  /// Names inside mentions, in text order.
  public let nested: [NestedMention]
  /// Who and what was mentioned, in the order of their first mention.
  public let entities: [TaggedEntity]
  /// Who holds which office, in text order.
  public let roles: [Role]
  /// All spans that were considered, in text order; empty unless they were asked for.
  public let considered: [ConsideredSpan]
  /// Which entries the names mean that several have, and why, in text order; empty unless it was asked for.
  public let disambiguations: [Disambiguation]
}
