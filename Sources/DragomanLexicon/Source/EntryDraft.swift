/// An entity of a source file with the lines of its group, or a topic with its terms.
struct EntryDraft {
  var type: EntryType
  var name: String
  var country = ""
  var weight: UInt8 = 30
  var ids: [Entry.Pair] = []
  var attributes: [Entry.Pair] = []
  var aliases: [AliasDraft] = []
  var offices: [OfficeDraft] = []
}

/// A spelling of an entity, a cue, or a term of a topic.
struct AliasDraft {
  var text: String
  var languages: Languages
  var kind = AliasKind.common
  var rule: AliasRule
  /// Whether the source writes the rule, and does not leave it to the default.
  var isRuleWritten = false
  /// Of a topic's term.
  var weight: Int8 = 0
  /// Where it stands.
  var line: Int
}

/// An office that a person held, by its name.
struct OfficeDraft {
  var name: String
  var from: YearMonth?
  var to: YearMonth?
  var line: Int
}

/// A word and what is known of it.
struct WordDraft {
  var text: String
  var classes: WordClasses = []
  var roles: WordFacts = []
  var line: Int
}

/// A cue of the grammar: all of one type and attributes are one entry.
struct CueDraft {
  var type: EntryType
  var attributes: [Entry.Pair]
  var alias: AliasDraft
}

/// One thing that a source file says.
enum SourceItem {
  case entry(EntryDraft)
  case cue(CueDraft)
  case word(WordDraft)
  case ending(Ending)
}
