/// A text with its tokens, terms and sentences.
///
/// Tokens, terms and sentences stand in the *normalized* text; ``sourceRange(of:)`` leads back to the source.
public struct TokenizedText: Sendable {
  /// The text that was tokenized.
  public private(set) var text: NormalizedText
  /// The language that the sentences were found with: given, or told from the text.
  public internal(set) var language: LanguageTag
  /// How clearly the language was told; `nil` if it was given.
  public internal(set) var languageMargin: Double?
  /// All tokens, spaces included.
  public internal(set) var tokens = Tokens()
  /// What lexicons are matched on, in order.
  public private(set) var terms: [Term] = []
  /// The search keys of all terms, one behind the other.
  public private(set) var keys: [UInt8] = []
  /// The sentences without the white space around them, in order.
  public internal(set) var sentences: [TextRange] = []

  /// The terms of this text and of those that were here before.
  private var cache = TermCache()

  /// Makes a text without anything in it, for a tokenizer to fill.
  public init() {
    text = NormalizedText(unchanged: SourceText(""))
    language = .undetermined
  }

  /// Takes a text whose tokens are known, and cuts them into terms.
  ///
  /// - Parameter gap: what stands before the first term; what stands behind the last when this returns.
  /// - Returns: what the words say of the language.
  mutating func makeTerms(of text: NormalizedText, after gap: inout Term.Shape) -> LanguageBallot {
    self.text = text
    // Taken over before they are written to: what two hold is copied.
    var (oldTerms, oldKeys): ([Term], [UInt8]) = ([], [])
    swap(&oldTerms, &terms)
    swap(&oldKeys, &keys)
    var builder = TermBuilder(
      text.bytes, after: gap, reusing: consume oldTerms, keys: consume oldKeys)
    var ballot = LanguageBallot()
    builder.add(tokens, remembering: &cache, &ballot)
    gap = builder.gap
    (terms, keys) = (consume builder).finish()
    return ballot
  }

  /// Gives up the memory that only another text would use.
  mutating func dropScratch() { cache = TermCache() }

  /// Gives up the text and its memory. What else there is means nothing until another text is taken.
  mutating func takeBytes() -> [UInt8] {
    let bytes = text.bytes
    text = NormalizedText(unchanged: SourceText(""))
    return bytes
  }

  /// The range of the source that a range of the normalized text came from.
  public func sourceRange(of range: TextRange) -> TextRange { text.sourceRange(of: range) }

  /// The tokens but for white space, with their ranges in the source. Cost: one pass over all tokens.
  public var sourceTokens: [Token] {
    let (offsets, kinds) = (tokens.offsets.span, tokens.kinds.span)
    var result: [Token] = []
    result.reserveCapacity(tokens.count / 2 + 16)
    for index in 0..<tokens.count {
      guard let kind = TokenKind(rawValue: kinds[index]), kind != .space else { continue }
      let range = TextRange(Int(offsets[index]), Int(offsets[index &+ 1]))
      result.append(Token(range: text.sourceRange(of: range), kind: kind))
    }
    return result
  }

  /// The range from the start of one term to the end of another, in the normalized text.
  public func range(ofTerms range: Range<Int>) -> TextRange {
    TextRange(terms[range.lowerBound].lowerBound, terms[range.upperBound - 1].upperBound)
  }

  /// The search key of a term.
  public func key(ofTerm index: Int) -> ArraySlice<UInt8> { keys[terms[index].keyRange] }

  /// How many scalars the written form of some terms has.
  public func scalarCount(ofTerms range: Range<Int>) -> Int {
    let bytes = self.range(ofTerms: range)
    let text = text.bytes.span
    var count = 0
    for index in bytes.lowerBound..<bytes.upperBound where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The written form of some terms, as a string. Cost: one copy.
  public func string(ofTerms range: Range<Int>) -> String {
    let bytes = self.range(ofTerms: range)
    return String(decoding: text.bytes[bytes.lowerBound..<bytes.upperBound], as: UTF8.self)
  }
}
