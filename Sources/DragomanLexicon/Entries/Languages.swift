public import DragomanText

/// The languages of an alias, as a set of those that Dragoman knows by name.
public struct Languages: OptionSet, Hashable, Sendable {
  /// The bits, as the compiled lexicon stores them.
  public let rawValue: UInt8
  /// Makes a set of its bits.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// English.
  @inlinable public static var english: Languages { Languages(rawValue: 1 << 0) }
  /// Turkish.
  @inlinable public static var turkish: Languages { Languages(rawValue: 1 << 1) }
  /// Kazakh.
  @inlinable public static var kazakh: Languages { Languages(rawValue: 1 << 2) }
  /// Azerbaijani.
  @inlinable public static var azerbaijani: Languages { Languages(rawValue: 1 << 3) }
  /// Russian.
  @inlinable public static var russian: Languages { Languages(rawValue: 1 << 4) }
  /// Uzbek.
  @inlinable public static var uzbek: Languages { Languages(rawValue: 1 << 5) }
  /// Any other language.
  @inlinable public static var other: Languages { Languages(rawValue: 1 << 6) }
  /// Every language: `*` in source files.
  @inlinable public static var any: Languages { Languages(rawValue: 1 << 7) }

  /// The set that holds one language.
  public init(_ language: LanguageTag) {
    switch language {
    case .english: self = .english
    case .turkish: self = .turkish
    case .kazakh: self = .kazakh
    case .azerbaijani: self = .azerbaijani
    case .russian: self = .russian
    case .uzbek: self = .uzbek
    case .undetermined: self = .any
    default: self = .other
    }
  }

  /// Whether a text of the given languages may use an alias of these.
  public func suits(_ text: Languages) -> Bool {
    contains(.any) || text.contains(.any) || !isDisjoint(with: text)
  }

  /// The BCP 47 tags of the languages, `*` for any, `other` for those without a name here.
  public var codes: [String] {
    let all: [(Languages, String)] = [
      (.any, "*"), (.english, "en"), (.turkish, "tr"), (.kazakh, "kk"), (.azerbaijani, "az"),
      (.russian, "ru"), (.uzbek, "uz"), (.other, "other"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
