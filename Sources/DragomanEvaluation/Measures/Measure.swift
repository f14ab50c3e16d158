/// What is measured. `docs/evaluation.md` defines each.
public enum Measure: String, CaseIterable, Sendable {
  /// Names with the same start, end and type.
  case strict
  /// Names with the same type and a byte in common, one to one.
  case relaxed
  /// The names that a document holds at all: spelling and type, each once.
  case names
  /// People, organizations and places of a document, by a name that both know them under, one to one.
  case entities
  /// Joined mentions: B³ over all mentions.
  case bCubed = "b3"
  /// Joined mentions: B³ over the mentions that both have.
  case bCubedCommon = "b3-common"
  /// Joined mentions: CEAF with entity similarity φ₄.
  case ceaf = "ceaf-e"
  /// Roles whose phrases share a byte, one to one.
  case rolePhrase = "role-phrase"
  /// The same, and the person is the same.
  case rolePerson = "role-person"
  /// The same, and the body or country is the same.
  case roleWhole = "role-whole"
  /// Topics of the top level.
  case topics
  /// Whether the first topic found is one of gold's.
  case firstTopic = "first-topic"

  /// Whether it is told for each type, too.
  public var hasKinds: Bool {
    switch self {
    case .strict, .relaxed, .names, .entities: true
    default: false
    }
  }
}
