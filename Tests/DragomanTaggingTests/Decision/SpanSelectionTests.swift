import Dragoman
import Testing

@Suite("The choice between spans")
struct SpanSelectionTests {
  @Test("leaves no two mentions that overlap, whatever the text")
  func disjoint() throws {
    let words = [
      "Ministry", "of", "the", "Republic", "Kazakhstan", "Bank", "Ali", "Khan", "and", "University",
      "Ankara", ",", "President", "(TCMB)", "U.S.", "Trade", "-", "Lake", "’s", "Demir",
    ]
    var state: UInt64 = 20_261_122
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(state >> 33) % words.count] + " "
      }
      var end = 0
      for mention in try TaggingFixture.annotate(text, .english).mentions {
        #expect(mention.range.lowerBound >= end, "\(text)")
        #expect((0...1).contains(mention.score), "\(text)")
        end = mention.range.upperBound
      }
    }
  }
}
