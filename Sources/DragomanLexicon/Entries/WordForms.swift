/// What the ending of a word says of it: a case, or that it is a verb. A word may be several of them; one in the nominative
/// is none.
public struct WordForms: OptionSet, Hashable, Sendable {
  /// The bits, as compiled endings hold them.
  public let rawValue: UInt8
  /// Makes forms of their bits.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Genitive, of nouns and of adjectives.
  @inlinable public static var genitive: WordForms { WordForms(rawValue: 1 << 0) }
  /// A case that verbs govern: accusative, dative, in Kazakh instrumental.
  @inlinable public static var object: WordForms { WordForms(rawValue: 1 << 1) }
  /// A case of places and circumstances: locative, ablative.
  @inlinable public static var adverbial: WordForms { WordForms(rawValue: 1 << 2) }
  /// An adjective, in any case.
  @inlinable public static var adjective: WordForms { WordForms(rawValue: 1 << 3) }
  /// A finite verb, a converb or a participle.
  @inlinable public static var verb: WordForms { WordForms(rawValue: 1 << 4) }
  /// A noun made of a verb, which governs objects: қорғау.
  @inlinable public static var verbalNoun: WordForms { WordForms(rawValue: 1 << 5) }

  /// The forms by the names that sources use.
  static let names: [(name: String, form: WordForms)] = [
    ("genitive", .genitive), ("object", .object), ("adverbial", .adverbial),
    ("adjective", .adjective), ("verb", .verb), ("verbal-noun", .verbalNoun),
  ]
}
