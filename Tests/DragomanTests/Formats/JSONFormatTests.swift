import Dragoman
import Foundation
import Testing

@Suite("The JSON format")
struct JSONFormatTests {
  private func document(_ text: String) throws -> AnnotatedDocument {
    try AnnotationPipeline(language: .english).annotate(text, id: .string("a\"b"))
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test("gives the text back, whatever it holds")
  func text() throws {
    let text = "\u{0}\t\r\n\"\\ \u{7F}\u{85}\u{9F}\u{A0}\u{2028}\u{2029} 😀 Ankara\u{200B}"
    let bytes = JSONFormat().encode(try document(text))
    #expect(try object(bytes)["text"] as? String == text)
    let raw = String(decoding: bytes, as: UTF8.self).unicodeScalars
    #expect(!raw.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    #expect(!raw.contains("\u{2028}") && !raw.contains("\u{2029}"))
  }

  @Test("counts offsets in the unit that it names", arguments: OffsetUnit.allCases)
  func offsets(unit: OffsetUnit) throws {
    let text = "😀 İ We met in Ankara."
    let object = try object(JSONFormat(offsetUnit: unit).encode(try document(text)))
    let mention = try #require((object["mentions"] as? [[String: Any]])?.first)
    let start = try #require(mention["start"] as? Int)
    let before = try #require(text.components(separatedBy: "Ankara").first)
    let expected =
      switch unit {
      case .utf8: before.utf8.count
      case .utf16: before.utf16.count
      case .codepoint: before.unicodeScalars.count
      }
    #expect(start == expected)
    #expect(object["offsets"] as? String == unit.rawValue)
  }

  @Test("holds the same data on one line and indented")
  func layouts() throws {
    let document = try document("Ambassador of Peru to Japan, Rosa Quispe Arana, arrived in Tokyo.")
    let compact = JSONFormat(parts: [.nested, .tokens]).encode(document)
    let pretty = JSONFormat(layout: .pretty, parts: [.nested, .tokens]).encode(document)
    #expect(!compact.contains(0x0A))
    #expect(try NSDictionary(dictionary: object(compact)).isEqual(to: object(pretty)))
  }

  @Test("writes keys in the order of the schema")
  func order() throws {
    let text = String(decoding: JSONFormat().encode(try document("Ankara")), as: UTF8.self)
    let keys = [
      "schema", "id", "language", "offsets", "text", "sentences", "mentions", "entities", "roles",
      "topics", "warnings",
    ]
    let places = keys.compactMap { text.range(of: "\"\($0)\":")?.lowerBound }
    #expect(places.count == keys.count)
    #expect(places == places.sorted())
  }

  @Test("writes which entry a name means, and why, where that is asked for")
  func disambiguations() throws {
    var options = AnnotationPipeline.Options()
    options.usesLearned = false
    let document = try AnnotationPipeline(options: options).annotate(
      SourceText("The boat left Valencia. The Embassy of Georgia waits."), language: .english,
      explaining: true)
    func written(_ parts: JSONFormat.Parts) throws -> [[String: Any]]? {
      try object(JSONFormat(parts: parts).encode(document))["disambiguations"]
        as? [[String: Any]]
    }
    #expect(try written(.considered) == nil)
    // Georgia is named inside another name only.
    #expect(try written(.disambiguations)?.count == 1)
    #expect(try written([.disambiguations, .nested])?.count == 2)
    let valencia = try #require(try written(.disambiguations)?.first)
    #expect(valencia["entity"] as? String == "e1")
    #expect(valencia["mentions"] as? [Int] == [0])
    #expect(valencia["nested"] == nil)
    #expect(valencia["outcome"] as? String == "even")
    #expect(valencia["lead"] as? Double == 0.6)
    let candidates = try #require(valencia["candidates"] as? [[String: Any]])
    #expect(candidates.compactMap { $0["name"] as? String }.allSatisfy { $0 == "Valencia" })
    #expect(candidates.prefix(2).map { $0["country"] as? String } == ["VE", "ES"])
    #expect(candidates[0]["ids"] as? [String: String] == ["geonames": "3625549"])
    #expect(candidates[0]["points"] as? Double == 5.9)
    #expect(candidates[0]["reasons"] as? [String: Double] == ["prominence": 5.9])
  }

  @Test("writes errors as records")
  func error() throws {
    let bytes = JSONFormat().encodeError(id: .integer(7), code: "not-json", detail: "a \"b\"")
    let object = try object(bytes)
    #expect(object["id"] as? Int == 7)
    #expect((object["error"] as? [String: String]) == ["code": "not-json", "detail": "a \"b\""])
  }
}
