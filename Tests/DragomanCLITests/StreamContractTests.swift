import Foundation
import Testing

@Suite("The stream contract")
struct StreamContractTests {
  /// The stream of the fixtures several times over, and all releases as records.
  private static func stream() throws -> Data {
    let fixtures = ProgramRun.project.appending(path: "Fixtures")
    let mixed = try Data(contentsOf: fixtures.appending(path: "streams/mixed.jsonl"))
    var stream = Data()
    for _ in 0..<8 { stream += mixed + [0x0A] }
    let releases = fixtures.appending(path: "releases")
    for name in try FileManager.default.contentsOfDirectory(atPath: releases.path).sorted() {
      let text = String(
        decoding: try Data(contentsOf: releases.appending(path: name)), as: UTF8.self)
      stream += Data(#"{"id":"\#(name)","text":\#(OutputRecord.quoted(text))}"#.utf8) + [0x0A]
    }
    return stream
  }

  @Test("one line out for one line in, in order, the same bytes for any number of jobs")
  func jobs() throws {
    let stream = try Self.stream()
    let runs = try ["1", "2", "7", "9223372036854775807"].map {
      try ProgramRun.dragoman(
        ["annotate", "--input", "jsonl", "--nested", "--jobs", $0], input: stream)
    }
    #expect(runs.allSatisfy { $0.status == 0 && $0.messages.isEmpty })
    #expect(runs[0].lines.count == stream.count { $0 == 0x0A })
    for run in runs.dropFirst() { #expect(run.output == runs[0].output) }
  }

  @Test("the stream of the fixtures is answered line by line as its description says")
  func fixtures() throws {
    let run = try ProgramRun.dragoman(["annotate", "Fixtures/streams/mixed.jsonl"])
    #expect(run.status == 0)
    let records = try run.records()
    #expect(
      records.map { $0.error?.code } == [
        nil, "blank-line", "not-json", "missing-text", nil, nil, nil, nil, nil, "text-not-string",
        "not-an-object", nil,
      ])
    #expect(
      records.map(\.id) == [
        "m-01", nil, nil, "m-04", 5, "m-06", "m-07", "m-08", "m-09", "m-10", nil, "m-12",
      ])
  }

  @Test(
    "a million empty lines give a million lines",
    arguments: [["annotate", "--input", "jsonl"], ["tokenize"], ["normalize"]])
  func emptyLines(command: [String]) throws {
    let count = 1_000_000
    let run = try ProgramRun.dragoman(command, input: Data(repeating: 0x0A, count: count))
    #expect(run.status == 0)
    #expect(run.output.count { $0 == 0x0A } == count)
  }

  @Test("only a line feed ends a record")
  func recordEnds() throws {
    let texts = [
      "lone\rreturn", "line\u{2028}separator", "paragraph\u{2029}separator", "next\u{85}line",
      "form\u{C}feed",
    ]
    var stream = ""
    for text in texts { stream += #"{"id":1,"text":\#(OutputRecord.quoted(text))}"# + "\n" }
    // U+2028, U+2029 and U+0085 may also stand raw in JSON; a lone CR is white space between its parts.
    stream += "{\"id\":1,\"text\":\"a\u{2028}b\u{2029}c\u{85}d\"}\n"
    stream += "{\"id\":1,\r\"text\":\"e\"}\n"
    let run = try ProgramRun.dragoman(["annotate", "--input", "jsonl"], input: stream)
    #expect(try run.records().map(\.text) == texts + ["a\u{2028}b\u{2029}c\u{85}d", "e"])
    #expect(
      run.text.unicodeScalars.allSatisfy { !["\u{2028}", "\u{2029}", "\u{85}", "\r"].contains($0) })
    #expect(run.text.split(whereSeparator: \.isNewline).count == texts.count + 2)
  }

  @Test("CRLF is read, and the last line needs no end")
  func lineEnds() throws {
    let run = try ProgramRun.dragoman(
      ["annotate"], input: "{\"id\":1,\"text\":\"a\"}\r\n\r\n{\"id\":2,\"text\":\"b\"}")
    let records = try run.records()
    #expect(records.map(\.id) == [1, nil, 2])
    #expect(records.map { $0.error?.code } == [nil, "blank-line", nil])
    #expect(run.output.last == 0x0A)
  }

  @Test("an oversized line is one error record, and those beside it are answered")
  func oversizedLine() throws {
    let long = #"{"id":"long","text":"\#(String(repeating: "a", count: 600_000))"}"#
    let short = #"{"id":"short","text":"a"}"#
    let run = try ProgramRun.dragoman(
      ["annotate", "--max-record-bytes", "1000"],
      input: [short, long, short, long].joined(separator: "\n"))
    #expect(run.status == 0)
    let records = try run.records()
    #expect(records.map { $0.error?.code } == [nil, "record-too-large", nil, "record-too-large"])
    #expect(records.map(\.id) == ["short", nil, "short", nil])
  }

  @Test("a line as long as the limit is read, one byte more is not")
  func limit() throws {
    let line = #"{"text":"abc"}"#
    let run = try ProgramRun.dragoman(
      ["annotate", "--max-record-bytes", "\(line.utf8.count)"], input: "\(line)\n\(line) \n\(line)")
    #expect(try run.records().map { $0.error?.code } == [nil, "record-too-large", nil])
  }

  @Test("a record is answered while the input stays open")
  func flush() throws {
    let process = try ProgramRun.process(["annotate", "--input", "jsonl"])
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for id in 1...3 {
      try input.fileHandleForWriting.write(contentsOf: Data("{\"id\":\(id),\"text\":\"a\"}\n".utf8))
      var answer = Data()
      while answer.last != 0x0A {
        let part = output.fileHandleForReading.availableData
        try #require(!part.isEmpty)
        answer += part
      }
      #expect(try OutputRecord(answer).id == .integer(Int64(id)))
    }
    try input.fileHandleForWriting.close()
    #expect(output.fileHandleForReading.availableData.isEmpty)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(
    "a closed pipe ends the program quietly",
    arguments: ["annotate --input jsonl", "tokenize", "normalize"])
  func closedPipe(command: String) throws {
    let run = try ProgramRun.shell(
      """
      i=0; while [ $i -lt 20000 ]; do echo '{"text":"a"}'; i=$((i + 1)); done 2>/dev/null |
        { "$DRAGOMAN" \(command); echo "ended with $?" >&2; } | head -n 1
      """)
    #expect(run.lines.count == 1)
    #expect(run.messages == "ended with 0\n")
  }

  @Test("a full disk is told, with exit code 2")
  func fullDisk() throws {
    let run = try ProgramRun.dragoman(["annotate", "-o", "/dev/full"], input: "Ankara")
    #expect(run.status == 2)
    #expect(run.messages == "dragoman: error: cannot write the output: No space left on device\n")
  }

  @Test("bad records do not change the exit code unless --fail-on-error is given")
  func failOnError() throws {
    let stream = "{\"id\":1,\"text\":\"a\"}\n\nno\n"
    let plain = try ProgramRun.dragoman(["annotate", "--input", "jsonl"], input: stream)
    #expect(plain.status == 0)
    #expect(plain.messages.isEmpty)
    let strict = try ProgramRun.dragoman(
      ["annotate", "--input", "jsonl", "--fail-on-error"], input: stream)
    #expect(strict.status == 1)
    #expect(strict.output == plain.output)
    #expect(
      strict.messages == "dragoman: error: 2 records failed; see the error records in the output\n")
    let good = try ProgramRun.dragoman(["annotate", "--fail-on-error"], input: "{\"text\":\"a\"}")
    #expect(good.status == 0)
  }

  @Test("works with an empty environment")
  func emptyEnvironment() throws {
    let run = try ProgramRun.shell(
      #"echo "Ankara'da İstanbul'a" | env -i "$DRAGOMAN" annotate --format jsonl"#)
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    #expect(try run.record().mentions?.map(\.text) == ["Ankara", "İstanbul"])
  }

  @Test("works in a folder where nothing can be written")
  func readOnlyFolder() throws {
    let run = try ProgramRun.dragoman(["annotate"], input: Data("Ankara'da".utf8), in: "/proc")
    #expect(run.status == 0)
    #expect(try run.record().mentions?.map(\.text) == ["Ankara"])
  }
}
