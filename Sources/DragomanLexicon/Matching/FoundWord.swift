/// What a word of a text was found to be: where its candidates stand in the list of all, what names they start, and what
/// is known of the word by itself and of its endings.
struct FoundWord: Sendable {
  /// The terms of the candidates: for each a bit by its number, of 64.
  private(set) var terms: UInt64 = 0
  // From the lowest bit on: 32 bits the first candidate, 8 how many there are, 5 traits, 8 the forms. One number, which is
  // copied at once.
  private var bits: UInt64
  /// What it is by itself.
  var facts: WordFacts = []
  /// What may be cut from it.
  var endings = WordEndings()

  private static let countShift: UInt64 = 32
  private static let startsSmall: UInt64 = 1 << 40
  private static let goesOnSmall: UInt64 = 1 << 41
  private static let starts: UInt64 = 1 << 42
  private static let goesOn: UInt64 = 1 << 43
  private static let capital: UInt64 = 1 << 44
  private static let formShift: UInt64 = 45

  /// A word that is nothing yet.
  ///
  /// - Parameter start: where its candidates are going to stand.
  init(from start: Int = 0) { bits = UInt64(UInt32(truncatingIfNeeded: start)) }

  /// The candidates.
  @inline(__always)
  var range: Range<Int> {
    let start = Int(UInt32(truncatingIfNeeded: bits))
    return start..<start &+ Int(UInt8(truncatingIfNeeded: bits >> Self.countShift))
  }

  /// Whether the text writes the word with a capital, or it is of a script without case.
  @inline(__always)
  var isCapitalized: Bool { bits & Self.capital != 0 }

  /// What its ending says of it.
  var forms: WordForms {
    get { WordForms(rawValue: UInt8(truncatingIfNeeded: bits >> Self.formShift)) }
    set {
      bits &= ~(UInt64(UInt8.max) << Self.formShift)
      bits |= UInt64(newValue.rawValue) << Self.formShift
    }
  }

  /// Whether there is no room for one more candidate.
  var isFull: Bool { range.count == UInt8.max }

  /// The word as a text writes it.
  @inline(__always)
  func written(withCapital isCapital: Bool) -> FoundWord {
    var word = self
    word.bits |= isCapital ? Self.capital : 0
    return word
  }

  /// Whether a name can start here, as the word is written here.
  @inline(__always)
  var canStart: Bool {
    let small = Self.startsSmall | Self.goesOnSmall
    return bits & (isCapitalized ? small | Self.starts | Self.goesOn : small) != 0
  }

  /// Takes in the candidate that was put behind the others.
  mutating func take(_ candidate: WordCandidate) {
    bits += 1 << Self.countShift
    terms |= 1 << UInt64(candidate.term & 63)
    if candidate.posting != 0 {
      bits |= candidate.startsSmall ? Self.starts | Self.startsSmall : Self.starts
    }
    noteGoingOn(candidate)
  }

  /// Notes that names of several words go on behind a candidate.
  mutating func noteGoingOn(_ candidate: WordCandidate) {
    guard candidate.root != 0, candidate.mayContinue else { return }
    bits |= candidate.goesOnSmall ? Self.goesOn | Self.goesOnSmall : Self.goesOn
  }
}
