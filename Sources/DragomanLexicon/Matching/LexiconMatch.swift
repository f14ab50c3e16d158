/// A place of a text where aliases of a lexicon end.
public struct LexiconMatch: Hashable, Sendable {
  /// How the text's words lead to the alias.
  public enum Quality: UInt8, Hashable, Sendable {
    /// Each word's search key is the alias's.
    case key
    /// A grammatical ending was cut from a word.
    case endingCut
    /// The last word only starts as the alias does (topics' terms with `*`).
    case prefix
  }

  /// The terms that match.
  public let terms: Range<Int>
  /// How they match.
  public let quality: Quality
  /// Which lexicon of the stack.
  public let lexicon: Int
  /// The aliases, as postings of that lexicon.
  let postings: Range<Int>
}

/// An entry of one lexicon of a stack.
public struct EntryReference: Hashable, Sendable {
  /// Which lexicon of the stack; a later one outranks an earlier one.
  public let lexicon: Int
  /// The entry in it.
  public let entry: EntryID

  /// Makes a reference.
  public init(lexicon: Int, entry: EntryID) {
    self.lexicon = lexicon
    self.entry = entry
  }
}

/// All that a stack of lexicons finds in a text.
public struct LexiconMatches: Sendable {
  /// Every match, overlapping ones too, by start and then by end.
  public let matches: [LexiconMatch]
  /// What is known of each term as a single word.
  public let classes: [WordClasses]
}
