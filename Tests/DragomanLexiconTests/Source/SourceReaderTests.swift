import Testing

@testable import DragomanLexicon

@Suite("The reader of source files")
struct SourceReaderTests {
  private func entries(_ text: String) throws -> [EntryDraft] {
    var entries: [EntryDraft] = []
    let source = LexiconSource(path: "a.entities.tsv", bytes: Array(text.utf8))
    try SourceReader.forEach(in: source, remark: { _ in }) { item, _ in
      if case .entry(let entry) = item { entries.append(entry) }
    }
    return entries
  }

  @Test("takes a line with '+office' for an office, and other names with a plus for aliases")
  func plus() throws {
    let entries = try entries(
      "person\tElmira Qorveq\n\t+Qorveq\t*\n\t+office\tMayor of Velmira\t2019-04\t2021\n")
    #expect(entries.first?.aliases.map(\.text) == ["+Qorveq", "Elmira Qorveq"])
    #expect(entries.first?.offices.map(\.name) == ["Mayor of Velmira"])
  }

  @Test(
    "refuses an office that ends before it starts; a year without its month ends with the year",
    arguments: [
      ("2020-05", "2020-05", true), ("2020-05", "2020-04", false), ("2020-05", "2020", true),
      ("2020", "2020-04", true), ("2020", "2019", false), ("2020", "2019-12", false),
      ("", "2019", true), ("2020", "", true),
    ])
  func dates(from: String, to: String, isRight: Bool) {
    let text = "person\tElmira Qorveq\n\t+office\tMayor of Velmira\t\(from)\t\(to)\n"
    if isRight {
      #expect(throws: Never.self) { try entries(text) }
    } else {
      #expect(throws: LexiconError.self) { try entries(text) }
    }
  }
}
