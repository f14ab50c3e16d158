import Dragoman
import Testing

@Suite("The annotation pipeline")
struct AnnotationPipelineTests {
  @Test("does what the README shows")
  func readme() throws {
    let pipeline = try AnnotationPipeline(language: .turkish)
    let document = pipeline.annotate("Fatih Karahan Ankara'da konuştu.")
    let found = document.mentions.map { "\($0.kind) \(document.text(of: $0))" }
    #expect(found == ["person Fatih Karahan", "place Ankara"])
  }
}
