import Foundation
import Testing

/// The answers to the releases of the fixtures, as they were when a person last looked at them.
///
/// `DRAGOMAN_UPDATE_GOLDEN=1 swift test --filter GoldenTests` writes them anew; review the difference before it is kept.
@Suite("Golden outputs")
struct GoldenTests {
  private static let releases: [String] = {
    let folder = ProgramRun.project.appending(path: "Fixtures/releases").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test("are there for all releases")
  func complete() {
    #expect(Self.releases.count == 14)
  }

  @Test("have not changed", arguments: releases)
  func unchanged(release: String) throws {
    let run = try ProgramRun.dragoman(
      ["annotate", "--format", "json", "--nested", "Fixtures/releases/\(release).txt"])
    try #require(run.status == 0)
    let golden = ProgramRun.project.appending(path: "Fixtures/golden/\(release).json")
    if ProcessInfo.processInfo.environment["DRAGOMAN_UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try run.output.write(to: golden)
    }
    let expected = try #require(
      try? String(contentsOf: golden, encoding: .utf8),
      "there is no \(golden.path); make it with DRAGOMAN_UPDATE_GOLDEN=1 and review it")
    if run.text == expected { return }
    let lines = (run.text.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
    let number = zip(lines.0, lines.1).prefix { $0 == $1 }.count
    func line(_ lines: [String]) -> String { number < lines.count ? lines[number] : "(end)" }
    Issue.record(
      """
      \(golden.lastPathComponent):\(number + 1) differs
      golden: \(line(lines.1))
      now:    \(line(lines.0))
      """)
  }
}
