import Foundation
import Testing

@testable import DragomanText

@Suite("The dictionary splitter")
struct DictionarySplitterTests {
  private let segmenter: WordSegmenter
  private let oracle: WordOracle

  init() throws {
    segmenter = try WordSegmenter()
    oracle = try WordOracle()
    _ = oracle.segments(of: DictionaryGrammar.scripts)
  }

  private static let cases =
    ProcessInfo.processInfo.environment["DRAGOMAN_TEST_CASES"].flatMap { Int($0) } ?? 2000

  @Test("leaves nothing to an ICU of known versions with dictionaries alone")
  func coverage() throws {
    let major = try #require(Int(ICU.version.prefix { $0 != "." }))
    for (index, scalar) in "中กກកက".unicodeScalars.enumerated() {
      let script = DictionaryClasses.linked[scalar.value] & DictionaryClasses.script
      let hasModel =
        DictionaryData(script: ["Hani", "Thai", "Laoo", "Khmr", "Mymr"][index]).form == .unknown
      let isCutHere = (72...78).contains(major) && !hasModel
      #expect(script == (isCutHere ? UInt8(index + 1) : DictionaryClasses.left), "\(scalar)")
    }
  }

  @Test("cuts what is left to ICU as ICU does", arguments: DictionaryScript.allCases)
  func left(script: DictionaryScript) throws {
    var segmenter = segmenter
    segmenter.dictionaries = try DictionarySplitter(leaving: [script])
    var grammar = DictionaryGrammar(salt: 35)
    for _ in 0..<Self.cases / 4 {
      guard check(grammar.text(), segmenter) else { return }
    }
  }

  @Test("cuts random texts of dictionary scripts as ICU does")
  func random() {
    var grammar = DictionaryGrammar(salt: 31)
    for _ in 0..<Self.cases {
      guard check(grammar.text()) else { return }
    }
  }

  @Test(
    "cuts words of a dictionary one behind the other as ICU does",
    arguments: [
      ("Hani", 0x4E00...0x9FFF), ("Thai", 0xE01...0xE4E), ("Laoo", 0xE81...0xECE),
      ("Khmr", 0x1780...0x17D3), ("Mymr", 0x1000...0x109F),
    ] as [(String, ClosedRange<UInt32>)])
  func words(code: String, letters: ClosedRange<UInt32>) {
    var source = DictionaryWords(salt: 32)
    let words = source.words(of: code, in: letters, count: min(20000, 500 + Self.cases / 100))
    guard !words.isEmpty else { return }
    #expect(words.filter { $0.count > 1 }.count > words.count / 5)
    var grammar = DictionaryGrammar(salt: 33)
    for _ in 0..<Self.cases / 4 {
      guard check(grammar.text(of: words)) else { return }
    }
  }

  @Test("cuts long runs as ICU does", arguments: [3000, 30000])
  func longRuns(length: Int) {
    var source = DictionaryWords(salt: 34)
    let scripts: [(String, ClosedRange<UInt32>)] = [
      ("Hani", 0x4E00...0x9FFF), ("Thai", 0xE01...0xE4E), ("Khmr", 0x1780...0x17D3),
    ]
    for (code, letters) in scripts {
      let words = source.words(of: code, in: letters, count: 100)
      guard !words.isEmpty else { continue }
      var text: [Unicode.Scalar] = []
      while text.count < length { text += words[text.count % words.count] }
      #expect(check(text))
    }
    for scalar: Unicode.Scalar in [
      "一", "ア", "ｱ", "ﾞ", "ﻻ", "㌀", "か", "ๆ", "ฯ", "ก", "ា", "က", "𠀀", "가", "゛", "ー",
    ] {
      #expect(check([Unicode.Scalar](repeating: scalar, count: length)))
    }
  }

  private func check(_ text: [Unicode.Scalar], _ other: WordSegmenter? = nil) -> Bool {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: text)
    let expected = oracle.segments(of: text)
    var segments = Tokens()
    (other ?? segmenter).segment(Array(String(string).utf8), into: &segments)
    let isRight = segments.elementsEqual(expected)
    #expect(isRight, "\(text): \(Array(segments)), ICU: \(expected)")
    return isRight
  }
}
