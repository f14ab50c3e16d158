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
  private let pool: BoundaryFinderPool
  private let segmenter: WordSegmenter
  private let identifier = LanguageIdentifier()

  /// Opens ICU's rules.
  ///
  /// - Throws: ``TextError`` if ICU's data are missing.
  public init() throws(TextError) {
    pool = try BoundaryFinderPool(opening: [.sentences])
    segmenter = try WordSegmenter()
  }

  /// Tokenizes a text; without a language it is told from the text. Cost: one pass of ICU for the words and one for
  /// the sentences.
  public func tokenize(_ source: SourceText, language: LanguageTag? = nil) -> TokenizedText {
    tokenize(Normalizer(level: .repair).normalize(source), language: language)
  }

  /// Tokenizes a text that was normalized before, at any level.
  public func tokenize(_ text: NormalizedText, language: LanguageTag? = nil) -> TokenizedText {
    let tokens = AddressJoiner.join(segments(of: text.bytes), in: text.bytes)
    var builder = TermBuilder(text.bytes)
    for token in tokens { builder.add(token) }
    let guess =
      language == nil
      ? identifier.identify(terms: builder.terms, keys: builder.keys, bytes: text.bytes) : nil
    let spoken = language ?? guess?.language ?? .undetermined
    return TokenizedText(
      text: text, language: spoken, languageMargin: guess?.margin, tokens: tokens,
      terms: builder.terms, keys: builder.keys,
      sentences: sentences(of: text.bytes, language: spoken))
  }

  /// The terms of bytes that are valid UTF-8, with their search keys one behind the other: what a lexicon's compiler needs.
  public func terms(of bytes: [UInt8]) -> (terms: [Term], keys: [UInt8]) {
    var builder = TermBuilder(bytes)
    for token in segments(of: bytes) { builder.add(token) }
    return (builder.terms, builder.keys)
  }

  /// Every segment between two word boundaries of ICU's root rules, spaces included, nothing joined.
  public func segments(of source: SourceText) -> [Token] { segments(of: source.bytes) }

  private func segments(of bytes: [UInt8]) -> [Token] {
    var segments = WordSegments()
    segmenter.segment(bytes, into: &segments)
    return Array(segments)
  }

  private func sentences(of bytes: [UInt8], language: LanguageTag) -> [TextRange] {
    var ends: [Int] = []
    pool.withFinder(.sentences) { finder in
      finder.forEachEnd(in: bytes, range: 0..<bytes.count) { end, _ in ends.append(end) }
    }
    return SentenceJoiner.sentences(endingAt: ends, in: bytes, language: language)
  }
}
