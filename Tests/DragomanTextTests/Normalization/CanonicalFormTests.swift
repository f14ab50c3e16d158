import Testing

@testable import DragomanText

/// Unicode's NormalizationTest.txt, for NFC.
///
/// The columns of all lines are normalized as five texts of one line a case, and the code points as texts of 4,096
/// lines: a line feed is a boundary of NFC, so the cases do not touch, and an unoptimized build takes seconds, not
/// minutes.
@Suite(
  "The canonical form",
  .enabled(if: ICU.unicodeVersion == UnicodeTestFile.version, "the test files are of Unicode 15.0"))
struct CanonicalFormTests {
  private let normalizer = Normalizer(level: .canonical)

  @Test("is the NFC of NormalizationTest.txt for every column")
  func columns() throws {
    let lines = try UnicodeTestFile.lines(of: "NormalizationTest.txt").filter { !$0.hasPrefix("@") }
    #expect(lines.count == 19_074)
    var columns = [[String]](repeating: [], count: 5)
    for line in lines {
      for (index, column) in line.split(separator: ";").prefix(5).enumerated() {
        columns[index].append(Self.text(column))
      }
    }
    let composed = columns.map {
      Self.rows(normalizer.normalize(SourceText($0.joined(separator: "\n"))))
    }
    for row in lines.indices {
      let (second, fourth) = (Array(columns[1][row].utf8), Array(columns[3][row].utf8))
      #expect(
        composed[0][row] == second && composed[1][row] == second && composed[2][row] == second,
        "\(lines[row])")
      #expect(composed[3][row] == fourth && composed[4][row] == fourth, "\(lines[row])")
    }
  }

  @Test("leaves every code point alone that part 1 of NormalizationTest.txt does not list")
  func unlisted() throws {
    var listed: Set<UInt32> = [0x0A]
    var isPart1 = false
    for line in try UnicodeTestFile.lines(of: "NormalizationTest.txt") {
      if line.hasPrefix("@") {
        isPart1 = line.hasPrefix("@Part1")
      } else if isPart1, let scalar = UInt32(line.prefix { $0 != ";" }, radix: 16) {
        listed.insert(scalar)
      }
    }
    #expect(listed.count > 16_000)
    var bytes: [UInt8] = []
    var count = 0
    for value in UInt32(0)...0x10FFFF
    where !listed.contains(value) && !(0xD800...0xDFFF).contains(value) {
      ScalarDecoding.append(value, to: &bytes)
      bytes.append(0x0A)
      count += 1
      if count % 4096 == 0 || value == 0x10FFFF {
        let result = CanonicalForm.apply(to: bytes)
        #expect(
          result.alignment.isIdentity, "a code point up to U+\(String(value, radix: 16)) changed")
        bytes.removeAll(keepingCapacity: true)
      }
    }
  }

  @Test(
    "composes across what stands before and behind",
    arguments: [
      ("e\u{301}", "é"), ("xe\u{301}x", "xéx"), ("I\u{307}stanbul", "İstanbul"), ("и\u{306}", "й"),
      ("a\u{323}\u{302}", "ậ"), ("a\u{302}\u{323}", "ậ"), ("\u{1100}\u{1161}\u{11A8}", "각"),
      ("\u{301}", "\u{301}"), ("\u{344}", "\u{308}\u{301}"), ("\u{212B}", "Å"),
    ])
  func composition(text: String, expected: String) {
    let result = normalizer.normalize(SourceText(text))
    #expect(result.bytes == Array(expected.utf8))
  }

  private static func text(_ column: Substring) -> String {
    var text = String.UnicodeScalarView()
    for code in column.split(separator: " ") {
      if let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) { text.append(scalar) }
    }
    return String(text)
  }

  private static func rows(_ text: NormalizedText) -> [[UInt8]] {
    text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
  }
}
