import CBlocks
import Foundation
import Testing

@testable import DragomanText

@Suite("The word segmenter")
struct WordSegmenterTests {
  private static let levels = WordSegmenter.Level.allCases.filter(\.isAvailable)
  private let segmenters: [WordSegmenter]
  private let standards: [WordSegmenter]
  private let oracle: WordOracle

  init() throws {
    segmenters = try Self.levels.map { try WordSegmenter(profile: .icu, level: $0) }
    standards = try Self.levels.map { try WordSegmenter(profile: .uax29, level: $0) }
    oracle = try WordOracle()
  }

  private static let fewCases = 2000
  /// How many random texts are tried: `DRAGOMAN_TEST_CASES` asks for more.
  private static let cases =
    ProcessInfo.processInfo.environment["DRAGOMAN_TEST_CASES"].flatMap { Int($0) } ?? fewCases

  @Test("cuts random texts of boundary characters as ICU does, at every level")
  func random() {
    var grammar = BoundaryGrammar(salt: 29)
    for _ in 0..<Self.cases {
      guard check(grammar.text()) else { return }
    }
  }

  @Test("cuts every code point alone, between letters and between digits as ICU does")
  func everyCodePoint() {
    for first in stride(from: UInt32(0), to: 0x110000, by: 64) {
      // What is alike for thousands of code points is tried at some, unless more cases are asked for.
      let isAlike = (0x3400..<0xD800).contains(first) || first >= 0x20000
      let step = isAlike && Self.cases <= Self.fewCases ? 61 : 1
      var text: [Unicode.Scalar] = []
      for value in stride(from: first, to: first + 64, by: step) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        text += ["a", scalar, "b", " ", scalar, "1", scalar, "2", "\n", scalar, "\n"]
      }
      guard check(text) else { return }
    }
  }

  @Test("cuts every pair and triple of boundary classes as ICU does")
  func triples() {
    let classes = BoundaryGrammar.classes.map { $0[0] }
    for first in classes {
      for second in classes {
        // One in eight triples, unless more cases are asked for.
        let step = Self.cases <= Self.fewCases ? 8 : 1
        let offset = Int((first.value &+ second.value) % UInt32(step))
        for third in classes[offset...].enumerated().filter({ $0.offset % step == 0 }).map(
          \.element)
        {
          guard check([first, second, third, first]) else { return }
        }
      }
    }
  }

  @Test(
    "cuts at the ends of blocks and chunks as ICU does", arguments: [63, 64, 65, 2047, 2048, 2050])
  func blockEnds(length: Int) {
    let sentence = Array(
      "O’Neil’in 3.5 milyon “dolarlık” U.S. yatırımı, Қазақстан’да… ".unicodeScalars)
    for offset in 0..<130 {
      let padding = [Unicode.Scalar](repeating: "x", count: offset)
      var text = padding
      while text.count < length { text += sentence }
      guard check(text) else { return }
      guard check(Array(text.prefix(length))) else { return }
    }
  }

  @Test("cuts prose of many scripts as ICU does")
  func scripts() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Fixtures/scripts").standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count == 12)
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      // Whole, and line by line: each starts at another place of its block.
      for part in [text[...]] + text.split(separator: "\n") {
        guard check(Array(part.unicodeScalars)) else { return }
      }
    }
  }

  @Test("numbers its rows as the kernels do")
  func rows() {
    #expect(MaskRows.Row.special.rawValue + 1 == Int(CBLOCKS_ROW_COUNT))
    #expect(MaskRows.Row.hard.rawValue == Int(CBLOCKS_ROW_HARD))
  }

  @Test("cuts long random texts as ICU does")
  func long() {
    var grammar = BoundaryGrammar(salt: 30)
    for _ in 0..<max(20, Self.cases / 100) {
      var text: [Unicode.Scalar] = []
      while text.count < 6000 { text += grammar.text() }
      guard check(text) else { return }
    }
  }

  @Test("cuts by the standard where WordBreakTest.txt does")
  func standardFile() throws {
    for expected in try BoundaryCase.all(in: "WordBreakTest.txt") {
      for segmenter in standards {
        var segments = Tokens()
        segmenter.segment(Array(expected.text.utf8), into: &segments)
        let found = expected.cut(atBytes: segments.map(\.range.upperBound))
        #expect(found.description == expected.description)
      }
    }
  }

  /// Whether all levels agree with ICU, and with the automaton alone for the standard's rules.
  private func check(_ text: [Unicode.Scalar]) -> Bool {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: text)
    let bytes = Array(String(string).utf8)
    let expected = oracle.segments(of: text)
    let standard = WordOracle.segments(of: bytes, standards[0].automaton)
    for (level, segmenter) in segmenters.enumerated() {
      var segments = Tokens()
      segmenter.segment(bytes, into: &segments)
      let isRight = segments.elementsEqual(expected)
      #expect(isRight, "\(Self.levels[level]) on \(text): \(Array(segments)), ICU: \(expected)")
      standards[level].segment(bytes, into: &segments)
      let isStandard = segments.elementsEqual(standard)
      #expect(isStandard, "\(Self.levels[level]) by the standard on \(text)")
      if !isRight || !isStandard { return false }
    }
    return true
  }
}
