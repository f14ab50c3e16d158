import Dragoman
import Testing

@Suite("The topic classifier")
struct TopicClassifierTests {
  @Test("gives reasons that add up and stand in the text")
  func evidence() throws {
    let pipeline = try AnnotationPipeline(language: .english)
    let document = pipeline.annotate(
      "The central bank raised its interest rate as inflation and exports grew, the finance ministry said.")
    let topic = try #require(document.topics.first)
    #expect(topic.id == "medtop:04000000")
    #expect(!topic.evidence.isEmpty)
    for evidence in topic.evidence {
      #expect(!document.source.text(in: evidence.range).isEmpty)
      #expect(evidence.weight != 0)
    }
  }
}
