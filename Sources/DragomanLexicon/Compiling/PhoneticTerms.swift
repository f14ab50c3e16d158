internal import DragomanText

/// The terms that are found by their sound, while a lexicon is compiled.
///
/// Memory: a bit a term; when they are put in order, eight bytes each.
struct PhoneticTerms {
  private var marks: [UInt64] = []

  /// Countries that write, or wrote within memory, in another script than Latin, so that the names of their people reach
  /// Latin letters in more than one way: Cyrillic, Arabic, Hebrew, Greek, Georgian, Armenian, Mongolian, Persian,
  /// Ethiopic and the scripts of South Asia.
  ///
  /// East Asia is not among them: its names are carried over by one standard a country, and one vowel tells people apart
  /// (`Wang Feng`, `Wang Fang`).
  static let countries: Set<String> = Set(
    """
    RU BY UA BG MK RS ME BA KZ KG UZ TM TJ MN AZ GE AM GR CY IL IR AF
    PS LB SY JO IQ SA YE OM AE QA BH KW EG LY TN DZ MA MR SD SO DJ KM TD ER ET
    PK IN BD NP LK BT MV
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Whether the terms of an alias belong here: that of a person, in Latin letters that it was carried over to.
  static func wants(_ alias: AliasDraft, of entry: EntryDraft) -> Bool {
    entry.type == .person && (alias.kind == .transliterated || countries.contains(entry.country))
  }

  /// Takes a term by its number.
  mutating func insert(_ term: UInt32) {
    let place = Int(term >> 6)
    while marks.count <= place { marks.append(0) }
    marks[place] |= 1 << UInt64(term & 63)
  }

  /// Whether a term was taken.
  func contains(_ term: UInt32) -> Bool {
    let place = Int(term >> 6)
    return place < marks.count && marks[place] >> UInt64(term & 63) & 1 == 1
  }

  /// The hashes of the phonetic keys (the high half) with the places of their terms (the low half), in order. Terms
  /// without a phonetic key are left out.
  ///
  /// - Parameter places: where each term stands in the file.
  func packed(_ terms: TermTable, _ places: [UInt32]) -> [UInt64] {
    var result: [UInt64] = []
    for (number, place) in places.enumerated() where contains(UInt32(number)) {
      if let key = PhoneticKey(searchKey: terms.keys[number]) {
        result.append(UInt64(key.hash) << 32 | UInt64(place))
      }
    }
    result.sort()
    return result
  }
}
