import Testing

@testable import DragomanText

@Suite("The term builder")
struct TermBuilderTests {
  @Test(
    "cuts words at their marks and folds each piece",
    arguments: [
      ("Türkiye’nin", ["turkiye", "'", "nin"]), ("Türkiye'nin", ["turkiye", "'", "nin"]),
      ("O’Brien-Smith", ["o", "'", "brien", "-", "smith"]), ("U.S.", ["u", ".", "s", "."]),
      ("A. B. Yılmaz", ["a", ".", "b", ".", "yilmaz"]),
      ("T.C.", ["t", ".", "c", "."]), ("ATƏT-in", ["atet", "-", "in"]),
      ("Oʻzbekiston", ["o", "'", "zbekiston"]),
      ("8,500", ["8", ",", "500"]), ("G20", ["g20"]), ("a_b", ["a", "_", "b"]),
      ("Ka\u{AD}zakh\u{200B}", ["kazakh"]),
      ("a \u{AD} b", ["a", "b"]), ("_\u{AD}_", ["_", "_"]), ("«Ана»", ["\"", "ана", "\""]),
      ("Қaзaқ", ["қазақ"]), ("Kазахстан", ["казахстан"]), ("Bладимир", ["владимир"]),
      ("…", ["..."]), ("Straße", ["strasse"]), ("İş", ["is"]), ("", []), (" \n", []),
    ] as [(String, [String])])
  func keys(text: String, expected: [String]) throws {
    #expect(try tokenized(text).keys == expected)
  }

  @Test(
    "says how a term is written",
    arguments: [
      ("Ankara", [.capitalized, .afterSpace, .afterLineBreak]),
      ("ankara", [.afterSpace, .afterLineBreak]),
      ("TİKA", [.capitalized, .allCapitals, .afterSpace, .afterLineBreak]),
      ("KazAID", [.capitalized, .innerCapital, .afterSpace, .afterLineBreak]),
      ("iPhone", [.innerCapital, .afterSpace, .afterLineBreak]),
      ("A", [.capitalized, .singleLetter, .afterSpace, .afterLineBreak]),
      ("G20", [.capitalized, .hasDigit, .afterSpace, .afterLineBreak]),
      ("COP29", [.capitalized, .allCapitals, .hasDigit, .afterSpace, .afterLineBreak]),
      ("2024", [.hasDigit, .afterSpace, .afterLineBreak]),
      ("ҚР", [.capitalized, .allCapitals, .afterSpace, .afterLineBreak]),
      ("I\u{307}stanbul", [.capitalized, .afterSpace, .afterLineBreak]),
      ("漢字", [.afterSpace, .afterLineBreak]),
      ("٣", [.hasDigit, .afterSpace, .afterLineBreak]),
    ] as [(String, Term.Shape)])
  func shape(text: String, expected: Term.Shape) throws {
    #expect(try tokenized(text).shapes == [expected])
  }

  @Test(
    "says what stands before a term",
    arguments: [
      ("a b", [.afterSpace]), ("a\u{A0}b", [.afterSpace]),
      ("a\nb", [.afterSpace, .afterLineBreak]),
      ("a\r\n b", [.afterSpace, .afterLineBreak]), ("a\u{2029}b", [.afterSpace, .afterLineBreak]),
      ("a\u{85}b", [.afterSpace, .afterLineBreak]), ("a \u{200B} b", [.afterSpace]),
    ] as [(String, Term.Shape)])
  func gap(text: String, expected: Term.Shape) throws {
    let shapes = try tokenized(text).shapes
    #expect(shapes.count == 2)
    #expect(shapes.last?.subtracting(.singleLetter) == expected)
  }

  @Test("parts nothing where no white space stands")
  func noGap() throws {
    let shapes = try tokenized("a-b").shapes
    #expect(shapes.map { $0.contains(.afterSpace) } == [true, false, false])
  }

  @Test("gives a piece without letters the kind of a number, a mark that of punctuation")
  func kinds() throws {
    let result = try Tokenizer().tokenize(
      SourceText("G20’nin 1.5 a@x.example €"), language: .turkish)
    #expect(
      result.terms.map(\.kind) == [
        .word, .punctuation, .word, .number, .punctuation, .number, .email, .symbol,
      ])
  }

  private func tokenized(_ text: String) throws -> (keys: [String], shapes: [Term.Shape]) {
    let result = try Tokenizer().tokenize(SourceText(text), language: .turkish)
    return (
      result.terms.indices.map { String(decoding: result.key(ofTerm: $0), as: UTF8.self) },
      result.terms.map(\.shape)
    )
  }
}

@Suite("A plain word")
struct PlainWordTests {
  @Test("has the key and the shape that its scalars have one by one")
  func scalarByScalar() {
    var generator = SeededGenerator(salt: 15)
    var plain = 0
    for _ in 0..<20_000 {
      let text = Self.word(using: &generator) + " 8 bytes "
      let bytes = Array(text.utf8)
      let range = 0..<bytes.count - 9
      guard !range.isEmpty else { continue }
      var key = [UInt8](repeating: 0, count: PlainWord.maximumKeyByteCount)
      var target = key.mutableSpan
      guard let word = PlainWord(bytes.span, range, PlainWord.Tables(), key: &target, at: 0) else {
        continue
      }
      plain += 1
      var builder = TermBuilder(bytes)
      builder.addByScalars(0..<word.end, .word)
      let expected = builder.finish()
      #expect(expected.keys == Array(key[..<word.keyByteCount]), "\(text)")
      #expect(
        expected.terms.map(\.shape) == [word.shape.union([.afterSpace, .afterLineBreak])],
        "\(text)")
      #expect(expected.terms.map { $0.kind == .word } == [word.hasLetter], "\(text)")
      #expect(expected.terms.first?.keyHash == SearchKeyHash.of(expected.keys[...]), "\(text)")
    }
    #expect(plain > 5000)
  }

  @Test("reads every letter below U+0800 as the steps do")
  func everyScalar() throws {
    let tokenizer = try Tokenizer()
    let segmenter = try WordSegmenter()
    for scalar in UInt32(1)..<0x800 {
      var bytes = Array("a1".utf8)
      ScalarDecoding.append(scalar, to: &bytes)
      bytes += Array("Z".utf8)
      let result = tokenizer.terms(of: bytes)
      var builder = TermBuilder(bytes)
      var segments = Tokens()
      segmenter.segment(bytes, into: &segments)
      for segment in segments {
        let range = segment.range.lowerBound..<segment.range.upperBound
        switch segment.kind {
        case .word, .number: builder.addByScalars(range, segment.kind)
        default:
          var single = Tokens()
          single.append(start: range.lowerBound, kind: segment.kind)
          single.finish(at: range.upperBound)
          builder.add(single)
        }
      }
      let expected = builder.finish()
      #expect(result.keys == expected.keys, "U+\(String(scalar, radix: 16))")
      #expect(result.terms.map(\.shape) == expected.terms.map(\.shape))
    }
  }

  private static let alphabets = [
    "abcxyzİIıiğüŞöÇəƏß0159ABCDEqwx\u{AD}é", "бвқҚйёғ0159ЖЗ\u{AD}", "aвc",
  ].map { Array($0.unicodeScalars) }

  private static func word(using generator: inout SeededGenerator) -> String {
    var word = ""
    let letters = alphabets.randomElement(using: &generator) ?? []
    for _ in 0..<Int.random(in: 1...20, using: &generator) {
      let isAny = Int.random(in: 0..<40, using: &generator) == 0
      let scalar =
        isAny
        ? Unicode.Scalar(UInt32.random(in: 0x21..<0x800, using: &generator))
        : letters.randomElement(using: &generator)
      word.unicodeScalars.append(scalar ?? "a")
    }
    return word
  }
}

extension TermBuilder {
  /// Adds a word scalar by scalar.
  fileprivate mutating func addByScalars(_ word: Range<Int>, _ kind: TokenKind) {
    var start = word.lowerBound
    while start < word.upperBound { start = addPieceByScalars(start..<word.upperBound, kind) }
  }
}
