/// Looks for entities that stand twice.
struct EntityCheck {
  private struct Known {
    let place: FindingReport.Place
    let ids: [Entry.Pair]
    let kind: String?
  }

  private var names: [String: [Known]] = [:]
  private var ids: [Entry.Pair: FindingReport.Place] = [:]

  /// Takes an entity or topic, and reports what it has in common with one before it.
  mutating func add(
    _ entry: EntryDraft, at place: FindingReport.Place, _ report: inout FindingReport
  ) {
    var isKnown = false
    for id in entry.ids {
      if let first = ids[id] {
        isKnown = true
        report.add(
          .duplicateID, place,
          "\(quoted(entry.name)) has the id \(id.key):\(id.value), as has \(report.name(of: first))",
          remedy: "make them one entity, or find out whose id it is")
      } else {
        ids[id] = place
      }
    }
    let known = Known(
      place: place, ids: entry.ids, kind: entry.attributes.first { $0.key == "kind" }?.value)
    let key = "\(entry.type.rawValue)\t\(entry.country)\t\(entry.name)"
    if !isKnown, let first = names[key, default: []].first(where: { !Self.differ($0, known) }) {
      report.add(
        .duplicateEntity, place,
        "\(quoted(entry.name)) stands at \(report.name(of: first.place)), too",
        remedy: "make them one entity, or tell them apart by their ids")
    }
    names[key, default: []].append(known)
  }

  /// Whether two things of one name are of different kinds, or have different ids of one scheme.
  private static func differ(_ one: Known, _ other: Known) -> Bool {
    if let kind = one.kind, let otherKind = other.kind, kind != otherKind { return true }
    return one.ids.contains { id in
      other.ids.contains { $0.key == id.key && $0.value != id.value }
    }
  }
}
