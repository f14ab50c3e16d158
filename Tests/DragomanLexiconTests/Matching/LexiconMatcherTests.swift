import DragomanText
import Foundation
import Testing

@testable import DragomanLexicon

/// The automaton against a search that tries every alias at every place.
@Suite("The lexicon matcher")
struct LexiconMatcherTests {
  private typealias Found = NaiveStack.Found

  /// How many random texts are tried: `DRAGOMAN_TEST_CASES` asks for more.
  private static let cases =
    ProcessInfo.processInfo.environment["DRAGOMAN_TEST_CASES"].flatMap { Int($0) } ?? 500
  private static let textsPerStack = 25

  @Test("finds, keeps and selects what a naive search does, on random stacks and texts")
  func naive() throws {
    var generator = SeededGenerator(salt: 2)
    var number = 0
    while number < Self.cases {
      let random = RandomStack(using: &generator)
      let fixture = try LexiconFixture(random.sources)
      let naive = random.naive(fixture.tokenizer)
      var warm = LexiconMatches()
      for _ in 0..<Self.textsPerStack {
        number += 1
        let (plain, language) = random.text(using: &generator)
        let text = fixture.tokenizer.tokenize(SourceText(plain), language: language)
        fixture.stack.findMatches(in: text, into: &warm)
        if let difference = difference(fixture.stack, naive, text, warm) {
          Issue.record(
            """
            case \(number), seed \(SeededGenerator.seed), \(language.code): \(plain)
            \(difference)
            \(random.sources)
            """)
          return
        }
      }
    }
  }

  /// The first thing that a stack finds and the naive search does not, or the other way round.
  private func difference(
    _ stack: LexiconStack, _ naive: NaiveStack, _ text: TokenizedText, _ matches: LexiconMatches
  ) -> String? {
    func compare(_ what: String, _ left: Set<Found>, _ right: Set<Found>) -> String? {
      if left == right { return nil }
      let (more, fewer) = (left.subtracting(right).sorted(), right.subtracting(left).sorted())
      return "\(what): too much \(more), too little \(fewer)"
    }
    var all: Set<Found> = []
    var counting: Set<Found> = []
    var whole = LexiconMatches()
    stack.findMatches(in: text, keepsRefused: true, into: &whole)
    for match in whole.matches {
      stack.lexicons[match.lexicon].trie.forEachPosting(from: match.firstPosting) { posting in
        all.insert(Self.found(match.terms, match.lexicon, posting, isBare: true))
      }
    }
    for match in matches.matches {
      for posting in stack.postings(of: match, in: text) {
        counting.insert(Self.found(match.terms, match.lexicon, posting))
      }
    }
    if let difference = compare("matches", all, naive.all(in: text)) { return difference }
    let expected = naive.counting(in: text)
    if let difference = compare("postings", counting, expected) { return difference }
    let order = matches.matches.map { [$0.terms.lowerBound, $0.terms.upperBound, $0.lexicon] }
    if zip(order, order.dropFirst()).contains(where: { $1.lexicographicallyPrecedes($0) }) {
      return "order: \(order)"
    }
    if Set(matches.matches).count < order.count { return "a match stands twice: \(order)" }
    for selection in MatchSelection.allCases {
      let selected = stack.select(selection, of: matches, in: text)
      let places = selected.map { place in
        NaiveStack.Place(
          terms: place.terms,
          found: Set(
            place.alternatives.map { Self.found(place.terms, $0.entry.lexicon, $0.posting) }))
      }
      let wanted = naive.select(selection, of: expected)
      if places != wanted { return "\(selection): \(places) and not \(wanted)" }
      for place in selected {
        let ranks = place.alternatives.map { [$0.entry.lexicon, stack.weight(of: $0.entry)] }
        if zip(ranks, ranks.dropFirst()).contains(where: { $0.lexicographicallyPrecedes($1) }) {
          return "\(selection): the alternatives are not in order: \(ranks)"
        }
      }
    }
    return nil
  }

  private static func found(
    _ terms: Range<Int>, _ lexicon: Int, _ posting: Posting, isBare: Bool = false
  ) -> Found {
    var found = Found(
      start: terms.lowerBound, end: terms.upperBound, lexicon: lexicon,
      entry: Int(posting.entry.rawValue))
    if !isBare { (found.rule, found.weight) = (posting.rule, posting.weight) }
    return found
  }
}
