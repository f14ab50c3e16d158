/// What a word of a text is by itself, read in the text's language: the classes of names and ordinary words that count
/// there, and its roles in the grammar of names.
public struct WordFacts: OptionSet, Hashable, Sendable {
  /// The bits; those of the roles stand in compiled lexicons.
  public let rawValue: UInt32
  /// Makes a set of its bits.
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  // Inlinable, so that they are constants in other modules, too: a stored one costs a call at each question.

  /// A person's given name.
  @inlinable public static var firstName: WordFacts { WordFacts(rawValue: 1 << 0) }
  /// A person's family name, known or built like one.
  @inlinable public static var lastName: WordFacts { WordFacts(rawValue: 1 << 1) }
  /// An ordinary word of the language.
  @inlinable public static var ordinary: WordFacts { WordFacts(rawValue: 1 << 2) }
  /// A word that starts sentences of the language and no names.
  @inlinable public static var opener: WordFacts { WordFacts(rawValue: 1 << 3) }
  /// An ordinary word of some language once an ending of the text's language is cut.
  @inlinable public static var inflectedOrdinary: WordFacts { WordFacts(rawValue: 1 << 4) }

  // MARK: Roles

  /// What laws, documents, contests, prizes and holidays are called by: Act, Planı, премия.
  @inlinable public static var thingWord: WordFacts { WordFacts(rawValue: 1 << 5) }
  /// A social network: where things are said, seldom who says them.
  @inlinable public static var channel: WordFacts { WordFacts(rawValue: 1 << 6) }
  /// What those do who are at the head of a body: heads, led (by), yöneten, возглавляет.
  @inlinable public static var headship: WordFacts { WordFacts(rawValue: 1 << 7) }

  /// Between the parts of a name: and, ve, и.
  @inlinable public static var conjunction: WordFacts { WordFacts(rawValue: 1 << 8) }
  /// Before what a head or an office is of or for, each by itself: of.
  @inlinable public static var of: WordFacts { WordFacts(rawValue: 1 << 9) }
  /// For.
  @inlinable public static var forPreposition: WordFacts { WordFacts(rawValue: 1 << 10) }
  /// On.
  @inlinable public static var onPreposition: WordFacts { WordFacts(rawValue: 1 << 11) }
  /// Against.
  @inlinable public static var againstPreposition: WordFacts { WordFacts(rawValue: 1 << 12) }
  /// Before the country that an envoy is sent to: to, в, при.
  @inlinable public static var toPreposition: WordFacts { WordFacts(rawValue: 1 << 13) }
  /// Before the seat of a mission or of an office: in, at.
  @inlinable public static var inPreposition: WordFacts { WordFacts(rawValue: 1 << 14) }
  /// Before places.
  @inlinable public static var placePreposition: WordFacts { WordFacts(rawValue: 1 << 15) }
  /// Before a building that something is at or in.
  @inlinable public static var venuePreposition: WordFacts { WordFacts(rawValue: 1 << 16) }
  /// The.
  @inlinable public static var article: WordFacts { WordFacts(rawValue: 1 << 17) }
  /// In small letters inside people's names: bin, van, de.
  @inlinable public static var nameParticle: WordFacts { WordFacts(rawValue: 1 << 18) }
  /// In small letters at the end of people's names: oğlu, qızı, ұлы.
  @inlinable public static var patronymic: WordFacts { WordFacts(rawValue: 1 << 19) }
  /// Behind English names: Jr., III.
  @inlinable public static var nameSuffix: WordFacts { WordFacts(rawValue: 1 << 20) }
  /// A family name of China, Korea or Vietnam: it stands first, and alone afterwards.
  @inlinable public static var familyNameFirst: WordFacts { WordFacts(rawValue: 1 << 21) }
  /// A side of the compass before a region's name.
  @inlinable public static var direction: WordFacts { WordFacts(rawValue: 1 << 22) }
  /// What people do in releases: said, belirtti, заявил.
  @inlinable public static var speechVerb: WordFacts { WordFacts(rawValue: 1 << 23) }
  /// Before the service of a body that speaks for it: press, basın.
  @inlinable public static var pressWord: WordFacts { WordFacts(rawValue: 1 << 24) }
  /// Not a word but the ending that family names and patronymics are built with.
  @inlinable public static var lastNameEnding: WordFacts { WordFacts(rawValue: 1 << 25) }
  /// Between a person and the office that they hold, or behind both: named, as, olarak, назначен.
  @inlinable public static var officeLink: WordFacts { WordFacts(rawValue: 1 << 26) }
  /// Before an office that its holder has left: former, eski, бывший.
  @inlinable public static var former: WordFacts { WordFacts(rawValue: 1 << 27) }
  /// An office that is sent to a place: ambassador, büyükelçisi.
  @inlinable public static var envoy: WordFacts { WordFacts(rawValue: 1 << 28) }
  /// An office that states alone have: minister, bakanı.
  @inlinable public static var stateOffice: WordFacts { WordFacts(rawValue: 1 << 29) }
  /// An office of several people who are named behind it: presidents.
  @inlinable public static var jointOffice: WordFacts { WordFacts(rawValue: 1 << 30) }
  /// Somebody in the same office elsewhere, which says nothing new of one whose office is told: counterpart, mevkidaşı.
  @inlinable public static var counterpart: WordFacts { WordFacts(rawValue: 1 << 31) }

  /// The roles by the names that sources use.
  static let roles: [(name: String, role: WordFacts)] = [
    ("conjunction", .conjunction), ("of", .of), ("for", .forPreposition), ("on", .onPreposition),
    ("against", .againstPreposition), ("to", .toPreposition), ("in", .inPreposition),
    ("place-preposition", .placePreposition), ("venue-preposition", .venuePreposition),
    ("article", .article), ("name-particle", .nameParticle), ("patronymic", .patronymic),
    ("name-suffix", .nameSuffix), ("family-name-first", .familyNameFirst),
    ("direction", .direction), ("speech-verb", .speechVerb), ("press-word", .pressWord),
    ("last-name-ending", .lastNameEnding), ("office-link", .officeLink), ("former", .former),
    ("envoy", .envoy), ("state-office", .stateOffice), ("joint-office", .jointOffice),
    ("counterpart", .counterpart), ("thing-word", .thingWord), ("channel", .channel),
    ("headship", .headship),
  ]

  /// What counts of the classes of a word in a text's language.
  init(_ classes: WordClasses, in language: Languages) {
    let (ordinary, opener): (WordClasses, WordClasses) =
      switch language {
      case .english: (.ordinaryEnglish, .openerEnglish)
      case .turkish: (.ordinaryTurkish, .openerTurkish)
      case .kazakh: (.ordinaryKazakh, .openerKazakh)
      case .azerbaijani: (.ordinaryAzerbaijani, .openerAzerbaijani)
      case .russian: (.ordinaryRussian, .openerRussian)
      case .any: (.ordinary, .opener)
      default: (.ordinary, .openerOther)
      }
    self = []
    if classes.contains(.firstName) { insert(.firstName) }
    if classes.contains(.lastName) { insert(.lastName) }
    if !classes.isDisjoint(with: ordinary) { insert(.ordinary) }
    if !classes.isDisjoint(with: opener) { insert(.opener) }
    if classes.contains(.inflectedOrdinary) { insert(.inflectedOrdinary) }
  }
}
