/// The votes of a text's words for its language.
struct LanguageBallot {
  /// How many words are asked.
  static let wordLimit = 2000
  /// How many words can be added up in small numbers: each has three halves of a vote at most.
  private static let batch = 42

  /// How many words voted.
  private(set) var wordCount = 0
  /// By profile, in halves: the last words, and those before them.
  private var lastVotes = LanguageVotes.OfWord()
  private var lastCount = 0
  private var votes = SIMD16<Int16>()

  /// Whether there is room for another word.
  @inline(__always)
  var isOpen: Bool { wordCount < Self.wordLimit }

  /// Takes a word's votes.
  ///
  /// - Parameter words: 0 if it is no word and says nothing.
  /// - Precondition: the ballot is open.
  @inline(__always)
  mutating func add(_ votes: LanguageVotes.OfWord, words: Int = 1) {
    wordCount &+= words
    lastVotes &+= votes
    lastCount &+= words
    if lastCount == Self.batch { addUp() }
  }

  private mutating func addUp() {
    votes &+= SIMD16(truncatingIfNeeded: lastVotes)
    lastVotes = LanguageVotes.OfWord()
    lastCount = 0
  }

  /// The language that won, if its share of the words is above a floor.
  func guess(floor: Double) -> LanguageIdentifier.Guess {
    let languages = LanguageVotes.all.languages
    guard wordCount > 0 else { return .init(language: .undetermined, margin: 0) }
    // Ties go to the language that stands first.
    var first = (score: -Double.infinity, profile: -1)
    for profile in languages.indices where score(profile) > first.score {
      first = (score(profile), profile)
    }
    guard first.score >= floor else { return .init(language: .undetermined, margin: 0) }
    let language = languages[first.profile]
    var second = 0.0
    for profile in languages.indices where languages[profile] != language {
      second = max(second, score(profile))
    }
    return .init(language: language, margin: first.score - second)
  }

  /// A profile's share of the words.
  private func score(_ profile: Int) -> Double {
    (Double(votes[profile]) + Double(lastVotes[profile])) / 2 / Double(wordCount)
  }
}
