@testable import DragomanLexicon

/// What a check finds in small sources, as `line code`, or `file:line code` with several files.
func findings(in files: (name: String, text: String)...) throws -> [String] {
  let sources = files.map { LexiconSource(path: $0.name, bytes: Array($0.text.utf8)) }
  return try LexiconChecker().check(sources).map { finding in
    let line = finding.line.map { "\($0)" } ?? "-"
    return "\(files.count > 1 ? "\(finding.path):" : "")\(line) \(finding.code.name)"
  }
}

/// The same of one file with entities.
func findings(inEntities text: String) throws -> [String] {
  try findings(in: ("a.entities.tsv", text))
}
