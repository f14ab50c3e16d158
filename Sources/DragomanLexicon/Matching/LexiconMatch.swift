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

  private let start: UInt32
  private let count: UInt16
  /// How they match.
  public let quality: Quality
  private let lexiconNumber: UInt8
  /// The types of entries that a lexicon above takes the place of, as bits by ``EntryType``'s raw value.
  var hiddenTypes: UInt32 = 0
  /// The first of the aliases, as a posting of that lexicon; the others stand behind it.
  let firstPosting: UInt32

  /// The terms that match.
  public var terms: Range<Int> { Int(start)..<Int(start) + Int(count) }
  /// Which lexicon of the stack.
  public var lexicon: Int { Int(lexiconNumber) }

  init(terms: Range<Int>, quality: Quality, lexicon: Int, firstPosting: UInt32) {
    start = UInt32(truncatingIfNeeded: terms.lowerBound)
    count = UInt16(truncatingIfNeeded: terms.count)
    self.quality = quality
    lexiconNumber = UInt8(truncatingIfNeeded: lexicon)
    self.firstPosting = firstPosting
  }
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

/// All that a stack of lexicons finds in a text, to be filled again and again: warm, it allocates nothing.
public struct LexiconMatches: Sendable {
  /// Every match, overlapping ones too, by start and then by end.
  public internal(set) var matches: [LexiconMatch] = []
  /// What is known of each term as a single word.
  public internal(set) var classes: [WordClasses] = []

  /// By lexicon, what words were found to be.
  var caches: [WordCache?] = []
  var paths: [LexiconMatcher.Path] = []
  var places: [WordCache.Place] = []

  /// Makes an empty list.
  public init() {}

  /// Gives up the memory that only another search would use: most of a megabyte a lexicon.
  mutating func dropScratch() {
    caches = []
    paths = []
    places = []
  }
}
