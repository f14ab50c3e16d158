import Testing

@testable import DragomanText

/// What a stream or a tokenizer found in a text, in offsets of the whole.
struct StreamedText: Equatable {
  struct Piece: Equatable {
    let range: Range<Int>
    let kind: TokenKind
    var shape: Term.Shape = []
    var key: [UInt8] = []
    var hash: UInt64 = 0
  }

  var tokens: [Piece] = []
  var terms: [Piece] = []
  var sentences: [Range<Int>] = []
  var language = LanguageTag.undetermined
  var margin: Double?
  var replacements = 0

  /// How a text comes in pieces.
  enum Cutting {
    case whole
    case singleBytes
    case random(SeededGenerator)
  }

  /// Streams bytes; gives the ends of the portions, too.
  static func stream(
    _ bytes: [UInt8], _ cutting: Cutting, language: LanguageTag? = nil, tokenizer: Tokenizer,
    limit: Int, minimum: Int? = nil
  ) -> (found: StreamedText, ends: [Int]) {
    var stream = TokenStream(
      tokenizer, language: language, limit: limit, minimum: minimum ?? limit / 16)
    var found = StreamedText()
    var ends: [Int] = []
    let take: (TokenStream.Portion) -> Void = { portion in
      #expect(portion.offset == ends.last ?? 0)
      #expect(portion.text.text.bytes.count <= limit)
      ends.append(portion.offset + portion.text.text.bytes.count)
      found.add(portion.text, at: portion)
    }
    switch cutting {
    case .whole: stream.append(bytes, take)
    case .singleBytes: for byte in bytes { stream.append([byte], take) }
    case .random(var generator):
      var start = 0
      while start < bytes.count {
        let most = [1, 3, 64, 5000, 100_000].randomElement(using: &generator) ?? 1
        let end = min(bytes.count, start + Int.random(in: 0...most, using: &generator))
        stream.append(bytes[start..<end], take)
        start = end
      }
    }
    stream.finish(take)
    found.replacements = stream.replacements
    #expect(stream.offset == ends.last ?? 0)
    return (found, ends)
  }

  /// Tokenizes bytes in one go.
  static func whole(
    _ bytes: [UInt8], language: LanguageTag? = nil, tokenizer: Tokenizer
  ) throws -> (found: StreamedText, source: SourceText) {
    let source = try SourceText(decoding: bytes, charset: "UTF-8")
    let text = tokenizer.tokenize(NormalizedText(unchanged: source), language: language)
    var found = StreamedText()
    found.add(text, at: nil)
    found.replacements = source.decoding.replacements
    return (found, source)
  }

  private mutating func add(_ text: TokenizedText, at portion: TokenStream.Portion?) {
    func place(_ range: TextRange) -> Range<Int> {
      portion?.range(of: range) ?? range.lowerBound..<range.upperBound
    }
    tokens += text.tokens.map { Piece(range: place($0.range), kind: $0.kind) }
    terms += text.terms.indices.map { index in
      let term = text.terms[index]
      return Piece(
        range: place(TextRange(term.lowerBound, term.upperBound)), kind: term.kind,
        shape: term.shape, key: Array(text.key(ofTerm: index)), hash: term.keyHash)
    }
    sentences += text.sentences.map(place)
    language = text.language
    margin = text.languageMargin
  }
}
