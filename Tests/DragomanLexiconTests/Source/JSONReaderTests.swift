import Testing

@testable import DragomanLexicon

@Suite("The JSON reader")
struct JSONReaderTests {
  private static func read(_ text: String) throws(JSONError) -> JSONReader.Value {
    var reader = JSONReader(Array(text.utf8)[...])
    let value = try reader.value()
    try reader.finish()
    return value
  }

  @Test("reads every sort of value, with its escapes")
  func values() throws {
    let text =
      #" { "a" : [ 1, -2.5e+3, true, false, null, "" ] , "b\n" : { } , "ç\u00e7\ud83d\ude00\/" : "\"\\\b\f\r\t" } "#
    #expect(
      try Self.read(text)
        == .object([
          .init(
            key: "a",
            value: .array([
              .number("1"), .number("-2.5e+3"), .boolean(true), .boolean(false), .null, .string(""),
            ])),
          .init(key: "b\n", value: .object([])),
          .init(key: "çç😀/", value: .string("\"\\\u{8}\u{C}\r\t")),
        ]))
  }

  static let broken = [
    "", " ", "{", "[", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{\"a\":}", "[1 2]", "[1]]",
    "01", "1.",
    ".5", "+1", "-", "1e", "tru", "nulll", "NaN", "'a'", "\"a", "\"\\x\"", "\"\\u12\"",
    "\"\\u12g4\"",
    "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\t\"", "// c\n1", "\u{FEFF}1",
    String(repeating: "[", count: 100_000),
  ]

  @Test("refuses what is no JSON, whether it is read or skipped", arguments: broken)
  func refused(text: String) throws {
    #expect(throws: JSONError.self) { try Self.read(text) }
    #expect(throws: JSONError.self) {
      var reader = JSONReader(Array(text.utf8)[...])
      try reader.skip()
      try reader.finish()
    }
  }

  @Test("reads and skips 128 levels, no more")
  func levels() throws {
    for (count, isRead) in [(128, true), (129, false)] {
      let text = String(repeating: "[", count: count) + String(repeating: "]", count: count)
      #expect(((try? Self.read(text)) != nil) == isRead)
      var reader = JSONReader(Array(text.utf8)[...])
      #expect(((try? reader.skip()) != nil) == isRead)
    }
  }

  @Test("skips exactly one value")
  func skipping() throws {
    let text = #"{"x":{"y":["]}",{"z":"\""}]},"name":"Ada"}"#
    var name: String?
    try JSONReader.readObject(Array(text.utf8)[...]) { reader, key throws(JSONError) in
      if key == "name" { name = try reader.stringIfAny() } else { try reader.skip() }
    }
    #expect(name == "Ada")
  }

  @Test("stops on no bytes, whatever they are")
  func randomBytes() {
    var generator = SeededGenerator(salt: 7)
    let letters = Array(#"{}[]",:\u0dae-+.1tfn "#.utf8)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0..<24, using: &generator)).map { _ in
        letters.randomElement(using: &generator) ?? 0
      }
      var reader = JSONReader(bytes[...])
      let value = try? reader.value()
      var other = JSONReader(bytes[...])
      let isSkipped: ()? = try? other.skip()
      #expect((value != nil) == (isSkipped != nil), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
