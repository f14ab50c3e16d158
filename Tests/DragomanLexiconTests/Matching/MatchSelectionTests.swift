import DragomanText
import Testing

@testable import DragomanLexicon

@Suite("A selection of matches")
struct MatchSelectionTests {
  private static let source = """
    place\tNew York\tUS\t80
    place\tYork\tGB\t40
    organization\tNew York Times\tUS\t70
    organization\tYork Times Club\tGB\t90
    place\tParis\tFR\t80
    person\tParis\tUS\t20
    """

  private static func found(_ selection: MatchSelection, _ text: String) throws -> [String] {
    let fixture = try LexiconFixture("a.entities.tsv", source)
    let text = fixture.tokenizer.tokenize(SourceText(text), language: .english)
    let matches = fixture.stack.matches(in: text)
    return fixture.stack.select(selection, of: matches, in: text).map { place in
      let names = place.alternatives.map { fixture.stack.entry($0.entry).type.name }
      return "\(text.string(ofTerms: place.terms)): \(names.joined(separator: " "))"
    }
  }

  @Test("keeps all, the longest from the left, or the most prominent")
  func selections() throws {
    let text = "New York Times Club in Paris"
    #expect(
      try Self.found(.all, text) == [
        "New York: place", "New York Times: organization", "York: place",
        "York Times Club: organization", "Paris: place person",
      ])
    #expect(
      try Self.found(.longest, text) == ["New York Times: organization", "Paris: place person"])
    #expect(
      try Self.found(.priority, text) == ["York Times Club: organization", "Paris: place person"])
  }

  @Test("prefers what a lexicon above holds")
  func stacked() throws {
    let fixture = try LexiconFixture([
      [("a.entities.tsv", "place\tNew York\tUS\t80")],
      [("b.entities.tsv", "organization\tYork Club\tGB\t10")],
    ])
    let text = fixture.tokenizer.tokenize(SourceText("New York Club"), language: .english)
    let matches = fixture.stack.matches(in: text)
    func terms(_ selection: MatchSelection) -> [Range<Int>] {
      fixture.stack.select(selection, of: matches, in: text).map(\.terms)
    }
    #expect(terms(.longest) == [0..<2])
    #expect(terms(.priority) == [1..<3])
  }

  @Test("leaves out what is not asked for")
  func filtered() throws {
    let fixture = try LexiconFixture("a.entities.tsv", Self.source)
    let text = fixture.tokenizer.tokenize(SourceText("New York Times"), language: .english)
    let matches = fixture.stack.matches(in: text)
    let places = fixture.stack.select(.longest, of: matches, in: text) {
      fixture.stack.type(of: $0) == .place
    }
    #expect(places.map { text.string(ofTerms: $0.terms) } == ["New York"])
  }
}
