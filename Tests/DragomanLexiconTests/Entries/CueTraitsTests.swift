import Testing

@testable import DragomanLexicon

@Suite("Traits of cues")
struct CueTraitsTests {
  @Test(
    "stand in postings as they are, each by itself", arguments: CueTraits.attributes.map(\.trait))
  func roundTrip(trait: CueTraits) {
    let flags = LexiconLayout.PostingFlags(cue: trait, languages: .english)
    #expect(flags.cueTraits == trait)
    #expect(flags.languages == .english)
    #expect(!flags.isLast)
  }
}
