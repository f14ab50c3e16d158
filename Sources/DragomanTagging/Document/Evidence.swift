/// What speaks for a span being a name, or against it.
public enum Evidence: UInt8, CaseIterable, Hashable, Sendable {
  // MARK: What makes a span a candidate

  /// A lexicon holds the name as written, letter case and accents apart.
  case gazetteer
  /// A lexicon holds the name; a grammatical ending was cut.
  case endingCut
  /// A lexicon holds a person's name that sounds alike: another way to carry it over from another script.
  case phonetic
  /// An office stands before or after.
  case title
  /// A word of respect stands before.
  case honorific
  /// The first word is a known given name.
  case firstName
  /// Initials and a word.
  case initial
  /// The last word is a known family name, or is built like one.
  case lastName
  /// A word that makes an organization's name one: Ministry, Üniversitesi.
  case organizationHead
  /// A word that makes a place's name one: River, ilçesi.
  case placeHead
  /// Capitals that stand for a name.
  case acronym
  /// The name was read elsewhere in the document, in full or with its acronym.
  case document
  /// What was learned from annotated texts speaks for it, and no list or rule.
  case learned
  /// Capitals alone speak for it.
  case capitals

  // MARK: What else speaks for it

  /// The lexicon's name has several words.
  case severalWords
  /// The lexicon's entry is one that everybody knows.
  case wellKnown
  /// The lexicon gives it as an acronym.
  case knownAcronym
  /// It opens a line as the place of a dateline does.
  case dateline
  /// A country, another place or a word like Lake stands beside it.
  case besidePlace
  /// A preposition of places stands before.
  case placePreposition
  /// An apostrophe with a suffix stands behind.
  case apostropheSuffix
  /// It stands in brackets behind a capitalized word.
  case brackets
  /// An office stands beside a name that is also an ordinary word.
  case besideTitle
  /// Something is said to be at or in it.
  case venue
  /// A complement stands behind the head: of Foreign Affairs.
  case complement
  /// It starts with a country, its adjective or a body's acronym.
  case startsWithName
  /// A word in the middle is a given or family name, or an initial.
  case middleName
  /// An office stands behind, over a comma or a bracket.
  case titleBehind
  /// A verb of saying stands behind.
  case speechVerb
  /// The letters change case inside the word.
  case camelCase
  /// The language writes little in capitals but acronyms.
  case acronymLanguage
  /// An article stands before, or an office or a verb of saying behind.
  case actor
  /// Behind the country stands a body that the lexicon knows.
  case knownBody
  /// A person whom the lexicon knows gave the building its name.
  case bearsPerson
  /// The head is capitalized.
  case capitalizedHead
  /// What stands before the head is a known place.
  case knownPlace

  // MARK: What speaks against it

  /// It is an ordinary word, too.
  case ordinaryWord
  /// All its words are ordinary ones.
  case ordinaryWords
  /// A given or family name, too.
  case personName
  /// Part of a known place's or body's name.
  case placeName
  /// Few people know the lexicon's entry.
  case obscure
  /// It opens a sentence, where every word has a capital.
  case opensSentence
  /// The sentence's own first word stands before a name of its own.
  case sentenceWord
  /// All of its line is in capitals.
  case capitalLine
  /// A place has the same name.
  case alsoPlace
  /// With its ending the word is an ordinary one.
  case ordinaryStem
  /// An ending was cut from a name that few people know.
  case obscureStem
  /// Part of a word with hyphens.
  case compound
  /// An office before it speaks for a person.
  case behindTitle
  /// An unknown capitalized word stands before.
  case unknownBefore
  /// An unknown capitalized word stands behind.
  case unknownBehind
  /// The body in the building has the same name.
  case bodyInside
  /// One word only.
  case singleWord
  /// One word, parted from the office by a comma.
  case singleBehindComma
  /// Words in capitals inside.
  case allCapitals
  /// A head inside.
  case headInside
  /// A word for a country's people or things inside.
  case demonymInside
  /// Capitalized words before it belong to the same run.
  case insideRun
  /// The run of capitalized words goes on.
  case shorter
  /// An ordinary word with an ending opens it.
  case inflectedWord
  /// A given name stands among common nouns.
  case personInside
  /// The head alone says little: Group, Centre.
  case weakHead
  /// A given name stands right before.
  case behindFirstName
  /// A law, a prize or an event bears the name.
  case thingBehind
  /// A social network, where things are said.
  case channel
  /// A word more than names usually have.
  case longName
}

extension Evidence {
  /// The name that the output uses: `organization-head`.
  public var name: String { Self.names[Int(rawValue)] }

  /// Whether it makes a span a candidate; the rest strengthens or weakens one.
  var proposes: Bool { rawValue <= Evidence.capitals.rawValue }

  private static let names = allCases.map { hyphenated("\($0)") }
}

extension Pattern {
  /// The name that the output uses: `head-first`.
  var name: String { Self.names[Int(rawValue)] }

  private static let names = allCases.map { hyphenated("\($0)") }
}

extension EntryReason {
  /// The name that the output uses: `country-named`.
  var name: String { hyphenated("\(self)") }
}

/// `organization-head` for `organizationHead`.
func hyphenated(_ name: String) -> String {
  name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
}
