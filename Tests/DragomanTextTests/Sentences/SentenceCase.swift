import Foundation

@testable import DragomanText

/// A line of `Fixtures/sentences`: a text and where its sentences end.
struct SentenceCase: Sendable {
  let language: LanguageTag
  /// `dev`, or `held-out` for those that rules are not made for.
  let split: String
  /// The text with `|` at the end of each sentence but the last.
  let marked: String

  /// All cases of a language.
  static func all(of code: String) throws -> [SentenceCase] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let url = root.appending(path: "Fixtures/sentences/\(code).txt")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    guard let language = LanguageTag(code) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let columns = line.split(separator: "\t")
      guard columns.count == 3, !line.hasPrefix("#") else { return nil }
      return SentenceCase(
        language: language, split: String(columns[0]),
        marked: columns[2].replacingOccurrences(of: "\\n", with: "\n"))
    }
  }

  var text: String { marked.filter { $0 != "|" } }

  /// The ends inside the text as numbers of scalars before them that are no white space.
  var ends: Set<Int> {
    var count = 0
    var result: Set<Int> = []
    for scalar in marked.unicodeScalars {
      if scalar == "|" {
        result.insert(count)
      } else if !scalar.properties.isWhitespace {
        count += 1
      }
    }
    return result
  }

  /// The ends that a tokenizer finds, counted in the same way.
  func ends(foundBy tokenizer: Tokenizer) -> Set<Int> {
    let source = SourceText(text)
    let result = tokenizer.tokenize(source, language: language)
    let sentences = result.sentences.map(result.sourceRange(of:))
    return Set(
      sentences.dropLast().map { sentence in
        source.text(in: TextRange(0, sentence.upperBound)).unicodeScalars
          .count { !$0.properties.isWhitespace }
      })
  }
}
