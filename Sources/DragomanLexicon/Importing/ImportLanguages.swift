public import DragomanText

/// The languages whose names are imported.
public struct ImportLanguages: Hashable, Sendable {
  /// In the order of preference; empty if all are wanted.
  public let tags: [LanguageTag]

  /// - Parameter tags: in the order of preference; empty for all.
  public init(_ tags: [LanguageTag]) { self.tags = tags }

  /// English, Turkish, Kazakh, Azerbaijani and Russian.
  public static let usual = ImportLanguages([.english, .turkish, .kazakh, .azerbaijani, .russian])

  /// Whether names of all languages are wanted.
  public var isAll: Bool { tags.isEmpty }

  /// The tag under which a name is kept: `*` for one of no language; `nil` if it is not wanted.
  func tag(of language: String) -> String? {
    if language.isEmpty || language == "mul" { return isAll || language == "mul" ? "*" : nil }
    guard let tag = LanguageTag(language) else { return nil }
    return isAll || tags.contains(tag) ? tag.code : nil
  }
}
