import Dragoman
import Foundation

/// A line of `Fixtures/names`: a short text, its language, and its names marked in it.
struct NameSentence: Sendable {
  /// Whether a sentence may be looked at while rules are made.
  enum Split: String, CaseIterable {
    case development = "dev"
    case held
  }

  /// A file of sentences that could not be read.
  struct ReadingError: Error, CustomStringConvertible {
    let description: String
  }

  /// Where the files are.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/names")

  let language: LanguageTag
  let marked: MarkedText
  let split: Split

  /// All sentences of a pattern, in the order of its file.
  static func all(of pattern: String) throws -> [NameSentence] {
    let text = String(
      decoding: try Data(contentsOf: folder.appending(path: "\(pattern).tsv")), as: UTF8.self)
    var sentences: [NameSentence] = []
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let columns = line.components(separatedBy: "\t")
      guard columns.count == 3, let language = LanguageTag(columns[0]),
        let split = Split(rawValue: columns[2])
      else {
        throw ReadingError(
          description:
            "\(pattern).tsv:\(index + 1): not language, marked text, dev or held: \(line)")
      }
      let marked = MarkedText(
        stringLiteral: columns[1].replacingOccurrences(of: "\\n", with: "\n"))
      sentences.append(NameSentence(language: language, marked: marked, split: split))
    }
    return sentences
  }
}
