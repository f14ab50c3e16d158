import Testing

@testable import DragomanTagging

@Suite("A set of evidence")
struct EvidenceSetTests {
  @Test("keeps what makes a span a candidate")
  func proposing() {
    var all: EvidenceSet = []
    for evidence in Evidence.allCases { all.insert(evidence) }
    #expect(Array(all.proposing) == Evidence.allCases.filter(\.proposes))
    #expect(Array(EvidenceSet(.ordinaryWord).proposing) == [])
  }
}
