internal import DragomanText

/// Sums of weights that terms had in other texts, to be used again: words and what is known of them come back often.
///
/// Two direct-mapped tables of a fixed size, of 700 and 200 KB.
struct LearnedScratch: Sendable {
  typealias Sum = SIMD16<Int16>

  /// What a word brings by itself and to its neighbours.
  private struct Word {
    fileprivate var hash: UInt64 = 0
    fileprivate var shape: UInt64 = .max
    var own = Sum.zero
    /// To the term behind it, the one behind that, the one before it, and the one before that.
    var asPrevious = Sum.zero
    var asSecondPrevious = Sum.zero
    var asNext = Sum.zero
    var asSecondNext = Sum.zero
  }

  /// What facts bring by themselves and to the neighbours.
  private struct Facts {
    fileprivate var facts: UInt64 = 0
    fileprivate var keyLength = -1
    var own = Sum.zero
    var asPrevious = Sum.zero
    var asNext = Sum.zero
  }

  private static let wordCount = 4096
  private static let factsCount = 2048

  private var words: [Word] = []
  private var facts: [Facts] = []
  /// What each way to lie to a name of each kind, pattern and strength brings; by the number of all four.
  private var relations: [SIMD4<Int32>?] = []

  /// Sums of a window's terms, with two more before and four behind.
  var sums: [Sum] = []
  /// What all terms of a window before each bring inside a name.
  private var inside: [SIMD4<Int32>] = []
  /// The spans of a window.
  var spans: [ScoredSpan] = []
  var choice = SpanChoice()

  /// The place of a word's sums.
  @inline(__always)
  mutating func place(
    ofWord hash: UInt64, _ key: ArraySlice<UInt8>, shape: UInt64, _ weights: LearnedWeights
  ) -> Int {
    if words.isEmpty { words = [Word](repeating: Word(), count: Self.wordCount) }
    let place = Int(truncatingIfNeeded: joined(hash, shape) >> 32) & (Self.wordCount - 1)
    if words[place].hash != hash || words[place].shape != shape {
      words[place] = Self.word(hash, key, shape, weights)
    }
    return place
  }

  /// The place of the sums of what is known of a term.
  @inline(__always)
  mutating func place(ofFacts facts: TermFacts, keyLength: Int, _ weights: LearnedWeights) -> Int {
    if self.facts.isEmpty { self.facts = [Facts](repeating: Facts(), count: Self.factsCount) }
    let keyLength = min(keyLength, 8)
    let place =
      Int(truncatingIfNeeded: joined(facts.rawValue, UInt64(keyLength)) >> 32)
      & (Self.factsCount - 1)
    if self.facts[place].facts != facts.rawValue || self.facts[place].keyLength != keyLength {
      self.facts[place] = Self.facts(facts, keyLength, weights)
    }
    return place
  }

  /// Adds what a word and what is known of it bring to the sums around its own: the two before and the two behind.
  ///
  /// - Parameter place: where its own sum is.
  @inline(__always)
  mutating func spread(word: Int, facts: Int, around place: Int) {
    let known = self.facts
    if place >= 2 { sums[place - 2] &+= words[word].asSecondNext }
    if place >= 1 { sums[place - 1] &+= words[word].asNext &+ known[facts].asNext }
    sums[place] &+= words[word].own &+ known[facts].own
    sums[place + 1] &+= words[word].asPrevious &+ known[facts].asPrevious
    sums[place + 2] &+= words[word].asSecondPrevious
  }

  /// Sums up what terms bring inside names.
  mutating func sumInsides(of count: Int) {
    inside.removeAll(keepingCapacity: true)
    var running = SIMD4<Int32>.zero
    inside.append(running)
    for place in 2..<count + 2 {
      running &+= SIMD4(truncatingIfNeeded: sums[place].lowHalf.highHalf)
      inside.append(running)
    }
  }

  /// What some terms of a window bring as a name of each kind.
  @inline(__always)
  func sum(ofTerms terms: Range<Int>) -> SIMD4<Int32> {
    let first = sums[terms.lowerBound + 2]
    if terms.count == 1 { return SIMD4(truncatingIfNeeded: first.highHalf.highHalf) }
    let last = sums[terms.upperBound + 1]
    return SIMD4(truncatingIfNeeded: first.lowHalf.lowHalf)
      &+ SIMD4(truncatingIfNeeded: last.highHalf.lowHalf)
      &+ (inside[terms.upperBound - 1] &- inside[terms.lowerBound + 1])
  }

  /// What it brings to lie in some way to a name of the grammars' decision.
  @inline(__always)
  mutating func relation(
    _ how: UInt64, to name: Candidate, _ weights: LearnedWeights
  ) -> SIMD4<Int32> {
    if relations.isEmpty {
      relations = [SIMD4<Int32>?](
        repeating: nil, count: Pattern.allCases.count * 3 * 16 * 16)
    }
    let place =
      ((Int(name.pattern.rawValue) * 3 + Int(name.kind.rawValue)) * 16 + Int(name.score * 10)) * 16
      + Int(how)
    if let known = relations[place] { return known }
    var sum = SIMD4<Int32>.zero
    FeatureReader.readRelation(how, to: name) { weights.add($0, $1, to: &sum) }
    relations[place] = sum
    return sum
  }

  @inline(never)
  private static func word(
    _ hash: UInt64, _ key: ArraySlice<UInt8>, _ shape: UInt64, _ weights: LearnedWeights
  ) -> Word {
    var word = Word(hash: hash, shape: shape)
    TermFeatures.readWord(hash, key, shape: shape) { weights.add($0, $1, to: &word.own) }
    TermFeatures.readNeighbour(.previous, hash, key) { weights.add($0, $1, to: &word.asPrevious) }
    TermFeatures.readNeighbour(.secondPrevious, hash, key) {
      weights.add($0, $1, to: &word.asSecondPrevious)
    }
    TermFeatures.readNeighbour(.next, hash, key) { weights.add($0, $1, to: &word.asNext) }
    TermFeatures.readNeighbour(.secondNext, hash, key) {
      weights.add($0, $1, to: &word.asSecondNext)
    }
    return word
  }

  @inline(never)
  private static func facts(_ facts: TermFacts, _ keyLength: Int, _ weights: LearnedWeights)
    -> Facts
  {
    var sums = Facts(facts: facts.rawValue, keyLength: keyLength)
    TermFeatures.readFacts(facts, keyLength: keyLength) { weights.add($0, $1, to: &sums.own) }
    TermFeatures.readFacts(ofNeighbour: facts, .previousFact) {
      weights.add($0, $1, to: &sums.asPrevious)
    }
    TermFeatures.readFacts(ofNeighbour: facts, .nextFact) { weights.add($0, $1, to: &sums.asNext) }
    return sums
  }
}
