/// What proposed a candidate: each pattern reads evidence in its own way.
enum Pattern: UInt8, CaseIterable, Sendable {
  // MARK: Names of the lexicons

  case knownPlace
  case knownOrganization
  case knownPerson
  /// An alias that is an ordinary word, a surname or something else, too: only what stands around it tells.
  case ambiguousPlace
  case ambiguousOrganization
  case ambiguousPerson

  // MARK: Organizations by the grammar

  /// `Ministry of …`
  case headFirst
  /// `… University`
  case headLast
  /// `Home Office`: a head that is a whole name.
  case headAlone
  /// `… Inc.`
  case company
  /// `«…» ЖШС`, `Фонд «…»`
  case quotedName
  /// `… & …`
  case ampersand
  /// `TCMB`
  case acronym
  /// `MFA of the Republic of …`
  case acronymOfCountry

  // MARK: Places by the grammar

  /// `Central and South Asia`
  case sharedHead
  /// `Lake …`
  case placeHeadFirst
  /// `… Airport`
  case placeHeadLast
  /// `… Airport` behind a place of the lexicon.
  case knownPlaceHead

  // MARK: People by the grammar

  /// Behind an office or a word of respect.
  case titledPerson
  /// Words of a name's shape on their own.
  case freePerson
  /// The same, starting with initials.
  case initialPerson

  // MARK: The document

  /// What the document has named before.
  case remembered

  // MARK: What was learned

  /// No list and no rule: words, their parts and their neighbours speak for it.
  case learned
}
