/// Looks at countries, ids and attributes.
enum ValueCheck {
  /// Which attributes an entity may have.
  enum Attributes {
    /// Those that are documented.
    case known
    /// Any: the columns of a user's table.
    case any
  }

  /// Reports what is wrong with an entity's or topic's line.
  static func check(
    _ entry: EntryDraft, attributes: Attributes, at place: FindingReport.Place,
    _ report: inout FindingReport
  ) {
    if !entry.country.isEmpty, !CountryCodes.contains(entry.country) {
      report.add(
        .unknownCountry, place, "ISO 3166-1 has no country '\(entry.country)'",
        remedy: "write its alpha-2 code, or leave the column empty")
    }
    for id in entry.ids {
      guard let form = form(of: id) else { continue }
      report.add(
        .malformedID, place,
        "the id \(quoted("\(id.key):\(id.value)")) does not have the form \(form)",
        remedy: "write the id as its source gives it, or leave it out")
    }
    var dates: [String: YearMonth] = [:]
    for attribute in entry.attributes {
      check(attribute, attributes, of: entry.type, at: place, &report)
      dates[attribute.key] = YearMonth(attribute.value)
    }
    if let from = dates["from"], let to = dates["to"], to.isOver(before: from) {
      report.add(
        .malformedValue, place, "'to=\(to)' is before 'from=\(from)'", remedy: "mend one of them")
    }
  }

  /// Reports what is wrong with the attributes of a cue.
  static func check(_ cue: CueDraft, at place: FindingReport.Place, _ report: inout FindingReport) {
    for attribute in cue.attributes {
      let (key, value) = (attribute.key, attribute.value)
      if let values = cueAttributes[key] {
        guard !values.contains(value) else { continue }
        report.add(
          .malformedValue, place, "\(quoted("\(key)=\(value)")) is not known",
          remedy: "use \(values.map { "\(key)=\($0)" }.joined(separator: " or "))")
      } else {
        report.add(
          .unknownAttribute, place, "cues have no attribute \(quoted(key))",
          remedy: "use \(cueAttributes.keys.sorted().joined(separator: ", "))")
      }
    }
  }

  private static let cueAttributes = Dictionary(grouping: CueTraits.attributes, by: \.key)
    .mapValues { $0.map(\.value) }

  // MARK: Ids

  /// The form that an id should have and has not; `nil` if it has, or the scheme is not known.
  private static func form(of id: Entry.Pair) -> String? {
    let isRight: Bool
    let form: String
    switch id.key {
    case "iso":
      form = "XX of ISO 3166-1 or XX-YYY of ISO 3166-2"
      let parts = id.value.split(separator: "-", omittingEmptySubsequences: false)
      isRight =
        parts.count <= 2 && CountryCodes.contains(parts[0])
        && parts.dropFirst().allSatisfy { part in
          (1...3).contains(part.utf8.count)
            && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        }
    case "geonames":
      form = "of a number"
      isRight = isNumber(id.value[...])
    case "wikidata":
      form = "Q and a number"
      isRight = id.value.utf8.first == 0x51 && isNumber(id.value.dropFirst())
    case "medtop":
      form = "of eight digits"
      isRight = id.value.utf8.count == 8 && id.value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    default: return nil
    }
    return isRight ? nil : form
  }

  private static func isNumber(_ text: Substring) -> Bool {
    (1...18).contains(text.utf8.count) && text.utf8.first != 0x30
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  // MARK: Attributes

  private static let kinds: Set<String> = [
    "capital", "city", "corridor", "country", "desert", "district", "facility", "island",
    "mountain", "region", "territory", "town", "water",
  ]

  private static func check(
    _ attribute: Entry.Pair, _ known: Attributes, of type: EntryType, at place: FindingReport.Place,
    _ report: inout FindingReport
  ) {
    let wanted: String?
    switch attribute.key {
    case "kind":
      if !kinds.contains(attribute.value) {
        report.add(
          .unknownKind, place, "no other entity is of kind \(quoted(attribute.value))",
          remedy: "use one of \(kinds.sorted().joined(separator: ", "))")
      }
      return
    case "population":
      wanted = UInt64(attribute.value) == nil ? "a whole number" : nil
    case "latitude":
      wanted = isDegrees(attribute.value, limit: 90) ? nil : "a number from -90 to 90"
    case "longitude":
      wanted = isDegrees(attribute.value, limit: 180) ? nil : "a number from -180 to 180"
    case "from", "to": wanted = YearMonth(attribute.value) == nil ? "YYYY or YYYY-MM" : nil
    case "override": wanted = attribute.value == "yes" ? nil : "yes"
    case "type" where type == .forbid:
      let names = EntryType.allCases.filter { $0.isEntity && $0 != .forbid }.map(\.name)
      wanted = names.contains(attribute.value) ? nil : names.joined(separator: ", ")
    default:
      if known == .any { return }
      report.add(
        .unknownAttribute, place, "\(type.name) has no attribute \(quoted(attribute.key))",
        remedy: "use kind, population, latitude, longitude, from, to, override; type with forbid")
      return
    }
    if let wanted {
      report.add(
        .malformedValue, place, "\(quoted("\(attribute.key)=\(attribute.value)")) is no value",
        remedy: "write \(attribute.key)= and \(wanted)")
    }
  }

  private static func isDegrees(_ text: String, limit: Double) -> Bool {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }),
      let degrees = Double(text)
    else { return false }
    return abs(degrees) <= limit
  }
}
