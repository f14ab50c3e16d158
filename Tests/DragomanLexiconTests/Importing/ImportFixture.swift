import Foundation

@testable import DragomanLexicon

/// A source file that an importer writes, and the lines that it could not read.
final class ImportFixture {
  let writer: EntitySourceWriter
  private let path: String
  private(set) var faults: [String] = []

  init() throws {
    path =
      FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).entities.tsv")
      .path
    writer = try EntitySourceWriter(path: path, head: ["Made\nof samples."])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Feeds the lines of a text to an importer.
  func feed(
    _ text: String, _ body: (ArraySlice<UInt8>, String, Int) throws(LexiconError) -> Void
  ) throws {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      do throws(LexiconError) {
        try body(Array(line)[...], "dump", index + 1)
      } catch {
        guard error.code == .malformedLine else { throw error }
        faults.append("\(error.line ?? 0): \(error.message)")
      }
    }
  }

  /// What was written, behind the head; it can be compiled.
  func result() throws -> String {
    try writer.finish()
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    _ = try LexiconCompiler().compile([LexiconSource(path: path, bytes: bytes)], name: "a")
    let text = String(decoding: bytes, as: UTF8.self)
    let head = "# Made of samples.\n"
    return text.hasPrefix(head) ? String(text.dropFirst(head.count)) : "no head: \(text)"
  }
}
