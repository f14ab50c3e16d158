import Dragoman
import Foundation
import Testing

/// Holds what was measured on `Fixtures/names` with the default lexicon; `Fixtures/score_names.py` prints what is wrong.
///
/// `DRAGOMAN_UPDATE_GOLDEN=1 swift test --filter NameSentencesTests` writes `Fixtures/names/expected.tsv` anew. It is a
/// ratchet: numbers go up; one that goes down needs a reason in the commit.
@Suite("The sentences with names")
struct NameSentencesTests {
  /// How many sentences of a file and a split there are, and how many are wholly right.
  private struct Count: Equatable {
    var sentences = 0
    var right = 0
  }

  private typealias Counts = [NameSentence.Split: Count]

  private static let expectedFile = NameSentence.folder.appending(path: "expected.tsv")

  /// The files, by what they are about.
  private static let patterns: [String] = {
    let folder = NameSentence.folder.path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".tsv") && $0 != expectedFile.lastPathComponent }
      .map { String($0.dropLast(4)) }.sorted()
  }()

  /// What was recorded; measured and recorded first if that is asked for.
  private static let expected = Result<[String: Counts], any Error> {
    if ProcessInfo.processInfo.environment["DRAGOMAN_UPDATE_GOLDEN"] == "1" { try record() }
    return try recorded()
  }

  @Test("are at least 400, in five languages, a quarter of each file and more held")
  func complete() throws {
    var languages: [LanguageTag: Int] = [:]
    for pattern in Self.patterns {
      let sentences = try NameSentence.all(of: pattern)
      for sentence in sentences { languages[sentence.language, default: 0] += 1 }
      let held = Double(sentences.count { $0.split == .held })
      let count = Double(sentences.count)
      #expect((count / 4 - 1...count * 2 / 5).contains(held), "\(pattern)")
    }
    #expect(languages.count == 5)
    #expect(languages.values.allSatisfy { $0 >= 50 }, "\(languages)")
    #expect(languages.values.reduce(0, +) >= 400)
  }

  @Test("are all recorded")
  func allRecorded() throws {
    #expect(try Self.expected.get().keys.sorted() == Self.patterns)
  }

  @Test("are not less often right than was recorded", arguments: patterns)
  func ratchet(pattern: String) throws {
    let expected = try #require(try Self.expected.get()[pattern])
    let found = try Self.counts(of: pattern)
    for split in NameSentence.Split.allCases {
      let expected = expected[split] ?? Count()
      let found = found[split] ?? Count()
      #expect(found.sentences == expected.sentences, "\(pattern), \(split.rawValue)")
      #expect(found.right >= expected.right, "\(pattern), \(split.rawValue)")
    }
  }

  /// Tags the sentences of a file.
  private static func counts(of pattern: String) throws -> Counts {
    var counts: Counts = [:]
    for sentence in try NameSentence.all(of: pattern) {
      let found = try TaggingFixture.marked(sentence.marked, sentence.language)
      counts[sentence.split, default: Count()].sentences += 1
      if found == sentence.marked { counts[sentence.split, default: Count()].right += 1 }
    }
    return counts
  }

  /// Writes what is found now.
  private static func record() throws {
    var text = "# file, dev sentences, those wholly right, held sentences, those wholly right\n"
    for pattern in patterns {
      let counts = try counts(of: pattern)
      let numbers = NameSentence.Split.allCases.flatMap { split in
        let count = counts[split] ?? Count()
        return [count.sentences, count.right]
      }
      text += ([pattern] + numbers.map(String.init)).joined(separator: "\t") + "\n"
    }
    try Data(text.utf8).write(to: expectedFile)
  }

  /// Reads what was recorded.
  private static func recorded() throws -> [String: Counts] {
    let text = String(decoding: try Data(contentsOf: expectedFile), as: UTF8.self)
    var result: [String: Counts] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t")
      let numbers = columns.dropFirst().compactMap { Int($0) }
      guard columns.count == 5, numbers.count == 4 else {
        throw NameSentence.ReadingError(
          description: "expected.tsv: not a file and four numbers: \(line)")
      }
      result[String(columns[0])] = [
        .development: Count(sentences: numbers[0], right: numbers[1]),
        .held: Count(sentences: numbers[2], right: numbers[3]),
      ]
    }
    return result
  }
}
