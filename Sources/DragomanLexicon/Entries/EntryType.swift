/// What an entry of a lexicon is.
public enum EntryType: UInt8, CaseIterable, Sendable {
  /// A person.
  case person = 1
  /// A body: ministry, company, party, newspaper, team.
  case organization = 2
  /// A country, city, region, water, mountain, building.
  case place = 3
  /// A word for people or things of a country: Turkish, Fransız. Names a country without being a mention.
  case demonym = 4
  /// An office that people hold one after the other: Minister of Foreign Affairs of Türkiye. No mention by itself.
  case office = 5
  /// Names that the lexicons below in a stack shall not find.
  case forbid = 15
  /// An office that a person holds.
  case title = 16
  /// A word before (or after) a person's name that is no office: Mr, Sayın.
  case honorific = 17
  /// The word that makes an organization's name one: Ministry, Üniversitesi.
  case organizationHead = 18
  /// The word that makes a place's name one: River, ilçesi.
  case placeHead = 19
  /// A topic of the classifier.
  case topic = 32

  /// The name that source files use.
  public var name: String {
    switch self {
    case .person: "person"
    case .organization: "organization"
    case .place: "place"
    case .demonym: "demonym"
    case .office: "office"
    case .forbid: "forbid"
    case .title: "title"
    case .honorific: "honorific"
    case .organizationHead: "organization-head"
    case .placeHead: "place-head"
    case .topic: "topic"
    }
  }

  /// The type with a source file's name.
  init?(name: Substring) {
    guard let type = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = type
  }

  /// Whether the type is one of an entity line, not of a cue or topic.
  var isEntity: Bool { rawValue < 16 }

  /// Whether the type is one of a cue line.
  var isCue: Bool { !isEntity && self != .topic }
}
