import Testing

/// `dragoman lexicon lookup`, run as a program.
@Suite("dragoman lexicon lookup")
struct LexiconLookUpTests {
  @Test("shows what is known of a name, why it counts or not, and a person's offices")
  func names() throws {
    let run = try ProgramRun.dragoman([
      "lexicon", "lookup", "Hakan Fidan", "ankara", "--language", "tr",
    ])
    #expect(run.status == 0)
    let lines = String(decoding: run.output, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines.contains("Hakan Fidan\tkeys: hakan fidan"))
    #expect(lines.contains { $0.hasPrefix("  yes\tperson\tHakan Fidan\tTR\t") })
    #expect(
      lines.contains { $0.hasPrefix("    office\tMinister of Foreign Affairs of Türkiye\t2023-06") }
    )
    #expect(lines.contains { $0.hasPrefix("  no: rule\tplace\tAnkara\tTR\t") })
  }

  @Test("says nothing of what stands nowhere, and names an unknown language or lexicon")
  func nothing() throws {
    let run = try ProgramRun.dragoman(["lexicon", "lookup", "Zzyzx Qwrtp"])
    #expect(run.status == 0)
    #expect(
      String(decoding: run.output, as: UTF8.self) == "Zzyzx Qwrtp\tkeys: zzyzx qwrtp\n  nothing\n")
    #expect(try ProgramRun.dragoman(["lexicon", "lookup", "A", "--language", "1"]).status == 64)
    let missing = try ProgramRun.dragoman([
      "lexicon", "lookup", "A", "--lexicon", "/nowhere.lexicon",
    ])
    #expect(missing.status == 2)
    #expect(missing.messages.contains("/nowhere.lexicon"))
  }
}
