import Dragoman

/// The default pipeline, opened once for all tests of this target.
enum TaggingFixture {
  static let pipeline = Result { try AnnotationPipeline() }

  static func annotate(_ text: String, _ language: LanguageTag) throws -> AnnotatedDocument {
    try pipeline.get().annotate(SourceText(text), language: language)
  }

  /// The text of an expectation with the marks that the tagger makes.
  static func marked(_ expected: MarkedText, _ language: LanguageTag) throws -> MarkedText {
    MarkedText(try annotate(expected.plain, language))
  }
}
