import Foundation
import Testing

@testable import DragomanText

@Suite("The sentence segmenter")
struct SentenceSegmenterTests {
  private let segmenter: SentenceSegmenter
  private let oracle: SentenceOracle

  init() throws {
    segmenter = try SentenceSegmenter()
    oracle = try SentenceOracle()
  }

  private static let fewCases = 2000
  /// How many random texts are tried: `DRAGOMAN_TEST_CASES` asks for more.
  private static let cases =
    ProcessInfo.processInfo.environment["DRAGOMAN_TEST_CASES"].flatMap { Int($0) } ?? fewCases

  @Test(
    "cuts where SentenceBreakTest.txt does",
    .enabled(
      if: ICU.unicodeVersion == UnicodeTestFile.version, "the test file is of Unicode 15.0"))
  func standardFile() throws {
    let cases = try BoundaryCase.all(in: "SentenceBreakTest.txt")
    #expect(cases.count == 502)
    for expected in cases {
      let found = expected.cut(atBytes: Array(segmenter.ends(of: Array(expected.text.utf8))))
      #expect(found.description == expected.description)
    }
  }

  @Test("jumps over what lies between stops, so it reads the linked ICU's rules as they are meant")
  func jumps() { #expect(segmenter.quietText.hasCalmStates) }

  @Test("cuts as ICU does without jumps, too: rules that are unlike those of sentences allow none")
  func steps() throws {
    let quietText = QuietText(try RuleAutomaton(.words(.icu)))
    #expect(!quietText.hasCalmStates)
    let segmenter = SentenceSegmenter(automaton: segmenter.automaton, quietText: quietText)
    var grammar = BoundaryGrammar(salt: 33, classes: SentenceOracle.classes)
    for _ in 0..<Self.cases / 10 {
      guard check(grammar.text(), segmenter) else { return }
    }
  }

  @Test("finds nothing in an empty text")
  func empty() { #expect(Array(segmenter.ends(of: [])).isEmpty) }

  @Test("cuts random texts of boundary characters as ICU does")
  func random() {
    var grammar = BoundaryGrammar(salt: 31, classes: SentenceOracle.classes)
    for _ in 0..<Self.cases {
      guard check(grammar.text()) else { return }
    }
  }

  @Test("cuts long random texts as ICU does")
  func long() {
    var grammar = BoundaryGrammar(salt: 32, classes: SentenceOracle.classes)
    for _ in 0..<max(20, Self.cases / 100) {
      var text: [Unicode.Scalar] = []
      while text.count < 6000 { text += grammar.text() }
      guard check(text) else { return }
    }
  }

  @Test("cuts every code point alone, between letters and around stops as ICU does")
  func everyCodePoint() {
    for first in stride(from: UInt32(0), to: 0x110000, by: 64) {
      // What is alike for thousands of code points is tried at some, unless more cases are asked for.
      let isAlike = (0x3400..<0xD800).contains(first) || first >= 0x20000
      let step = isAlike && Self.cases <= Self.fewCases ? 61 : 1
      var text: [Unicode.Scalar] = []
      for value in stride(from: first, to: first + 64, by: step) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        guard Self.cases <= Self.fewCases || check([scalar]) else { return }
        text += ["a", scalar, "b", "\n", scalar, ".", "A", "\n", ".", scalar, " ", "a", "\n"]
        text += [".", " ", scalar, "A", "\n", "a", ".", scalar, "A", "\n", scalar, "\n"]
      }
      guard check(text) else { return }
    }
  }

  @Test("cuts every pair and triple of classes as ICU does, and with a letter before and behind")
  func triples() {
    let classes = SentenceOracle.classes.map { $0[0] }
    for first in classes {
      for second in classes {
        guard check([first, second]) else { return }
        for third in classes {
          guard check([first, second, third]) else { return }
          guard check(["a", first, second, third, "a"]) else { return }
        }
      }
    }
  }

  @Test("cuts every row of four classes as ICU does, in lines")
  func rowsOfFour() {
    let classes = SentenceOracle.classes.map { $0[0] }
    for first in classes {
      for second in classes {
        var text: [Unicode.Scalar] = []
        for third in classes {
          // One in eight, unless more cases are asked for.
          let step = Self.cases <= Self.fewCases ? 8 : 1
          let offset = Int((second.value &+ third.value) % UInt32(step))
          for index in stride(from: offset, to: classes.count, by: step) {
            text += [first, second, third, classes[index], "A", "\u{2029}"]
          }
        }
        guard check(text) else { return }
      }
    }
  }

  @Test("cuts at the ends of blocks as ICU does", arguments: ["漢", "é", "\u{301}", "e", " ", "😀"])
  func blockEnds(filler: Unicode.Scalar) {
    let tails = ["! A", ".\u{301}b", "\u{85}", "\u{2028}a", "。", "\r\n", "\u{6D4} A", "A.\u{AD}B"]
    for count in 0..<140 {
      for tail in tails {
        let lead = [Unicode.Scalar](repeating: filler, count: count)
        guard check(lead + tail.unicodeScalars) else { return }
        guard check(["a"] + lead + tail.unicodeScalars + lead + tail.unicodeScalars) else { return }
      }
    }
  }

  @Test(
    "reads no stretch again and again: runs of what keeps ends open",
    arguments: [
      ("a. ", "1 "), ("a.) ", "1) "), ("", "a. 1 1 1 "), ("", "a. 1"), ("", "a."), ("", "A."),
      ("", "."), ("a", "!"), ("a.", " "), ("a. ", " "), ("a.", ")"), ("a.\"", "\""),
      (".", "\u{AD}"),
      ("a", "\u{301}"), ("a.", "\u{301}"), ("", ".\u{301}"), ("", "\n"), ("", "\r\n"), ("a!", ","),
      ("", "!,"), ("", ". "), ("", ".) "), ("a. ", "😀"), ("", "漢。"), ("", "€"), ("", "/"),
    ] as [(String, String)])
  func linear(lead: String, piece: String) {
    let text = Array((lead + String(repeating: piece, count: 20_000) + "b").unicodeScalars)
    let duration = ContinuousClock().measure { check(text) }
    // Some milliseconds in a release build; minutes if it were quadratic.
    #expect(duration < .seconds(5))
  }

  /// Whether the segmenter agrees with ICU.
  @discardableResult
  private func check(_ text: [Unicode.Scalar], _ other: SentenceSegmenter? = nil) -> Bool {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: text)
    let found = Array((other ?? segmenter).ends(of: Array(String(string).utf8)))
    let expected = oracle.ends(of: text)
    let isRight = found == expected
    #expect(isRight, "\(SampleTexts.shown(String(string))): \(found), ICU: \(expected)")
    return isRight
  }
}
