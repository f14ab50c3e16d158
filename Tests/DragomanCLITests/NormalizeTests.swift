import Foundation
import Testing

@Suite("dragoman normalize")
struct NormalizeTests {
  @Test(
    "brings each line to the level",
    arguments: [
      ("canonical", "e\u{301} ‘x’ İ", "\u{E9} ‘x’ İ"),
      ("typographic", "Ankara’da\u{A0}so\u{AD}ğuk e\u{301}", "Ankara'da soğuk \u{E9}"),
      ("search-key", "İSTANBUL’da ISPARTA Ğ Й", "istanbul'da isparta g й"),
    ])
  func levels(level: String, line: String, expected: String) throws {
    let run = try ProgramRun.dragoman(["normalize", "--level", level], input: "\(line)\n\n\(line)")
    #expect(run.status == 0)
    #expect(run.text == "\(expected)\n\n\(expected)\n")
    #expect(run.messages.isEmpty)
  }

  @Test("canonical is the usual level")
  func usualLevel() throws {
    let run = try ProgramRun.dragoman(["normalize"], input: "A\u{30A}")
    #expect(Array(run.text.unicodeScalars) == ["\u{C5}", "\n"])
  }

  @Test("repair sets a text right that was read in a wrong code page, and tells how much")
  func repair() throws {
    let file = "Fixtures/releases/08-tr-wrong-code-page.txt"
    let source = try String(contentsOf: ProgramRun.project.appending(path: file), encoding: .utf8)
    #expect(source.contains("ý"))
    let run = try ProgramRun.dragoman(["normalize", "--level", "repair", file])
    #expect(run.status == 0)
    #expect(run.text.contains("ı"))
    #expect(!run.text.contains("ý"))
    #expect(run.messages.hasPrefix("dragoman: \(file): "))
    #expect(run.messages.hasSuffix(" repairs\n"))
  }

  @Test("repair leaves a sound text as it is, byte for byte")
  func nothingToRepair() throws {
    let file = "Fixtures/releases/05-tr-disisleri.txt"
    let run = try ProgramRun.dragoman(["normalize", "--level", "repair", file])
    #expect(run.output == (try Data(contentsOf: ProgramRun.project.appending(path: file))))
    #expect(run.messages.isEmpty)
  }

  @Test("unreadable parts become U+FFFD, and how many is told")
  func invalidUTF8() throws {
    let run = try ProgramRun.dragoman(
      ["normalize"], input: Data([0x61, 0xE9, 0x0A, 0xFF, 0xFE, 0x0A]))
    #expect(run.status == 0)
    #expect(run.text == "a\u{FFFD}\n\u{FFFD}\u{FFFD}\n")
    #expect(run.messages == "dragoman: -: 3 unreadable parts became U+FFFD\n")
  }

  @Test("a line above the limit comes out empty, is told, and ends the run with 1")
  func longLine() throws {
    let run = try ProgramRun.dragoman(
      ["normalize", "--max-record-bytes", "5"], input: "a\n0123456789\nb\n")
    #expect(run.status == 1)
    #expect(run.text == "a\n\nb\n")
    #expect(run.messages.hasPrefix("dragoman: -:2: the line is longer than 5 bytes"))
  }
}
