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

  @Test("cuts random texts of dictionary scripts as ICU does")
  func random() {
    var grammar = DictionaryGrammar(salt: 31)
    for _ in 0..<Self.cases {
      guard check(grammar.text()) else { return }
    }
  }

  private func check(_ text: [Unicode.Scalar]) -> Bool {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: text)
    let expected = oracle.segments(of: text)
    var segments = WordSegments()
    segmenter.segment(Array(String(string).utf8), into: &segments)
    let isRight = segments.elementsEqual(expected)
    #expect(isRight, "\(text): \(Array(segments)), ICU: \(expected)")
    return isRight
  }
}
