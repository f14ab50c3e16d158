import Dragoman
import Testing

@Suite("The explanation of decisions")
struct DecisionReportTests {
  private static let texts: [(LanguageTag, String)] = [
    (
      .english,
      "Foreign Minister Anna Keller of Norland met the World Bank in Paris. In May, Hill spoke."
    ),
    (.turkish, "Dışişleri Bakanı Hakan Fidan, Van'da Yeni Ufuk Derneği yönetimini kabul etti."),
    (.kazakh, "Сыртқы істер министрі Мұрат Нұртілеу Анкараға келді."),
    (.azerbaijani, "Xarici işlər naziri Ceyhun Bayramov Ankarada olub."),
    (.russian, "Министр иностранных дел Анна Кузнецова прибыла в Астану."),
    (.english, ""),
  ]

  private static func explained(_ language: LanguageTag, _ text: String) throws -> AnnotatedDocument
  {
    try TaggingFixture.pipeline.get().annotate(
      SourceText(text), language: language, explaining: true)
  }

  @Test("changes no mention, and is not there unless asked for", arguments: texts)
  func sameMentions(language: LanguageTag, text: String) throws {
    let plain = try TaggingFixture.annotate(text, language)
    let explained = try Self.explained(language, text)
    #expect(plain.considered.isEmpty)
    #expect(explained.mentions == plain.mentions)
    #expect(explained.entities == plain.entities)
    #expect(explained.considered.isEmpty == explained.mentions.isEmpty)
  }

  @Test(
    "has weights that add up to the strength, and an outcome that the mentions bear out",
    arguments: texts)
  func weights(language: LanguageTag, text: String) throws {
    let document = try Self.explained(language, text)
    var chosen = Set<Int>()
    for span in document.considered {
      let sum = span.weights.reduce(0) { $0 + $1.amount }
      #expect(span.strength <= max(0, sum) + 1e-9)
      // At most the pattern's limit.
      #expect(abs(span.strength - max(0, sum)) < 1e-9 || span.strength >= 0.93)
      #expect(span.weights.first?.reason == "pattern")
      switch span.outcome {
      case .chosen(let mention):
        #expect(document.mentions[mention].range == span.range)
        #expect(document.mentions[mention].kind == span.kind)
        chosen.insert(mention)
      case .outweighed(let mention):
        let winner = document.mentions[mention]
        #expect(winner.range.lowerBound < span.range.upperBound)
        #expect(span.range.lowerBound < winner.range.upperBound)
        #expect(winner.range != span.range || winner.kind != span.kind)
      case .weak:
        #expect(span.strength <= 0.4201)
      case .refused: Issue.record("nothing was learned here")
      }
    }
    #expect(chosen == Set(document.mentions.indices))
  }

  @Test("names what speaks against a span")
  func against() throws {
    let document = try Self.explained(.english, "Hill farmers saw a Van near Anna Hill.")
    let reasons = Set(
      document.considered.filter { $0.outcome == .weak }.flatMap { span in
        span.weights.filter { $0.amount < 0 }.map(\.reason)
      })
    #expect(!reasons.isDisjoint(with: ["ordinary-word", "person-name", "opens-sentence"]))
  }
}
