/// What a word tells about the end of a sentence: an abbreviation's manners, or a word that starts or continues one.
struct WordRoles: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  // MARK: Abbreviations, by what may follow their full stop

  /// Stands before a name or a word, and so never at an end: Mr., Doç., проф.
  static let neverEnds = WordRoles(rawValue: 1 << 0)
  /// Goes on before a number or a code: No. 12, Art. 5, ст. 14.
  static let beforeNumber = WordRoles(rawValue: 1 << 1)
  /// Closes a list: before a capital it ends the sentence. etc., vb., т.б.
  static let closesList = WordRoles(rawValue: 1 << 2)
  /// Mostly goes on, as part of a longer name; only a word that opens sentences ends it. U.S., St., küç.
  static let mostlyGoesOn = WordRoles(rawValue: 1 << 3)
  /// Closes a name that an office may follow: Inc., Jr., A.Ş.
  static let closesName = WordRoles(rawValue: 1 << 4)
  /// Closes the name of a place: D.C.
  static let closesPlace = WordRoles(rawValue: 1 << 5)
  /// Behind a time of day: a.m.
  static let timeOfDay = WordRoles(rawValue: 1 << 6)
  /// Behind a year or a century: г., ж., в.
  static let year = WordRoles(rawValue: 1 << 7)
  /// Behind a number: км., млн., руб.
  static let unit = WordRoles(rawValue: 1 << 8)

  // MARK: Whole words

  /// Opens sentences and is no part of names, when it has a capital: The, Bu, Это.
  static let opener = WordRoles(rawValue: 1 << 9)
  /// An office that follows the name of a firm or a place: Chief, Mayor, Genel.
  static let office = WordRoles(rawValue: 1 << 10)
  /// Follows a number with its unit: США, ABŞ.
  static let currency = WordRoles(rawValue: 1 << 11)
  /// Follows a time of day: Monday, ET, time.
  static let clock = WordRoles(rawValue: 1 << 12)
  /// Tells who speaks, behind a quotation: said, asked.
  static let speech = WordRoles(rawValue: 1 << 13)
  /// Joins what stands before it with what follows, so that no line of its own ends in it: of, ve, және.
  static let connective = WordRoles(rawValue: 1 << 14)
  /// Stands in a date: months, and what dates start with.
  static let date = WordRoles(rawValue: 1 << 15)

  /// The roles of abbreviations.
  static let abbreviation: WordRoles = [
    .neverEnds, .beforeNumber, .closesList, .mostlyGoesOn, .closesName, .closesPlace, .timeOfDay,
    .year, .unit,
  ]
}
