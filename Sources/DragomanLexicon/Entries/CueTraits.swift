/// What is known of a cue of the grammar, from its attributes.
public struct CueTraits: OptionSet, Hashable, Sendable {
  /// The bits, as postings hold them.
  public let rawValue: UInt16
  /// Makes traits of their bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Stands before what it belongs to; where neither this nor ``after`` is said, both occur.
  public static let before = CueTraits(rawValue: 1 << 0)
  /// Stands behind what it belongs to.
  public static let after = CueTraits(rawValue: 1 << 1)
  /// Bare, it is only a short form: the Ministry.
  public static let generic = CueTraits(rawValue: 1 << 2)
  /// A word of many uses, which makes a name only behind a name: Air, Power.
  public static let weak = CueTraits(rawValue: 1 << 3)
  /// A legal form of companies: Inc., plc, A.Ş.
  public static let companyForm = CueTraits(rawValue: 1 << 4)
  /// Its host or seat belongs to the name: Embassy of Peru in Japan.
  public static let seat = CueTraits(rawValue: 1 << 5)
  /// Behind a person's name it makes none: Biden Administration.
  public static let noPerson = CueTraits(rawValue: 1 << 6)
  /// Behind a country's adjective it makes none: Turkish government.
  public static let noAdjective = CueTraits(rawValue: 1 << 7)
  /// In small letters it belongs to the name, too: Khatlon region.
  public static let smallInside = CueTraits(rawValue: 1 << 8)
  /// A territory behind the person's name belongs to it: Lord Ahmad of Wimbledon.
  public static let territory = CueTraits(rawValue: 1 << 9)

  /// A paper, a channel or a site: of its name in quotation marks it is no part.
  public static let media = CueTraits(rawValue: 1 << 10)

  /// The attributes that sources give cues.
  static let attributes: [(key: String, value: String, trait: CueTraits)] = [
    ("side", "before", .before), ("side", "after", .after), ("generic", "yes", .generic),
    ("weak", "yes", .weak), ("form", "company", .companyForm), ("seat", "yes", .seat),
    ("person", "no", .noPerson), ("adjective", "no", .noAdjective),
    ("small", "inside", .smallInside), ("territory", "yes", .territory),
    ("media", "yes", .media),
  ]

  /// The traits that attributes say.
  init(_ pairs: [Entry.Pair]) {
    self = []
    for pair in pairs {
      for known in Self.attributes where known.key == pair.key && known.value == pair.value {
        insert(known.trait)
      }
    }
  }
}
