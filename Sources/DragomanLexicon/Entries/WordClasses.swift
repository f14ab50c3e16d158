/// What is known of a single word, apart from the names it is part of.
public struct WordClasses: OptionSet, Hashable, Sendable {
  /// The bits, as the compiled lexicon stores them.
  public let rawValue: UInt32
  /// Makes a set of its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A person's given name.
  public static let firstName = WordClasses(rawValue: 1 << 0)
  /// A person's family name.
  public static let lastName = WordClasses(rawValue: 1 << 1)
  /// An ordinary word of English.
  public static let ordinaryEnglish = WordClasses(rawValue: 1 << 2)
  /// An ordinary word of Turkish.
  public static let ordinaryTurkish = WordClasses(rawValue: 1 << 3)
  /// An ordinary word of Kazakh.
  public static let ordinaryKazakh = WordClasses(rawValue: 1 << 4)
  /// An ordinary word of Azerbaijani.
  public static let ordinaryAzerbaijani = WordClasses(rawValue: 1 << 5)
  /// An ordinary word of Russian.
  public static let ordinaryRussian = WordClasses(rawValue: 1 << 6)
  /// An ordinary word of another language.
  public static let ordinaryOther = WordClasses(rawValue: 1 << 7)
  /// An ordinary word of some language once an ending of the text's language is cut.
  public static let inflectedOrdinary = WordClasses(rawValue: 1 << 31)
  /// An ordinary word of any language.
  public static let ordinary: WordClasses = [
    .ordinaryEnglish, .ordinaryTurkish, .ordinaryKazakh, .ordinaryAzerbaijani, .ordinaryRussian,
    .ordinaryOther,
  ]

  /// What a word is, for people: `first name`, `ordinary (en)`.
  public var names: [String] {
    let all: [(WordClasses, String)] = [
      (.firstName, "first name"), (.lastName, "last name"), (.ordinaryEnglish, "ordinary (en)"),
      (.ordinaryTurkish, "ordinary (tr)"), (.ordinaryKazakh, "ordinary (kk)"),
      (.ordinaryAzerbaijani, "ordinary (az)"), (.ordinaryRussian, "ordinary (ru)"),
      (.ordinaryOther, "ordinary (other)"), (.inflectedOrdinary, "ordinary with an ending"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
