internal import DragomanText

/// What a record of a user's table says of an entity: fields by name, in any order.
struct EntityFields {
  /// The fields that are known; all others are attributes.
  enum Field: String, CaseIterable {
    case name, type, aliases, language, country, weight, kind, rule, id, ids, wikidata, geonames,
      iso, population, latitude, longitude
  }

  /// An alias with what is said of it alone.
  struct Alias {
    var text: String
    var language: String?
    var kind: String?
    var rule: String?
  }

  private var values: [Field: String] = [:]
  private var attributes: [Entry.Pair] = []
  var aliases: [Alias] = []
  var ids: [Entry.Pair] = []

  /// Takes a field by its name. An attribute that is empty or has spaces is dropped.
  mutating func set(_ name: String, _ field: Field?, _ text: String) {
    let text = SourceName.cleaned(text)
    guard !text.isEmpty else { return }
    switch field {
    case .aliases:
      aliases += text.split(separator: "|").map { Alias(text: String($0)) }
    case .ids:
      ids += text.split(separator: " ").map { Self.id(String($0)) }
    case .id: ids.append(Self.id(text))
    case let field?: values[field] = text
    case nil:
      if !text.contains(" "), !name.contains(" ") {
        attributes.append(Entry.Pair(key: name, value: text))
      }
    }
  }

  /// `scheme:value`, or a value of the user's own scheme `id`.
  static func id(_ text: String) -> Entry.Pair {
    let parts = text.split(separator: ":", maxSplits: 1)
    if parts.count == 2, !parts[0].contains(" ") {
      return Entry.Pair(key: String(parts[0]), value: String(parts[1]))
    }
    return Entry.Pair(key: "id", value: text)
  }

  /// The entity.
  func draft(line: Int) throws(SourceFault) -> EntryDraft {
    guard let name = values[.name] else { throw SourceFault("the record has no name") }
    guard let typeName = values[.type] else { throw SourceFault("the record has no type") }
    guard
      let type = EntryType(name: Substring(typeName))
        ?? EntryType(name: Substring(typeName.lowercased())),
      type.isEntity
    else {
      throw SourceFault(
        "unknown type '\(typeName)'; use person, organization, place, demonym, office or forbid")
    }
    var draft = EntryDraft(type: type, name: name)
    draft.country = try country()
    draft.weight = try weight()
    try addIDs(to: &draft)
    try addAttributes(to: &draft)
    let (kind, placeKind) = try kinds(type)
    if let placeKind { draft.attributes.append(Entry.Pair(key: "kind", value: placeKind)) }
    let own = Alias(text: name)
    for alias in [own] + aliases {
      let text = SourceName.cleaned(alias.text)
      if text.isEmpty || draft.aliases.contains(where: { $0.text == text }) { continue }
      let kind = try alias.kind.map(Self.aliasKind) ?? kind
      let rule = try (alias.rule ?? values[.rule]).map(Self.rule)
      draft.aliases.append(
        AliasDraft(
          text: text, languages: try Self.languages(alias.language ?? values[.language] ?? "*"),
          kind: kind, rule: rule ?? Self.defaultRule(type, kind), isRuleWritten: rule != nil,
          line: line))
    }
    return draft
  }

  // MARK: Values

  private func country() throws(SourceFault) -> String {
    let text = values[.country] ?? ""
    guard
      text.isEmpty || text.utf8.count == 2 && text.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    else { throw SourceFault("'\(text)' is no ISO 3166-1 alpha-2 code in capitals") }
    return text
  }

  private func weight() throws(SourceFault) -> UInt8 {
    guard let text = values[.weight] else { return 30 }
    guard let number = UInt8(text), number <= 100 else {
      throw SourceFault("the weight '\(text)' is no number from 0 to 100")
    }
    return number
  }

  private func addIDs(to draft: inout EntryDraft) throws(SourceFault) {
    draft.ids = ids
    if let text = values[.wikidata] {
      guard text.first == "Q", UInt64(text.dropFirst()) != nil else {
        throw SourceFault("'\(text)' is no Wikidata id; write it as Q43")
      }
      draft.ids.append(Entry.Pair(key: "wikidata", value: text))
    }
    if let text = values[.geonames] {
      guard UInt64(text) != nil else { throw SourceFault("'\(text)' is no GeoNames id") }
      draft.ids.append(Entry.Pair(key: "geonames", value: text))
    }
    if let text = values[.iso] { draft.ids.append(Entry.Pair(key: "iso", value: text)) }
    for id in draft.ids where id.value.contains(" ") {
      throw SourceFault("the id '\(id.value)' has a space; several ids stand in 'ids'")
    }
  }

  private func addAttributes(to draft: inout EntryDraft) throws(SourceFault) {
    if let text = values[.population] {
      guard UInt64(text) != nil else {
        throw SourceFault("the population '\(text)' is no whole number")
      }
      draft.attributes.append(Entry.Pair(key: "population", value: text))
    }
    for (field, limit) in [(Field.latitude, 90.0), (.longitude, 180.0)] {
      guard let text = values[field] else { continue }
      guard let degrees = Double(text), degrees.magnitude <= limit else {
        throw SourceFault("the \(field.rawValue) '\(text)' is no number of degrees")
      }
      draft.attributes.append(Entry.Pair(key: field.rawValue, value: text))
    }
    draft.attributes += attributes
  }

  /// The kind of the names, or the kind of the place that has them: `acronym`, `city`.
  private func kinds(_ type: EntryType) throws(SourceFault) -> (AliasKind, place: String?) {
    guard let text = values[.kind] else { return (.common, nil) }
    if let kind = AliasKind.allCases.first(where: { $0.name == text }) { return (kind, nil) }
    if type == .place, !text.contains(" ") { return (.common, text) }
    return (try Self.aliasKind(text), nil)
  }

  private static func aliasKind(_ text: String) throws(SourceFault) -> AliasKind {
    guard let kind = AliasKind.allCases.first(where: { $0.name == text }) else {
      let known = AliasKind.allCases.map(\.name).joined(separator: ", ")
      throw SourceFault("unknown kind '\(text)'; use one of \(known)")
    }
    return kind
  }

  private static func rule(_ text: String) throws(SourceFault) -> AliasRule {
    guard let rule = AliasRule.allCases.first(where: { $0.name == text }) else {
      let known = AliasRule.allCases.map(\.name).joined(separator: ", ")
      throw SourceFault("unknown rule '\(text)'; use one of \(known)")
    }
    return rule
  }

  private static func defaultRule(_ type: EntryType, _ kind: AliasKind) -> AliasRule {
    kind == .acronym ? .exact : type == .office ? .any : .capital
  }

  /// Languages between commas or bars; `*` for any.
  private static func languages(_ text: String) throws(SourceFault) -> Languages {
    var result: Languages = []
    for tag in text.split(whereSeparator: { $0 == "," || $0 == "|" || $0 == " " }) {
      if tag == "*" {
        result.insert(.any)
        continue
      }
      guard let language = LanguageTag(String(tag)) else {
        throw SourceFault("'\(tag)' is no BCP 47 language tag")
      }
      result.formUnion(Languages(language))
    }
    return result.isEmpty ? .any : result
  }
}

extension EntityFields {
  /// What is said once of a field that is not known.
  static func unknown(
    _ name: String, _ source: LexiconSource, _ line: Int
  ) -> LexiconError {
    let fate =
      name.contains(" ")
      ? "is left out, since its name has a space"
      : "is kept as an attribute, but for values with spaces"
    return LexiconError(.unknownField, path: source.path, line: line, "'\(name)' \(fate)")
  }
}
