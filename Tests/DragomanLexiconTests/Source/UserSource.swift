@testable import DragomanLexicon

/// What a user's source gives: its entities as lines, and its remarks as `line: code: message`.
struct UserSource {
  var entities: [String] = []
  var remarks: [String] = []

  init(_ path: String, bytes: [UInt8]) throws(LexiconError) {
    var (entities, remarks): ([String], [String]) = ([], [])
    try SourceReader.forEach(in: LexiconSource(path: path, bytes: bytes)) { remark in
      remarks.append("\(remark.line ?? 0): \(remark.code.name): \(remark.message)")
    } _: { item, line in
      guard case .entry(let entry) = item else { return }
      let pairs =
        (entry.ids.map { "\($0.key):\($0.value)" }
          + entry.attributes.map { "\($0.key)=\($0.value)" })
      let aliases = entry.aliases.map {
        "\($0.text)/\($0.languages.rawValue)/\($0.kind.name)/\($0.rule.name)"
      }
      entities.append(
        (["\(line)", entry.type.name, entry.name, entry.country, "\(entry.weight)"] + pairs
          + aliases)
          .filter { !$0.isEmpty }.joined(separator: " · "))
    }
    (self.entities, self.remarks) = (entities, remarks)
  }

  init(_ path: String, _ text: String) throws(LexiconError) {
    try self.init(path, bytes: Array(text.utf8))
  }
}
