/// Why a span was taken for a name.
public enum Evidence: String, CaseIterable, Hashable, Sendable {
  /// A lexicon holds the name as written, letter case and accents apart.
  case gazetteer
  /// A lexicon holds the name; a grammatical ending was cut.
  case endingCut = "ending-cut"
  /// A lexicon holds a person's name that sounds alike: another way to carry it over from another script.
  case phonetic
  /// An office stands before or after.
  case title
  /// A word of respect stands before.
  case honorific
  /// The first word is a known given name.
  case firstName = "first-name"
  /// The last word is a known family name, or is built like one.
  case lastName = "last-name"
  /// Initials and a word.
  case initial
  /// A word that makes an organization's name one: Ministry, Üniversitesi.
  case organizationHead = "organization-head"
  /// A word that makes a place's name one: River, ilçesi.
  case placeHead = "place-head"
  /// Capitals that stand for a name.
  case acronym
  /// The name was read elsewhere in the document, in full or with its acronym.
  case document
  /// Capitals alone speak for it.
  case capitals
}
