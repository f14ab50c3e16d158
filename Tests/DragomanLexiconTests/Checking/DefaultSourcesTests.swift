import Foundation
import Testing

@testable import DragomanLexicon

/// The sources of the default lexicon.
enum DefaultSources {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Lexicons")

  /// All of them, as they stand in the project.
  static func read() throws -> [LexiconSource] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    return try names.filter(LexiconSource.isSource).map { name in
      let bytes = try Data(contentsOf: folder.appending(path: name))
      return LexiconSource(path: "Lexicons/\(name)", bytes: Array(bytes))
    }
  }
}

@Suite("The sources of the default lexicon")
struct DefaultSourcesTests {
  @Test("have no errors; warnings are counted")
  func check() throws {
    let findings = try LexiconChecker().check(DefaultSources.read())
    for finding in findings where finding.severity == .error {
      Issue.record("\(finding.description)")
    }
    let warnings = Dictionary(
      grouping: findings.filter { $0.severity == .warning }, by: \.code.name)
    for (code, found) in warnings.sorted(by: { $0.key < $1.key }) {
      print("Lexicons: \(found.count) × \(code)")
    }
  }
}
