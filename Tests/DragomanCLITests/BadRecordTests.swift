import Foundation
import Testing

/// A line of JSONL and the error record that must answer it.
struct BadRecord: CustomTestStringConvertible {
  let line: String
  let code: String
  let id: OutputRecord.ID?

  init(_ line: String, _ code: String, id: OutputRecord.ID? = nil) {
    self.line = line
    self.code = code
    self.id = id
  }

  var testDescription: String { "\(code): \(line.prefix(60))" }
}

@Suite("Bad records")
struct BadRecordTests {
  private func annotate(_ lines: Data, _ options: [String] = []) throws -> [OutputRecord] {
    let run = try ProgramRun.dragoman(["annotate", "--input", "jsonl"] + options, input: lines)
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    return try run.records()
  }

  @Test(
    "are answered by an error record with the id where it can be read",
    arguments: [
      BadRecord("", "blank-line"),
      BadRecord(" \t\r", "blank-line"),
      BadRecord("\u{FEFF}", "not-json"),
      BadRecord("Press release", "not-json"),
      BadRecord(#"{"id":1,"text":"cut"#, "not-json"),
      BadRecord(#"{"id":1,"text":"a"} x"#, "not-json"),
      BadRecord(#"{"id":1 "text":"a"}"#, "not-json"),
      BadRecord(#"{'id':1}"#, "not-json"),
      BadRecord("NaN", "not-json"),
      BadRecord("{\"id\":1,\"text\":\"a\"}\0", "not-json"),
      BadRecord("\0\0\0\0", "not-json"),
      BadRecord(String(repeating: "[", count: 100_000), "not-json"),
      BadRecord(String(repeating: #"{"a":"#, count: 100_000), "not-json"),
      BadRecord(
        #"{"id":1,"text":"a","b":"# + String(repeating: "[", count: 100_000)
          + String(repeating: "]", count: 100_000) + "}", "not-json"),
      BadRecord(#"["m-11","en","Oslo"]"#, "not-an-object"),
      BadRecord(#""text""#, "not-an-object"),
      BadRecord("17", "not-an-object"),
      BadRecord("null", "not-an-object"),
      BadRecord("true", "not-an-object"),
      BadRecord("{}", "missing-text"),
      BadRecord(#"{"id":"m-04","title":"a"}"#, "missing-text", id: "m-04"),
      BadRecord(#"{"id":4,"Text":"a"}"#, "missing-text", id: 4),
      BadRecord(#"{"id":"n","text":null}"#, "text-not-string", id: "n"),
      BadRecord(#"{"id":"n","text":17}"#, "text-not-string", id: "n"),
      BadRecord(#"{"id":"n","text":["a"]}"#, "text-not-string", id: "n"),
      BadRecord(#"{"id":"n","text":{"a":"b"}}"#, "text-not-string", id: "n"),
      BadRecord(#"{"id":"n","text":true}"#, "text-not-string", id: "n"),
      BadRecord(#"{"id":"n","text":"a\ud83cb"}"#, "text-unreadable", id: "n"),
      BadRecord(#"{"id":"n","text":"a\udfc6"}"#, "text-unreadable", id: "n"),
      BadRecord(#"{"id":"n","text":"a\ud83c\u0041"}"#, "text-unreadable", id: "n"),
      BadRecord("{\"id\":\"n\",\"text\":\"a\tb\"}", "text-unreadable", id: "n"),
      BadRecord("{\"id\":\"n\",\"text\":\"a\0b\"}", "text-unreadable", id: "n"),
      BadRecord(#"{"id":1.5,"text":"a"}"#, "bad-id"),
      BadRecord(#"{"id":true,"text":"a"}"#, "bad-id"),
      BadRecord(#"{"id":["x"],"text":"a"}"#, "bad-id"),
      BadRecord(#"{"id":{},"text":"a"}"#, "bad-id"),
      BadRecord(#"{"id":12345678901234567890,"text":"a"}"#, "bad-id"),
      BadRecord(#"{"id":1e400,"text":"a"}"#, "bad-id"),
      BadRecord(#"{"id":"\ud800","text":"a"}"#, "bad-id"),
    ])
  func errors(record: BadRecord) throws {
    // A good record behind it must not suffer.
    let good = #"{"id":"good","text":"a"}"#
    let answers = try annotate(Data("\(record.line)\n\(good)\n".utf8))
    try #require(answers.count == 2)
    #expect(answers[0].error?.code == record.code)
    #expect(answers[0].error?.detail.isEmpty == false)
    #expect(answers[0].id == record.id)
    #expect(answers[1].id == "good")
    #expect(answers[1].error == nil)
  }

  @Test("invalid UTF-8 in a record is repaired and counted")
  func invalidUTF8() throws {
    let line =
      Data(#"{"id":"r","text":"Ren"#.utf8) + [0xE9] + Data(" in Ankara ".utf8) + [0xF0, 0x9F, 0x92]
    let answers = try annotate(line + Data("\"}\n".utf8))
    try #require(answers.count == 1)
    #expect(answers[0].id == "r")
    #expect(answers[0].text == "Ren\u{FFFD} in Ankara \u{FFFD}")
    #expect(answers[0].mentions?.contains { $0.text == "Ankara" } == true)
    let warning = answers[0].warnings?.first { $0.code == "replaced-bytes" }
    #expect(warning?.count == 2)
  }

  @Test("an id is given back as it came, and is null where there is none")
  func ids() throws {
    let lines = [
      #"{"id":5,"text":"a"}"#, #"{"id":-9223372036854775808,"text":"a"}"#, #"{"id":"","text":"a"}"#,
      #"{"id":"ı\u2028\u0000","text":"a"}"#, #"{"id":null,"text":"a"}"#, #"{"text":"a"}"#,
    ]
    let answers = try annotate(Data(lines.joined(separator: "\n").utf8))
    #expect(answers.map(\.id) == [5, .integer(.min), "", "ı\u{2028}\0", nil, nil])
    #expect(answers.allSatisfy { $0.error == nil })
  }

  @Test("of a key that stands twice the first counts")
  func duplicateKeys() throws {
    let line = #"{"id":1,"text":"first","id":2,"text":"second"}"#
    let answers = try annotate(Data((line + "\n" + line).utf8))
    #expect(answers.map(\.id) == [1, 1])
    #expect(answers.map(\.text) == ["first", "first"])
  }

  @Test("other fields are passed over, whatever they hold")
  func otherFields() throws {
    let line =
      #"{"a":[1,{"text":"no"}],"b":null,"text":"yes","c":1e999,"":{"id":7},"d":"\ud800","id":"x"}"#
    let answers = try annotate(Data(line.utf8))
    #expect(answers.map(\.text) == ["yes"])
    #expect(answers.map(\.id) == ["x"])
  }

  @Test("a language that is none is told from the text instead")
  func badLanguage() throws {
    let text = "The minister of foreign affairs will visit the city on Monday with the delegation."
    let lines = [#""""#, "17", "null", #""english""#, #""tr-Latn-TR""#].map {
      #"{"language":\#($0),"text":"\#(text)"}"#
    }
    let answers = try annotate(Data(lines.joined(separator: "\n").utf8))
    #expect(answers.map(\.language) == ["en", "en", "en", "en", "tr"])
  }

  @Test("every single byte and every pair with a quote is answered")
  func everyByte() throws {
    var lines = Data()
    var count = 0
    for byte in UInt8.min...UInt8.max where byte != 0x0A {
      lines += [byte, 0x0A]
      lines += Data(#"{"text":"Ankara "#.utf8) + [byte] + Data("\"}\n".utf8)
      lines += Data(#"{"text":"Ankara \"#.utf8) + [byte] + Data("\"}\n".utf8)
      count += 3
    }
    #expect(try annotate(lines).count == count)
  }
}
