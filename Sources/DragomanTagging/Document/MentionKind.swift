/// What a mention names.
public enum MentionKind: UInt8, CaseIterable, Hashable, Sendable {
  /// A person.
  case person
  /// A body: ministry, company, newspaper, team.
  case organization
  /// A country, city, region, water, mountain, building.
  case place

  /// The name that the output uses.
  public var name: String {
    switch self {
    case .person: "PERSON"
    case .organization: "ORGANIZATION"
    case .place: "PLACE"
    }
  }
}
