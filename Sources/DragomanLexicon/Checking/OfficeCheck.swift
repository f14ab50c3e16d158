/// Looks for offices that people hold and that are no entities.
struct OfficeCheck {
  private var offices: Set<String> = []
  private var held: [(name: String, place: FindingReport.Place)] = []

  /// Takes an entity.
  mutating func add(_ entry: EntryDraft, source: Int) {
    if entry.type == .office { offices.insert(entry.name) }
    for office in entry.offices {
      held.append((office.name, FindingReport.Place(source: source, line: office.line)))
    }
  }

  /// Reports what is missing, when all sources are read.
  func finish(_ report: inout FindingReport) {
    for office in held where !offices.contains(office.name) {
      report.add(
        .unknownOffice, office.place, "there is no office \(quoted(office.name)) in these sources",
        remedy: "write an office entity of that name, or check its source, too")
    }
  }
}
