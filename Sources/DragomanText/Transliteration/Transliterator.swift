/// Writes words of one script in another, through ICU.
///
/// For names: ICU needs a microsecond a word or more. One transliterator serves all threads.
///
/// ```swift
/// let transliterator = try Transliterator(.kazakh)
/// transliterator.transliterate("Тоқаев")  // Toqaev
/// ```
public struct Transliterator: Sendable {
  /// The longest token in bytes that is transliterated; a longer one is no name and passes through.
  public static let maximumByteCount = 1 << 12

  /// The scheme.
  public let scheme: TransliterationScheme
  private let pool: HandlePool<TransliteratorHandle>

  /// Opens a scheme. Cost: some milliseconds, for ICU reads its rules.
  ///
  /// - Throws: ``TextError`` that names the id if ICU has no such scheme.
  public init(_ scheme: TransliterationScheme) throws(TextError) {
    self.scheme = scheme
    pool = try HandlePool { () throws(TextError) in try TransliteratorHandle(scheme) }
  }

  /// Transliterates one word. Cost: about a microsecond and a few allocations.
  public func transliterate(_ word: String) -> String {
    let text = NormalizedText(unchanged: SourceText(word))
    return transliterate(text, tokens: [TextRange(0, text.bytes.count)]).text
  }

  /// Transliterates some tokens of a text, each alone: what one becomes never depends on its neighbours. What stands
  /// between passes through, as do apostrophes inside of tokens unless the scheme reads them as parts of letters. Tokens are read
  /// in NFC.
  ///
  /// - Parameter tokens: ranges of `text.bytes` in order, on scalar boundaries, without overlap.
  public func transliterate(_ text: NormalizedText, tokens: [TextRange]) -> TransliteratedText {
    var result: [UInt8] = []
    var edits: [Alignment.Edit] = []
    var copied = 0
    pool.withHandle { handle in
      for token in tokens {
        precondition(
          copied <= token.lowerBound && token.upperBound <= text.bytes.count,
          "tokens to transliterate are in order and lie in the text")
        result.append(contentsOf: text.bytes[copied..<token.lowerBound])
        let start = result.count
        append(text.bytes[token.lowerBound..<token.upperBound], through: handle, to: &result)
        copied = token.upperBound
        if !result[start...].elementsEqual(text.bytes[token.lowerBound..<token.upperBound]) {
          edits.append(Alignment.Edit(source: token, result: TextRange(start, result.count)))
        }
      }
    }
    result.append(contentsOf: text.bytes[copied...])
    return TransliteratedText(
      source: text, scheme: scheme, bytes: result, alignment: Alignment(edits))
  }

  /// Appends what a token becomes: its parts between apostrophes, each alone.
  private func append(
    _ token: ArraySlice<UInt8>, through handle: TransliteratorHandle, to result: inout [UInt8]
  ) {
    guard token.count <= Self.maximumByteCount else {
      result.append(contentsOf: token)
      return
    }
    var start = token.startIndex
    var index = start
    while index < token.endIndex {
      let length = scheme.readsApostrophes ? 0 : apostropheLength(in: token, at: index)
      if length == 0 {
        index += 1
        continue
      }
      appendPart(token[start..<index], through: handle, to: &result)
      result.append(contentsOf: token[index..<index + length])
      index += length
      start = index
    }
    appendPart(token[start...], through: handle, to: &result)
  }

  private func appendPart(
    _ part: ArraySlice<UInt8>, through handle: TransliteratorHandle, to result: inout [UInt8]
  ) {
    // The rules are written for composed letters.
    if !part.isEmpty { handle.append(CanonicalForm.apply(to: Array(part)).bytes, to: &result) }
  }

  /// The length of an ASCII apostrophe or a single quotation mark (U+2018, U+2019); 0 for anything else.
  private func apostropheLength(in token: ArraySlice<UInt8>, at index: Int) -> Int {
    if token[index] == 0x27 { return 1 }
    guard token[index] == 0xE2, index + 2 < token.endIndex, token[index + 1] == 0x80 else {
      return 0
    }
    return (0x98...0x99).contains(token[index + 2]) ? 3 : 0
  }
}
