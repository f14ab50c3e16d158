public import DragomanTagging
public import DragomanText
public import DragomanTopics

/// A text with everything that was found in it.
///
/// Offsets are UTF-8 bytes of ``source``; the formats turn them into other units.
///
/// ```swift
/// for mention in document.mentions { print(mention.kind, document.text(of: mention)) }
/// ```
public struct AnnotatedDocument: Sendable {
  /// The id that the caller gave; `nil` if none.
  public let id: DocumentID?
  /// The text as it came.
  public let source: SourceText
  /// The language: given, or told from the text.
  public let language: LanguageTag
  /// The sentences, in order, without the white space around them.
  public let sentences: [TextRange]
  /// The tokens without white space, in order.
  public let tokens: [Token]
  /// The mentions in text order; they do not overlap.
  public let mentions: [Mention]
  /// Names inside mentions.
  public let nested: [NestedMention]
  /// Who and what was mentioned.
  public let entities: [TaggedEntity]
  /// Who holds which office.
  public let roles: [Role]
  /// What the text is about, the most likely first.
  public let topics: [TopicScore]
  /// All spans that were considered as names, in text order; empty unless they were asked for.
  public let considered: [ConsideredSpan]
  /// Which of the lexicon's entries the names mean that several have, and why, in text order; empty unless it was asked for.
  public let disambiguations: [Disambiguation]
  /// What had to be repaired or guessed to read the text.
  public let warnings: [DocumentWarning]

  /// The written form of a mention. Cost: one copy.
  public func text(of mention: Mention) -> String { source.text(in: mention.range) }

  /// The whole text as a string. Cost: one copy.
  public var text: String { String(decoding: source.bytes, as: UTF8.self) }
}
