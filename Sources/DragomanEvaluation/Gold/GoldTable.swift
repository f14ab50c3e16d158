internal import Dragoman

/// Reads the lines of a table of gold.
struct GoldTable {
  let path: String
  let source: SourceText
  let skippedTypes: Set<String>
  private var spans: [NamedSpan] = []
  private var roles: [StatedRole] = []
  private var topics: [String] = []

  init(path: String, source: SourceText, skippedTypes: Set<String>) {
    self.path = path
    self.source = source
    self.skippedTypes = skippedTypes
  }

  /// What was read. Tables do not say which mentions are of one thing.
  var annotation: Annotation { Annotation(spans: spans, roles: roles, topics: topics) }

  /// Reads a line.
  mutating func read(_ line: Substring, number: Int) throws(EvaluationError) {
    guard !line.isEmpty else { return }
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    func fail(_ message: String) -> EvaluationError {
      EvaluationError(path, line: number, message)
    }
    func range(_ start: String, _ end: String, _ surface: String) throws(EvaluationError)
      -> TextRange
    {
      guard let lower = Int(start), let upper = Int(end) else {
        throw fail("'\(start)' and '\(end)' should be whole numbers: start and end in bytes")
      }
      let range = OffsetTable(source, unit: .utf8).range(lower, upper)
      guard let range, source.text(in: range) == surface else {
        let there =
          range.map { "'\(source.text(in: $0))' stands" } ?? "no whole characters stand"
        throw fail(
          "'\(surface)' should stand at bytes \(lower) to \(upper), where \(there); correct the offsets or the text"
        )
      }
      return range
    }
    switch columns[0] {
    case "entity" where columns.count == 5:
      if skippedTypes.contains(columns[1].uppercased()) { return }
      guard let kind = TypeNames.kind(columns[1]) else {
        throw fail("unknown type '\(columns[1])'; \(TypeNames.remedy)")
      }
      spans.append(NamedSpan(try range(columns[2], columns[3], columns[4]), kind))
    case "role" where columns.count == 6:
      roles.append(
        StatedRole(
          range: try range(columns[4], columns[5], columns[2]), person: .name(columns[1]),
          of: columns[3].isEmpty ? nil : .name(columns[3])))
    case "topic" where columns.count == 2: topics.append(columns[1])
    default:
      throw fail(
        "the line is none of 'entity TYPE START END SURFACE', 'role PERSON PHRASE BODY START END', 'topic NAME' with tabs between"
      )
    }
  }
}
