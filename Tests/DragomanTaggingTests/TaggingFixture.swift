import Dragoman

/// The default pipeline, opened once for all tests of this target: with what lists and grammars say alone, and with what was
/// learned beside them.
enum TaggingFixture {
  static let pipeline = Result {
    var options = AnnotationPipeline.Options()
    options.usesLearned = false
    return try AnnotationPipeline(options: options)
  }
  static let learned = Result { try AnnotationPipeline() }

  static func annotate(_ text: String, _ language: LanguageTag) throws -> AnnotatedDocument {
    try pipeline.get().annotate(SourceText(text), language: language)
  }

  /// The text of an expectation with the marks that the tagger makes.
  static func marked(_ expected: MarkedText, _ language: LanguageTag) throws -> MarkedText {
    MarkedText(try annotate(expected.plain, language))
  }
}
