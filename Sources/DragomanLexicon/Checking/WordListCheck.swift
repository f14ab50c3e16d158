/// Looks at word lists: words that stand twice or are no single word, and names that are ordinary words.
struct WordListCheck {
  /// A line of a list.
  private struct Known {
    /// In small letters.
    let spelling: String
    let classes: WordClasses
    let roles: WordFacts
    let place: FindingReport.Place
  }

  /// A name of one word that a capital letter is enough for.
  private struct Candidate {
    let text: String
    let key: TermKey
    let classes: WordClasses
    let place: FindingReport.Place
  }

  /// Entities of this weight and more are what their names usually mean.
  static let prominence = 70

  private var words: [TermKey: [Known]] = [:]
  private var candidates: [Candidate] = []

  /// Takes a word.
  mutating func add(
    _ word: WordDraft, _ key: TermKey, at place: FindingReport.Place, _ report: inout FindingReport
  ) {
    guard key.termCount > 0 else {
      report.add(
        .emptyKey, place, "\(quoted(word.text)) has nothing to be found by",
        remedy: "write letters or digits, or remove it")
      return
    }
    guard key.termCount == 1 else {
      report.add(
        .splitWord, place,
        "\(quoted(word.text)) is cut into \(key.termCount) terms, so that the line says nothing",
        remedy: "write its parts that are words of their own")
      return
    }
    if let limit = key.brokenLimit {
      report.add(
        .longName, place, "\(quoted(word.text.prefix(40) + "…")) has \(limit)",
        remedy: "remove it")
      return
    }
    // Words that differ in accents have one key and are two words.
    let known = Known(
      spelling: word.text.lowercased(), classes: word.classes, roles: word.roles, place: place)
    if let first = words[key]?.first(where: {
      $0.spelling == known.spelling && $0.classes.isSuperset(of: known.classes)
        && $0.roles.isSuperset(of: known.roles)
    }) {
      report.add(
        .duplicateWord, place, "\(quoted(word.text)) is known from \(report.name(of: first.place))",
        remedy: "remove it")
      return
    }
    words[key, default: []].append(known)
  }

  /// Takes the names of an entity.
  mutating func add(_ entry: EntryDraft, _ keys: ArraySlice<TermKey>, source: Int) {
    guard [.person, .organization, .place].contains(entry.type), entry.weight < Self.prominence,
      !entry.attributes.contains(where: { $0.key == "kind" && $0.value == "country" })
    else { return }
    for (alias, key) in zip(entry.aliases, keys)
    where key.termCount == 1 && Self.isCapitalEnough(for: alias) {
      candidates.append(
        Candidate(
          text: alias.text, key: key, classes: .ordinary(in: alias.languages),
          place: FindingReport.Place(source: source, line: alias.line)))
    }
  }

  /// Whether a capital letter is enough for a name, and nobody said so.
  private static func isCapitalEnough(for alias: AliasDraft) -> Bool {
    alias.rule == .any || alias.rule == .capital && !alias.isRuleWritten
  }

  /// Reports names that are ordinary words, when all sources are read.
  func finish(_ report: inout FindingReport) {
    for candidate in candidates {
      guard
        let word = words[candidate.key]?.first(where: {
          !$0.classes.isDisjoint(with: candidate.classes)
        })
      else { continue }
      report.add(
        .ordinaryWord, candidate.place,
        "\(quoted(candidate.text)) is an ordinary word, too (\(report.name(of: word.place)))",
        remedy: "give it the rule context, or write out the rule capital if releases mean this")
    }
  }
}
