import Testing

@testable import DragomanText

@Suite("A tokenizer")
struct TokenizerTests {
  private let tokenizer: Tokenizer

  init() throws { tokenizer = try Tokenizer() }

  @Test("gives tokens that cover the text, in order, on scalar boundaries")
  func coverage() {
    for text in SampleTexts.all(random: 1500, salt: 10) {
      let result = tokenizer.tokenize(
        NormalizedText(unchanged: SourceText(text)), language: .turkish)
      let bytes = result.text.bytes
      var end = 0
      for token in result.tokens {
        guard token.range.lowerBound == end, !token.range.isEmpty,
          isBoundary(token.range.upperBound, bytes)
        else {
          Issue.record("\(token.range) after \(end): \(SampleTexts.shown(text))")
          break
        }
        end = token.range.upperBound
      }
      #expect(end == bytes.count, "\(SampleTexts.shown(text))")
    }
  }

  @Test("gives terms that rise, do not overlap and have a key")
  func terms() {
    for text in SampleTexts.all(random: 1500, salt: 11) {
      let result = tokenizer.tokenize(SourceText(text), language: .turkish)
      let bytes = result.text.bytes
      var end = 0
      var keyEnd = 0
      for term in result.terms {
        let isAddress = [.url, .email, .hashtag, .handle].contains(term.kind)
        guard term.lowerBound >= end, term.upperBound > term.lowerBound,
          term.upperBound <= bytes.count,
          isBoundary(term.lowerBound, bytes), isBoundary(term.upperBound, bytes),
          term.keyRange.lowerBound >= keyEnd,
          term.keyRange.upperBound <= result.keys.count, term.keyRange.isEmpty == isAddress
        else {
          Issue.record("\(term): \(SampleTexts.shown(text))")
          break
        }
        end = term.upperBound
        keyEnd = term.keyRange.upperBound
      }
      #expect(String(validating: result.keys, as: UTF8.self) != nil, "\(SampleTexts.shown(text))")
    }
  }

  @Test("gives sentences that rise, do not overlap and leave out only white space")
  func sentences() {
    for (index, text) in SampleTexts.all(random: 1000, salt: 12).enumerated() {
      let language: LanguageTag = [.english, .turkish, .russian, .kazakh][index % 4]
      let result = tokenizer.tokenize(SourceText(text), language: language)
      var end = 0
      var isRight = true
      for sentence in result.sentences {
        isRight =
          isRight && sentence.lowerBound >= end && !sentence.isEmpty
          && isWhiteSpace(result.text.bytes[end..<max(end, sentence.lowerBound)])
        end = sentence.upperBound
      }
      #expect(isRight && isWhiteSpace(result.text.bytes[end...]), "\(SampleTexts.shown(text))")
    }
  }

  @Test("gives the same twice, and from eight tasks")
  func determinism() async {
    let texts = SampleTexts.all(random: 60, salt: 13)
    let tokenizer = tokenizer
    let run: @Sendable () -> [String] = {
      texts.map { Self.shown(tokenizer.tokenize(SourceText($0))) }
    }
    let expected = run()
    #expect(run() == expected)
    await withTaskGroup(of: [String].self) { group in
      for _ in 0..<8 { group.addTask { run() } }
      for await found in group { #expect(found == expected, "seed \(SeededGenerator.seed)") }
    }
  }

  @Test("gives the same in memory that held another text")
  func reuse() {
    var result = TokenizedText()
    for text in SampleTexts.all(random: 300, salt: 14) {
      tokenizer.tokenize(SourceText(text), into: &result)
      let fresh = tokenizer.tokenize(SourceText(text))
      #expect(Self.shown(result) == Self.shown(fresh), "\(SampleTexts.shown(text))")
    }
  }

  private static func shown(_ text: TokenizedText) -> String {
    "\(Array(text.tokens)) \(text.terms) \(text.keys) \(text.sentences) \(text.language)"
  }

  @Test("gives the same keys for the composed and the decomposed text")
  func forms() {
    let texts = [
      "İstanbul’da Şırnak ve Iğdır", "Қазақстан ұлттық й ў ё университетінің",
      "Zürich, São Paulo, Łódź, Ångström",
      "Việt Nam", "Ǻ ậ ế",
    ]
    for text in texts {
      let scalars = text.unicodeScalars.map(\.value)
      let composed = tokenizer.tokenize(SourceText(string(NormalizationForms.composed(scalars))))
      let decomposed = tokenizer.tokenize(
        SourceText(string(NormalizationForms.decomposed(scalars))))
      #expect(composed.keys == decomposed.keys)
      #expect(composed.terms.map(\.shape) == decomposed.terms.map(\.shape))
    }
  }

  @Test(
    "gives the kind of each token",
    arguments: [
      ("Türkiye’nin", [.word]), ("8,500 3.5", [.number, .space, .number]), ("G20", [.word]),
      ("a-b", [.word, .punctuation, .word]),
      ("€5", [.symbol, .number]), ("👨‍👩‍👧", [.symbol]), ("\u{0}", [.symbol]), ("\r\n", [.space]),
      ("\u{2028}", [.space]),
      ("½", [.number]), ("漢字", [.word]), ("ไทย", [.word]), ("…", [.punctuation]),
      ("U.S.", [.word, .punctuation]),
    ] as [(String, [TokenKind])])
  func kinds(text: String, expected: [TokenKind]) {
    #expect(tokenizer.tokenize(SourceText(text), language: .english).tokens.map(\.kind) == expected)
  }

  @Test("reads a text of one long word, and of many line feeds")
  func long() {
    let word = String(repeating: "ü", count: 20_000)
    let result = tokenizer.tokenize(SourceText(word))
    #expect(result.tokens.count == 1)
    #expect(result.terms.allSatisfy { $0.upperBound - $0.lowerBound <= 4096 })
    #expect(result.terms.last?.upperBound == 40_000)
    #expect(result.keys.count == 20_000)
    #expect(tokenizer.tokenize(SourceText(String(repeating: "\n", count: 5000))).terms.isEmpty)
    #expect(tokenizer.tokenize(SourceText("")).sentences.isEmpty)
  }

  private func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  private func isWhiteSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  private func string(_ scalars: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return String(text)
  }
}
