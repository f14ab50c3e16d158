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
