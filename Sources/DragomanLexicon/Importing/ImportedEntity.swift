/// An entity of a dump, as it is written to a source file.
struct ImportedEntity {
  /// A spelling. Its languages are BCP 47 tags.
  struct Alias {
    var text: String
    var languages: [String]
    var kind = AliasKind.common
    var rule: AliasRule?
  }

  /// More spellings than a compiled lexicon holds of an entity are dropped.
  static let mostAliases = LexiconLayout.PostingFlags.aliasLimit - 1

  var type: EntryType
  var name: String
  var country = ""
  var weight = 30
  /// `scheme:value`.
  var ids: [String] = []
  /// `key=value`.
  var attributes: [String] = []
  private(set) var aliases: [Alias] = []

  init(type: EntryType, name: String) {
    self.type = type
    self.name = SourceName.cleaned(name)
  }

  /// Adds a spelling, or its languages to one that is there. The name itself counts in any language already.
  mutating func add(_ alias: Alias) {
    var alias = alias
    // A plus sign at the start is the mark of an office.
    alias.text = SourceName.cleaned(String(alias.text.drop { $0 == "+" || $0.isWhitespace }))
    if alias.text.isEmpty || alias.text == name { return }
    if let index = aliases.firstIndex(where: { $0.text == alias.text }) {
      for language in alias.languages where !aliases[index].languages.contains(language) {
        aliases[index].languages.append(language)
      }
    } else if aliases.count < Self.mostAliases {
      aliases.append(alias)
    }
  }

  /// Adds another name of the entity: letters in capitals are an acronym, and one word is no sure name of a person.
  mutating func addOtherName(_ text: String, languages: [String]) {
    var alias = Alias(text: text, languages: languages)
    let isOneWord = !text.contains(" ")
    if type != .person, isOneWord, (2...6).contains(text.unicodeScalars.count),
      text.unicodeScalars.allSatisfy(\.properties.isUppercase)
    {
      alias.kind = .acronym
    } else if type == .person, isOneWord {
      alias.rule = .context
    }
    add(alias)
  }

  /// The lines of its group.
  var lines: String {
    var result = [
      type.name, name, country, "\(weight)", ids.joined(separator: " "),
      attributes.joined(separator: " "),
    ].joinedWithoutEmptyEnd()
    for alias in aliases {
      let languages = alias.languages.contains("*") ? "*" : alias.languages.joined(separator: ",")
      let kind = alias.kind == .common ? (alias.rule == nil ? "" : "common") : alias.kind.name
      result += "\t"
      result += [alias.text, languages, kind, alias.rule?.name ?? ""].joinedWithoutEmptyEnd()
    }
    return result
  }
}

extension [String] {
  /// A line of columns; the empty ones at its end are left out.
  fileprivate func joinedWithoutEmptyEnd() -> String {
    let count = (lastIndex { !$0.isEmpty } ?? -1) + 1
    return self[..<count].joined(separator: "\t") + "\n"
  }
}
