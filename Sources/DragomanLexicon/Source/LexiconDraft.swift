internal import DragomanText

/// The entries of all source files, before they are compiled.
struct LexiconDraft {
  struct Entry {
    var type: EntryType
    var name: String
    var country = ""
    var weight: UInt8 = 30
    var ids = ""
    var attributes = ""
  }

  struct Alias {
    var entry: Int
    var text: String
    var languages: Languages
    var kind: AliasKind
    var rule: AliasRule
    /// Of a topic's term.
    var weight: Int8 = 0
  }

  struct Word {
    var text: String
    var classes: WordClasses
  }

  var entries: [Entry] = []
  var aliases: [Alias] = []
  var words: [Word] = []
  var endings: [Ending] = []

  /// Cues share one entry for each type and attributes.
  private var cueEntries: [String: Int] = [:]

  mutating func add(_ source: LexiconSource) throws(LexiconError) {
    switch source.content {
    case .entities: try addEntities(source)
    case .words: try addWords(source)
    case .cues: try addCues(source)
    case .endings: try addEndings(source)
    case .topics: try addTopics(source)
    case nil: break
    }
  }

  // MARK: Entities

  private mutating func addEntities(_ source: LexiconSource) throws(LexiconError) {
    var current: Int?
    var namesItself = false
    func close(_ draft: inout LexiconDraft) {
      // The name is an alias unless an alias line repeats it.
      if let current, !namesItself {
        draft.aliases.append(
          Alias(
            entry: current, text: draft.entries[current].name, languages: .any, kind: .common,
            rule: .capital))
      }
    }
    var draft = self
    try SourceLine.forEach(in: source) { line throws(LexiconError) in
      if line.bytes(0).isEmpty {
        guard let entry = current else {
          throw line.error("an alias line stands before any entity line; write the entity first")
        }
        let alias = try Self.alias(line, of: entry)
        if alias.text == draft.entries[entry].name { namesItself = true }
        draft.aliases.append(alias)
      } else {
        close(&draft)
        draft.entries.append(try Self.entity(line))
        current = draft.entries.count - 1
        namesItself = false
      }
    }
    close(&draft)
    self = draft
  }

  private static func entity(_ line: SourceLine) throws(LexiconError) -> Entry {
    guard let type = EntryType(name: Substring(line[0])), type.isEntity else {
      throw line.error("unknown type '\(line[0])'; use person, organization, place or demonym")
    }
    guard !line[1].isEmpty, line.count <= 6 else {
      throw line.error("an entity line has TYPE, NAME, COUNTRY, WEIGHT, IDS, ATTRIBUTES")
    }
    let country = line[2]
    guard
      country.isEmpty
        || country.utf8.count == 2 && country.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    else { throw line.error("'\(country)' is no ISO 3166-1 alpha-2 code") }
    let weight = line[3]
    guard let number = weight.isEmpty ? 30 : UInt8(weight), number <= 100 else {
      throw line.error("the weight '\(weight)' is no number from 0 to 100")
    }
    for pair in line[4].split(separator: " ") where !pair.contains(":") {
      throw line.error("the id '\(pair)' lacks its scheme; write scheme:value")
    }
    for pair in line[5].split(separator: " ") where !pair.contains("=") {
      throw line.error("the attribute '\(pair)' lacks its value; write key=value")
    }
    return Entry(
      type: type, name: line[1], country: country, weight: number, ids: line[4], attributes: line[5]
    )
  }

  private static func alias(_ line: SourceLine, of entry: Int) throws(LexiconError) -> Alias {
    guard !line[1].isEmpty, line.count <= 5 else {
      throw line.error("an alias line has a TAB, ALIAS, LANGUAGES, KIND, RULE")
    }
    let kind = try named(line, column: 3, default: AliasKind.common, \.name)
    let rule = try named(
      line, column: 4, default: kind == .acronym ? AliasRule.exact : .capital, \.name)
    return Alias(
      entry: entry, text: line[1], languages: try languages(line, column: 2), kind: kind, rule: rule
    )
  }

  private static func named<Value: CaseIterable>(
    _ line: SourceLine, column: Int, default: Value, _ name: (Value) -> String
  ) throws(LexiconError) -> Value {
    let text = line[column]
    if text.isEmpty { return `default` }
    if let value = Value.allCases.first(where: { name($0) == text }) { return value }
    let known = Value.allCases.map(name).joined(separator: ", ")
    throw line.error("unknown word '\(text)'; use one of \(known)")
  }

  private static func languages(_ line: SourceLine, column: Int) throws(LexiconError) -> Languages {
    let text = line[column]
    if text.isEmpty || text == "*" { return .any }
    var result: Languages = []
    for tag in text.split(separator: ",") {
      if tag == "*" {
        result.insert(.any)
        continue
      }
      guard let language = LanguageTag(String(tag)) else {
        throw line.error("'\(tag)' is no BCP 47 language tag")
      }
      result.formUnion(Languages(language))
    }
    return result
  }

  // MARK: Words

  private mutating func addWords(_ source: LexiconSource) throws(LexiconError) {
    var draft = self
    try SourceLine.forEach(in: source) { line throws(LexiconError) in
      let classes: WordClasses
      switch line[1] {
      case "first-name": classes = .firstName
      case "last-name": classes = .lastName
      case "ordinary": classes = Self.ordinary(in: try Self.languages(line, column: 2))
      default:
        throw line.error("unknown class '\(line[1])'; use first-name, last-name or ordinary")
      }
      draft.words.append(Word(text: line[0], classes: classes))
    }
    self = draft
  }

  private static func ordinary(in languages: Languages) -> WordClasses {
    if languages.contains(.any) { return .ordinary }
    var classes: WordClasses = []
    if languages.contains(.english) { classes.insert(.ordinaryEnglish) }
    if languages.contains(.turkish) { classes.insert(.ordinaryTurkish) }
    if languages.contains(.kazakh) { classes.insert(.ordinaryKazakh) }
    if languages.contains(.azerbaijani) { classes.insert(.ordinaryAzerbaijani) }
    if languages.contains(.russian) { classes.insert(.ordinaryRussian) }
    if languages.contains(.uzbek) || languages.contains(.other) { classes.insert(.ordinaryOther) }
    return classes
  }

  // MARK: Cues

  private mutating func addCues(_ source: LexiconSource) throws(LexiconError) {
    var draft = self
    try SourceLine.forEach(in: source) { line throws(LexiconError) in
      guard let type = EntryType(name: Substring(line[0])), !type.isEntity, type != .topic else {
        throw line.error(
          "unknown cue '\(line[0])'; use title, honorific, organization-head, place-head or opener")
      }
      guard !line[1].isEmpty, line.count <= 4 else {
        throw line.error("a cue line has CUE, PHRASE, LANGUAGES, ATTRIBUTES")
      }
      let key = "\(line[0])\t\(line[3])"
      let entry: Int
      if let known = draft.cueEntries[key] {
        entry = known
      } else {
        entry = draft.entries.count
        draft.entries.append(Entry(type: type, name: line[0], attributes: line[3]))
        draft.cueEntries[key] = entry
      }
      draft.aliases.append(
        Alias(
          entry: entry, text: line[1], languages: try Self.languages(line, column: 2),
          kind: .common,
          rule: .any))
    }
    self = draft
  }

  // MARK: Endings

  private mutating func addEndings(_ source: LexiconSource) throws(LexiconError) {
    var draft = self
    try SourceLine.forEach(in: source) { line throws(LexiconError) in
      let scope: Ending.Scope
      switch line[3] {
      case "last", "": scope = .last
      case "each": scope = .each
      default: throw line.error("unknown scope '\(line[3])'; use last or each")
      }
      guard !line[1].isEmpty else { throw line.error("the ending is empty") }
      draft.endings.append(
        Ending(
          languages: try Self.languages(line, column: 0), suffix: Array(line.bytes(1)),
          replacement: Array(line.bytes(2)), scope: scope))
    }
    self = draft
  }

  // MARK: Topics

  private mutating func addTopics(_ source: LexiconSource) throws(LexiconError) {
    var draft = self
    var current: Int?
    try SourceLine.forEach(in: source) { line throws(LexiconError) in
      if line[0] == "topic" {
        guard line[1].contains(":"), !line[2].isEmpty else {
          throw line.error("a topic line has 'topic', CODE (scheme:value), NAME")
        }
        draft.entries.append(Entry(type: .topic, name: line[2], ids: line[1]))
        current = draft.entries.count - 1
        return
      }
      guard let topic = current else {
        throw line.error("a term line stands before any topic line; write the topic first")
      }
      guard let weight = Int8(line[1]) else {
        throw line.error("the weight '\(line[1])' is no number from -127 to 127")
      }
      let languages = try Self.languages(line, column: 0)
      for term in line[2].split(separator: "|") {
        draft.aliases.append(
          Alias(
            entry: topic, text: String(term), languages: languages, kind: .common, rule: .any,
            weight: weight))
      }
    }
    self = draft
  }
}
