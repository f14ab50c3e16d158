import Foundation
import Testing

@testable import DragomanText

/// The levels held against ICU over the whole text at once, and over texts made to break them.
@Suite("Normalization and ICU")
struct NormalizationDifferenceTests {
  /// Letters of each sort that composes, and marks of each class that does.
  private static let letters: [UInt32] =
    Array("aAeEiIıİoOuUcCsSgGnNzZкКиИеЕуУіІаАΑαωאبकग가각ᄀ<=漢".unicodeScalars.map(\.value))
    + [0x1100, 0x1161, 0xAC00, 0x9C7, 0x1025, 0x212B, 0xAD, 0x20]

  private static let marks: [UInt32] = [
    0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x30A, 0x30B, 0x30C, 0x30F, 0x316,
    0x323, 0x327, 0x328, 0x331, 0x338, 0x342, 0x344, 0x345, 0x34F, 0x483, 0x5B7, 0x64B, 0x653,
    0x93C, 0x94D, 0x9BE, 0xE38, 0xE48, 0x102E, 0x1161, 0x11A8, 0x20DD, 0x3099, 0x1D165,
  ]

  @Test("agree on NFC for each letter with one and with two marks")
  func pairs() {
    var lines: [[UInt32]] = []
    for letter in Self.letters {
      for first in Self.marks {
        lines.append([letter, first])
        for second in Self.marks { lines.append([letter, first, second, letter]) }
      }
    }
    check(lines)
  }

  @Test("agree on NFC for random text")
  func random() {
    let texts = SampleTexts.all(random: 1500, salt: 31)
    check(texts.map { $0.unicodeScalars.map(\.value) })
  }

  // Long runs are ordered before ICU sees them, so the witness here is Foundation.
  @Test("agree on NFC for runs of marks, unpaired jamo and other monsters")
  func monsters() {
    for text in Self.monsters + Self.shuffledRuns() {
      let result = Normalizer(level: .canonical).normalize(SourceText(text))
      let expected = text.precomposedStringWithCanonicalMapping
      #expect(result.text.unicodeScalars.elementsEqual(expected.unicodeScalars))
    }
  }

  /// Runs of marks in any order, around the length from which they are ordered first.
  private static func shuffledRuns() -> [String] {
    var generator = SeededGenerator(salt: 32)
    return (0..<300).map { _ in
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let letter = letters.randomElement(using: &generator) ?? 0x61
        let run = (0..<Int.random(in: 0...150, using: &generator)).map { _ in
          marks.randomElement(using: &generator) ?? 0x301
        }
        text.append(contentsOf: ([letter] + run).compactMap(Unicode.Scalar.init))
      }
      return String(text)
    }
  }

  @Test(
    "agree on each code point's NFKC_Casefold where the key takes it over: letters without marks")
  func casefold() {
    var failures: [UInt32] = []
    for scalar in UInt32(0x80)...0x2FFFF where !(0xD800...0xDFFF).contains(scalar) {
      let folded = NormalizationForms.compatibilityCaseFolded([scalar])
      let isTakenOver = folded.allSatisfy { part in
        part < 0x80 ? part != 0x60 : NormalizationForms.foldsToItself(part) && part > 0x250
      }
      guard isTakenOver, folded != [0x259], TypographicForm.change(of: scalar) == nil,
        folded.allSatisfy({ TypographicForm.change(of: $0) == nil && $0 != 0x259 && $0 != 0x1DD })
      else { continue }
      var key: [UInt8] = []
      SearchKeyFolding.append(scalar, to: &key)
      if ScalarDecoding.scalars(in: key, range: 0..<key.count) != folded { failures.append(scalar) }
    }
    #expect(failures.isEmpty, "\(failures.prefix(20).map { String($0, radix: 16) })")
  }

  @Test("end on monsters at every level, with an alignment that covers them")
  func alignments() {
    for text in Self.monsters {
      let source = SourceText(text)
      for level in NormalizationLevel.allCases {
        let result = Normalizer(level: level).normalize(source)
        var last = (source: 0, result: 0)
        for edit in result.alignment.edits {
          #expect(edit.source.lowerBound >= last.source && edit.result.lowerBound >= last.result)
          #expect(
            edit.source.lowerBound - last.source == edit.result.lowerBound - last.result,
            "what lies between edits has one length")
          #expect(
            edit.source.upperBound == source.count
              || source.bytes[edit.source.upperBound] & 0xC0 != 0x80)
          last = (edit.source.upperBound, edit.result.upperBound)
        }
        #expect(source.count - last.source == result.bytes.count - last.result)
      }
    }
  }

  /// Texts that take quadratic loops apart; 100 KB where that is their point.
  private static let monsters: [String] = [
    String(repeating: "\u{301}", count: 50_000),
    "a" + String(repeating: "\u{301}", count: 50_000),
    // In the wrong order all the way.
    "e" + String(repeating: "\u{301}\u{316}", count: 25_000),
    "к" + String(repeating: "\u{483}\u{327}\u{306}", count: 500) + "x",
    String(repeating: "\u{1161}", count: 3000), String(repeating: "\u{11A8}\u{1100}", count: 1500),
    String(repeating: "\u{1100}", count: 3000) + "\u{1161}",
    String(repeating: "Z\u{351}\u{36B}\u{343}\u{32A}\u{302}a\u{303}\u{489}l\u{35F}", count: 300),
    String(repeating: "кaзaх\u{AD}", count: 400), String(repeating: "漢к", count: 2000),
    String(repeating: "İ\u{301}ﬁ", count: 700),
  ]

  /// Compares the canonical form of all lines, as one text, with what ICU makes of each.
  private func check(_ lines: [[UInt32]]) {
    var bytes: [UInt8] = []
    var expected: [UInt8] = []
    for line in lines {
      // A letter of another script is a boundary, and a line feed is one.
      for scalar in line { ScalarDecoding.append(scalar, to: &bytes) }
      for scalar in NormalizationForms.composed(line) {
        ScalarDecoding.append(scalar, to: &expected)
      }
      bytes.append(0x0A)
      expected.append(0x0A)
    }
    let result = CanonicalForm.apply(to: bytes).bytes
    if result == expected { return }
    let found = result.split(separator: 0x0A)
    let wanted = expected.split(separator: 0x0A)
    for (line, (one, other)) in zip(found, wanted).enumerated() where one != other {
      Issue.record("line \(line): \(Array(one)), ICU \(Array(other)); seed \(SeededGenerator.seed)")
      return
    }
  }
}
