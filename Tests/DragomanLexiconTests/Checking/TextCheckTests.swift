import Testing

@testable import DragomanLexicon

@Suite("The check of how lines are written")
struct TextCheckTests {
  @Test(
    "finds texts in another normal form, stray spaces and characters that nobody sees",
    arguments: [
      ("Velmi\u{308}ra", ["1 not-nfc"]), ("Velmïra", []), ("\u{419}орм", []),
      ("\u{418}\u{306}орм", ["1 not-nfc"]), (" Velmira", ["1 stray-space"]),
      ("Velmira ", ["1 stray-space"]), ("Velmira  Bank", ["1 stray-space"]),
      ("Velmira\u{A0}Bank", ["1 invisible-character"]),
      ("Vel\u{200B}mira", ["1 invisible-character"]), ("Vel\u{AD}mira", ["1 invisible-character"]),
      ("Vel\u{FFFD}mira", ["1 lost-character"]),
    ])
  func writing(name: String, codes: [String]) throws {
    #expect(try findings(inEntities: "organization\t\(name)\n") == codes)
  }

  @Test("looks at every column, and at no comment")
  func columns() throws {
    #expect(
      try findings(inEntities: "#  A  comment \nplace\tVelmira\t\t\t\tkind=city \n") == [
        "2 stray-space"
      ])
  }

  @Test("tells a carriage return once a file")
  func carriageReturn() throws {
    #expect(
      try findings(inEntities: "# a\nplace\tVelmira\r\nplace\tTisbury\r\n") == ["2 carriage-return"]
    )
  }

  @Test(
    "knows apostrophes, and the letters of Uzbek that look so",
    arguments: [
      ("O’Tisbury\t*", true), ("O'Tisbury\t*", true), ("Oʻtisbur\tuz", true),
      ("Oʻtisbur\ttr", false), ("O‘Tisbury\t*", false), ("O`Tisbury\t*", false),
      ("O´Tisbury\t*", false), ("O′Tisbury\t*", false),
    ])
  func apostrophes(alias: String, isRight: Bool) throws {
    #expect(
      try findings(inEntities: "place\tVelmira\n\t\(alias)\n")
        == (isRight ? [] : ["2 odd-apostrophe"]))
  }

  @Test(
    "finds Latin and Cyrillic letters in one word",
    arguments: [
      ("К\u{6F}рм", true), ("Velmira Корм", false), ("Velmira-Корм", false),
      ("Vel7Корм", false), ("ABС", true),
    ])
  func mixed(name: String, isMixed: Bool) throws {
    #expect(
      try findings(inEntities: "organization\t\(name)\n") == (isMixed ? ["1 mixed-scripts"] : []))
  }

  @Test(
    "finds languages that are written in another script",
    arguments: [
      ("Корм\tru", true), ("Korm\tru", false), ("Korm\tkk-Latn", true), ("Korm\tkk", false),
      ("Корм\ten", false), ("Корм\ttr", false), ("Корм\taz-Cyrl", true), ("Корм\tuz", false),
      ("Корм\tuz-Cyrl", true), ("Korm\tuz", true), ("Korm\tkk\ttransliterated", true),
      ("Корм VL\tru", true), ("Корм\t*", true), ("Корм\t", true), ("Корм\ten,ru", false),
      ("Korm\tka", true),
    ])
  func scripts(alias: String, isRight: Bool) throws {
    #expect(
      try findings(inEntities: "place\tVelmira\n\t\(alias)\n")
        == (isRight ? [] : ["2 foreign-script"]))
  }

  @Test("looks at the scripts of words, cues, endings and topics, too")
  func otherFiles() throws {
    #expect(
      try findings(
        in: ("a.words.tsv", "корм\tordinary\ten\n"), ("a.cues.tsv", "title\tкорм\ten\n"),
        ("a.endings.tsv", "tr\tлар\t\n"), ("a.topics.tsv", "topic\tx:1\tArts\nen\t3\tкорм\n")) == [
          "a.words.tsv:1 foreign-script", "a.cues.tsv:1 foreign-script",
          "a.endings.tsv:1 foreign-script", "a.topics.tsv:2 foreign-script",
        ])
  }
}
