/// What is known of a cue of the grammar, from its attributes.
public struct CueTraits: OptionSet, Hashable, Sendable {
  /// The bits, as postings hold them.
  public let rawValue: UInt16
  /// Makes traits of their bits.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Stands before what it belongs to; where neither this nor ``after`` is said, both occur.
  @inlinable public static var before: CueTraits { CueTraits(rawValue: 1 << 0) }
  /// Stands behind what it belongs to.
  @inlinable public static var after: CueTraits { CueTraits(rawValue: 1 << 1) }
  /// Bare, it is only a short form: the Ministry.
  @inlinable public static var generic: CueTraits { CueTraits(rawValue: 1 << 2) }
  /// A word of many uses, which makes a name only behind a name: Air, Power.
  @inlinable public static var weak: CueTraits { CueTraits(rawValue: 1 << 3) }
  /// A legal form of companies: Inc., plc, A.Ş.
  @inlinable public static var companyForm: CueTraits { CueTraits(rawValue: 1 << 4) }
  /// Its host or seat belongs to the name: Embassy of Peru in Japan.
  @inlinable public static var seat: CueTraits { CueTraits(rawValue: 1 << 5) }
  /// Behind a person's name it makes none: Biden Administration.
  @inlinable public static var noPerson: CueTraits { CueTraits(rawValue: 1 << 6) }
  /// Behind a country's adjective it makes none: Turkish government.
  @inlinable public static var noAdjective: CueTraits { CueTraits(rawValue: 1 << 7) }
  /// In small letters it belongs to the name, too: Khatlon region.
  @inlinable public static var smallInside: CueTraits { CueTraits(rawValue: 1 << 8) }
  /// A territory behind the person's name belongs to it: Lord Ahmad of Wimbledon.
  @inlinable public static var territory: CueTraits { CueTraits(rawValue: 1 << 9) }

  /// A paper, a channel or a site: of its name in quotation marks it is no part.
  @inlinable public static var media: CueTraits { CueTraits(rawValue: 1 << 10) }
  /// Its name stands right behind it: Radio Liberty, Grupo Bimbo.
  @inlinable public static var nameBehind: CueTraits { CueTraits(rawValue: 1 << 11) }
  /// Of several that share it: Ankara and Istanbul Universities.
  @inlinable public static var plural: CueTraits { CueTraits(rawValue: 1 << 12) }
  /// Any capitalized word behind it is somebody's name: Mr Park.
  @inlinable public static var anyName: CueTraits { CueTraits(rawValue: 1 << 13) }

  /// The attributes that sources give cues.
  static let attributes: [(key: String, value: String, trait: CueTraits)] = [
    ("side", "before", .before), ("side", "after", .after), ("generic", "yes", .generic),
    ("weak", "yes", .weak), ("form", "company", .companyForm), ("seat", "yes", .seat),
    ("person", "no", .noPerson), ("adjective", "no", .noAdjective),
    ("small", "inside", .smallInside), ("territory", "yes", .territory),
    ("media", "yes", .media),
    ("name", "behind", .nameBehind), ("name", "any", .anyName), ("plural", "yes", .plural),
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
