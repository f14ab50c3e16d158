import Foundation
import Testing

@Suite("Bad text")
struct BadTextTests {
  /// Annotates bytes as one text and checks that it went well.
  private func annotate(_ bytes: Data, _ options: [String] = []) throws -> OutputRecord {
    let run = try ProgramRun.dragoman(["annotate", "--input", "text"] + options, input: bytes)
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    return try run.record()
  }

  @Test(
    "gives a valid, empty answer where there is nothing to find",
    arguments: [
      "", " ", " \t\n\r\n \u{A0}\u{3000}", "\0\0\0", "😀😀👨‍👩‍👧🇹🇷", "\u{FEFF}", "\u{301}\u{301}",
      "\u{202E}\u{2066}",
      "\u{10FFFF}\u{FFFE}", "...", "]]]]}}}}",
    ])
  func nothing(text: String) throws {
    let document = try annotate(Data(text.utf8))
    #expect(document.text == (text == "\u{FEFF}" ? "" : text))
    #expect(document.language == "und")
    #expect(document.mentions?.isEmpty == true)
    #expect(document.entities?.isEmpty == true)
    #expect(document.warnings?.isEmpty == true)
  }

  @Test("finds names beside NUL bytes and keeps the bytes")
  func nulBytes() throws {
    let document = try annotate(Data("He lives in Ankara\0\0 and works.".utf8))
    #expect(document.text == "He lives in Ankara\0\0 and works.")
    #expect(document.mentions?.map(\.text) == ["Ankara"])
  }

  @Test("damaged UTF-8 stays UTF-8: each unreadable part becomes U+FFFD and is counted")
  func damagedUTF8() throws {
    let text = Data("İşçiler Şırnak'ta buluştu ".utf8) + [0xFF, 0xE2, 0x82] + Data(" Çünkü.".utf8)
    let document = try annotate(text)
    #expect(document.text == "İşçiler Şırnak'ta buluştu \u{FFFD}\u{FFFD} Çünkü.")
    #expect(document.warnings?.map(\.code) == ["replaced-bytes"])
    #expect(document.warnings?.first?.count == 2)
  }

  @Test("a text in another charset is decoded by a guess, and that is told")
  func guessedCharset() throws {
    let document = try annotate(
      Data(
        contentsOf: ProgramRun.project.appending(path: "Fixtures/releases/13-tr-windows-1254.txt")))
    #expect(document.language == "tr")
    #expect(document.warnings?.map(\.code) == ["decoded-charset"])
    #expect(document.warnings?.first?.detail.contains("windows-1254, guessed") == true)
  }

  @Test("a declared charset is believed where the bytes are no UTF-8")
  func declaredCharset() throws {
    let document = try annotate(
      Data([0xDE, 0xFD, 0x72, 0x6E, 0x61, 0x6B]), ["--charset", "windows-1254"])
    #expect(document.text == "Şırnak")
    #expect(document.warnings?.first?.detail.contains("windows-1254, as declared") == true)
    let unicode = try annotate(Data("Şırnak".utf8), ["--charset", "windows-1254"])
    #expect(unicode.text == "Şırnak")
  }

  @Test("an unknown charset ends the run with 2 and a remedy")
  func unknownCharset() throws {
    let run = try ProgramRun.dragoman(
      ["annotate", "--charset", "klingon"], input: Data([0x41, 0xFF]))
    #expect(run.status == 2)
    #expect(run.messages.contains("'klingon'; give an IANA name"))
  }

  @Test("UTF-16 with a byte order mark is read")
  func utf16() throws {
    let text =
      Data([0xFF, 0xFE])
      + Data("Ankara Şırnak".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(try annotate(text).text == "Ankara Şırnak")
  }

  @Test("a text above the limit becomes an error record")
  func aboveLimit() throws {
    let run = try ProgramRun.dragoman(
      ["annotate", "--max-record-bytes", "10"], input: "Ankara'da 12345")
    #expect(run.status == 0)
    let failure = try run.record().error
    #expect(failure?.code == "record-too-large")
    #expect(failure?.detail.contains("raise --max-record-bytes") == true)
  }

  @Test("a text as long as the limit is read")
  func atLimit() throws {
    let run = try ProgramRun.dragoman(["annotate", "--max-record-bytes", "6"], input: "Ankara")
    #expect(try run.record().text == "Ankara")
  }

  @Test("control characters and the separators of Unicode are escaped in the output")
  func escapes() throws {
    let text = "a\u{1}b\u{7F}c\u{85}d\u{9B}e\u{2028}f\u{2029}g\u{A0}h\u{8}\t\"\\"
    for format in ["json", "jsonl"] {
      let run = try ProgramRun.dragoman(["annotate", "--format", format], input: text)
      #expect(try run.record().text == text)
      let escaped = #""a\u0001b\u007fc\u0085d\u009be\u2028f\u2029g"# + "\u{A0}" + #"h\u0008\t\"\\""#
      #expect(run.text.contains(escaped))
    }
  }
}
