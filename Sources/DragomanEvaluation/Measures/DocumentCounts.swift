internal import Dragoman

/// What is counted in one document; sums over documents are the counts of a corpus.
struct DocumentCounts {
  /// The tallies of a measure: of all types together, then of each.
  static let rowsOfMeasure = 1 + MentionKind.allCases.count
  static let rowCount = Measure.allCases.count * rowsOfMeasure

  /// The row of a measure, for one type or for all together.
  static func row(_ measure: Measure, _ kind: MentionKind? = nil) -> Int {
    let index = Measure.allCases.firstIndex(of: measure) ?? 0
    return index * rowsOfMeasure + (kind.map { Int($0.rawValue) + 1 } ?? 0)
  }

  private(set) var tallies = [Tally](repeating: Tally(), count: rowCount)
  /// What could be measured: roles, say, only where gold and answer tell them.
  private(set) var measured: Set<Measure> = []

  /// - Parameter joinsMentions: whether gold says which mentions are of one thing.
  init(_ gold: GoldDocument, _ answer: Annotation, joinsMentions: Bool) {
    let source = gold.source
    countSpans(gold.annotation.spans, answer.spans)
    countNames(gold, answer)
    let noThings: [NamedThing]? = gold.annotation.spans.isEmpty ? [] : nil
    if joinsMentions, let goldThings = gold.annotation.things ?? noThings,
      let things = answer.things
    {
      countThings(goldThings, things, source, gold.language)
    }
    if let goldRoles = gold.annotation.roles, let roles = answer.roles {
      let matching = RoleMatching(
        gold: gold.annotation, found: answer, source: source, language: gold.language)
      for (measure, person, body) in [
        (Measure.rolePhrase, false, false), (.rolePerson, true, false), (.roleWhole, true, true),
      ] {
        set(
          measure,
          Tally(
            right: matching.count(samePerson: person, sameBody: body), found: roles.count,
            gold: goldRoles.count))
      }
    }
    if let goldTopics = gold.annotation.topics, let topics = answer.topics {
      countTopics(goldTopics, topics)
    }
  }

  private mutating func set(_ measure: Measure, for kind: MentionKind? = nil, _ tally: Tally) {
    measured.insert(measure)
    tallies[Self.row(measure, kind)] = tally
  }

  /// Sets the tallies of each type, and their sum.
  private mutating func setKinds(of measure: Measure, _ tally: (MentionKind) -> Tally) {
    var sum = Tally()
    for kind in MentionKind.allCases {
      let one = tally(kind)
      set(measure, for: kind, one)
      sum += one
    }
    set(measure, sum)
  }

  private mutating func countSpans(_ gold: [NamedSpan], _ found: [NamedSpan]) {
    let both = Set(gold).intersection(found)
    let pairs = SpanMatching.pairs(gold, found, range: \.range) { $0.kind == $1.kind }
    for (measure, right) in [
      (Measure.strict, Array(both)), (.relaxed, pairs.map { gold[$0.gold] }),
    ] {
      setKinds(of: measure) { kind in
        Tally(
          right: right.count { $0.kind == kind }, found: found.count { $0.kind == kind },
          gold: gold.count { $0.kind == kind })
      }
    }
  }

  private mutating func countNames(_ gold: GoldDocument, _ answer: Annotation) {
    func names(_ spans: [NamedSpan], _ kind: MentionKind) -> Set<String> {
      Set(
        spans.filter { $0.kind == kind }.map {
          NameKey.of(gold.source.text(in: $0.range), language: gold.language)
        })
    }
    setKinds(of: .names) { kind in
      let (held, found) = (names(gold.annotation.spans, kind), names(answer.spans, kind))
      return Tally(
        right: held.intersection(found).count, found: found.count, gold: held.count)
    }
  }

  private mutating func countThings(
    _ gold: [NamedThing], _ found: [NamedThing], _ source: SourceText, _ language: LanguageTag?
  ) {
    // Things that are named only inside other names are no entities of the top level.
    let held = gold.filter { !$0.mentions.isEmpty }
    let answered = found.filter { !$0.mentions.isEmpty }
    let heldNames = held.map { ThingNames.keys(of: $0, in: source, language: language) }
    let answeredNames = answered.map { ThingNames.keys(of: $0, in: source, language: language) }
    var candidates: [(overlap: Int, gold: Int, found: Int)] = []
    for g in held.indices {
      for f in answered.indices where held[g].kind == answered[f].kind {
        let common = heldNames[g].intersection(answeredNames[f]).count
        if common > 0 { candidates.append((common, g, f)) }
      }
    }
    let pairs = SpanMatching.chosen(candidates)
    setKinds(of: .entities) { kind in
      Tally(
        right: pairs.count { held[$0.gold].kind == kind },
        found: answered.count { $0.kind == kind }, gold: held.count { $0.kind == kind })
    }
    let joined = JoinedMentions(gold: held, found: answered)
    set(.bCubed, joined.bCubed)
    set(.bCubedCommon, joined.bCubedCommon)
    set(.ceaf, joined.ceaf)
  }

  private mutating func countTopics(_ gold: [String], _ found: [String]) {
    let (held, answered) = (TopicNames.topLevel(gold), TopicNames.topLevel(found))
    let right = Set(held).intersection(answered).count
    set(.topics, Tally(right: right, found: answered.count, gold: held.count))
    let isHit = answered.first.map(held.contains) ?? false
    set(.firstTopic, Tally(right: isHit ? 1 : 0, found: 1, gold: 1))
  }
}
