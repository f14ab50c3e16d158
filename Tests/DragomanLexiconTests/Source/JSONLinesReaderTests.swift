import Testing

@testable import DragomanLexicon

@Suite("A user's JSONL")
struct JSONLinesReaderTests {
  @Test("has the columns of a table as keys; an alias may have language, kind and rule of its own")
  func entities() throws {
    let source = try UserSource(
      "a.jsonl",
      #"""
      {"name":"Zarnak Oyl","type":"organization","country":"KZ","weight":70,"language":["kk","ru"],"aliases":["Zarnak",{"text":"ZO","kind":"acronym","language":"en"},{"text":"Oyl","rule":"context"}],"ids":{"own":7},"desk":true,"note":"far east","nothing":null}

      {"type":"place","name":"Orven","ids":["a:1","b:2"],"population":5000,"latitude":-1.5,"desk":[1]}
      """#)
    #expect(
      source.entities == [
        "1 · organization · Zarnak Oyl · KZ · 70 · own:7 · desk=true · Zarnak Oyl/20/common/capital"
          + " · Zarnak/20/common/capital · ZO/1/acronym/exact · Oyl/20/common/context",
        "3 · place · Orven · 30 · a:1 · b:2 · population=5000 · latitude=-1.5 · Orven/128/common/capital",
      ])
    #expect(
      source.remarks.map { String($0.prefix(23)) } == [
        "1: unknown field: 'desk", "1: unknown field: 'note",
      ])
  }

  static let faults: [(String, String)] = [
    (#"{"name":"Mars" "type":"place"}"#, "the line is left out: a comma"),
    (#"["name","Mars"]"#, "no object"), ("}", "a value should stand here"),
    (#"{"name":"Mars","type":"place"}}"#, "something follows"),
    (#"{"name":["Mars"],"type":"place"}"#, "'name' is neither a string nor a number"),
    (#"{"name":"Mars","type":"place","aliases":[1]}"#, "an alias is neither"),
    (
      #"{"name":"Mars","type":"place","aliases":[{"text":"M","weight":1}]}"#, "unknown key 'weight'"
    ),
    (#"{"name":"Mars","type":"place","aliases":[{"kind":"short"}]}"#, "no text"),
    (#"{"name":"Mars","type":"place","latitude":"north"}"#, "latitude 'north'"),
    (#"{"name":"Mars","type":"place","wikidata":"43"}"#, "no Wikidata id"),
  ]

  @Test("loses a line that cannot be read, with its number and the reason", arguments: faults)
  func malformed(line: String, message: String) throws {
    let source = try UserSource(
      "a.jsonl", "{\"name\":\"A\",\"type\":\"place\"}\n\(line)\n{\"name\":\"B\",\"type\":\"place\"}"
    )
    #expect(source.entities.count == 2)
    #expect(source.remarks.count == 1)
    #expect(source.remarks[0].hasPrefix("2: malformed line: "))
    #expect(source.remarks[0].contains(message), "\(source.remarks[0])")
  }
}

@Suite("spaCy's patterns")
struct SpacyPatternTests {
  @Test("are entities; those with one id, one behind the other, are one")
  func patterns() throws {
    let source = try UserSource(
      "patterns.jsonl",
      #"""
      {"label":"ORG","pattern":"Velmor Bank","id":"velmor"}
      {"label":"ORG","pattern":[{"LOWER":"velmor"},{"LOWER":{"IN":["group","holding"]}}],"id":"velmor"}
      {"label":"PERSON","pattern":[{"TEXT":"Qarm"},{"ORTH":"O'Tal"}],"id":"velmor"}
      {"label":"GPE","pattern":[{"LOWER":"st"},{"TEXT":"."},{"LOWER":"orven"},{"ORTH":"-"},{"LOWER":"tal"}]}
      """#)
    #expect(source.remarks.isEmpty)
    #expect(
      source.entities == [
        "1 · organization · Velmor Bank · 30 · id:velmor · Velmor Bank/128/common/exact"
          + " · velmor group/128/common/any · velmor holding/128/common/any",
        "3 · person · Qarm O'Tal · 30 · id:velmor · Qarm O'Tal/128/common/exact",
        "4 · place · st. orven-tal · 30 · st. orven-tal/128/common/any",
      ])
  }

  static let foreign: [(String, String)] = [
    (#"{"label":"DATE","pattern":"May"}"#, "the label is not known"),
    (#"{"label":"ORG","pattern":[{"LOWER":"a","OP":"?"}]}"#, "not exactly one"),
    (#"{"label":"ORG","pattern":[{"POS":"NOUN"}]}"#, "cannot say 'POS'"),
    (#"{"label":"ORG","pattern":[{"IS_TITLE":true}]}"#, "cannot say 'IS_TITLE'"),
    (#"{"label":"ORG","pattern":[{"TEXT":{"REGEX":"a+"}}]}"#, "cannot say 'REGEX'"),
    (#"{"label":"ORG","pattern":[{"LOWER":{"NOT_IN":["a"]}}]}"#, "cannot say 'NOT_IN'"),
    (#"{"label":"ORG","pattern":[{"LOWER":"a"},{"TEXT":"B"}]}"#, "mixes"),
    (#"{"label":"ORG","pattern":[{"LOWER":{"IN":[]}}]}"#, "empty"),
    (#"{"label":"ORG","pattern":[]}"#, "empty"), (#"{"label":"ORG","pattern":""}"#, "empty"),
    (#"{"label":"ORG","pattern":7}"#, "neither a text"),
    (#"{"label":"ORG","pattern":[{}]}"#, "not exactly one"),
    (
      "{\"label\":\"ORG\",\"pattern\":["
        + repeatElement(#"{"LOWER":{"IN":["a","b","c"]}}"#, count: 4).joined(separator: ",") + "]}",
      "more than 64 spellings"
    ),
  ]

  @Test("that a lexicon cannot express are left out, with line and reason", arguments: foreign)
  func refused(line: String, message: String) throws {
    let source = try UserSource(
      "patterns.jsonl", "\n\(line)\n{\"label\":\"ORG\",\"pattern\":\"Velmor\"}")
    #expect(source.entities.count == 1)
    #expect(source.remarks.count == 1)
    #expect(source.remarks[0].hasPrefix("2: malformed line: "))
    #expect(source.remarks[0].contains(message), "\(source.remarks[0])")
  }
}
