import Foundation
import Testing

@Suite("dragoman lexicon import")
struct LexiconImportTests {
  private static let place = [
    "11", "Orven Tal", "Orven Tal", "", "43.5", "76.25", "P", "PPL", "KZ", "", "", "", "", "",
    "70000", "", "700", "Asia/Almaty", "2024-05-01",
  ].joined(separator: "\t")

  @Test("makes a source file of a dump that compiles, says what it is, and finds the names")
  func wholeWay() throws {
    let scratch = try ScratchFolder()
    let places = try scratch.write("cities.txt", Self.place + "\n")
    let names = try scratch.write("names.txt", "1\t11\ttr\tOrvenkent\n2\t11\tde\tOrwen\n")
    let output = scratch.url("places.entities.tsv").path
    let run = try ProgramRun.dragoman([
      "lexicon", "import", "geonames", places, "--alternate-names", names, "-o", output,
    ])
    #expect(run.status == 0)
    #expect(run.text.isEmpty)
    #expect(run.messages.contains("1 entities with 1 other names"))
    let text = try String(contentsOfFile: output, encoding: .utf8)
    #expect(
      text.hasPrefix("# Made by 'dragoman lexicon import geonames' of cities.txt, names.txt.\n"))
    #expect(text.contains("CC BY 4.0"))
    #expect(!text.contains(scratch.path))
    let lexicon = scratch.url("places.lexicon").path
    _ = try ProgramRun.dragoman(["lexicon", "compile", output, "-o", lexicon])
    let record = try ProgramRun.dragoman(
      ["annotate", "--lexicon", lexicon], input: "They met in Orvenkent on Monday."
    ).record()
    #expect(record.entities?.first?.ids == ["geonames": "11"])
  }

  @Test("reads gzip, of several members too, from files and from standard input")
  func packed() throws {
    let scratch = try ScratchFolder()
    let first = try scratch.write("a.txt", Self.place + "\n")
    let second = try scratch.write(
      "b.txt", Self.place.replacingOccurrences(of: "11\tOrven", with: "12\tQarm"))
    let script = """
      import gzip, sys
      with open(sys.argv[3], 'wb') as packed:
        for path in sys.argv[1:3]: packed.write(gzip.compress(open(path, 'rb').read()))
      """
    let packed = scratch.url("c.txt.gz")
    #expect(try ProgramRun.python(["-c", script, first, second, packed.path]).status == 0)
    let output = scratch.url("o.entities.tsv").path
    for (path, input) in [(packed.path, Data()), ("-", try Data(contentsOf: packed))] {
      let run = try ProgramRun.dragoman(
        ["lexicon", "import", "geonames", path, "-o", output], input: input)
      #expect(run.status == 0)
      #expect(run.messages.contains("2 entities"))
    }
    let cut = try scratch.write("cut.gz", try Data(contentsOf: packed).dropLast(20))
    let damaged = try scratch.write(
      "bad.gz", Data([0x1F, 0x8B, 8, 0] + [UInt8](repeating: 7, count: 99)))
    for (file, message) in [(cut, "ends too early"), (damaged, "is damaged")] {
      let run = try ProgramRun.dragoman(
        ["lexicon", "import", "geonames", file.path, "-o", scratch.url("x.entities.tsv").path])
      #expect(run.status == 2)
      #expect(run.messages.contains(message))
      #expect(!FileManager.default.fileExists(atPath: scratch.url("x.entities.tsv").path))
    }
  }

  @Test("tells broken and overlong lines by their number, and leaves them out")
  func badLines() throws {
    let scratch = try ScratchFolder()
    let output = scratch.url("o.entities.tsv").path
    let good =
      #"{"id":"Q1","labels":{"en":{"value":"Orlan Vesk"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}},"rank":"normal"}]}},"#
    let long = String(repeating: "x", count: 5000)
    let run = try ProgramRun.dragoman(
      ["lexicon", "import", "wikidata", "-", "-o", output, "--max-line-bytes", "1000"],
      input: "[\n{\"id\":\n\(long)\n\(good)\n]\n")
    #expect(run.status == 0)
    #expect(run.messages.contains("standard input:2: malformed line: the entity is left out"))
    #expect(
      run.messages.contains("standard input:3: the line is longer than 1000 bytes and left out"))
    #expect(run.messages.contains("1 entities with 0 other names; 2 lines could not be read"))
  }

  @Test("passes over a line of more than 100 MiB")
  func hugeLine() throws {
    let scratch = try ScratchFolder()
    let huge = try ProgramRun.shell(
      "(echo id,schema,name; head -c 120000000 /dev/zero | tr '\\0' x; echo; echo Q1,Person,Qarm Oyl) | "
        + "\"$DRAGOMAN\" lexicon import opensanctions - -o \(scratch.path)/o.entities.tsv")
    #expect(huge.status == 0)
    #expect(huge.messages.contains("standard input:2: the line is longer than 104857600 bytes"))
    #expect(huge.messages.contains("1 entities"))
  }

  @Test(
    "says what is wrong before anything is written",
    arguments: [
      (["geonames", "/nowhere", "-o", "o.entities.tsv"], 2, "cannot read '/nowhere'"),
      (["geonames", "-", "-o", "o.tsv"], 2, "ends in .entities.tsv"),
      (["geonames", "-", "-", "-o", "o.entities.tsv"], 2, "only once"),
      (["geonames", "-", "-o", "/nowhere/o.entities.tsv"], 2, "cannot be written"),
      (["geonames", "-", "-o", "o.entities.tsv", "--feature-classes", "P,X"], 64, "takes letters"),
      (["geonames", "-", "-o", "o.entities.tsv", "--countries", "TUR"], 64, "two letters"),
      (["wikidata", "-", "-o", "o.entities.tsv", "--classes", "Q5=human"], 64, "'Q5=human'"),
      (["wikidata", "-", "-o", "o.entities.tsv", "--languages", "english"], 64, "'english'"),
      (["atlas", "-"], 64, "atlas"),
    ] as [([String], Int32, String)])
  func usage(arguments: [String], status: Int32, message: String) throws {
    let scratch = try ScratchFolder()
    let run = try ProgramRun.dragoman(["lexicon", "import"] + arguments, in: scratch.path)
    #expect(run.status == status)
    #expect(run.messages.contains(message), "\(run.messages)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
  }

  @Test("names what unpacks a file that it cannot")
  func otherPackers() throws {
    let scratch = try ScratchFolder()
    for (start, remedy) in [("BZh91AY", "bzcat"), ("PK\u{3}\u{4}", "unzip -p")] {
      let file = try scratch.write("dump", start)
      let run = try ProgramRun.dragoman([
        "lexicon", "import", "wikidata", file, "-o", scratch.url("o.entities.tsv").path,
      ])
      #expect(run.status == 2)
      #expect(run.messages.contains(remedy))
    }
  }
}
