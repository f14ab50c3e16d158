import DragomanText

@testable import DragomanLexicon

/// Small lexicons of random names that share their words, as sources and as a ``NaiveStack``, and texts of those words.
struct RandomStack {
  private static let syllables = [
    "an", "a", "bel", "kar", "rı", "şe", "İz", "mi", "öğ", "o'x", "ис", "кар", "ёл", "ка", "қа",
    "и",
  ]
  private static let signs = ["G20", "7", "-", ".", "'", "中国", "RT", "ab", "и"]
  private static let endings = [
    ("da", ""), ("a", ""), ("ı", ""), ("nın", ""), ("ом", ""), ("ой", "ая"), ("у", "а"), ("е", "а"),
  ]
  private static let languages: [LanguageTag] = [
    .turkish, .english, .russian, .kazakh, .undetermined, .uzbek,
  ]

  private var words: [String] = []
  private var suffixes: [String] = []
  /// The sources of each lexicon.
  private(set) var sources: [[(name: String, text: String)]] = []
  private var drafts: [Draft] = []

  /// What a lexicon says.
  private struct Draft {
    var entries: [NaiveStack.Entry] = []
    var aliases: [NaiveStack.Alias] = []
    var endings: [NaiveStack.CutEnding] = []
  }

  init(using generator: inout SeededGenerator) {
    for _ in 0..<8 {
      let count = Int.random(in: 1...3, using: &generator)
      words.append(
        (0..<count).map { _ in Self.one(of: Self.syllables, &generator) }.joined())
    }
    // Words that look like others with an ending.
    for index in 0..<3 { words.append(words[index] + Self.one(of: Self.endings, &generator).0) }
    words += (0..<3).map { _ in Self.one(of: Self.signs, &generator) }
    for level in 0..<Int.random(in: 1...3, using: &generator) { addLexicon(level, &generator) }
  }

  /// The stack as the naive search takes it.
  func naive(_ tokenizer: Tokenizer) -> NaiveStack {
    NaiveStack(
      lexicons: drafts.map {
        NaiveStack.Lexicon($0.entries, $0.aliases, $0.endings, tokenizer)
      })
  }

  /// A text of the names' words, with endings, other capitals and other words.
  func text(using generator: inout SeededGenerator) -> (text: String, language: LanguageTag) {
    var text = ""
    for _ in 0..<Int.random(in: 0...24, using: &generator) {
      text += Self.one(of: words, &generator).inCase(.random(in: 0...5, using: &generator))
      if Int.random(in: 0...3, using: &generator) == 0 {
        text += Self.one(of: ["", "", "'", "’"], &generator) + Self.one(of: suffixes, &generator)
      }
      text += Self.one(of: [" ", " ", " ", " ", "  ", "\n", ", ", ". "], &generator)
    }
    if Int.random(in: 0...3, using: &generator) == 0 {
      text = String(text.map { $0 == "ё" ? "е" : $0 })
    }
    return (text, Self.one(of: Self.languages, &generator))
  }

  // MARK: Lexicons

  private mutating func addLexicon(_ level: Int, _ generator: inout SeededGenerator) {
    var draft = Draft()
    var entities = ""
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      entities += entity(level, &draft, &generator)
    }
    var topics = ""
    for number in 0..<Int.random(in: 0...1, using: &generator) {
      topics += topic(number, &draft, &generator)
    }
    // Cues of one type are one entry.
    var cues = ""
    if Bool.random(using: &generator) {
      let entry = draft.entries.count
      draft.entries.append(NaiveStack.Entry(type: .title))
      for _ in 0..<3 {
        let (text, tag) = (phrase(1...2, &generator), Self.tag(&generator))
        cues += "title\t\(text)\t\(tag.code)\n"
        draft.aliases.append(
          NaiveStack.Alias(entry: entry, text: text, languages: tag.languages))
      }
    }
    var endings = ""
    for (suffix, replacement) in Self.endings where Bool.random(using: &generator) {
      let (tag, isEach) = (Self.tag(&generator), Bool.random(using: &generator))
      // Endings are search keys.
      let key = String(suffix.map { $0 == "ı" ? "i" : $0 })
      endings += "\(tag.code)\t\(key)\t\(replacement)\t\(isEach ? "each" : "last")\n"
      draft.endings.append(
        NaiveStack.CutEnding(
          languages: tag.languages, suffix: key, replacement: replacement, isEach: isEach))
      suffixes.append(suffix)
    }
    if suffixes.isEmpty { suffixes = ["da"] }
    drafts.append(draft)
    sources.append([
      ("a.entities.tsv", entities), ("b.topics.tsv", topics), ("c.cues.tsv", cues),
      ("d.endings.tsv", endings),
    ])
  }

  private func entity(
    _ level: Int, _ draft: inout Draft, _ generator: inout SeededGenerator
  ) -> String {
    let number = draft.entries.count
    let types: [EntryType] = [.person, .organization, .place, .place, .demonym, .office, .forbid]
    let type = Self.one(of: types, &generator)
    var entry = NaiveStack.Entry(type: type, weight: Int.random(in: 0...9, using: &generator) * 11)
    var attributes = ""
    if type == .forbid {
      entry.forbids = Self.one(of: [nil, nil, .place, .person], &generator)
      if let only = entry.forbids { attributes = "type=\(only.name)" }
    } else if Int.random(in: 0...4, using: &generator) == 0 {
      entry.overrides = true
      attributes = "override=yes"
    }
    draft.entries.append(entry)
    let name = phrase(1...3, &generator)
    var lines = "\(type.name)\t\(name)\tTR\t\(entry.weight)\t\t\(attributes)\n"
    var isNameRepeated = false
    for _ in 0..<Self.one(of: [0, 0, 1, 2, 3], &generator) {
      let text = Int.random(in: 0...3, using: &generator) == 0 ? name : phrase(1...4, &generator)
      let (tag, rule) = (Self.tag(&generator), Self.one(of: AliasRule.allCases, &generator))
      lines += "\t\(text)\t\(tag.code)\tcommon\t\(rule.name)\n"
      draft.aliases.append(
        NaiveStack.Alias(entry: number, text: text, rule: rule, languages: tag.languages))
      isNameRepeated = isNameRepeated || text == name
    }
    if !isNameRepeated {
      draft.aliases.append(
        NaiveStack.Alias(entry: number, text: name, rule: type == .office ? .any : .capital))
    }
    return lines
  }

  private func topic(
    _ number: Int, _ draft: inout Draft, _ generator: inout SeededGenerator
  ) -> String {
    let entry = draft.entries.count
    draft.entries.append(NaiveStack.Entry(type: .topic))
    var lines = "topic\tx:\(number)\tTopic\n"
    for _ in 0..<6 {
      let tag = Self.tag(&generator)
      let weight = Self.one(of: [-2, 1, 3] as [Int8], &generator)
      var text = phrase(1...2, &generator)
      let isPrefix = Bool.random(using: &generator)
      if isPrefix, text.count > 2 { text.removeLast() }
      if text.last == " " { text.removeLast() }
      lines += "\(tag.code)\t\(weight)\t\(text)\(isPrefix ? "*" : "")\n"
      draft.aliases.append(
        NaiveStack.Alias(
          entry: entry, text: text, languages: tag.languages, weight: weight, isPrefix: isPrefix))
    }
    return lines
  }

  private func phrase(_ count: ClosedRange<Int>, _ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: count, using: &generator)).map { _ in
      Self.one(of: words, &generator).inCase(.random(in: 0...3, using: &generator))
    }.joined(separator: " ")
  }

  private static func tag(
    _ generator: inout SeededGenerator
  ) -> (code: String, languages: Languages) {
    one(
      of: [
        ("*", .any), ("*", .any), ("tr", .turkish), ("en", .english), ("ru", .russian),
        ("tr,kk", [.turkish, .kazakh]), ("de", .other),
      ], &generator)
  }

  private static func one<Element>(
    of elements: [Element], _ generator: inout SeededGenerator
  ) -> Element {
    elements[Int.random(in: elements.indices, using: &generator)]
  }
}

extension String {
  /// As it is, with a capital, in capitals, or in small letters.
  fileprivate func inCase(_ number: Int) -> String {
    switch number {
    case 0, 4: prefix(1).uppercased() + dropFirst()
    case 1: uppercased()
    case 2: lowercased()
    default: self
    }
  }
}
