import DragomanLexicon
import Foundation
import Testing

@testable import Dragoman

@Suite("A pipeline that can be loaded again")
struct ReloadablePipelineTests {
  private let path = FileManager.default.temporaryDirectory.appending(
    path: "\(UUID().uuidString).lexicon"
  ).path

  private func compile(_ name: String) throws {
    let source = LexiconSource(
      path: "a.entities.tsv", bytes: Array("organization\t\(name)\tTR\t90\n".utf8))
    try LexiconCompiler().compile([source], name: "own", to: path)
  }

  private func names(_ pipeline: AnnotationPipeline) -> [String] {
    pipeline.annotate("The Qarvel and the Zorbin met.").entities.map(\.name)
  }

  @Test("answers from the lexicon that was loaded last, and keeps it if another cannot be")
  func reload() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try compile("Qarvel")
    var options = AnnotationPipeline.Options()
    options.lexicons = [path]
    options.language = .english
    let pipeline = try ReloadablePipeline(options: options)
    let first = pipeline.current
    #expect(names(first).contains("Qarvel") && !names(first).contains("Zorbin"))

    try compile("Zorbin")
    #expect(names(pipeline.current).contains("Qarvel"))
    try pipeline.reload()
    #expect(names(pipeline.current).contains("Zorbin"))
    #expect(!names(pipeline.current).contains("Qarvel"))
    // Whoever holds the old one goes on with it.
    #expect(names(first).contains("Qarvel"))

    try FileManager.default.removeItem(atPath: path)
    #expect(throws: PipelineError.self) { try pipeline.reload() }
    #expect(names(pipeline.current).contains("Zorbin"))
  }
}
