import Dragoman
import Testing

@testable import DragomanEvaluation

@Suite("Gold in CoNLL form")
struct CoNLLReaderTests {
  private func read(
    _ bytes: [UInt8], path: String = "gold/news.conll", skipping: [String] = []
  ) throws(EvaluationError) -> [GoldDocument] {
    var reader = GoldReader()
    reader.skippedTypes = skipping
    return try reader.documents(conll: bytes, path: path)
  }

  private func read(
    _ text: String, path: String = "gold/news.conll", skipping: [String] = []
  ) throws(EvaluationError) -> [GoldDocument] {
    try read(Array(text.utf8), path: path, skipping: skipping)
  }

  private func message(_ bytes: [UInt8]) -> String {
    do throws(EvaluationError) {
      return "no error: \(try read(bytes).count) documents"
    } catch {
      return error.description
    }
  }

  private func text(_ document: GoldDocument?) -> String {
    document.map { $0.source.text(in: TextRange(0, $0.source.count)) } ?? ""
  }

  /// The text with its names marked: `[Bo Ay|person] met`.
  private func marked(_ document: GoldDocument?) -> String {
    guard let document else { return "none" }
    var (result, end) = ("", 0)
    for span in document.annotation.spans {
      result += document.source.text(in: TextRange(end, span.range.lowerBound))
      result +=
        "[\(document.source.text(in: span.range))|\(span.kind.name.lowercased())]"
      end = span.range.upperBound
    }
    return result + document.source.text(in: TextRange(end, document.source.count))
  }

  /// Tokens and tags with a space between, in one line: `Bo/B-PER met/O`.
  private func sentence(_ line: String) -> String {
    line.split(separator: " ").map { $0.replacing("/", with: "\t") + "\n" }.joined() + "\n"
  }

  // MARK: Tags

  @Test(
    "reads every scheme of tags to the same names",
    arguments: [
      "Bo/I-PER Ay/I-PER Al/B-PER met/O in/O Çay/I-LOC",
      "Bo/B-PER Ay/I-PER Al/B-PER met/O in/O Çay/B-LOC",
      "Bo/B-PER Ay/E-PER Al/S-PER met/O in/O Çay/S-LOC",
      "Bo/B-PER Ay/L-PER Al/U-PER met/O in/O Çay/U-LOC",
      "Bo/I-PER Ay/E-PER Al/E-PER met/O in/O Çay/E-LOC",
      "Bo/B-Person Ay/I-person Al/B-PERSON met/O in/O Çay/B-Location",
    ])
  func schemes(line: String) throws {
    #expect(
      marked(try read(sentence(line)).first) == "[Bo Ay|person] [Al|person] met in [Çay|place]")
  }

  @Test("keeps names of three tokens and more together, in IOB and in BIOES")
  func longNames() throws {
    let expected = "[Bank of North Norland|organization]"
    for line in [
      "Bank/B-ORG of/I-ORG North/I-ORG Norland/I-ORG",
      "Bank/B-ORG of/I-ORG North/I-ORG Norland/E-ORG",
      "Bank/I-ORG of/I-ORG North/I-ORG Norland/I-ORG",
    ] {
      #expect(marked(try read(sentence(line)).first) == expected, "\(line)")
    }
  }

  @Test(
    "opens a name where a tag continues none, as conlleval does",
    arguments: [
      ("met/O Bo/I-PER Ay/I-PER", "met [Bo Ay|person]"),
      ("Bo/B-PER Çay/I-LOC", "[Bo|person] [Çay|place]"),
      ("Bo/E-PER Ay/I-PER", "[Bo|person] [Ay|person]"),
      ("Bo/S-PER Ay/E-PER", "[Bo|person] [Ay|person]"),
      ("Bo/B-PER met/O Ay/E-PER", "[Bo|person] met [Ay|person]"),
      ("Bo/B-PER Ay/S-PER Al/L-PER", "[Bo|person] [Ay|person] [Al|person]"),
      ("Bo/B-PER Ay/U-PER", "[Bo|person] [Ay|person]"),
    ])
  func brokenSequences(line: String, expected: String) throws {
    #expect(marked(try read(sentence(line)).first) == expected)
  }

  @Test("ends names with their sentence")
  func sentenceEnds() throws {
    let text = "-DOCSTART- O\n\n" + sentence("Bo/B-PER") + sentence("Ay/I-PER")
    #expect(marked(try read(text).first) == "[Bo|person]\n[Ay|person]")
  }

  @Test("passes over types that it is told to, and refuses others")
  func skippedTypes() throws {
    let text = sentence("Bo/B-PER won/O Cup/B-MISC Al/I-PER")
    #expect(
      message(Array(text.utf8)).hasPrefix(
        "gold/news.conll:3: unknown type 'MISC'; types are PERSON (PER)"))
    #expect(marked(try read(text, skipping: ["Misc"]).first) == "[Bo|person] won Cup [Al|person]")
    #expect(marked(try read(text, skipping: ["MISC", "PER"]).first) == "Bo won Cup Al")
    #expect(
      message(Array("Bo\tB-event-award".utf8)).contains(":1: unknown type 'event-award'; types"))
  }

  // MARK: Documents

  @Test("makes a document of each sentence where nothing starts one")
  func sentences() throws {
    let documents = try read("\n\nBo B-PER\n\n\nmet O\nAy B-PER")
    #expect(documents.map(\.id) == ["news-1", "news-2"])
    #expect(documents.map { marked($0) } == ["[Bo|person]", "met [Ay|person]"])
    #expect(documents[0].annotation.things == nil && documents[0].annotation.roles == nil)
    #expect(documents[0].language == nil)
    #expect(try read("x O", path: "eng.testa.bio").map(\.id) == ["eng.testa-1"])
  }

  @Test("starts documents at -DOCSTART- and at comments with an id")
  func starts() throws {
    let text = """
      before O

      -DOCSTART- -X- -X- O

      # newdoc id = a b
      # text = Bo is here. O
      Bo B-PER
      # id = c
      -DOCSTART- O
      # sent_id = 1
      Ay B-PER

      # sent_id = 2
      met O
      -DOCSTART-
      Al B-PER

      # newdoc
      # a remark of any words
      end O

      -DOCSTART-
      """
    let documents = try read(text)
    #expect(documents.map(\.id) == ["news-1", "a b", "c", "news-4", "news-5"])
    #expect(
      documents.map { marked($0) } == [
        "before", "[Bo|person]", "[Ay|person]\nmet", "[Al|person]", "end",
      ])
  }

  @Test("takes language and fields of a document from its comments")
  func fields() throws {
    let text = """
      # id = a
      # language = tr
      # sender = north
      # text = Bo geldi
      Bo B-PER

      # sender = south
      geldi O

      # id = b
      # lang = kk
      Bo B-PER
      """
    let documents = try read(text)
    #expect(documents.map(\.language) == [.turkish, LanguageTag("kk")])
    #expect(documents[0].fields == ["language": "tr", "sender": "north"])
  }

  // MARK: Tokens

  @Test("joins tokens by spaces, and without one behind SpaceAfter=No")
  func spaces() throws {
    let text = """
      # newdoc id = a
      Çay\tPROPN\tCase=Nom|SpaceAfter=No\tB-LOC
      'da\tSUFFIX\t_\tO
      Bo\tPROPN\tSpaceAfter=No\tB-PER
      .\tPUNCT\tSpaceAfter=No\tO

      İki\tNUM\tSpaceAfter=Nope\tO
      SpaceAfter=No\tX\t_\tO
      son\tX\t_\tO
      """
    #expect(
      marked(try read(text).first) == "[Çay|place]'da [Bo|person].\nİki SpaceAfter=No son")
  }

  @Test("cuts columns at runs of spaces, or at tabs alone; passes over CR and a byte order mark")
  func columns() throws {
    #expect(
      marked(try read("\u{FEFF}Bo  NNP   B-PER \r\nmet VB O\r\n\r\n").first) == "[Bo|person] met")
    #expect(
      marked(try read("New York \tB-LOC\t\n1 000\tO\n").first) == "[New York|place] 1 000")
    #expect(marked(try read("a\t\tO\nb\tx\tO").first) == "a b")
  }

  @Test("takes a mark # for a token where it has a tag, and bytes that are no letters as they are")
  func marks() throws {
    for (text, expected) in [
      ("#\tO\nBo\tB-PER", "# [Bo|person]"), ("# O\nBo B-PER", "# [Bo|person]"),
      ("# SYM SpaceAfter=No O\n1 NUM _ O", "#1"), ("No O\n# O\n5 O", "No # 5"),
      ("#Bo B-PER\n= O", "[#Bo|person] ="),
      ("\u{301}a O\n\u{A0} O\nBo\u{2028} B-PER", "\u{301}a \u{A0} [Bo\u{2028}|person]"),
    ] {
      let document = try #require(try read(text).first)
      #expect(marked(document).utf8.elementsEqual(expected.utf8), "\(text)")
    }
  }

  @Test("measures ranges in bytes of the text")
  func ranges() throws {
    let document = try #require(try read("Şu O\nÇay B-LOC\nBo B-PER").first)
    #expect(text(document) == "Şu Çay Bo")
    #expect(
      document.annotation.spans == [
        NamedSpan(TextRange(4, 8), .place), NamedSpan(TextRange(9, 11), .person),
      ])
  }

  @Test("finds nothing in a file without tokens", arguments: ["", "\n \t\r\n", "-DOCSTART- O\n"])
  func nothing(text: String) throws {
    #expect(try read(text).isEmpty)
  }

  // MARK: Errors

  @Test(
    "tells file, line and remedy of what cannot be read",
    arguments: [
      ("Bo B-PER\n\nmet", ":3: 'met' has no tag; write the token first and the tag last"),
      ("Bo\t\n", ":1: 'Bo' has no tag"),
      ("\tB-PER", ":1: the first column holds no token; write it there"),
      ("Bo PER", ":1: 'PER' is no tag; the last column holds O, or B, I, E, L, S or U"),
      ("Bo B-", ":1: 'B-' is no tag"), ("Bo B", ":1: 'B' is no tag"),
      ("Bo BPER", ":1: 'BPER' is no tag"), ("Bo o", ":1: 'o' is no tag"),
      ("Bo NNP B-PER SpaceAfter=No", ":1: 'SpaceAfter=No' is no tag"),
      ("#begin document (a);", ":1: '(a);' is no tag"),
      ("Bo B-FOOD", ":1: unknown type 'FOOD'; types are PERSON"),
      ("met O\nNew York B-LOC", ":2: the line has 3 columns, but line 1 has 2; give each token"),
      ("Bo B-PER\n# PER", ":2: a comment stands inside a sentence; end the sentence"),
      ("Bo B-PER\n# sent_id = 2", ":2: a comment stands inside a sentence"),
      ("# id =\nBo B-PER", ":1: the id is empty; write it behind '='"),
      ("# id = a\n\n# id = b\nBo O", ":1: document 'a' has no token; add its tokens"),
      ("# id = a\nBo O\n\n# id = b\n", ":4: document 'b' has no token"),
      ("# id = a\nBo O\n\n#id = b\n", ":4: 'b' is no tag"),
      (
        "# id = a\nBo O\n\n# id = a\nBo O",
        ":4: document 'a' stands in gold/news.conll:1, too; give each"
      ),
      (
        "# sent_id = 1\n1\tBo\tB-PER\n2\tmet\tO\n\n1\tAy\tB-PER\n",
        ":2: the first column counts the tokens, but should hold them; leave it out"
      ),
    ] as [(String, String)])
  func refusals(text: String, start: String) {
    let message = message(Array(text.utf8))
    #expect(message.hasPrefix("gold/news.conll\(start)"), "\(message)")
  }

  @Test("names the line that is not UTF-8")
  func encoding() {
    #expect(
      message(Array("Bo B-PER\n\n".utf8) + [0xC7, 0x61, 0x79, 0x20, 0x4F, 0x0A])
        == "gold/news.conll:3: the line is not UTF-8; convert the file, for example with iconv")
  }

  @Test("wants ids that no other file has")
  func sharedIDs() throws {
    var reader = GoldReader()
    _ = try reader.documents(conll: Array("x O".utf8), path: "news.conll")
    #expect(throws: EvaluationError.self) {
      try reader.documents(conll: Array("x O".utf8), path: "news.bio")
    }
  }

  // MARK: Properties

  /// Letters of a scheme for a name's first, inner, last and only token.
  struct Scheme: Sendable {
    let first: String, inside: String, last: String, single: String
    /// Whether `first` and `single` stand only behind a name of the same type, and `inside` elsewhere.
    var isSparing = false
  }

  @Test(
    "reads random names back from every scheme",
    arguments: [
      Scheme(first: "B", inside: "I", last: "I", single: "B", isSparing: true),
      Scheme(first: "B", inside: "I", last: "I", single: "B"),
      Scheme(first: "B", inside: "I", last: "E", single: "S"),
      Scheme(first: "B", inside: "I", last: "L", single: "U"),
    ])
  func roundTrip(scheme: Scheme) throws {
    var random = SeededGenerator(salt: 71)
    let types: [(String, MentionKind)] = [
      ("PER", .person), ("ORG", .organization), ("LOC", .place),
    ]
    for _ in 0..<200 {
      var (lines, expected, length) = ("-DOCSTART- O\n\n", [NamedSpan](), 0)
      var before: MentionKind?
      for _ in 0..<Int.random(in: 1..<12, using: &random) {
        let count = Int.random(in: 1..<5, using: &random)
        let name = Int.random(in: 0..<4, using: &random)
        let (type, kind) = name < 3 ? types[name] : ("", MentionKind.person)
        let start = length
        for index in 0..<count {
          let token = ["Bo", "Çay", "Şu", "."].randomElement(using: &random) ?? ""
          length += token.utf8.count + 1
          var letter = index == 0 ? scheme.first : scheme.inside
          if index == count - 1 { letter = count == 1 ? scheme.single : scheme.last }
          if scheme.isSparing, index > 0 || before != kind { letter = scheme.inside }
          lines += "\(token) \(name < 3 ? "\(letter)-\(type)" : "O")\n"
        }
        if name < 3 { expected.append(NamedSpan(TextRange(start, length - 1), kind)) }
        before = name < 3 ? kind : nil
        if Int.random(in: 0..<5, using: &random) == 0 {
          lines += "\n"
          before = nil
        }
      }
      let document = try #require(try read(lines).first)
      #expect(document.annotation.spans == expected, "seed \(SeededGenerator.seed): \(lines)")
      #expect(document.source.count == length - 1)
    }
  }

  @Test("reads any bytes without a crash, and ranges within the text")
  func anyBytes() {
    var random = SeededGenerator(salt: 72)
    let parts: [[UInt8]] = [
      "Bo", "Çay", " ", "\t", "\n", "\n\n", "\r", "O", "B-PER", "I-PER", "E-LOC", "S-ORG", "#", "=",
      "# id = ", "-DOCSTART-", "SpaceAfter=No", "\u{301}", "\u{FEFF}",
    ].map { Array($0.utf8) }
    for _ in 0..<500 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        bytes += parts.randomElement(using: &random) ?? []
        if Int.random(in: 0..<100, using: &random) == 0 { bytes.append(0xC3) }
      }
      guard let documents = try? read(bytes) else { continue }
      for document in documents {
        for span in document.annotation.spans {
          #expect(
            span.range.upperBound <= document.source.count, "seed \(SeededGenerator.seed): \(bytes)"
          )
          #expect(
            span.range.lowerBound < span.range.upperBound, "seed \(SeededGenerator.seed): \(bytes)")
        }
      }
    }
  }
}
