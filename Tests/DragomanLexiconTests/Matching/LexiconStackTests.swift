import DragomanText
import Testing

@testable import DragomanLexicon

@Suite("A lexicon stack")
struct LexiconStackTests {
  @Test("finds an entity by its own name, unless an alias line says how")
  func defaultName() throws {
    let fixture = try LexiconFixture(
      "a.entities.tsv",
      "place\tAnkara\nplace\tVan\n\tVan\ttr\tcommon\tcontext\norganization\tOECD\n\tOECD\t*\tacronym\n"
    )
    #expect(fixture.found(in: "Ankara") == ["Ankara=Ankara"])
    #expect(fixture.found(in: "ANKARA") == ["ANKARA=Ankara"])
    #expect(fixture.found(in: "ankara").isEmpty)
    // The alias line repeats the name, so the name has no capital rule of its own.
    let text = fixture.tokenizer.tokenize(SourceText("Van"), language: .turkish)
    let match = try #require(fixture.stack.matches(in: text).matches.first)
    #expect(fixture.stack.postings(of: match, in: text).map(\.rule) == [.context])
    #expect(fixture.found(in: "Oecd").isEmpty)
    #expect(fixture.found(in: "OECD") == ["OECD=OECD"])
  }

  @Test("knows countries by their codes, those of the highest lexicon first")
  func countries() throws {
    let below =
      "place\tPeru\tPE\t90\t\tkind=country\nplace\tLima\tPE\t70\t\tkind=capital\n"
      + "place\tChile\tCL\t90\t\tkind=country\n"
    let above = "place\tRepublic of Peru\tPE\t90\t\tkind=country\n"
    let stack = try LexiconFixture([[("a.entities.tsv", below)], [("b.entities.tsv", above)]]).stack
    #expect(stack.country("PE").map { stack.entry($0).name } == "Republic of Peru")
    #expect(stack.country("CL").map { stack.entry($0).name } == "Chile")
    #expect(stack.country("JP") == nil)
    #expect(stack.country("Peru") == nil)
  }

  @Test(
    "keeps each alias to its rule",
    arguments: [
      ("Moon", "Moon=Sun"), ("moon", ""), ("MOON", "MOON=Sun"), ("Mars", "Mars=Sun"), ("MARS", ""),
      ("mars", ""),
      ("venus", "venus=Sun"), ("Venus", "Venus=Sun"), ("Pluto", "Pluto=Sun"), ("pluto", ""),
      ("NATO", "NATO=Sun"), ("Nato", ""),
      ("24 Kanal", "24 Kanal=Sun"), ("中国", "中国=Sun"), ("საქართველო", "საქართველო=Sun"),
    ])
  func rules(text: String, expected: String) throws {
    let fixture = try LexiconFixture(
      "a.entities.tsv",
      """
      place\tSun
      \tMoon
      \tMars\t*\tcommon\texact
      \tVenus\t*\tcommon\tany
      \tPluto\t*\tcommon\tcontext
      \tNATO\t*\tacronym
      \t24 Kanal
      \t中国
      \tსაქართველო
      """)
    #expect(fixture.found(in: text) == (expected.isEmpty ? [] : [expected]))
  }

  @Test(
    "finds an alias in any case, with any marks, apostrophes and i",
    arguments: [
      "İstanbul", "Istanbul", "ISTANBUL", "İSTANBUL", "I\u{307}stanbul", "İs\u{AD}tanbul",
    ])
  func folding(text: String) throws {
    let fixture = try LexiconFixture("a.entities.tsv", "place\tİstanbul\n")
    #expect(fixture.found(in: text) == ["\(text)=İstanbul"])
  }

  @Test(
    "finds an alias with any apostrophe",
    arguments: ["Oʻzbekiston", "O‘zbekiston", "O'zbekiston", "Oʼzbekiston", "O`zbekiston"])
  func apostrophes(text: String) throws {
    for name in ["Oʻzbekiston", "O‘zbekiston", "O'zbekiston"] {
      let fixture = try LexiconFixture("a.entities.tsv", "place\t\(name)\n")
      #expect(fixture.found(in: text, .uzbek) == ["\(text)=\(name)"])
    }
  }

  @Test("counts spellings that fold alike as one alias, but not exact ones")
  func duplicates() throws {
    let fixture = try LexiconFixture(
      "a.entities.tsv",
      "place\tİzmir\n\tIzmir\ten\n\tİZMİR\ttr\norganization\tAA\n\tAA\t*\tacronym\n\tAa\t*\tcommon\texact\n"
    )
    #expect(fixture.found(in: "Izmir") == ["Izmir=İzmir"])
    #expect(fixture.found(in: "AA") == ["AA=AA"])
    #expect(fixture.found(in: "Aa") == ["Aa=AA"])
  }

  @Test("finds all entities that share a name")
  func sharedName() throws {
    let fixture = try LexiconFixture(
      "a.entities.tsv",
      "place\tGeorgia (country)\tGE\n\tGeorgia\nplace\tGeorgia (state)\tUS\n\tGeorgia\nperson\tGeorgia Moll\n"
    )
    #expect(
      fixture.found(in: "Georgia") == ["Georgia=Georgia (country)", "Georgia=Georgia (state)"])
    #expect(
      fixture.found(in: "Georgia Moll")
        == ["Georgia=Georgia (country)", "Georgia=Georgia (state)", "Georgia Moll=Georgia Moll"])
  }

  @Test("reads е for ё in texts, and not the other way round")
  func yo() throws {
    let fixture = try LexiconFixture("a.entities.tsv", "person\tФёдоров\nplace\tОрел\n")
    #expect(fixture.found(in: "Фёдоров", .russian) == ["Фёдоров=Фёдоров"])
    #expect(fixture.found(in: "Федоров", .russian) == ["Федоров=Фёдоров"])
    #expect(fixture.found(in: "Орёл", .russian).isEmpty)
  }

  @Test(
    "cuts endings of the text's language from the last word, or from each",
    arguments: [
      ("Ankaradan", "tr", "Ankaradan=Ankara"), ("Ankaradan", "en", ""),
      ("Dışişleri Bakanlığından", "tr", "Dışişleri Bakanlığından=Dışişleri Bakanlığı"),
      ("Dışişleridan Bakanlığı", "tr", ""), ("Новую Гвинею", "ru", "Новую Гвинею=Новая Гвинея"),
      ("Новую Гвинея", "ru", "Новую Гвинея=Новая Гвинея"),
      ("Vandan", "tr", "Vandan=Van"), ("Iıdan", "tr", ""),
    ])
  func endings(text: String, language: String, expected: String) throws {
    let fixture = try LexiconFixture([
      [
        (
          "a.entities.tsv",
          "place\tAnkara\nplace\tNew\nplace\tVan\nplace\tIı\norganization\tDışişleri Bakanlığı\nplace\tНовая Гвинея\n"
        ),
        (
          "b.endings.tsv", "tr\tdan\t\tlast\ntr\tndan\t\tlast\nru\tую\tая\teach\nru\tею\tея\teach\n"
        ),
      ]
    ])
    let found = fixture.found(in: text, try #require(LanguageTag(language)))
    #expect(found == (expected.isEmpty ? [] : [expected]))
  }

  @Test(
    "tells the lengths in bytes of the endings that a word may have, and whether one took another's place"
  )
  func wordEndings() throws {
    let fixture = try LexiconFixture(
      "b.endings.tsv",
      "tr\tdan\t\tlast\ntr\tndan\t\tlast\nru\tую\tая\teach\nru\tй\t\teach\nru\tой\t\tnone\n")
    func endings(_ word: String, _ language: LanguageTag) throws -> WordEndings {
      let text = fixture.tokenizer.tokenize(SourceText(word), language: language)
      return fixture.stack.matches(in: text).endings(ofTerm: 0)
    }
    #expect(try endings("Vandan", .turkish).lengths == 1 << 3 | 1 << 4)
    #expect(try endings("Vandan", .english).isEmpty)
    #expect(try endings("Vanden", .turkish).isEmpty)
    let replaced = try endings("Новую", .russian)
    #expect(replaced.mayReplace && replaced.lengths == 0)
    #expect(try endings("Вую", .russian).isEmpty, "nothing is left of it")
    let cut = try endings("Новой", .russian)
    #expect(cut.lengths == 1 << 2 && !cut.mayReplace, "what is never cut does not count")
  }

  @Test("puts another ending in the place of a word's own")
  func replacedForms() throws {
    let fixture = try LexiconFixture("b.endings.tsv", "ru\tую\tая\teach\nru\tю\t\teach\n")
    var forms: [UInt64] = []
    fixture.stack.forEachReplacedForm(of: Array("новую".utf8)[...], in: .russian) {
      forms.append($0)
    }
    #expect(forms == [SearchKeyHash.of(Array("новая".utf8)[...])])
  }

  @Test(
    "tells the form of a word by its longest ending that tells one",
    arguments: [
      ("қалада", WordForms.adverbial), ("сауда", []), ("қаланың", []), ("ода", []),
      ("қорғау", WordForms.verbalNoun), ("жол", []),
    ] as [(String, WordForms)])
  func forms(word: String, expected: WordForms) throws {
    let fixture = try LexiconFixture(
      "b.endings.tsv",
      "kk\tда\t\tlast\tadverbial\nkk\tсауда\t\tnone\nkk\tның\t\tlast\nkk\tу\t\tnone\tverbal-noun\n")
    for (language, expected) in [(LanguageTag.kazakh, expected), (.turkish, [])] {
      let text = fixture.tokenizer.tokenize(SourceText(word), language: language)
      #expect(fixture.stack.matches(in: text).forms(ofTerm: 0) == expected)
    }
  }

  @Test("finds topics' terms, whole or by their start, in the text's language")
  func topics() throws {
    let fixture = try LexiconFixture(
      "a.topics.tsv",
      "topic\tmedtop:04\teconomy\nen\t8\teconom*|central bank*\nen\t-4\teconomy class\ntr\t5\tekonomi*\n"
    )
    #expect(fixture.found(in: "economics") == ["economics=economy"])
    #expect(fixture.found(in: "Econom") == ["Econom=economy"])
    #expect(fixture.found(in: "econo").isEmpty)
    #expect(fixture.found(in: "central banks") == ["central banks=economy"])
    #expect(fixture.found(in: "centrally bank").isEmpty)
    #expect(fixture.found(in: "ekonomisi").isEmpty)
    #expect(fixture.found(in: "ekonomisi", .turkish) == ["ekonomisi=economy"])
    let text = fixture.tokenizer.tokenize(SourceText("economy class"), language: .english)
    let weights = fixture.stack.matches(in: text).matches.flatMap {
      fixture.stack.postings(of: $0, in: text).map(\.weight)
    }
    #expect(weights == [8, -4])
  }

  @Test(
    "weighs a topic's term as its language does; where a text may be of two, both are told",
    arguments: [
      ("en", [8] as [Int8]), ("tr", [5]), ("az", [5]), ("ru", [-3]), ("und", [8, 5, -3]),
      ("de", []),
    ])
  func weightsByLanguage(language: String, expected: [Int8]) throws {
    let fixture = try LexiconFixture(
      "a.topics.tsv",
      "topic\tx:1\tbanks\nen\t8\tBank\ntr\t5\tbank\nru\t-3\tbank\naz\t5\tBANK\n")
    let text = fixture.tokenizer.tokenize(
      SourceText("bank"), language: LanguageTag(language))
    let weights = fixture.stack.matches(in: text).matches.flatMap {
      fixture.stack.postings(of: $0, in: text).map(\.weight)
    }
    #expect(weights == expected)
  }

  @Test("knows what words are in the text's language; outside Turkish, with a person's endings cut")
  func facts() throws {
    let words = """
      Ayşe\tfirst-name
      Kaya\tlast-name
      the\tordinary\ten
      The\topener\ten
      X\tordinary\tde
      all\tordinary\t*
      von\tname-particle
      """
    let fixture = try LexiconFixture([
      [("a.words.tsv", words), ("b.endings.tsv", "*\tnin\t\tlast\n")]
    ])
    let expected: [(LanguageTag, [WordFacts])] = [
      (.turkish, [.firstName, [], [], [], .ordinary, .nameParticle]),
      (.azerbaijani, [.firstName, .lastName, [], [], .ordinary, .nameParticle]),
      (.english, [.firstName, .lastName, [.ordinary, .opener], [], .ordinary, .nameParticle]),
      (
        try #require(LanguageTag("de")),
        [.firstName, .lastName, .ordinary, .ordinary, .ordinary, .nameParticle]
      ),
    ]
    for (language, facts) in expected {
      let text = fixture.tokenizer.tokenize(
        SourceText("AYŞE Kayanin the x all von"), language: language)
      let result = fixture.stack.matches(in: text)
      #expect(text.terms.indices.map(result.facts(ofTerm:)) == facts, "\(language)")
    }
  }

  @Test("takes a word for a family name by its ending, if enough stands before it")
  func lastNameEndings() throws {
    let fixture = try LexiconFixture("a.words.tsv", "ov\tlast-name-ending\nшвили\tlast-name-ending")
    let text = fixture.tokenizer.tokenize(
      SourceText("Gromov Lov Ломтатидшвили ov"), language: .english)
    let result = fixture.stack.matches(in: text)
    let found = text.terms.indices.map { result.facts(ofTerm: $0).contains(.lastName) }
    #expect(found == [true, false, true, false])
  }

  @Test("finds what each of its lexicons holds, the later one behind")
  func stacking() throws {
    let fixture = try LexiconFixture([
      [("a.entities.tsv", "place\tPort\tTR\nplace\tAnkara\n")],
      [("b.entities.tsv", "organization\tPort\n")],
    ])
    #expect(fixture.found(in: "Port Ankara") == ["Port=Port", "Port=Port", "Ankara=Ankara"])
    let text = fixture.tokenizer.tokenize(SourceText("Port"), language: .english)
    let matches = fixture.stack.matches(in: text).matches
    #expect(matches.map(\.lexicon) == [0, 1])
    let types = matches.flatMap { match in
      fixture.stack.postings(of: match, in: text).map {
        fixture.stack.type(of: EntryReference(lexicon: match.lexicon, entry: $0.entry))
      }
    }
    #expect(types == [.place, .organization])
  }

  @Test("hides nothing of the lexicon that overrides, but what lies below")
  func overriding() throws {
    let fixture = try LexiconFixture([
      [("a.entities.tsv", "place\tQarvela\tTR\nplace\tQarvel\tKZ\n")],
      [
        ("a.entities.tsv", "place\tQarvela\tGB\nplace\tQarvel\tGB\t30\t\toverride=yes\n"),
        ("b.endings.tsv", "*\ta\t\tlast\n"),
      ],
    ])
    #expect(fixture.found(in: "Qarvela") == ["Qarvela=Qarvela", "Qarvela=Qarvel"])
    #expect(fixture.found(in: "Qarvel") == ["Qarvel=Qarvel"])
  }

  @Test("finds nothing in an empty text, and nothing without lexicons")
  func emptiness() throws {
    let fixture = try LexiconFixture("a.entities.tsv", "place\tAnkara\n")
    #expect(fixture.found(in: "").isEmpty)
    #expect(fixture.found(in: " \n\t").isEmpty)
    let text = fixture.tokenizer.tokenize(SourceText("Ankara"), language: .english)
    let result = LexiconStack([]).matches(in: text)
    #expect(result.matches.isEmpty)
    #expect(result.facts(ofTerm: 0) == [])
  }
}
