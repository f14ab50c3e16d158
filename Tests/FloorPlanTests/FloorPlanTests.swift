import Foundation
import Testing

@Suite("The floor plan")
struct FloorPlanTests {
  @Test("has every target of the plan")
  func targets() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for target in ["CICU", "DragomanText", "DragomanLexicon", "DragomanTagging", "DragomanTopics", "Dragoman", "DragomanCLI"] {
      #expect(FileManager.default.fileExists(atPath: root.appending(path: "Sources/\(target)").path))
    }
  }
}
