/// Cuts a text into tokens, terms and sentences.
///
/// Words are ICU's (UAX #29, root rules); addresses, hashtags and handles are then joined. Sentences are ICU's, with the
/// language's abbreviations kept together. One tokenizer serves all threads.
///
/// ```swift
/// let tokenizer = try Tokenizer()
/// let text = tokenizer.tokenize(SourceText("Dr. K. Tokayev Ankara’da."), language: .turkish)
/// ```
public struct Tokenizer: Sendable {
  let segmenter: WordSegmenter
  private let sentenceSegmenter: SentenceSegmenter
  private let identifier = LanguageIdentifier()

  /// Opens ICU's rules.
  ///
  /// - Throws: ``TextError`` if ICU's data are missing.
  public init() throws(TextError) {
    segmenter = try WordSegmenter()
    sentenceSegmenter = try SentenceSegmenter()
  }

  /// Tokenizes a text; without a language it is told from the text. Cost: one pass for the words, one for the terms and
  /// one for the sentences.
  public func tokenize(_ source: SourceText, language: LanguageTag? = nil) -> TokenizedText {
    var result = TokenizedText()
    tokenize(source, language: language, into: &result)
    result.dropScratch()
    return result
  }

  /// Tokenizes a text that was normalized before, at any level.
  public func tokenize(_ text: NormalizedText, language: LanguageTag? = nil) -> TokenizedText {
    var result = TokenizedText()
    tokenize(text, language: language, into: &result)
    result.dropScratch()
    return result
  }

  /// Tokenizes a text into memory that held another one; allocates nothing if that was as large.
  public func tokenize(
    _ source: SourceText, language: LanguageTag? = nil, into result: inout TokenizedText
  ) {
    tokenize(Normalizer(level: .repair).normalize(source), language: language, into: &result)
  }

  /// The same of a text that was normalized before, at any level.
  public func tokenize(
    _ text: NormalizedText, language: LanguageTag? = nil, into result: inout TokenizedText
  ) {
    var gap = TermBuilder.gapAtStart
    tokenize(text, language: language, after: &gap, into: &result)
  }

  /// The same of a part of a text.
  ///
  /// - Parameter gap: what stands before the part's first term; what stands behind its last when this returns.
  func tokenize(
    _ text: NormalizedText, language: LanguageTag?, after gap: inout Term.Shape,
    into result: inout TokenizedText
  ) {
    segmenter.segment(text.bytes, into: &result.tokens)
    AddressJoiner.join(&result.tokens, in: text.bytes)
    let ballot = result.makeTerms(of: text, after: &gap)
    let guess = language == nil ? identifier.identify(ballot) : nil
    result.language = language ?? guess?.language ?? .undetermined
    result.languageMargin = guess?.margin
    SentenceJoiner.join(
      sentenceSegmenter.ends(of: text.bytes), in: text.bytes, language: result.language,
      into: &result.sentences)
  }

  /// The terms of bytes that are valid UTF-8, with their search keys one behind the other: what a lexicon's compiler needs.
  public func terms(of bytes: [UInt8]) -> (terms: [Term], keys: [UInt8]) {
    var segments = Tokens()
    segmenter.segment(bytes, into: &segments)
    var builder = TermBuilder(bytes)
    builder.add(segments)
    return builder.finish()
  }

  /// Every segment between two word boundaries of ICU's root rules, spaces included, nothing joined.
  public func segments(of source: SourceText) -> Tokens {
    var segments = Tokens()
    segmenter.segment(source.bytes, into: &segments)
    return segments
  }
}
