import Dragoman
import DragomanLexicon
import Testing

@testable import DragomanTagging

@Suite("The decision with what was learned")
struct LearnedDecisionTests {
  private let fixture: LearnedFixture

  init() throws { fixture = try LearnedFixture.opened.get() }

  // MARK: Sums

  /// What each span is worth: the rows of all its features, added up one by one.
  private func sums(_ text: LearningText, _ models: [NameModel]) -> [SIMD4<Int32>] {
    func sum(_ features: Range<Int>) -> SIMD16<Int32> {
      var sum = SIMD16<Int32>.zero
      for hash in text.features[features] {
        for model in models { sum &+= SIMD16<Int32>(truncatingIfNeeded: model.table[hash]) }
      }
      return sum
    }
    let terms = text.termFeatures.map(sum)
    return text.spans.map { span in
      var value = sum(span.features).lowHalf.lowHalf
      for term in span.terms {
        let sum = terms[term]
        value &+=
          span.terms.count == 1
          ? sum.highHalf.highHalf
          : term == span.terms.lowerBound
            ? sum.lowHalf.lowHalf
            : term == span.terms.upperBound - 1 ? sum.highHalf.lowHalf : sum.lowHalf.highHalf
      }
      // Spans have three kinds; the fourth weight is not used.
      value[3] = 0
      return value
    }
  }

  /// A model with random weights for all features of some texts.
  private func randomModel(_ texts: [LearningText], salt: UInt64) throws -> NameModel {
    var generator = SeededGenerator(salt: salt)
    var rows: [UInt32: SIMD16<Int8>] = [:]
    for hash in texts.flatMap(\.features) where rows[hash] == nil {
      rows[hash] = .random(in: -127...127, using: &generator)
    }
    return try ModelFile.open(ModelFile.encode(rows))
  }

  private func check(_ models: [NameModel]) throws {
    var reused = LearnedScratch()
    // Twice, so that the second time all is remembered.
    for release in Release.all + Release.all {
      let (decision, text) = try fixture.read(release, models)
      let expected = sums(text, models).map { SIMD4<Float>($0) * NameModel.step }
      var fresh = LearnedScratch()
      let values = decision.values(using: &fresh)
      #expect(values.count == text.spans.count)
      for (number, span) in text.spans.enumerated() where values[number] != expected[number] {
        Issue.record("\(release.language) \(span.terms): \(values[number]), \(expected[number])")
      }
      #expect(decision.values(using: &reused) == values, "\(release.language)")
    }
  }

  @Test("adds up, with what it remembers of words, the weights of all features of each span")
  func defaultModel() throws { try check([fixture.model]) }

  @Test("does so with a weight for every feature, and with a model on top of another")
  func everyFeature() throws {
    let texts = try Release.all.map { try fixture.read($0, [fixture.model]).text }
    let model = try randomModel(texts, salt: 41)
    try check([model])
    try check([fixture.model, model])
    try check([model, try randomModel(texts, salt: 42)])
  }

  @Test("has windows and spans to choose from in every language", arguments: Release.all.prefix(5))
  func spans(release: Release) throws {
    let text = try fixture.read(release, [fixture.model]).text
    #expect(text.windows.count > 1 && text.spans.count > 50)
    // In order, and inside their windows.
    var end = 0
    for window in text.windows {
      #expect(window.terms.lowerBound >= end)
      end = window.terms.upperBound
      for (one, next) in zip(text.spans[window.spans], text.spans[window.spans].dropFirst()) {
        #expect(
          (one.terms.lowerBound, one.terms.upperBound)
            < (next.terms.lowerBound, next.terms.upperBound))
      }
      for span in text.spans[window.spans] {
        #expect(window.terms.contains(span.terms.lowerBound) && span.terms.upperBound <= end)
      }
    }
  }

  // MARK: Reasons

  @Test("gives as reasons what it adds up, the largest first", arguments: Release.all)
  func reasons(release: Release) throws {
    let (decision, text) = try fixture.read(release, [fixture.model])
    var scratch = LearnedScratch()
    let values = decision.values(using: &scratch)
    for (number, span) in text.spans.enumerated() {
      for kind in MentionKind.allCases {
        check(decision.reasons(for: span.terms, as: kind), values[number][Int(kind.rawValue)])
      }
    }
  }

  private func check(_ reasons: LearnedReasons, _ value: Float) {
    #expect(Float(reasons.value) == value)
    #expect(reasons.features.count <= 8)
    let sizes = reasons.features.map { abs($0.amount) }
    #expect(sizes == sizes.sorted(by: >) && !sizes.contains(0))
    if reasons.features.count < 8 {
      let sum = reasons.features.reduce(0) { $0 + $1.amount }
      #expect(abs(sum - reasons.value) < 1e-5)
    }
  }

  @Test("gives a user's own lexicon as a reason, too")
  func ownReasons() throws {
    let release = Release(language: .english, text: "He met the Qarvel Ostwind in Brask.")
    try OwnLexicon.with("organization\tQarvel Ostwind\t\t50\n") { path in
      let own = LexiconStack(fixture.lexicons.lexicons + [try CompiledLexicon(path: path)])
      let empty = try ModelFile.open(ModelFile.encode())
      let (decision, text) = try fixture.read(release, [empty], own)
      var scratch = LearnedScratch()
      for (span, value) in zip(text.spans, decision.values(using: &scratch)) {
        for kind in MentionKind.allCases {
          check(decision.reasons(for: span.terms, as: kind), value[Int(kind.rawValue)])
        }
      }
      let name = try #require(text.spans.first { $0.terms == 3..<5 })
      let reasons = decision.reasons(for: name.terms, as: .organization)
      #expect(reasons.features.map(\.name) == ["own-lexicon"])
      #expect(reasons.value == 10)
    }
  }

  // MARK: Answers

  @Test("finds the same alone, after other texts, and when it explains itself")
  func sameAnswers() throws {
    let used = try TaggingFixture.learned.get()
    for release in Release.all { _ = used.annotate(SourceText(release.text)) }
    for release in Release.all.reversed() {
      let source = SourceText(release.text)
      let alone = try AnnotationPipeline().annotate(source, language: release.language)
      let after = used.annotate(source, language: release.language)
      let explained = used.annotate(source, language: release.language, explaining: true)
      #expect(after.mentions == alone.mentions)
      #expect(after.entities == alone.entities)
      #expect(explained.mentions == alone.mentions)
      #expect(explained.entities == alone.entities)
      #expect(explained.considered.allSatisfy { $0.learned != nil })
    }
  }

  @Test("finds names that no list and no rule proposes, and says so", arguments: Release.all)
  func learnedNames(release: Release) throws {
    let source = SourceText(release.text)
    let document = try TaggingFixture.learned.get().annotate(
      source, language: release.language, explaining: true)
    let ruled = try TaggingFixture.pipeline.get().annotate(
      source, language: release.language, explaining: true)
    for mention in document.mentions {
      let isProposed = ruled.considered.contains {
        $0.range == mention.range && $0.kind == mention.kind
      }
      let name = document.text(of: mention)
      #expect(mention.evidence.contains(.learned) == !isProposed, "\(name)")
      if !isProposed { #expect(mention.evidence == [.learned], "\(name)") }
    }
    #expect(ruled.mentions.allSatisfy { !$0.evidence.contains(.learned) })
    #expect(ruled.considered.allSatisfy { $0.learned == nil })
  }

  @Test(
    "finds a town of no list by what stands around it; lists and grammars alone do not",
    arguments: [(Release.all[0], "Tarnholt"), (Release.all[4], "Тарнхольте")])
  func town(release: Release, name: String) throws {
    let source = SourceText(release.text)
    let document = try TaggingFixture.learned.get().annotate(source, language: release.language)
    let town = document.mentions.first { document.text(of: $0) == name }
    #expect(town?.kind == .place)
    #expect(town?.evidence == [.learned])
    let ruled = try TaggingFixture.annotate(release.text, release.language)
    #expect(!ruled.mentions.map(ruled.text(of:)).contains(name))
  }

  // MARK: A user's own lexicon

  /// Names of a user's own, some of them in any case, and texts where little else speaks for them.
  private static let own = """
    organization\tQarvel Ostwind\t\t50
    organization\tQarvel\t\t50
    \tqarvel\t*\tcommon\tany
    person\tMirel\t\t50
    place\tOstrel\t\t10
    place\tBlue Lagoon\t\t10
    \tblue lagoon\t*\tcommon\tany
    """

  private static let ownTexts: [(LanguageTag, MarkedText)] = [
    (.english, "They say that [qarvel|organization] is the best of all."),
    (.english, "a walk by the [blue lagoon|place] and a meal, said the guide."),
    (.english, "[Mirel|person] again: the [Qarvel Ostwind|organization] was late."),
    (.english, "The [QARVEL OSTWIND|organization] was late. It is a [Qarvel|organization]."),
    (.english, "The rain over [Ostrel|place] went on. In [Ostrel|place] it rained."),
    (.turkish, "Dün [qarvel|organization] ile görüşmek istediler."),
    (.kazakh, "Кеше [Qarvel|organization] пен [Mirel|person] келді."),
    (.azerbaijani, "Dünən [qarvel|organization] ilə görüşüblər."),
    (.russian, "Потом [qarvel|organization] опять и [Mirel|person] тоже."),
  ]

  @Test("finds them again where the document speaks for them more than the list does")
  func ownNamesAgain() throws {
    let expected: MarkedText =
      "The [Qarvel|organization] was late. He saw Velk [Qarvel|organization]."
    let found = try ModelFile.with(ModelFile.encode()) {
      try annotate(expected, .english, model: $0)
    }
    #expect(found == expected)
  }

  private func annotate(_ text: MarkedText, _ language: LanguageTag, model: String?) throws
    -> MarkedText
  {
    try OwnLexicon.with(Self.own) { path in
      var options = AnnotationPipeline.Options()
      options.lexicons = [path]
      options.model = model
      let pipeline = try AnnotationPipeline(options: options)
      return MarkedText(pipeline.annotate(SourceText(text.plain), language: language))
    }
  }

  @Test("finds the names of a user's own lexicon, however they are written", arguments: ownTexts)
  func ownNames(language: LanguageTag, expected: MarkedText) throws {
    #expect(try annotate(expected, language, model: nil) == expected)
  }

  @Test("finds them though nothing was learned at all", arguments: ownTexts)
  func ownNamesAlone(language: LanguageTag, expected: MarkedText) throws {
    let found = try ModelFile.with(ModelFile.encode()) {
      try annotate(expected, language, model: $0)
    }
    #expect(found == expected)
  }
}

extension SIMD16<Int8> {
  fileprivate static func random(
    in range: ClosedRange<Int8>, using generator: inout SeededGenerator
  ) -> Self {
    var result = Self.zero
    for lane in result.indices { result[lane] = .random(in: range, using: &generator) }
    return result
  }
}
