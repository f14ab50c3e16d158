import DragomanText
import Testing

@testable import DragomanLexicon

/// The automaton against a search that tries every alias at every place.
@Suite("The lexicon matcher")
struct LexiconMatcherTests {
  private struct Found: Hashable, Comparable, CustomStringConvertible {
    let start: Int
    let end: Int
    let entry: UInt32
    var description: String { "\(start)..<\(end) #\(entry)" }
    static func < (left: Found, right: Found) -> Bool {
      (left.start, left.end, left.entry) < (right.start, right.end, right.entry)
    }
  }

  private struct CutEnding {
    let suffix: String
    let replacement: String
    let isEach: Bool
  }

  private static let endings = [
    CutEnding(suffix: "da", replacement: "", isEach: false),
    CutEnding(suffix: "a", replacement: "", isEach: false),
    CutEnding(suffix: "ом", replacement: "", isEach: true),
    CutEnding(suffix: "ой", replacement: "ая", isEach: true),
  ]

  private static let words = [
    "Ana", "anada", "bel", "Belda", "beldada", "Кара", "карой", "караая", "Ёлка", "ёлкаом", "елка",
    "G20", "7", "o'x", "-", ".", "'",
    "ab", "Şehir", "sehirda", "и", "де",
  ]

  @Test("finds what a naive search finds, on random names and texts")
  func naive() throws {
    var generator = SeededGenerator(salt: 2)
    let endingLines = Self.endings.map {
      "*\t\($0.suffix)\t\($0.replacement)\t\($0.isEach ? "each" : "last")"
    }
    for _ in 0..<12 {
      let names = (0..<40).map { _ in Self.phrase(1...4, using: &generator) }
      let terms = (0..<10).map { _ in
        Self.phrase(1...2, using: &generator) + (Bool.random(using: &generator) ? "*" : "")
      }
      let fixture = try LexiconFixture([
        [
          ("a.entities.tsv", names.map { "place\t\($0)\n" }.joined()),
          ("b.topics.tsv", "topic\ta:b\tc\n" + terms.map { "*\t1\t\($0)\n" }.joined()),
          ("c.endings.tsv", endingLines.joined(separator: "\n")),
        ]
      ])
      let aliases =
        names.enumerated().flatMap {
          alias(UInt32($0.offset), $0.element, isPrefix: false, fixture)
        }
        + terms.flatMap { term in
          let isPrefix = term.hasSuffix("*")
          return alias(
            UInt32(names.count), isPrefix ? String(term.dropLast()) : term, isPrefix: isPrefix,
            fixture)
        }
      for _ in 0..<15 {
        let plain = Self.phrase(0...40, using: &generator)
        let text = fixture.tokenizer.tokenize(SourceText(plain), language: .turkish)
        let comment: Comment = "seed \(SeededGenerator.seed): \(plain)"
        let matches = fixture.stack.matches(in: text).matches
        let found = matches.flatMap { match -> [Found] in
          var result: [Found] = []
          fixture.stack.lexicons[0].trie.forEachPosting(from: match.firstPosting) { posting in
            result.append(
              Found(
                start: match.terms.lowerBound, end: match.terms.upperBound,
                entry: posting.entry.rawValue))
          }
          return result
        }
        #expect(Set(found).sorted() == search(aliases, in: text).sorted(), comment)
        let order = matches.map { [$0.terms.lowerBound, $0.terms.upperBound] }
        #expect(
          zip(order, order.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) }, comment)
        #expect(Set(matches).count == matches.count, "a match stands twice; \(comment)")
      }
    }
  }

  private struct Alias {
    let entry: UInt32
    let keys: [String]
    let isPrefix: Bool
  }

  /// The keys of an alias, and those with е for ё.
  private func alias(_ entry: UInt32, _ name: String, isPrefix: Bool, _ fixture: LexiconFixture)
    -> [Alias]
  {
    let cut = fixture.tokenizer.terms(of: Array(name.utf8))
    let keys = cut.terms.map { String(decoding: cut.keys[$0.keyRange], as: UTF8.self) }
    if keys.isEmpty { return [] }
    let plain = keys.map {
      $0.split(separator: "ё", omittingEmptySubsequences: false).joined(separator: "е")
    }
    return [
      Alias(entry: entry, keys: keys, isPrefix: isPrefix),
      Alias(entry: entry, keys: plain, isPrefix: isPrefix),
    ]
  }

  private func search(_ aliases: [Alias], in text: TokenizedText) -> Set<Found> {
    var result: Set<Found> = []
    for alias in aliases {
      for start in text.terms.indices where start + alias.keys.count <= text.terms.count {
        let isFound = alias.keys.indices.allSatisfy { index in
          let isLast = index == alias.keys.count - 1
          let key = String(decoding: text.key(ofTerm: start + index), as: UTF8.self)
          let isWord = text.terms[start + index].kind == .word
          if isLast, alias.isPrefix {
            return isWord && alias.keys[index].utf8.count >= 2
              && key.utf8.starts(with: alias.keys[index].utf8)
          }
          return key == alias.keys[index]
            || isWord && forms(of: key, isLast: isLast).contains(alias.keys[index])
        }
        if isFound {
          result.insert(Found(start: start, end: start + alias.keys.count, entry: alias.entry))
        }
      }
    }
    return result
  }

  private func forms(of key: String, isLast: Bool) -> [String] {
    Self.endings.compactMap { ending in
      guard isLast || ending.isEach, key.hasSuffix(ending.suffix) else { return nil }
      let stem = key.dropLast(ending.suffix.count)
      return stem.count >= 3 ? stem + ending.replacement : nil
    }
  }

  private static func phrase(_ count: ClosedRange<Int>, using generator: inout SeededGenerator)
    -> String
  {
    (0..<Int.random(in: count, using: &generator))
      .map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
  }
}
