/// The number of an entry in its lexicon.
public struct EntryID: Hashable, Sendable {
  @usableFromInline let rawValue: UInt32
  @inlinable init(_ rawValue: UInt32) { self.rawValue = rawValue }
}

/// What a lexicon says of a person, body, place, cue or topic.
public struct Entry: Hashable, Sendable {
  /// A key with a value: an id in a scheme, or an attribute.
  public struct Pair: Hashable, Sendable {
    /// The scheme or the attribute's name.
    public let key: String
    /// The id or the attribute's value.
    public let value: String
  }

  /// How much of an entry is read; each has what those before it have.
  public enum Detail: Comparable, Sendable {
    /// Type, weight, country and name.
    case name
    /// The ids in other data sets.
    case ids
    /// Other facts.
    case attributes
    /// The offices that a person held.
    case offices
  }

  /// What it is.
  public let type: EntryType
  /// Prominence, 0 to 100.
  public let weight: Int
  /// ISO 3166-1 alpha-2; `nil` where none belongs.
  public let country: String?
  /// The name to show.
  public let name: String
  /// Ids in other data sets, in the order of the source.
  public let ids: [Pair]
  /// Other facts, in the order of the source.
  public let attributes: [Pair]

  /// The offices that a person held, in the order of the source.
  public let offices: [Office]

  /// An office that a person held.
  public struct Office: Hashable, Sendable {
    /// The office.
    public let office: EntryID
    /// The office's name.
    public let name: String
    /// When it began; `nil` if that is not known.
    public let from: YearMonth?
    /// When it ended; `nil` if it did not, or that is not known.
    public let to: YearMonth?
  }

  /// The value of an attribute.
  public func attribute(_ key: String) -> String? { attributes.first { $0.key == key }?.value }
}

/// An alias that ends at some place of the trie.
public struct Posting: Hashable, Sendable {
  /// The entry that it names.
  public let entry: EntryID
  let flags: LexiconLayout.PostingFlags

  /// When it counts.
  public var rule: AliasRule { flags.rule }
  /// What sort of name it is.
  public var kind: AliasKind { flags.kind }
  /// The languages that use it.
  public var languages: Languages { flags.languages }
  /// What it says for or against a topic; 0 for other entries.
  public var weight: Int8 { flags.weight }
  /// What is known of a cue; nothing of other entries.
  public var cueTraits: CueTraits { flags.cueTraits }
}
