import Foundation

/// A test file of the Unicode Character Database, as it stands in `Fixtures/unicode`.
enum UnicodeTestFile {
  /// The version that the files are of.
  static let version = "15.0"

  /// The lines of a file without comments and blank ones.
  static func lines(of name: String) throws -> [Substring] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let url = root.appending(path: "Fixtures/unicode/\(name)")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      let body = line.prefix { $0 != "#" }
      return body.allSatisfy(\.isWhitespace) ? nil : body
    }
  }
}

/// A line of a boundary test file: scalars with `÷` where the text may be cut and `×` where it may not.
struct BoundaryCase: CustomStringConvertible {
  let scalars: [UInt32]
  /// The boundaries as numbers of scalars, the start left out.
  let boundaries: [Int]

  init(scalars: [UInt32], boundaries: [Int]) {
    self.scalars = scalars
    self.boundaries = boundaries
  }

  init(line: Substring) {
    var scalars: [UInt32] = []
    var boundaries: [Int] = []
    for word in line.split(whereSeparator: \.isWhitespace) {
      switch word {
      case "÷": if !scalars.isEmpty { boundaries.append(scalars.count) }
      case "×": break
      default: scalars.append(UInt32(word, radix: 16) ?? 0)
      }
    }
    self.init(scalars: scalars, boundaries: boundaries)
  }

  static func all(in name: String) throws -> [BoundaryCase] {
    try UnicodeTestFile.lines(of: name).map(BoundaryCase.init(line:))
  }

  var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return String(text)
  }

  /// The same text with other boundaries, given as byte offsets.
  func cut(atBytes ends: [Int]) -> BoundaryCase {
    var offset = 0
    var boundaries: [Int] = []
    for (index, scalar) in text.unicodeScalars.enumerated() {
      offset += String(scalar).utf8.count
      if ends.contains(offset) { boundaries.append(index + 1) }
    }
    return BoundaryCase(scalars: scalars, boundaries: boundaries)
  }

  /// The case as the file writes it.
  var description: String {
    var result = "÷"
    for (index, scalar) in scalars.enumerated() {
      let digits = String(scalar, radix: 16, uppercase: true)
      result += " " + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      result += boundaries.contains(index + 1) ? " ÷" : " ×"
    }
    return result
  }
}
