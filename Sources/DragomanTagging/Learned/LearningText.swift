package import DragomanLexicon
package import DragomanText

/// A text as a learner sees it: the spans that may be names, and the hashes of the features of terms and spans.
package struct LearningText: Sendable {
  /// A stretch of terms that names may stand in; what lies outside is in no name.
  package struct Window: Sendable {
    /// The terms.
    package let terms: Range<Int>
    /// Its spans among ``LearningText/spans``, by their starts and then by their ends.
    package let spans: Range<Int>
  }

  /// A span that may be a name.
  package struct Span: Sendable {
    /// The terms.
    package let terms: Range<Int>
    /// Its features among ``LearningText/features``.
    package let features: Range<Int>
  }

  /// The language that the text was read in.
  package let language: LanguageTag
  /// Where the terms stand in the source.
  package private(set) var termRanges: [TextRange] = []
  /// The windows in order.
  package private(set) var windows: [Window] = []
  /// The spans of all windows.
  package private(set) var spans: [Span] = []
  /// The features of each term of a window among ``features``; of others none.
  package private(set) var termFeatures: [Range<Int>] = []
  /// Hashes of features (``FeatureTemplate/hash(_:)``).
  package private(set) var features: [UInt32] = []
  /// The template of each feature.
  package private(set) var templates: [UInt8] = []
  /// What lexicons alone decide, and what lexicons and grammars do.
  package private(set) var listed: [(terms: Range<Int>, kind: MentionKind)] = []
  package private(set) var ruled: [(terms: Range<Int>, kind: MentionKind)] = []
  /// What each span is worth, as a logarithm of odds, by the models that the new one is to stand on; empty if it stands alone.
  package private(set) var base: [SIMD4<Float>] = []

  init(
    _ reading: Tagger.Reading, listed: [Candidate], without left: Set<FeatureTemplate>,
    on weights: LearnedWeights?
  ) {
    let (context, candidates, ruled) = (reading.context, reading.candidates, reading.ruled)
    language = context.language
    self.listed = listed.map { ($0.terms, $0.kind) }
    self.ruled = ruled.map { ($0.terms, $0.kind) }
    termRanges = (0..<context.count).map {
      context.text.sourceRange(of: context.text.range(ofTerms: $0..<$0 + 1))
    }
    termFeatures = [Range<Int>](repeating: 0..<0, count: context.count)
    let windows = NameWindows(context, candidates)
    let reader = FeatureReader(context, windows, ruled: ruled)
    var features: [UInt32] = []
    var templates: [UInt8] = []
    let add = { (template: FeatureTemplate, value: UInt64) in
      if left.contains(template) { return }
      features.append(template.hash(value))
      templates.append(template.rawValue)
    }
    for window in windows.ranges {
      for term in window {
        let start = features.count
        reader.readTerm(term, add)
        termFeatures[term] = start..<features.count
      }
      let first = spans.count
      for start in window {
        windows.forEachSpan(from: start) { terms in
          let before = features.count
          reader.readSpan(terms, add)
          spans.append(Span(terms: terms, features: before..<features.count))
        }
      }
      self.windows.append(Window(terms: window, spans: first..<spans.count))
    }
    self.templates = templates
    self.features = features
    if let weights {
      var scratch = LearnedScratch()
      base = LearnedDecision(context, candidates, ruled: ruled, weights).values(using: &scratch)
    }
  }
}

extension Tagger {
  /// What a learner sees of a text.
  ///
  /// - Parameters:
  ///   - left: templates whose features are left out.
  ///   - models: those that the new model is to stand on top of.
  package func learningText(
    _ text: TokenizedText, _ matches: LexiconMatches, without left: Set<FeatureTemplate>,
    on models: [NameModel]
  ) -> LearningText {
    let reading = read(text, matches, keepsAll: true)
    let listed = SpanSelection(reading.context).best(
      of: reading.candidates.filter { $0.pattern.rawValue <= Pattern.ambiguousPerson.rawValue })
    return LearningText(reading, listed: listed, without: left, on: LearnedWeights(models))
  }
}
