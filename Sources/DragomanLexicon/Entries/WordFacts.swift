/// What a word of a text is by itself, read in the text's language: the classes of names and ordinary words that count
/// there, and its roles in the grammar of names.
public struct WordFacts: OptionSet, Hashable, Sendable {
  /// The bits; those of the roles stand in compiled lexicons.
  public let rawValue: UInt32
  /// Makes a set of its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A person's given name.
  public static let firstName = WordFacts(rawValue: 1 << 0)
  /// A person's family name, known or built like one.
  public static let lastName = WordFacts(rawValue: 1 << 1)
  /// An ordinary word of the language.
  public static let ordinary = WordFacts(rawValue: 1 << 2)
  /// A word that starts sentences of the language and no names.
  public static let opener = WordFacts(rawValue: 1 << 3)
  /// An ordinary word of some language once an ending of the text's language is cut.
  public static let inflectedOrdinary = WordFacts(rawValue: 1 << 4)

  // MARK: Roles

  /// Between the parts of a name: and, ve, и.
  public static let conjunction = WordFacts(rawValue: 1 << 8)
  /// Before what a head or an office is of or for, each by itself: of.
  public static let of = WordFacts(rawValue: 1 << 9)
  /// For.
  public static let forPreposition = WordFacts(rawValue: 1 << 10)
  /// On.
  public static let onPreposition = WordFacts(rawValue: 1 << 11)
  /// Against.
  public static let againstPreposition = WordFacts(rawValue: 1 << 12)
  /// Before the country that an envoy is sent to: to, в, при.
  public static let toPreposition = WordFacts(rawValue: 1 << 13)
  /// Before the seat of a mission or of an office: in, at.
  public static let inPreposition = WordFacts(rawValue: 1 << 14)
  /// Before places.
  public static let placePreposition = WordFacts(rawValue: 1 << 15)
  /// Before a building that something is at or in.
  public static let venuePreposition = WordFacts(rawValue: 1 << 16)
  /// The.
  public static let article = WordFacts(rawValue: 1 << 17)
  /// In small letters inside people's names: bin, van, de.
  public static let nameParticle = WordFacts(rawValue: 1 << 18)
  /// In small letters at the end of people's names: oğlu, qızı, ұлы.
  public static let patronymic = WordFacts(rawValue: 1 << 19)
  /// Behind English names: Jr., III.
  public static let nameSuffix = WordFacts(rawValue: 1 << 20)
  /// A family name of China, Korea or Vietnam: it stands first, and alone afterwards.
  public static let familyNameFirst = WordFacts(rawValue: 1 << 21)
  /// A side of the compass before a region's name.
  public static let direction = WordFacts(rawValue: 1 << 22)
  /// What people do in releases: said, belirtti, заявил.
  public static let speechVerb = WordFacts(rawValue: 1 << 23)
  /// Before the service of a body that speaks for it: press, basın.
  public static let pressWord = WordFacts(rawValue: 1 << 24)
  /// Not a word but the ending that family names and patronymics are built with.
  public static let lastNameEnding = WordFacts(rawValue: 1 << 25)
  /// Between a person and the office that they hold, or behind both: named, as, olarak, назначен.
  public static let officeLink = WordFacts(rawValue: 1 << 26)
  /// Before an office that its holder has left: former, eski, бывший.
  public static let former = WordFacts(rawValue: 1 << 27)
  /// An office that is sent to a place: ambassador, büyükelçisi.
  public static let envoy = WordFacts(rawValue: 1 << 28)
  /// An office that states alone have: minister, bakanı.
  public static let stateOffice = WordFacts(rawValue: 1 << 29)
  /// An office of several people who are named behind it: presidents.
  public static let jointOffice = WordFacts(rawValue: 1 << 30)
  /// Somebody in the same office elsewhere, which says nothing new of one whose office is told: counterpart, mevkidaşı.
  public static let counterpart = WordFacts(rawValue: 1 << 31)

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
    ("counterpart", .counterpart),
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
