extension LexiconFinding.Code {
  /// A line does not have the columns or values that it should.
  public static let malformedLine = Self(.error, "malformed-line")

  // MARK: Twice the same

  /// Two entities have the same type, name and country, and nothing tells them apart.
  public static let duplicateEntity = Self(.error, "duplicate-entity")
  /// Two entities have the same id.
  public static let duplicateID = Self(.error, "duplicate-id")
  /// Two aliases of an entity have the same key and rule, and the same text or a language in common; or two terms of a
  /// topic have the same key, and a text may be in a language of both.
  public static let duplicateAlias = Self(.warning, "duplicate-alias")
  /// A word stands twice in a list.
  public static let duplicateWord = Self(.warning, "duplicate-word")
  /// A cue stands twice with the same attributes.
  public static let duplicateCue = Self(.warning, "duplicate-cue")
  /// An ending stands twice in a language.
  public static let duplicateEnding = Self(.warning, "duplicate-ending")

  // MARK: Never found

  /// A name has nothing to be found by.
  public static let emptyKey = Self(.error, "empty-key")
  /// A name has more or longer terms than the compiler takes.
  public static let longName = Self(.error, "long-name")
  /// A word of a list is several terms to the tokenizer.
  public static let splitWord = Self(.warning, "split-word")
  /// A name is a web or e-mail address, hashtag or handle to the tokenizer.
  public static let addressName = Self(.error, "address-name")
  /// An alias that must be met letter for letter is written as hardly any text writes it.
  public static let unlikelySpelling = Self(.warning, "unlikely-spelling")
  /// No name of an entity can be found.
  public static let unreachableEntity = Self(.error, "unreachable-entity")
  /// A name has no letter.
  public static let numericName = Self(.warning, "numeric-name")

  // MARK: Likely to be found wrongly

  /// A name is an ordinary word, too, and its source does not write out the rule `capital`.
  public static let ordinaryWord = Self(.warning, "ordinary-word")

  // MARK: Values

  /// An id does not have the form of its scheme.
  public static let malformedID = Self(.error, "malformed-id")
  /// A country is not in ISO 3166-1.
  public static let unknownCountry = Self(.error, "unknown-country")
  /// The value of an attribute is none.
  public static let malformedValue = Self(.error, "malformed-value")
  /// An attribute is unknown.
  public static let unknownAttribute = Self(.warning, "unknown-attribute")
  /// The value of `kind` is unknown.
  public static let unknownKind = Self(.warning, "unknown-kind")
  /// There is no office of the name.
  public static let unknownOffice = Self(.error, "unknown-office")

  // MARK: Letters

  /// Latin and Cyrillic letters stand in one word.
  public static let mixedScripts = Self(.error, "mixed-scripts")
  /// A language is written in another script.
  public static let foreignScript = Self(.warning, "foreign-script")
  /// A line is not in NFC.
  public static let notNFC = Self(.error, "not-nfc")
  /// A space stands at the edge of a column, or behind another.
  public static let straySpace = Self(.error, "stray-space")
  /// A character that nobody sees, or a space that is no plain one.
  public static let invisibleCharacter = Self(.error, "invisible-character")
  /// U+FFFD: a letter was lost.
  public static let lostCharacter = Self(.error, "lost-character")
  /// An apostrophe is neither `'` nor `’`.
  public static let oddApostrophe = Self(.warning, "odd-apostrophe")
  /// Lines end with a carriage return.
  public static let carriageReturn = Self(.warning, "carriage-return")
}
