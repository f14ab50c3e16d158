/// When an alias counts as found.
public enum AliasRule: UInt8, CaseIterable, Sendable {
  /// The text must start it with a capital.
  case capital
  /// The text must write it letter for letter.
  case exact
  /// Any letter case will do.
  case any
  /// As `capital`, and the context must speak for it: the alias is an ordinary word too.
  case context

  /// The name that source files use.
  public var name: String {
    switch self {
    case .capital: "capital"
    case .exact: "exact"
    case .any: "any"
    case .context: "context"
    }
  }
}

/// What sort of name an alias is.
public enum AliasKind: UInt8, CaseIterable, Sendable {
  /// The name of daily use.
  case common
  /// The full name of documents.
  case official
  /// A shortened name.
  case short
  /// The first letters.
  case acronym
  /// A name no longer in force.
  case former
  /// A name carried over from another script.
  case transliterated

  /// The name that source files use.
  public var name: String {
    switch self {
    case .common: "common"
    case .official: "official"
    case .short: "short"
    case .acronym: "acronym"
    case .former: "former"
    case .transliterated: "transliterated"
    }
  }
}
