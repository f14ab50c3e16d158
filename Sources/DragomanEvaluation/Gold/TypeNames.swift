internal import Dragoman

/// The names of types that gold and answers use.
enum TypeNames {
  /// The type that a name means, whatever its letter case; `nil` if it is none that is measured.
  static func kind(_ name: String) -> MentionKind? {
    switch name.uppercased() {
    case "PERSON", "PER": .person
    case "ORGANIZATION", "ORGANISATION", "ORG": .organization
    case "PLACE", "LOCATION", "LOC", "GPE", "FACILITY", "FAC": .place
    default: nil
    }
  }

  /// What to do about a name that is none.
  static let remedy =
    "types are PERSON (PER), ORGANIZATION (ORG) and PLACE (LOC, GPE, FAC); pass over others with --skip-type"
}
