import Dragoman
import Testing

@testable import DragomanEvaluation

/// Two invented documents and an answer to each, with the figures worked out by hand.
enum TwoDocuments {
  static let gold: [GoldDocument] = [
    ("[Aigul Omarova|person:Aigul Omarova] met [Tom Reed|person:Tom Reed] in [Porto|place:Porto]."
      as MarkedNames).gold("a", fields: ["sender": "north"]),
    ("[Omarova|person:Aigul Omarova] left [Porto|place:Porto] on Monday." as MarkedNames).gold(
      "b", language: .turkish, fields: ["sender": "south"]),
  ]

  /// In `a` a right name, a short one and a wrong type; in `b` one missed, one right, one wrong.
  static let answers: [String: Annotation] = [
    "a":
      ("[Aigul Omarova|person:x] met [Tom|person:y] Reed in [Porto|organization:z]."
      as MarkedNames).annotation(),
    "b": ("Omarova left [Porto|place:x] on [Monday|place:y]." as MarkedNames).annotation(),
  ]
}

@Suite("An evaluation")
struct EvaluationTests {
  private let evaluation: Evaluation

  init() throws {
    var options = Evaluation.Options()
    options.fields = ["sender"]
    options.resamples = 200
    evaluation = try Evaluation(
      TwoDocuments.gold, answers: TwoDocuments.answers, options: options)
  }

  private func figure(_ measure: Measure, _ scope: Figure.Scope = .all) throws -> Figure {
    try #require(evaluation.groups[0].figure(measure, scope))
  }

  @Test("counts strict names: 2 right of 5 found and 5 in gold")
  func strict() throws {
    let all = try figure(.strict)
    #expect((all.gold, all.found) == (5, 5))
    #expect(all.precision == 0.4 && all.recall == 0.4)
    #expect(abs(all.f1 - 0.4) < 1e-9)
    // People: 1 of 2 found, 3 in gold. F1 = 2 · 1 / (2 + 3).
    #expect(abs(try figure(.strict, .kind(.person)).f1 - 0.4) < 1e-9)
    // Places: 1 of 2 found, 2 in gold.
    #expect(abs(try figure(.strict, .kind(.place)).f1 - 0.5) < 1e-9)
    #expect(try figure(.strict, .kind(.organization)).f1 == 0)
    // The mean of people and places; gold has no organization.
    #expect(abs(try figure(.strict, .macro).f1 - 0.45) < 1e-9)
  }

  @Test("counts relaxed names: the short one is right, the wrong type is not")
  func relaxed() throws {
    #expect(abs(try figure(.relaxed).f1 - 0.6) < 1e-9)
    #expect(abs(try figure(.relaxed, .kind(.person)).f1 - 0.8) < 1e-9)
  }

  @Test("pairs relaxed names one to one")
  func oneToOne() throws {
    let gold: MarkedNames = "[Republic of Norland|place] spoke."
    let answer: MarkedNames = "[Republic|place] of [Norland|place] spoke."
    let evaluation = try Evaluation([gold.gold("a")], answers: ["a": answer.annotation()])
    let figure = try #require(evaluation.groups[0].figure(.relaxed))
    #expect(figure.precision == 0.5 && figure.recall == 1)
  }

  @Test("counts each different name of a document once")
  func names() throws {
    let gold: MarkedNames =
      "[Porto|place], [PORTO|place], [Porto|place]'da [Reed|person] [Lisbon|place]"
    let answer: MarkedNames = "Porto, PORTO, [Porto'da|place] [Reed|place] [Lisbon|place]"
    let evaluation = try Evaluation(
      [gold.gold("a", language: .turkish)], answers: ["a": answer.annotation()])
    let figure = try #require(evaluation.groups[0].figure(.names))
    // Gold has Porto, Lisbon and the person Reed; Porto, Lisbon and the place Reed were found.
    #expect((figure.gold, figure.found) == (3, 3))
    #expect(abs(figure.precision - 2.0 / 3) < 1e-9)
  }

  @Test("counts entities by a name that both know")
  func entities() throws {
    // a: Omarova is right, Tom and Tom Reed share no name; b: Porto is right.
    let figure = try figure(.entities)
    #expect((figure.gold, figure.found) == (5, 5))
    #expect(abs(figure.f1 - 0.4) < 1e-9)
  }

  @Test("measures what both sides tell, and nothing else")
  func unmeasured() {
    #expect(evaluation.groups[0].figure(.rolePhrase) == nil)
    #expect(evaluation.groups[0].figure(.topics) == nil)
    #expect(evaluation.groups[0].figure(.bCubed) != nil)
  }

  @Test("groups by language and by any field")
  func groups() {
    #expect(
      evaluation.groups.map { "\($0.field ?? "") \($0.value) \($0.documents)" } == [
        " all 2", "language en 1", "language tr 1", "sender north 1", "sender south 1",
      ])
    // tr: 1 right of 2 and 2.
    #expect(evaluation.groups[2].figure(.strict)?.f1 == 0.5)
  }

  @Test("has intervals around the figures, none for one document")
  func intervals() throws {
    let interval = try #require(try figure(.strict).interval)
    // Resamples are aa (1/3), ab (2/5) and bb (1/2).
    #expect(abs(interval.low - 1.0 / 3) < 1e-9)
    #expect(abs(interval.high - 0.5) < 1e-9)
    #expect(evaluation.groups[1].figure(.strict)?.interval == nil)
  }

  @Test("counts a document without an answer as empty")
  func missing() throws {
    let evaluation = try Evaluation(TwoDocuments.gold, answers: [:])
    let figure = try #require(evaluation.groups[0].figure(.strict))
    #expect((figure.gold, figure.found, figure.f1) == (5, 0, 0))
  }

  @Test("counts types found for types")
  func confusion() {
    #expect(evaluation.confusion.count(gold: .person, found: .person) == 2)
    #expect(evaluation.confusion.count(gold: .person, found: nil) == 1)
    #expect(evaluation.confusion.count(gold: .place, found: .organization) == 1)
    #expect(evaluation.confusion.count(gold: .place, found: .place) == 1)
    #expect(evaluation.confusion.count(gold: nil, found: .place) == 1)
  }

  @Test("forgives a found name that gold has inside another")
  func forgiven() throws {
    let text = "Embassy of Norland spoke."
    let document = GoldDocument(
      id: "a", source: SourceText(text), language: .english,
      annotation: Annotation(
        spans: [NamedSpan(TextRange(0, 18), .organization)],
        nested: [NamedSpan(TextRange(11, 18), .place)]))
    let answer = Annotation(spans: [NamedSpan(TextRange(11, 18), .place)])
    var options = Evaluation.Options()
    options.resamples = 0
    let strict = try Evaluation([document], answers: ["a": answer], options: options)
    #expect(strict.groups[0].figure(.strict)?.found == 1)
    options.forgivesNested = true
    let forgiving = try Evaluation([document], answers: ["a": answer], options: options)
    #expect(forgiving.groups[0].figure(.strict)?.found == 0)
  }
}
