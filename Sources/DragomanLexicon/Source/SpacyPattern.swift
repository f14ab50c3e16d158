/// A pattern of spaCy's entity ruler, as far as a lexicon can say the same.
///
/// A pattern is a text, which counts letter for letter, or a list of tokens: each with one of `LOWER` (any case), `TEXT`
/// and `ORTH` (letter for letter), a string or `{"IN": […]}`.
struct SpacyPattern {
  /// More spellings than these are not written out.
  private static let mostSpellings = 64

  let type: EntryType
  let id: String?
  private let spellings: [String]
  private let rule: AliasRule

  /// - Throws: what a lexicon cannot say.
  init(_ members: [String: JSONReader.Value]) throws(SourceFault) {
    guard case .string(let label) = members["label"], let type = Self.types[label.uppercased()]
    else {
      throw SourceFault(
        "the label is not known; PERSON, PER, ORG, ORGANIZATION, GPE, LOC, LOCATION, FAC and PLACE are"
      )
    }
    self.type = type
    if case .string(let id) = members["id"], !id.isEmpty {
      guard !id.contains(" ") else { throw SourceFault("the id '\(id)' has a space") }
      self.id = id
    } else {
      id = nil
    }
    switch members["pattern"] {
    case .string(let text):
      rule = .exact
      spellings = [SourceName.cleaned(text)].filter { !$0.isEmpty }
    case .array(let tokens): (spellings, rule) = try Self.spellings(of: tokens)
    default: throw SourceFault("the pattern is neither a text nor a list of tokens")
    }
    guard !spellings.isEmpty else { throw SourceFault("the pattern is empty") }
  }

  /// The entity that the pattern alone makes; its first spelling is the name.
  func entity(line: Int) -> EntryDraft {
    var entity = EntryDraft(type: type, name: spellings[0])
    if let id { entity.ids = [EntityFields.id(id)] }
    entity.aliases = aliases(line: line)
    return entity
  }

  func aliases(line: Int) -> [AliasDraft] {
    spellings.map { AliasDraft(text: $0, languages: .any, rule: rule, line: line) }
  }

  private static let types: [String: EntryType] = [
    "PERSON": .person, "PER": .person, "ORG": .organization, "ORGANIZATION": .organization,
    "GPE": .place, "LOC": .place, "LOCATION": .place, "FAC": .place, "PLACE": .place,
  ]

  // MARK: Tokens

  private static func spellings(
    of tokens: [JSONReader.Value]
  ) throws(SourceFault) -> ([String], AliasRule) {
    var spellings = [""]
    var isAnyCase = false
    var isExact = false
    for token in tokens {
      guard case .object(let members) = token, members.count == 1, let member = members.first else {
        throw SourceFault("a token has not exactly one of LOWER, TEXT, ORTH; it is left out")
      }
      guard ["LOWER", "TEXT", "ORTH"].contains(member.key.uppercased()) else {
        throw SourceFault(
          "a lexicon cannot say '\(member.key)'; use LOWER, TEXT or ORTH, or leave the pattern out")
      }
      let words = try words(member)
      let hasCase = words.contains { $0.lowercased() != $0.uppercased() }
      if member.key.uppercased() == "LOWER" {
        isAnyCase = isAnyCase || hasCase
      } else {
        isExact = isExact || hasCase
      }
      guard spellings.count * words.count <= mostSpellings else {
        throw SourceFault("the pattern has more than \(mostSpellings) spellings; write them out")
      }
      spellings = spellings.flatMap { start in words.map { joined(start, $0) } }
    }
    guard !(isAnyCase && isExact) else {
      throw SourceFault("the pattern mixes LOWER with TEXT or ORTH; a lexicon has one rule a name")
    }
    return (spellings.filter { !$0.isEmpty }, isExact ? .exact : .any)
  }

  private static func words(_ member: JSONReader.Member) throws(SourceFault) -> [String] {
    var words: [String] = []
    switch member.value {
    case .string(let text): words = [text]
    case .object(let choices):
      guard choices.count == 1, choices[0].key == "IN", case .array(let elements) = choices[0].value
      else {
        throw SourceFault(
          "a lexicon cannot say '\(choices.first?.key ?? "{}")' of a token; it knows IN alone")
      }
      for element in elements {
        guard case .string(let text) = element else {
          throw SourceFault("IN holds something else than strings")
        }
        words.append(text)
      }
    default: throw SourceFault("'\(member.key)' is no string")
    }
    words = words.map(SourceName.cleaned)
    guard !words.isEmpty, words.allSatisfy({ !$0.isEmpty }) else {
      throw SourceFault("a token's text is empty")
    }
    return words
  }

  /// Tokens as a text writes them: no space before closing signs, behind opening ones, and around a hyphen; none before
  /// an English ending either (`'s`).
  private static func joined(_ start: String, _ word: String) -> String {
    guard let last = start.last, let first = word.first else { return start + word }
    let isTight =
      ".,;:!?)]’'-".contains(first) || "([-".contains(last) || word == "%" || last == "’"
    return isTight ? start + word : "\(start) \(word)"
  }
}
