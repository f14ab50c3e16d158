internal import DragomanText

/// Reads source files, item by item.
enum SourceReader {
  /// Calls `body` for everything that a file says, in its order, with the line where it starts.
  ///
  /// - Parameters:
  ///   - remark: told of what cannot be taken from a user's table or JSONL; reading goes on.
  ///   - refuse: called for each line of our own formats that cannot be read. If it does not throw, the line is left out,
  ///     and all others are read; of an entity or topic that is left out the lines of its group are read, but not told.
  /// - Throws: ``LexiconError`` at the first line that cannot be read unless `refuse` is given, and what `body` throws.
  static func forEach(
    in source: LexiconSource, remark: (LexiconError) -> Void,
    _ body: (SourceItem, _ line: Int) throws(LexiconError) -> Void,
    refuse: LexiconSource.Refusal = { error throws(LexiconError) in throw error }
  ) throws(LexiconError) {
    switch source.content {
    case .entities: try readEntities(source, body, refuse)
    case .words: try readWords(source, body, refuse)
    case .cues: try readCues(source, body, refuse)
    case .endings: try readEndings(source, body, refuse)
    case .topics: try readTopics(source, body, refuse)
    case .table, .commaTable: try TableReader.forEach(in: source, remark: remark, body)
    case .jsonLines: try JSONLinesReader.forEach(in: source, remark: remark, body)
    case nil: break
    }
  }

  private typealias Body = (SourceItem, Int) throws(LexiconError) -> Void

  // MARK: Entities

  private static func readEntities(
    _ source: LexiconSource, _ body: Body, _ refuse: LexiconSource.Refusal
  ) throws(LexiconError) {
    var current: (entry: EntryDraft, line: Int)?
    var isInGroup = false
    func read(_ line: SourceLine) throws(LexiconError) {
      if !line.bytes(0).isEmpty {
        isInGroup = true
        if let last = current.take() {
          try body(.entry(completed(last.entry, last.line)), last.line)
        }
        current = (try entity(line), line.number)
        return
      }
      guard isInGroup else {
        throw line.error("an alias line stands before any entity line; write the entity first")
      }
      if line.isOffice {
        let office = try office(line)
        if let type = current?.entry.type, type != .person {
          throw line.error("only a person holds offices")
        }
        current?.entry.offices.append(office)
      } else {
        let alias = try alias(line)
        current?.entry.aliases.append(alias)
      }
    }
    try SourceLine.forEach(in: source, read, refuse: refuse)
    if let current { try body(.entry(completed(current.entry, current.line)), current.line) }
  }

  /// The name is an alias unless an alias line repeats it.
  private static func completed(_ entry: consuming EntryDraft, _ line: Int) -> EntryDraft {
    let name = entry.name
    if entry.aliases.contains(where: { $0.text == name }) { return entry }
    entry.aliases.append(
      AliasDraft(
        text: name, languages: .any, rule: entry.type == .office ? .any : .capital, line: line))
    return entry
  }

  private static func entity(_ line: SourceLine) throws(LexiconError) -> EntryDraft {
    guard let type = EntryType(name: Substring(line[0])), type.isEntity else {
      throw line.error(
        "unknown type '\(line[0])'; use person, organization, place, demonym, office or forbid")
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
    return EntryDraft(
      type: type, name: line[1], country: country, weight: number,
      ids: try pairs(line, column: 4, UInt8(ascii: ":")) {
        "the id '\($0)' lacks its scheme; write scheme:value"
      },
      attributes: try attributes(line, column: 5))
  }

  private static func attributes(
    _ line: SourceLine, column: Int
  ) throws(LexiconError) -> [Entry.Pair] {
    try pairs(line, column: column, UInt8(ascii: "=")) {
      "the attribute '\($0)' lacks its value; write key=value"
    }
  }

  private static func pairs(
    _ line: SourceLine, column: Int, _ separator: UInt8, _ complaint: (String) -> String
  ) throws(LexiconError) -> [Entry.Pair] {
    var result: [Entry.Pair] = []
    var rest = line.bytes(column)
    while let pair = SourceLine.nextPart(of: &rest, UInt8(ascii: " ")) {
      let parts = pair.drop { $0 == separator }
      guard let middle = parts.firstIndex(of: separator), middle < parts.endIndex - 1 else {
        throw line.error(complaint(String(decoding: pair, as: UTF8.self)))
      }
      result.append(
        Entry.Pair(
          key: String(decoding: parts[..<middle], as: UTF8.self),
          value: String(decoding: parts[(middle + 1)...], as: UTF8.self)))
    }
    return result
  }

  private static func alias(_ line: SourceLine) throws(LexiconError) -> AliasDraft {
    guard !line[1].isEmpty, line.count <= 5 else {
      throw line.error("an alias line has a TAB, ALIAS, LANGUAGES, KIND, RULE")
    }
    let kind = try named(line, column: 3, default: AliasKind.common) { $0.name }
    let rule = try named(
      line, column: 4, default: kind == .acronym ? AliasRule.exact : .capital
    ) { $0.name }
    return AliasDraft(
      text: line[1], languages: try languages(line, column: 2), kind: kind, rule: rule,
      isRuleWritten: !line.bytes(4).isEmpty, line: line.number)
  }

  private static func office(_ line: SourceLine) throws(LexiconError) -> OfficeDraft {
    guard !line[2].isEmpty, line.count <= 5 else {
      throw line.error("an office line has a TAB, +office, OFFICE, FROM, TO")
    }
    func month(_ column: Int) throws(LexiconError) -> YearMonth? {
      let text = line[column]
      if text.isEmpty { return nil }
      guard let result = YearMonth(text) else {
        throw line.error("'\(text)' is no month; write YYYY or YYYY-MM")
      }
      return result
    }
    let (from, to) = (try month(3), try month(4))
    if let from, let to, to.isOver(before: from) {
      throw line.error("the office ends in \(to), before it starts in \(from); mend FROM or TO")
    }
    return OfficeDraft(name: line[2], from: from, to: to, line: line.number)
  }

  private static func named<Value: CaseIterable>(
    _ line: SourceLine, column: Int, default: Value, _ name: (Value) -> String
  ) throws(LexiconError) -> Value {
    if line.bytes(column).isEmpty { return `default` }
    let text = line[column]
    if let value = Value.allCases.first(where: { name($0) == text }) { return value }
    let known = Value.allCases.map(name).joined(separator: ", ")
    throw line.error("unknown word '\(text)'; use one of \(known)")
  }

  /// The languages of a column; a script behind a language's tag (`kk-Latn`) tells readers, not the matcher.
  private static func languages(_ line: SourceLine, column: Int) throws(LexiconError) -> Languages {
    var rest = line.bytes(column)
    if rest.isEmpty { return .any }
    var result: Languages = []
    while let part = SourceLine.nextPart(of: &rest, UInt8(ascii: ",")) {
      if part.count == 1, part.first == UInt8(ascii: "*") {
        result.insert(.any)
        continue
      }
      let tag = String(decoding: part, as: UTF8.self)
      guard let language = LanguageTag(tag) else {
        throw line.error("'\(tag)' is no BCP 47 language tag")
      }
      result.formUnion(Languages(language))
    }
    return result
  }

  // MARK: Words, cues, endings, topics

  private static func readWords(
    _ source: LexiconSource, _ body: Body, _ refuse: LexiconSource.Refusal
  ) throws(LexiconError) {
    func read(_ line: SourceLine) throws(LexiconError) {
      var word = WordDraft(text: line[0], line: line.number)
      switch line[1] {
      case "first-name": word.classes = .firstName
      case "last-name": word.classes = .lastName
      case "ordinary": word.classes = .ordinary(in: try languages(line, column: 2))
      case "opener": word.classes = .opener(in: try languages(line, column: 2))
      case let name:
        guard let known = WordFacts.roles.first(where: { $0.name == name }) else {
          throw line.error(
            "unknown class '\(name)'; use first-name, last-name, ordinary, opener or a role: "
              + WordFacts.roles.map(\.name).joined(separator: ", "))
        }
        word.roles = known.role
      }
      try body(.word(word), line.number)
    }
    try SourceLine.forEach(in: source, read, refuse: refuse)
  }

  private static func readCues(
    _ source: LexiconSource, _ body: Body, _ refuse: LexiconSource.Refusal
  ) throws(LexiconError) {
    func read(_ line: SourceLine) throws(LexiconError) {
      guard let type = EntryType(name: Substring(line[0])), type.isCue else {
        throw line.error(
          "unknown cue '\(line[0])'; use title, honorific, organization-head or place-head")
      }
      guard !line[1].isEmpty, line.count <= 4 else {
        throw line.error("a cue line has CUE, PHRASE, LANGUAGES, ATTRIBUTES")
      }
      let alias = AliasDraft(
        text: line[1], languages: try languages(line, column: 2), rule: .any, line: line.number)
      let attributes = try attributes(line, column: 3)
      try body(.cue(CueDraft(type: type, attributes: attributes, alias: alias)), line.number)
    }
    try SourceLine.forEach(in: source, read, refuse: refuse)
  }

  private static func readEndings(
    _ source: LexiconSource, _ body: Body, _ refuse: LexiconSource.Refusal
  ) throws(LexiconError) {
    func read(_ line: SourceLine) throws(LexiconError) {
      let scope: Ending.Scope
      switch line[3] {
      case "last", "": scope = .last
      case "each": scope = .each
      case "none": scope = .none
      default: throw line.error("unknown scope '\(line[3])'; use last, each or none")
      }
      guard scope != .none || line[2].isEmpty else {
        throw line.error("an ending of the scope 'none' is never cut; leave the replacement empty")
      }
      guard !line[1].isEmpty else { throw line.error("the ending is empty") }
      guard max(line.bytes(1).count, line.bytes(2).count) < EndingTable.longest else {
        throw line.error("the ending is longer than \(EndingTable.longest - 1) bytes")
      }
      let ending = Ending(
        languages: try languages(line, column: 0), suffix: Array(line.bytes(1)),
        replacement: Array(line.bytes(2)), scope: scope, forms: try forms(line, column: 4))
      try body(.ending(ending), line.number)
    }
    try SourceLine.forEach(in: source, read, refuse: refuse)
  }

  /// The forms that an ending tells, parted by commas.
  private static func forms(
    _ line: SourceLine, column: Int
  ) throws(LexiconError) -> WordForms {
    var forms: WordForms = []
    for name in line[column].split(separator: ",") {
      guard let known = WordForms.names.first(where: { $0.name == name }) else {
        throw line.error(
          "unknown form '\(name)'; use "
            + WordForms.names.map(\.name).joined(separator: ", "))
      }
      forms.insert(known.form)
    }
    return forms
  }

  private static func readTopics(
    _ source: LexiconSource, _ body: Body, _ refuse: LexiconSource.Refusal
  ) throws(LexiconError) {
    var current: (topic: EntryDraft, line: Int)?
    var isInGroup = false
    func read(_ line: SourceLine) throws(LexiconError) {
      if line[0] == "topic" {
        isInGroup = true
        if let last = current.take() { try body(.entry(last.topic), last.line) }
        guard let colon = line[1].firstIndex(of: ":"), !line[2].isEmpty else {
          throw line.error("a topic line has 'topic', CODE (scheme:value), NAME")
        }
        let id = Entry.Pair(
          key: String(line[1][..<colon]), value: String(line[1][colon...].dropFirst()))
        current = (EntryDraft(type: .topic, name: line[2], ids: [id]), line.number)
        return
      }
      guard isInGroup else {
        throw line.error("a term line stands before any topic line; write the topic first")
      }
      guard let weight = Int8(line[1]) else {
        throw line.error("the weight '\(line[1])' is no number from -127 to 127")
      }
      let languages = try languages(line, column: 0)
      for term in line[2].split(separator: "|") {
        current?.topic.aliases.append(
          AliasDraft(
            text: String(term), languages: languages, rule: .any, weight: weight, line: line.number)
        )
      }
    }
    try SourceLine.forEach(in: source, read, refuse: refuse)
    if let current { try body(.entry(current.topic), current.line) }
  }
}

extension WordClasses {
  /// An ordinary word of some languages.
  static func ordinary(in languages: Languages) -> WordClasses {
    languages.contains(.any)
      ? .ordinary
      : classes(
        in: languages,
        [
          .ordinaryEnglish, .ordinaryTurkish, .ordinaryKazakh, .ordinaryAzerbaijani,
          .ordinaryRussian, .ordinaryOther,
        ])
  }

  /// A word that starts sentences of some languages, and no names.
  static func opener(in languages: Languages) -> WordClasses {
    languages.contains(.any)
      ? .opener
      : classes(
        in: languages,
        [
          .openerEnglish, .openerTurkish, .openerKazakh, .openerAzerbaijani, .openerRussian,
          .openerOther,
        ])
  }

  /// Those of six classes that some languages have; the last one is for all without a class of their own.
  private static func classes(in languages: Languages, _ all: [WordClasses]) -> WordClasses {
    let named: [Languages] = [.english, .turkish, .kazakh, .azerbaijani, .russian]
    var classes: WordClasses = []
    for (language, one) in zip(named, all) where languages.contains(language) {
      classes.insert(one)
    }
    if !languages.isDisjoint(with: [.uzbek, .other]) { classes.formUnion(all[5]) }
    return classes
  }
}
