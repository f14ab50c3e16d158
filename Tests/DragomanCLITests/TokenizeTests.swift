import Foundation
import Testing

@Suite("dragoman tokenize")
struct TokenizeTests {
  @Test("cuts each line into words and marks, addresses in one piece")
  func tokens() throws {
    let run = try ProgramRun.dragoman(
      ["tokenize", "--language", "tr"],
      input: "Ankara'da 3,5 #gündem\n\nhttps://a.example/b basin@a.example @kurum 😀")
    #expect(run.status == 0)
    let lines = try run.records()
    #expect(
      lines.map { $0.segments?.map(\.text) } == [
        ["Ankara'da", "3,5", "#gündem"], [],
        ["https://a.example/b", "basin@a.example", "@kurum", "😀"],
      ])
    #expect(
      lines.map { $0.segments?.map(\.kind) } == [
        ["word", "number", "hashtag"], [], ["url", "email", "handle", "symbol"],
      ])
    #expect(lines.allSatisfy { $0.language == "tr" && $0.offsets == "codepoint" })
  }

  @Test(
    "--all-segments covers the line without a gap, in every unit",
    arguments: ["codepoint", "utf8", "utf16"])
  func allSegments(unit: String) throws {
    let lines = [
      "Ankara'da  3,5\t#gündem 😀👨‍👩‍👧 e\u{301}", "", " ", "a\rb\u{2028}c\u{85}d\0",
      "https://a.example/b?c=d",
      "ภาษาไทย 日本語 İIıi",
    ]
    let run = try ProgramRun.dragoman(
      ["tokenize", "--all-segments", "--offset-unit", unit], input: lines.joined(separator: "\n"))
    let records = try run.records()
    try #require(records.count == lines.count)
    for (line, record) in zip(lines, records) {
      let segments = try #require(record.segments)
      #expect(segments.compactMap(\.text).joined() == line)
      var end = 0
      for segment in segments {
        #expect(segment.start == end)
        end = segment.end
      }
      let length =
        switch unit {
        case "utf8": line.utf8.count
        case "utf16": line.utf16.count
        default: line.unicodeScalars.count
        }
      #expect(end == length)
    }
  }

  @Test("invalid UTF-8 becomes U+FFFD, and a long line an error record")
  func badLines() throws {
    let input = Data([0x61, 0xFF, 0xFE, 0x0A]) + Data("0123456789\nb".utf8)
    let run = try ProgramRun.dragoman(["tokenize", "--max-record-bytes", "5"], input: input)
    #expect(run.status == 0)
    let records = try run.records()
    #expect(records.map(\.text) == ["a\u{FFFD}\u{FFFD}", nil, "b"])
    #expect(records.map { $0.error?.code } == [nil, "record-too-large", nil])
  }
}
