import DragomanText
import Testing

@testable import DragomanLexicon

/// People whose names are carried over from another script, in other spellings than the lexicon's.
@Suite("Names that sound alike")
struct PhoneticMatchTests {
  private static let files = [
    (
      "a.entities.tsv",
      """
      person\tMuhammad Hossein Zarifi\tIR\t50
      person\tSergey Tokayev\tKZ\t50
      person\tHoffman Bauer\tDE\t50
      organization\tTokayev Foundation\tKZ\t50
      """
    ),
    ("b.words.tsv", "sergei\tfirst-name\nmohamed\tordinary\tde\ntokaev\tlast-name"),
  ]

  @Test(
    "finds a person's whole name, no part of it, no other thing, and none at home in Latin letters",
    arguments: [
      ("Sergei Tokaev spoke", "Sergei Tokaev=Sergey Tokayev"),
      ("Sergej Tokaev spoke", "Sergej Tokaev=Sergey Tokayev"),
      ("Sergey Tokayev spoke", "Sergey Tokayev=Sergey Tokayev"),
      ("sergei Tokaev spoke", ""),
      ("Tokaev spoke", ""),
      ("The Tokaev Foundation", ""),
      ("Muhammad Husayn Zarifi", "Muhammad Husayn Zarifi=Muhammad Hossein Zarifi"),
      ("Huffman Bauer", ""),
      ("Mohamed Hossein Zarifi", ""),  // Its first word is an ordinary one.
    ])
  func finds(_ text: String, _ expected: String) throws {
    let fixture = try LexiconFixture([Self.files])
    #expect(fixture.found(in: text, .english).joined(separator: " ") == expected)
  }

  @Test("says so, and why others do not count")
  func quality() throws {
    let fixture = try LexiconFixture([Self.files])
    func lookUp(_ name: String) -> [String] {
      fixture.stack.lookUp(fixture.tokenizer.tokenize(SourceText(name), language: .english))
        .candidates
        .map { "\($0.entry.name) \($0.quality.rawValue) \($0.refusal?.rawValue ?? "counts")" }
    }
    #expect(lookUp("Sergei Tokaev") == ["Sergey Tokayev phonetic counts"])
    #expect(lookUp("Sergey Tokayev") == ["Sergey Tokayev exact counts"])
    #expect(lookUp("Tokaev Foundation") == ["Tokayev Foundation phonetic sound"])
  }
}
