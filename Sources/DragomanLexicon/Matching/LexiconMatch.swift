/// A place of a text where aliases of a lexicon end.
public struct LexiconMatch: Hashable, Sendable {
  /// How the text's words lead to the alias.
  public enum Quality: UInt8, Hashable, Sendable {
    /// Each word's search key is the alias's.
    case key
    /// A grammatical ending was cut from a word.
    case endingCut
    /// A word only sounds like the alias's: another way to carry a person's name over from another script.
    case phonetic
    /// The last word only starts as the alias does (topics' terms with `*`).
    case prefix

    /// That of a match of which another word has this quality: what is less sure counts.
    @inline(__always)
    func with(_ other: Quality) -> Quality { rawValue >= other.rawValue ? self : other }
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

  /// Whether it comes before one that starts at the same term.
  func comesBefore(_ other: LexiconMatch) -> Bool {
    (count, lexiconNumber) < (other.count, other.lexiconNumber)
  }

  init(terms: Range<Int>, quality: Quality, lexicon: Int, firstPosting: UInt32) {
    start = UInt32(truncatingIfNeeded: terms.lowerBound)
    count = UInt16(truncatingIfNeeded: terms.count)
    self.quality = quality
    lexiconNumber = UInt8(truncatingIfNeeded: lexicon)
    self.firstPosting = firstPosting
  }
}

/// An entry of one lexicon of a stack.
public struct EntryReference: Hashable, Comparable, Sendable {
  /// The lexicon above, the entry below.
  @usableFromInline let number: UInt64

  /// Which lexicon of the stack; a later one outranks an earlier one.
  @inlinable public var lexicon: Int { Int(truncatingIfNeeded: number &>> 32) }
  /// The entry in it.
  @inlinable public var entry: EntryID { EntryID(UInt32(truncatingIfNeeded: number)) }

  /// 64 well-mixed bits: a place in a table.
  @inlinable public var hash: UInt64 {
    let product = number.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.low ^ product.high
  }

  /// Makes a reference.
  @inlinable
  public init(lexicon: Int, entry: EntryID) {
    number = UInt64(truncatingIfNeeded: lexicon) &<< 32 | UInt64(entry.rawValue)
  }

  /// By lexicon, then as the lexicon has them.
  @inlinable
  public static func < (left: EntryReference, right: EntryReference) -> Bool {
    left.number < right.number
  }
}

/// All that a stack of lexicons finds in a text, to be filled again and again: warm, it allocates nothing.
public struct LexiconMatches: Sendable {
  /// Every match, overlapping ones too, by start and then by end.
  public internal(set) var matches: [LexiconMatch] = []

  /// What words were found to be in other texts, and in this one.
  var cache: WordCache?
  var found = FoundWords()

  /// Makes an empty list.
  public init() {}

  /// What a term is by itself.
  public func facts(ofTerm index: Int) -> WordFacts { found.words[index].facts }

  /// What may be cut from a term.
  public func endings(ofTerm index: Int) -> WordEndings { found.words[index].endings }

  /// What a term's ending says of it.
  public func forms(ofTerm index: Int) -> WordForms { found.words[index].forms }

  /// Forgets the matches, and makes room for what is known of some terms.
  mutating func reset(for count: Int) {
    matches.removeAll(keepingCapacity: true)
    found.reset(for: count)
  }

  /// Gives up the memory that only another search would use: most of a megabyte.
  mutating func dropScratch() {
    cache = nil
    found.dropScratch()
  }
}
