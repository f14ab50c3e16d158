import DragomanText
import Testing

@testable import DragomanLexicon

@Suite("The lexicon compiler")
struct LexiconCompilerTests {
  /// A source that cannot be read: its name, its text, and the line and a part of the message that tell so.
  struct BadSource: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let line: Int
    let message: String
    init(_ name: String, _ text: String, _ line: Int, _ message: String) {
      (self.name, self.text, self.line, self.message) = (name, text, line, message)
    }
    var testDescription: String { "\(name): \(message)" }
  }

  private static let badSources: [BadSource] = [
    BadSource("a.entities.tsv", "# a comment\nplanet\tMars", 2, "unknown type 'planet'"),
    BadSource("a.entities.tsv", "title\tMinister", 1, "unknown type 'title'"),
    BadSource("a.entities.tsv", "\n\n\tMars\n", 3, "before any entity"),
    BadSource("a.entities.tsv", "place\t\tTR", 1, "TYPE, NAME"),
    BadSource("a.entities.tsv", "place\tA\tTR\t1\ta:b\tc=d\te", 1, "TYPE, NAME"),
    BadSource("a.entities.tsv", "place\tA\tTUR", 1, "'TUR'"),
    BadSource("a.entities.tsv", "place\tA\ttr", 1, "'tr'"),
    BadSource("a.entities.tsv", "place\tA\tTR\tbig", 1, "weight 'big'"),
    BadSource("a.entities.tsv", "place\tA\tTR\t101", 1, "weight '101'"),
    BadSource("a.entities.tsv", "place\tA\tTR\t-1", 1, "weight '-1'"),
    BadSource("a.entities.tsv", "place\tA\tTR\t1\tQ43", 1, "id 'Q43'"),
    BadSource("a.entities.tsv", "place\tA\tTR\t1\twikidata:Q43\tcapital", 1, "attribute 'capital'"),
    BadSource("a.entities.tsv", "place\tA\n\n# c\n\t\ten", 4, "ALIAS"),
    BadSource("a.entities.tsv", "place\tA\n\tB\ten\tshort\tany\tx", 2, "ALIAS"),
    BadSource("a.entities.tsv", "place\tA\n\tB\ten\tnickname", 2, "'nickname'"),
    BadSource("a.entities.tsv", "place\tA\n\tB\ten\tshort\tsometimes", 2, "'sometimes'"),
    BadSource("a.entities.tsv", "place\tA\n\tB\tturkish", 2, "'turkish'"),
    BadSource("a.words.tsv", "Ayşe\tname", 1, "class 'name'"),
    BadSource("a.words.tsv", "Ayşe", 1, "class ''"),
    BadSource("a.words.tsv", "the\tordinary\tenglish", 1, "'english'"),
    BadSource("a.cues.tsv", "tittle\tMinister", 1, "cue 'tittle'"),
    BadSource("a.cues.tsv", "person\tMinister", 1, "cue 'person'"),
    BadSource("a.cues.tsv", "topic\tMinister", 1, "cue 'topic'"),
    BadSource("a.cues.tsv", "title\t\ten", 1, "PHRASE"),
    BadSource("a.cues.tsv", "title\tMinister\ten\ta=b\tc", 1, "PHRASE"),
    BadSource("a.cues.tsv", "title\tMinister\t1", 1, "'1'"),
    BadSource("a.cues.tsv", "title\tMinister\ten\tbefore", 1, "attribute 'before' lacks"),
    BadSource("a.cues.tsv", "title\tMinister\ten\tside=before weak=", 1, "write key=value"),
    BadSource("a.endings.tsv", "tr\tnin\t\tall", 1, "scope 'all'"),
    BadSource("a.endings.tsv", "tr\tnin\tn\tnone", 1, "replacement"),
    BadSource("a.endings.tsv", "tr\tnin\t\tlast\tcase", 1, "form 'case'"),
    BadSource("a.endings.tsv", "tr\t\t\tlast", 1, "ending is empty"),
    BadSource("a.endings.tsv", "turkish\tnin\t\tlast", 1, "'turkish'"),
    BadSource("a.topics.tsv", "topic\t01000000\tarts", 1, "CODE"),
    BadSource("a.topics.tsv", "topic\tmedtop:1", 1, "NAME"),
    BadSource("a.topics.tsv", "en\t5\ttheatre", 1, "before any topic"),
    BadSource("a.topics.tsv", "topic\ta:b\tc\nen\tmuch\ttheatre", 2, "weight 'much'"),
    BadSource("a.topics.tsv", "topic\ta:b\tc\nen\t128\ttheatre", 2, "weight '128'"),
    BadSource("a.topics.tsv", "topic\ta:b\tc\nenglish\t5\ttheatre", 2, "'english'"),
  ]

  @Test("names the file and the line that it cannot read", arguments: badSources)
  func malformedLine(source: BadSource) throws {
    let compiler = try LexiconCompiler()
    let good = LexiconSource(path: "good.entities.tsv", bytes: Array("place\tAnkara\n".utf8))
    let bad = LexiconSource(path: "folder/\(source.name)", bytes: Array(source.text.utf8))
    do {
      _ = try compiler.compile([good, bad], name: "bad")
      Issue.record("\(source.text) was compiled")
    } catch {
      #expect(error.code == .malformedLine)
      #expect(error.line == source.line)
      #expect(error.path == "folder/\(source.name)")
      #expect(error.message.contains(source.message), "\(error.message)")
      #expect(error.description.hasPrefix("folder/\(source.name):\(source.line): malformed line: "))
    }
  }

  @Test("names the line that is not UTF-8")
  func encoding() throws {
    let bytes = Array("place\tAnkara\nplace\tBal".utf8) + [0xFD] + Array("kesir\n".utf8)
    let source = LexiconSource(path: "a.entities.tsv", bytes: bytes)
    #expect {
      try LexiconCompiler().compile([source], name: "a")
    } throws: { error in
      let error = error as? LexiconError
      return error?.code == .malformedLine && error?.line == 2
        && error?.message.contains("UTF-8") == true
    }
  }

  @Test(
    "reads a byte order mark, lines that end in CR LF, comments, blank lines and a last line without an end"
  )
  func lines() throws {
    let text =
      "\u{FEFF}# c\r\n\r\nplace\tAnkara\tTR\t80\r\n\tAngora\ten\tformer\r\n\t\t\t\n\nplace\tBursa"
    let fixture = try LexiconFixture("a.entities.tsv", text)
    #expect(
      fixture.found(in: "Angora, Ankara, Bursa") == [
        "Angora=Ankara", "Ankara=Ankara", "Bursa=Bursa",
      ])
  }

  @Test("gives the same bytes for the same sources")
  func determinism() throws {
    let files = Self.files
    let expected = try LexiconFixture.compile(files)
    for _ in 0..<5 { #expect(try LexiconFixture.compile(files) == expected) }
  }

  @Test("gives the same bytes from eight tasks")
  func concurrency() async throws {
    let files = Self.files
    let expected = try LexiconFixture.compile(files)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try LexiconFixture.compile(files) } }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }

  @Test("leaves files of other endings alone")
  func otherFiles() throws {
    let files = [
      (name: "README.md", text: "no\tsource"), (name: "a.entities.tsv", text: "place\tAnkara"),
    ]
    #expect(try LexiconFixture.compile(files) == LexiconFixture.compile([files[1]]))
    #expect(LexiconSource.isSource(path: "x/a.topics.tsv"))
    #expect(LexiconSource.isSource(path: "x/a.csv"))
    #expect(!LexiconSource.isSource(path: "x/a.txt"))
  }

  @Test("writes what the lexicon was made of")
  func summary() throws {
    let fixture = try LexiconFixture([Self.files])
    let summary = fixture.stack.lexicons[0].summary
    #expect(summary["name"] == "test")
    #expect(summary["entities"] == "4")
    #expect(summary["type:place"] == "2")
    #expect(summary["type:topic"] == "1")
    #expect(summary["words"] == "3")
    #expect(summary["endings"] == "2")
    #expect(summary["unicode"] == ICU.unicodeVersion)
  }

  /// A file of each sort.
  static let files: [(name: String, text: String)] = [
    (
      "a.entities.tsv",
      """
      place\tTürkiye\tTR\t90\tiso:TR wikidata:Q43\tkind=country
      \tTurkey\ten\tformer
      place\tAnkara\tTR\t80
      organization\tUnited Nations\t\t100
      \tUN\t*\tacronym
      person\tAyşe Yılmaz\tTR
      """
    ),
    ("b.words.tsv", "Ayşe\tfirst-name\nthe\tordinary\ten\nThe\topener\ten"),
    ("c.cues.tsv", "title\tMinister of\ten\tside=before\nhonorific\tMr\ten"),
    ("d.endings.tsv", "tr\tdan\t\tlast\nru\tа\t\teach"),
    ("e.topics.tsv", "topic\tmedtop:01\tarts\nen\t9\ttheatre|art*\nen\t-5\tstate of the art"),
  ]
}
