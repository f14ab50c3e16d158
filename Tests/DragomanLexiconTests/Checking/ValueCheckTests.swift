import Foundation
import Testing

@testable import DragomanLexicon

@Suite("The check of values")
struct ValueCheckTests {
  @Test(
    "knows the forms of ids",
    arguments: [
      ("iso:TR", true), ("iso:TR-34", true), ("iso:AZ-ABS", true), ("iso:tr", false),
      ("iso:TUR", false), ("iso:UK", false), ("iso:TR-", false), ("iso:TR-ABCD", false),
      ("iso:TR-34-1", false), ("geonames:298795", true), ("geonames:0298795", false),
      ("geonames:x1", false), ("wikidata:Q43", true), ("wikidata:43", false),
      ("wikidata:Q0", false), ("medtop:01000000", true), ("medtop:1", false),
      ("staff:anything", true),
    ])
  func ids(id: String, isRight: Bool) throws {
    #expect(
      try findings(inEntities: "place\tVelmira\t\t\t\(id)\n") == (isRight ? [] : ["1 malformed-id"])
    )
  }

  @Test(
    "knows the attributes and their values",
    arguments: [
      ("kind=town", nil), ("kind=planet", "unknown-kind"), ("population=0", nil),
      ("population=1.5", "malformed-value"), ("population=-3", "malformed-value"),
      ("latitude=90", nil), ("latitude=-90.001", "malformed-value"),
      ("latitude=north", "malformed-value"), ("latitude=1e1", "malformed-value"),
      ("longitude=-180", nil), ("longitude=180.5", "malformed-value"),
      ("from=2020 to=2020-01", nil), ("from=2020-02 to=2020-01", "malformed-value"),
      ("from=May", "malformed-value"), ("override=yes", nil), ("override=no", "malformed-value"),
      ("type=place", "unknown-attribute"), ("colour=red", "unknown-attribute"),
    ] as [(String, String?)])
  func attributes(text: String, code: String?) throws {
    #expect(
      try findings(inEntities: "place\tVelmira\t\t\t\t\(text)\n")
        == (code.map { ["1 \($0)"] } ?? []))
  }

  @Test("lets a forbidding entity name a type")
  func forbid() throws {
    #expect(try findings(inEntities: "forbid\tVelmira\t\t\t\ttype=place\n") == [])
    #expect(
      try findings(inEntities: "forbid\tVelmira\t\t\t\ttype=title\n") == ["1 malformed-value"])
  }

  @Test(
    "knows the attributes of cues",
    arguments: [
      ("side=after generic=yes weak=yes", []), ("form=company", []),
      ("side=left", ["1 malformed-value"]), ("side", ["1 malformed-line"]),
      ("strength=3", ["1 unknown-attribute"]),
    ])
  func cues(attributes: String, codes: [String]) throws {
    #expect(try findings(in: ("a.cues.tsv", "title\tMinister\ten\t\(attributes)\n")) == codes)
  }

  @Test("knows the countries that the default lexicon has, and no others")
  func countries() throws {
    let path = DefaultSources.folder.appending(path: "places/countries.entities.tsv")
    let text = try String(contentsOf: path, encoding: .utf8)
    let codes = Set(text.matches(of: /\biso:([A-Z]{2})(?![A-Z-])/).map { String($0.output.1) })
    #expect(codes.count == 250)
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { Character(Unicode.Scalar($0)) }
    for first in letters {
      for second in letters {
        let code = String([first, second])
        #expect(CountryCodes.contains(code) == codes.contains(code), "\(code)")
      }
    }
  }
}
