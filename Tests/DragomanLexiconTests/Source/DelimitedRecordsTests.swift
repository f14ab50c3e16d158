import Testing

@testable import DragomanLexicon

@Suite("Records of delimited text")
struct DelimitedRecordsTests {
  private static func records(
    _ text: String, _ style: DelimitedRecords.Style = .quoted(separator: 0x2C), limit: Int = 1000
  ) throws(SourceFault) -> [[String]] {
    var reader = DelimitedRecords(style, limit: limit)
    var result: [[String]] = []
    let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if let record = try reader.add(line, number: index + 1) { result.append(record) }
    }
    if let fault = reader.complaintAtEnd() { throw fault }
    return result
  }

  static let samples: [(String, [[String]])] = [
    ("a,b", [["a", "b"]]),
    ("a,b\r\nc,", [["a", "b"], ["c", ""]]),
    (",", [["", ""]]),
    ("\"a,b\",c", [["a,b", "c"]]),
    ("\"a\"\"b\",\"\"", [["a\"b", ""]]),
    ("\"a\nb\",c\nd,e", [["a\nb", "c"], ["d", "e"]]),
    ("\"\n\"", [["\n"]]),
    ("\"\"\"\"", [["\""]]),
    ("ş;ğ,\"ı\"", [["ş;ğ", "ı"]]),
  ]

  @Test("are cut as RFC 4180 says", arguments: samples)
  func quoted(text: String, expected: [[String]]) throws {
    #expect(try Self.records(text) == expected)
  }

  @Test(
    "may not hold a quote in the midst of a field, nor one that does not end",
    arguments: ["a\"b,c", "\"a\"b,c", "\"a,b", "a,\"b\nc\nd", "\"a\"\"", "\"a\" ,b"])
  func faults(text: String) {
    #expect(throws: SourceFault.self) { try Self.records(text) }
  }

  @Test("go on with the next line after a fault")
  func recovery() throws {
    var reader = DelimitedRecords(.quoted(separator: 0x2C))
    #expect(throws: SourceFault.self) { try reader.add(Array("a\"b,c".utf8)[...], number: 1) }
    #expect(try reader.add(Array("d,e".utf8)[...], number: 2) == ["d", "e"])
    #expect(reader.startLine == 2)
  }

  @Test("are refused above the limit, also if the lines of a quoted field are short")
  func limit() {
    #expect(throws: SourceFault.self) { try Self.records("abcdef", limit: 5) }
    #expect(throws: SourceFault.self) {
      try Self.records("\"" + String(repeating: "a\n", count: 10), limit: 12)
    }
  }

  @Test("between tabs have no quotes")
  func tabs() throws {
    #expect(try Self.records("\"a\t\"b\r\n\t", .tabs) == [["\"a", "\"b"], ["", ""]])
  }

  @Test("have semicolons if the header has more of them than commas")
  func semicolons() {
    func style(_ text: String) -> DelimitedRecords.Style {
      DelimitedRecords.quotedStyle(ofHeader: Array(text.utf8)[...])
    }
    #expect(style("name;type;\"a,b,c\"") == .quoted(separator: 0x3B))
    #expect(style("name,type;x,y") == .quoted(separator: 0x2C))
    #expect(style("name") == .quoted(separator: 0x2C))
  }
}
