public import Dragoman

/// A name at a place of a text.
public struct NamedSpan: Hashable, Comparable, Sendable {
  /// Where it stands: UTF-8 bytes of the text, end excluded.
  public let range: TextRange
  /// What it names.
  public let kind: MentionKind

  /// Makes a span.
  public init(_ range: TextRange, _ kind: MentionKind) {
    self.range = range
    self.kind = kind
  }

  /// In the order of the text; of those with one start the shorter first.
  public static func < (one: NamedSpan, other: NamedSpan) -> Bool {
    (one.range.lowerBound, one.range.upperBound, one.kind.rawValue)
      < (other.range.lowerBound, other.range.upperBound, other.kind.rawValue)
  }
}

/// A person, organization or place of a document, with all its mentions.
public struct NamedThing: Hashable, Sendable {
  /// What it is.
  public let kind: MentionKind
  /// Its canonical name.
  public let name: String
  /// Its mentions that stand in no other one, in text order.
  public let mentions: [TextRange]
  /// Its mentions inside others, in text order.
  public let nested: [TextRange]

  /// Makes a thing.
  public init(kind: MentionKind, name: String, mentions: [TextRange], nested: [TextRange] = []) {
    self.kind = kind
    self.name = name
    self.mentions = mentions
    self.nested = nested
  }
}

/// An office that a person is said to hold.
public struct StatedRole: Hashable, Sendable {
  /// Who holds it, or what it is an office of.
  public enum Party: Hashable, Sendable {
    /// One of the document's things, by index.
    case thing(Int)
    /// A name that is none of them.
    case name(String)
  }

  /// The phrase that says so.
  public let range: TextRange
  /// Who holds the office.
  public let person: Party
  /// The body or country that it is an office of; `nil` if that is not said.
  public let of: Party?

  /// Makes a role.
  public init(range: TextRange, person: Party, of: Party?) {
    self.range = range
    self.person = person
    self.of = of
  }
}

/// What is said of a text: by gold, or by a system as its answer.
public struct Annotation: Sendable {
  /// The names, in text order, each once.
  public let spans: [NamedSpan]
  /// Names inside names.
  public let nested: [NamedSpan]
  /// Which mentions are of one thing; `nil` if nothing is said about that.
  public let things: [NamedThing]?
  /// Who holds which office; `nil` if nothing is said about that.
  public let roles: [StatedRole]?
  /// Topics, the most prominent first; `nil` if nothing is said about that.
  public let topics: [String]?

  /// Makes an annotation; spans are put in order, and what stands twice counts once.
  public init(
    spans: [NamedSpan], nested: [NamedSpan] = [], things: [NamedThing]? = nil,
    roles: [StatedRole]? = nil, topics: [String]? = nil
  ) {
    self.spans = Set(spans).sorted()
    self.nested = Set(nested).sorted()
    self.things = things
    self.roles = roles
    self.topics = topics
  }

  /// An answer that finds nothing.
  public static let empty = Annotation(spans: [], things: [], roles: [], topics: [])
}

extension Annotation {
  /// What the pipeline found.
  public init(_ document: AnnotatedDocument) {
    var inside: [Int: [TextRange]] = [:]
    for nested in document.nested {
      inside[nested.mention.entity, default: []].append(nested.mention.range)
    }
    self.init(
      spans: document.mentions.map { NamedSpan($0.range, $0.kind) },
      nested: document.nested.map { NamedSpan($0.mention.range, $0.mention.kind) },
      things: document.entities.enumerated().map { index, entity in
        NamedThing(
          kind: entity.kind, name: entity.name,
          mentions: entity.mentions.map { document.mentions[$0].range },
          nested: inside[index] ?? [])
      },
      roles: document.roles.map {
        StatedRole(range: $0.range, person: .thing($0.person), of: $0.of.map { .thing($0) })
      },
      topics: document.topics.map(\.name))
  }
}

/// A text with what is right about it.
public struct GoldDocument: Sendable {
  /// Its id.
  public let id: String
  /// The text.
  public let source: SourceText
  /// The language that the gold names.
  public let language: LanguageTag?
  /// The record's fields that are strings, numbers or booleans, for grouping.
  public let fields: [String: String]
  /// What is right.
  public let annotation: Annotation

  /// Makes a document.
  public init(
    id: String, source: SourceText, language: LanguageTag?, fields: [String: String] = [:],
    annotation: Annotation
  ) {
    self.id = id
    self.source = source
    self.language = language
    self.fields = fields
    self.annotation = annotation
  }
}
