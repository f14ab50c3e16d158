/// Cuts a text of any size into tokens, terms and sentences, in memory that does not grow with it.
///
/// The bytes come in pieces that may be cut anywhere, inside a character, too. What is found is handed out in
/// *portions*: stretches of the text, one behind the other, that leave nothing out.
///
/// ```swift
/// var stream = TokenStream(try Tokenizer(), language: .english)
/// let show: (TokenStream.Portion) -> Void = { portion in
///   for token in portion.text.tokens { print(portion.range(of: token.range), token.kind) }
/// }
/// while let piece = try file.read(upToCount: 65_536) { stream.append([UInt8](piece), show) }
/// stream.finish(show)
/// ```
///
/// **Where portions end** depends on the text and the limit alone, not on the pieces: at the first line feed behind a
/// sixteenth of the limit whose line is blank, or too short (24 characters) or too long (120) to be wrapped. No sentence
/// goes on over the end of such a line, so that portions have exactly the tokens, terms and sentences that
/// ``Tokenizer`` finds in the whole text.
///
/// If there is none within the limit, a portion ends at the last line feed; else before the last ASCII letter or
/// digit with a space before it; else at the last word boundary that is certain. Tokens and terms are still those of the
/// whole text. A sentence ends with the portion, though, so that those up to the next end of the first kind may differ.
/// Only where not even such a boundary is within the limit tokens may differ around the portion's end: in a token longer
/// than the limit, and in a stretch as long without white space and punctuation, or of what addresses are made of.
///
/// **Offsets** in a portion count from its start; those of the stream are 64-bit numbers. Both count bytes of the decoded
/// text: a byte order mark at the start is dropped, and each unreadable part becomes U+FFFD, as
/// ``SourceText/init(decoding:charset:)`` does it with the charset UTF-8. Text that was read in a wrong code page is not
/// set right, since that takes a look at the whole text: let a ``Normalizer`` do it before.
///
/// **The language**, if it is not given, is told from the first 2,000 words, as ``Tokenizer`` tells it; from fewer if the
/// text or the limit ends before. It holds for all portions.
public struct TokenStream: Sendable {
  /// A stretch of the text with its tokens, terms and sentences.
  public struct Portion: Sendable {
    /// Where the portion starts, in bytes of the decoded text.
    public let offset: Int
    /// What was found; its ranges count from the portion's start.
    public let text: TokenizedText

    /// Where a range of the portion stands in the stream.
    public func range(of range: TextRange) -> Range<Int> {
      offset + range.lowerBound..<offset + range.upperBound
    }
  }

  /// The limit that is used if none is given: 1 MiB.
  public static let defaultLimit = 1 << 20
  /// How many bytes are taken between two looks for a portion's end.
  private static let step = 1 << 14

  /// The language that was given or told; `nil` until it is known.
  public private(set) var language: LanguageTag?
  /// How many bytes of the decoded text were handed out.
  public private(set) var offset = 0
  /// How many unreadable parts became U+FFFD so far.
  public var replacements: Int { buffer.replacements }

  private let tokenizer: Tokenizer
  private var languageMargin: Double?
  private var ends: PortionEnds
  private var buffer = DecodingBuffer()
  private var text = TokenizedText()
  private var gap = TermBuilder.gapAtStart
  private var isFinished = false

  /// Makes a stream for one text. Allocates nothing yet.
  ///
  /// - Parameters:
  ///   - language: the text's; `nil` to tell it from the text's start.
  ///   - limit: the most bytes of a portion. Portions of prose are near a sixteenth of it, and some fifteen bytes of memory
  ///     are held for each of theirs; at worst, in a text of marks alone, sixty for each byte of the limit.
  /// - Precondition: the limit is at least 64 and at most a quarter of ``SourceText/maximumByteCount``.
  public init(
    _ tokenizer: Tokenizer, language: LanguageTag? = nil, limit: Int = defaultLimit
  ) {
    self.init(tokenizer, language: language, limit: limit, minimum: limit / 16)
  }

  /// - Parameter minimum: the fewest bytes of a portion that is not forced to end.
  init(_ tokenizer: Tokenizer, language: LanguageTag?, limit: Int, minimum: Int) {
    precondition(
      limit >= 64 && limit <= SourceText.maximumByteCount / 4, "no limit for a portion: \(limit)")
    self.tokenizer = tokenizer
    self.language = language
    ends = PortionEnds(tokenizer.segmenter, limit: limit, minimum: minimum)
  }

  /// Takes the next bytes of the text, and hands out the portions that they complete.
  ///
  /// The memory of a portion is used again for the next one unless `body` keeps it. If `body` throws, the rest of the
  /// bytes is lost.
  ///
  /// - Precondition: the stream is not finished.
  public mutating func append<Failure: Error>(
    _ bytes: ArraySlice<UInt8>, _ body: (Portion) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(!isFinished, "bytes for a stream that is finished")
    var rest = bytes
    while !rest.isEmpty {
      let piece = rest.prefix(max(Self.step, ends.minimum - buffer.count))
      rest = rest.dropFirst(piece.count)
      buffer.append(piece)
      try handOut(body)
    }
  }

  /// The same of an array.
  public mutating func append<Failure: Error>(
    _ bytes: [UInt8], _ body: (Portion) throws(Failure) -> Void
  ) throws(Failure) {
    try append(bytes[...], body)
  }

  /// Ends the text, and hands out the portions that are left. An empty text has none.
  ///
  /// - Precondition: the stream is not finished.
  public mutating func finish<Failure: Error>(
    _ body: (Portion) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(!isFinished, "a stream is finished twice")
    isFinished = true
    buffer.finish()
    try handOut(body)
  }

  /// How much memory is held, in bytes; for tests.
  var capacity: Int {
    buffer.bytes.capacity + text.text.bytes.capacity + text.keys.capacity
      + text.terms.capacity * MemoryLayout<Term>.stride + text.tokens.offsets.capacity * 4
      + text.tokens.kinds.capacity + text.sentences.capacity * MemoryLayout<TextRange>.stride
  }
}

extension TokenStream {
  private mutating func handOut<Failure: Error>(
    _ body: (Portion) throws(Failure) -> Void
  ) throws(Failure) {
    while let end = ends.first(in: buffer.bytes, count: buffer.count, isWhole: isFinished) {
      guard read(upTo: end) else { continue }
      let portion = Portion(offset: offset, text: text)
      offset += end.offset
      try body(portion)
    }
  }

  /// Tokenizes the next portion.
  ///
  /// - Returns: whether the portion is long enough to tell the language, if that is asked for. If it is not, it is put back.
  private mutating func read(upTo end: PortionEnds.End) -> Bool {
    let bytes = buffer.take(upTo: end.offset, reusing: text.takeBytes())
    var gap = gap
    tokenizer.tokenize(
      NormalizedText(unchanged: SourceText(valid: bytes)), language: language, after: &gap,
      into: &text)
    if language == nil {
      if end.sort == .sureLine, end.offset < ends.limit,
        text.terms.count(where: { $0.kind == .word }) < LanguageBallot.wordLimit
      {
        ends.setMinimum(2 * end.offset)
        buffer.putBack(text.takeBytes())
        return false
      }
      ends.setMinimum(nil)
      language = text.language
      languageMargin = text.languageMargin
    }
    text.languageMargin = languageMargin
    self.gap = gap
    return true
  }
}
