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
  @Test("have nothing that the check finds, be it an error or a warning")
  func check() throws {
    for finding in try LexiconChecker().check(DefaultSources.read()) {
      Issue.record("\(finding.description)")
    }
  }
}
