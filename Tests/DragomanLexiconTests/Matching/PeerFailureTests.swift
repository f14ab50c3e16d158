import DragomanText
import Testing

@testable import DragomanLexicon

/// What taggers of other projects are known to miss or to shift, asked of a small lexicon.
@Suite("Names that others miss")
struct PeerFailureTests {
  private static let source = """
    organization\tTürk Telekom\tTR\t60
    place\tİstanbul\tTR\t90
    \tİstanbul\t*\tcommon\tany
    place\tIşıklar\tTR\t20
    organization\tIŞIK\tTR\t30
    \tIŞIK\t*\tcommon\tany
    place\tAnkara\tTR\t80
    person\tO’Neil Al-Qarvel\tGB\t20
    \tO’Neil Al-Qarvel\t*\tcommon\tany
    organization\tVelmir Bank\tTR\t10
    organization\tBank Velmir\tTR\t90
    place\tKara Deniz\tTR\t50
    place\tVan\tTR\t50
    """

  private static func found(_ text: String, _ language: LanguageTag = .turkish) throws -> [String] {
    try LexiconFixture("a.entities.tsv", source).found(in: text, language)
  }

  @Test(
    "stand before an apostrophe, whatever it is and wherever the name stands",
    arguments: [
      ("Türk Telekom'un kârı arttı", ["Türk Telekom"]),
      ("Dün Türk Telekom’un kârı arttı", ["Türk Telekom"]),
      ("TÜRK TELEKOM'UN KÂRI", ["TÜRK TELEKOM"]),
      ("İstanbul'da Türk Telekom’un", ["İstanbul", "Türk Telekom"]),
      ("Ankara'Nın İstanbulʼdan", ["Ankara", "İstanbul"]),
      ("(Türk Telekom)'un", ["Türk Telekom"]), ("“Türk Telekom”un", ["Türk Telekom"]),
    ])
  func apostrophes(text: String, names: [String]) throws {
    #expect(try Self.found(text).map { String($0.prefix { $0 != "=" }) } == names)
  }

  @Test(
    "are the same with and without dots on their i",
    arguments: [
      "İSTANBUL", "istanbul", "ISTANBUL", "Istanbul", "İstanbul", "ıstanbul", "I\u{307}STANBUL",
      "i\u{307}stanbul",
    ], [LanguageTag.turkish, .english, .undetermined])
  func dots(text: String, language: LanguageTag) throws {
    #expect(try Self.found("Yağmurlu \(text) sabahı", language) == ["\(text)=İstanbul"])
  }

  @Test(
    "are the same in capitals and in small letters of Turkish", arguments: ["IŞIK", "ışık", "Işık"])
  func dotless(text: String) throws {
    #expect(try Self.found("Bugün \(text) açıklandı") == ["\(text)=IŞIK"])
    let fixture = try LexiconFixture("a.entities.tsv", Self.source)
    let name = fixture.tokenizer.tokenize(SourceText(text), language: .turkish)
    let quality = fixture.stack.lookUp(name).candidates.first?.quality
    #expect(quality == (text == "IŞIK" ? .exact : .letterCase))
  }

  @Test(
    "stand where they stand, behind letters that grow in small letters and behind emoji",
    arguments: ["İİİİ ", "😀👨‍👩‍👧 ", "ẞŉǰ İ\u{307} ", "\u{FEFF}\r\n"])
  func offsets(before: String) throws {
    let fixture = try LexiconFixture("a.entities.tsv", Self.source)
    let source = before + "Türk Telekom'un İSTANBUL"
    let text = fixture.tokenizer.tokenize(SourceText(source), language: .turkish)
    let written = fixture.stack.select(.longest, of: fixture.stack.matches(in: text), in: text).map
    {
      let range = text.sourceRange(of: text.range(ofTerms: $0.terms))
      return String(
        decoding: Array(source.utf8)[range.lowerBound..<range.upperBound], as: UTF8.self)
    }
    #expect(written == ["Türk Telekom", "İSTANBUL"])
  }

  @Test(
    "are found however capitals change where words are cut",
    arguments: ["O'Neil Al-Qarvel", "O’NEIL AL-QARVEL", "o’neil al-qarvel", "O'neil Al‐Qarvel"])
  func cuts(text: String) throws {
    #expect(try Self.found("\(text) geldi") == ["\(text)=O’Neil Al-Qarvel"])
  }

  @Test(
    "are not found where they do not stand",
    arguments: [
      "Kara ve Deniz", "Kara. Deniz", "Kara, Deniz", "Karadeniz", "Deniz Kara", "Vanlı", "Savan",
      "ali@van.com'u", "https://van.example/Van", "#Van", "Telekom Türk",
    ])
  func falseNames(text: String) throws {
    #expect(try Self.found(text) == [])
  }

  @Test("of the same length that overlap: the left one, the weightier one, or both")
  func overlaps() throws {
    let fixture = try LexiconFixture("a.entities.tsv", Self.source)
    let text = fixture.tokenizer.tokenize(SourceText("Velmir Bank Velmir"), language: .turkish)
    func names(_ selection: MatchSelection) -> [String] {
      fixture.stack.select(selection, of: fixture.stack.matches(in: text), in: text).map {
        text.string(ofTerms: $0.terms)
      }
    }
    #expect(names(.longest) == ["Velmir Bank"])
    #expect(names(.priority) == ["Bank Velmir"])
    #expect(names(.all) == ["Velmir Bank", "Bank Velmir"])
  }
}
