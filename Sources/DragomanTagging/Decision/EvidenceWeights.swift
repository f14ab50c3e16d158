/// How much each kind of evidence weighs in each pattern.
///
/// A candidate's score is the sum of the pattern's base, what the lexicon or the document says beforehand, and the weights
/// of all evidence found, at most the pattern's limit. The numbers are set by hand and by measurement; what a score means
/// as a probability is ``ScoreCalibration``'s part.
struct EvidenceWeights: Sendable {
  /// The weights that the tagger uses.
  static let standard = EvidenceWeights()

  private var bases = [Double](repeating: 0, count: Pattern.allCases.count)
  private var limits = [Double](repeating: 0.99, count: Pattern.allCases.count)
  private var weights = [Double](
    repeating: 0, count: Pattern.allCases.count * Evidence.allCases.count)

  /// What a candidate of the pattern starts from.
  func base(_ pattern: Pattern) -> Double { bases[Int(pattern.rawValue)] }

  /// What the sum is at most.
  func limit(_ pattern: Pattern) -> Double { limits[Int(pattern.rawValue)] }

  /// What one piece of evidence adds, or takes away.
  func weight(_ pattern: Pattern, _ evidence: Evidence) -> Double {
    weights[Int(pattern.rawValue) * Evidence.allCases.count + Int(evidence.rawValue)]
  }

  private mutating func set(
    _ pattern: Pattern, base: Double, limit: Double = 0.99, _ pairs: KeyValuePairs<Evidence, Double>
  ) {
    bases[Int(pattern.rawValue)] = base
    limits[Int(pattern.rawValue)] = limit
    add(pattern, pairs)
  }

  private mutating func add(_ pattern: Pattern, _ pairs: KeyValuePairs<Evidence, Double>) {
    for (evidence, weight) in pairs {
      weights[Int(pattern.rawValue) * Evidence.allCases.count + Int(evidence.rawValue)] = weight
    }
  }

  private init() {
    setKnown()
    setAmbiguous()
    setShared()
    setOrganizations()
    setPlaces()
    setPeople()
  }

  private mutating func setKnown() {
    set(
      .knownPlace, base: 0.66,
      [
        .severalWords: 0.24, .wellKnown: 0.3, .ordinaryWord: -0.25, .personName: -0.25,
        .obscure: -0.1, .venue: 0.05, .bodyInside: -0.3, .demonymInside: -0.4,
      ])
    set(.knownOrganization, base: 0.86, [.severalWords: 0.08, .knownAcronym: 0.04])
    set(.knownPerson, base: 0.85, [.severalWords: 0.12])
  }

  private mutating func setAmbiguous() {
    set(
      .ambiguousPlace, base: 0.35,
      [
        .dateline: 0.5, .besidePlace: 0.5, .placePreposition: 0.35, .apostropheSuffix: 0.35,
      ])
    set(
      .ambiguousOrganization, base: 0.6,
      [
        .capitalLine: -0.3, .brackets: 0.15, .opensSentence: -0.25, .alsoPlace: -0.2,
        .besideTitle: 0.1, .ordinaryWord: -0.22,
      ])
    set(
      .ambiguousPerson, base: 0.55,
      [.capitalLine: -0.25, .besideTitle: 0.35, .ordinaryWord: -0.25])
  }

  /// What all names of the lexicons share, and those of a kind.
  private mutating func setShared() {
    for kind in [MentionKind.place, .organization, .person] {
      for pattern in [Pattern.known(kind), .ambiguous(kind)] {
        add(pattern, [.endingCut: -0.03, .ordinaryStem: -0.32, .obscureStem: -0.12])
        if kind == .person {
          add(pattern, [.phonetic: -0.08, .thingBehind: -0.6])
        } else {
          add(pattern, [.unknownBefore: -0.2, .unknownBehind: -0.15])
        }
        if kind == .place { add(pattern, [.compound: -0.5, .behindTitle: -0.3]) }
        if kind == .organization { add(pattern, [.channel: -0.6]) }
      }
    }
  }

  private mutating func setOrganizations() {
    set(.headFirst, base: 0.7, [.complement: 0.2])
    set(.headLast, base: 0.78, [.knownBody: 0.2, .weakHead: -0.08])
    set(.company, base: 0.88, [:])
    for pattern in [Pattern.headLast, .company] {
      add(
        pattern,
        [
          .ordinaryWords: -0.08, .opensSentence: -0.1, .sentenceWord: -0.3, .personInside: -0.12,
          .startsWithName: 0.08, .insideRun: -0.12, .longName: -0.05,
        ])
    }
    set(.headAlone, base: 0.62, [:])
    set(.quotedName, base: 0.92, [:])
    set(.ampersand, base: 0.75, [:])
    set(.acronym, base: 0.4, [.camelCase: 0.08, .acronymLanguage: 0.15, .actor: 0.1])
    set(.acronymOfCountry, base: 0.86, [:])
  }

  private mutating func setPlaces() {
    set(.sharedHead, base: 0.92, [:])
    set(.placeHeadFirst, base: 0.8, [:])
    set(
      .placeHeadLast, base: 0.6,
      [
        .capitalizedHead: 0.18, .knownPlace: 0.2, .unknownBefore: -0.1, .ordinaryWords: -0.15,
        .personName: -0.2, .bearsPerson: 0.12,
      ])
    set(.knownPlaceHead, base: 0.88, [:])
  }

  private mutating func setPeople() {
    set(
      .titledPerson, base: 0.92,
      [
        .singleWord: -0.06, .singleBehindComma: -0.25, .ordinaryWord: -0.45, .ordinaryWords: -0.15,
        .personName: -0.05, .placeName: -0.5, .demonymInside: -0.4, .headInside: -0.3,
        .shorter: -0.06, .thingBehind: -0.6,
      ])
    set(
      .freePerson, base: 0.42, limit: 0.93,
      [
        .firstName: 0.3, .lastName: 0.22, .middleName: 0.1, .ordinaryWord: -0.28,
        .personName: -0.08, .opensSentence: -0.1, .capitalLine: -0.25, .inflectedWord: -0.15,
        .ordinaryWords: -0.2, .venue: -0.2, .allCapitals: -0.2, .titleBehind: 0.2,
        .speechVerb: 0.15,
      ])
    set(.initialPerson, base: 0.9, limit: 0.93, [.ordinaryWord: -0.25])
    for pattern in [Pattern.freePerson, .initialPerson] {
      add(
        pattern,
        [
          .placeName: -0.3, .headInside: -0.35, .demonymInside: -0.3, .insideRun: -0.1,
          .shorter: -0.1, .longName: -0.05, .thingBehind: -0.6,
        ])
    }
    set(
      .remembered, base: 0,
      [
        .opensSentence: -0.45, .capitalLine: -0.3, .behindFirstName: -0.1, .thingBehind: -0.6,
      ])
  }
}
