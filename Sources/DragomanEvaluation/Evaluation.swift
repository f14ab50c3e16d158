public import Dragoman
internal import DragomanText

/// Answers measured against gold.
///
/// ```swift
/// let evaluation = try Evaluation(gold, answers: answers)
/// evaluation.groups[0].figure(.strict)?.f1
/// ```
public struct Evaluation: Sendable {
  /// What is measured beside the usual.
  public struct Options: Sendable {
    /// Fields of gold by whose values the documents are grouped, after all and each language.
    public var fields: [String] = []
    /// How many resamples intervals are made of; 0 for none.
    public var resamples = 1000
    /// The seed of the resamples.
    public var seed: UInt64 = 7
    /// Whether a found name that is one of gold's nested ones counts as neither right nor wrong.
    public var forgivesNested = false
    /// Whether what guidelines disagree about at the ends of names is evened out on both sides (`docs/evaluation.md`).
    public var evensBoundaries = false

    /// Makes the usual options.
    public init() {}
  }

  /// What became of a name between another run and this one.
  public struct Change: Sendable {
    /// Whether it is right now, and was not; else it was right before.
    public let isWon: Bool
    /// What was wrong, in the run that had it wrong.
    public let error: NameError
  }

  /// The gold.
  public let gold: [GoldDocument]
  /// All documents, then the groups.
  public let groups: [FigureGroup]
  /// What is wrong, in the order of the documents and their texts.
  public let errors: [NameError]
  /// What was found as which type.
  public let confusion: ConfusionTable
  /// What changed from the other run, in the same order; empty without one.
  public let changes: [Change]
  /// Whether there is another run to compare with.
  public let isCompared: Bool

  /// Measures answers, by the ids of the gold; a document without one counts as empty.
  ///
  /// - Parameter earlier: the answers of another run, to compare with.
  /// - Throws: `TextError` if ICU's data are missing.
  public init(
    _ gold: [GoldDocument], answers: [String: Annotation], earlier: [String: Annotation]? = nil,
    options: Options = Options()
  ) throws(TextError) {
    let gold = options.evensBoundaries ? gold.map(Self.evened) : gold
    self.gold = gold
    isCompared = earlier != nil
    let now = Self.answers(answers, to: gold, options)
    let before = earlier.map { Self.answers($0, to: gold, options) }
    let finder = try ErrorFinder()
    var errors: [NameError] = []
    var confusion = ConfusionTable()
    var changes: [Change] = []
    for (index, document) in gold.enumerated() {
      let found = finder.errors(
        document, now[index], index: index, earlier: before?[index], confusion: &confusion)
      errors += found.errors
      changes += found.changes
    }
    (self.errors, self.confusion, self.changes) = (errors, confusion, changes)

    // Where gold joins mentions at all, a document without names has no things; else that is not known.
    let joinsMentions = gold.contains { $0.annotation.things?.isEmpty == false }
    func counts(_ answers: [Annotation]) -> [DocumentCounts] {
      zip(gold, answers).map { DocumentCounts($0, $1, joinsMentions: joinsMentions) }
    }
    let nowCounts = counts(now)
    let earlierCounts = before.map(counts)
    func group(_ field: String?, _ value: String, _ members: [Int]) -> FigureGroup {
      let measurement = GroupMeasurement(
        counts: members.map { nowCounts[$0] },
        before: earlierCounts.map { earlier in members.map { earlier[$0] } },
        resamples: options.resamples, seed: options.seed)
      return FigureGroup(
        field: field, value: value, documents: members.count, figures: measurement.figures())
    }
    var groups = [group(nil, "all", Array(gold.indices))]
    for field in ["language"] + options.fields.filter({ $0 != "language" }) {
      let members = Dictionary(grouping: gold.indices) { Self.value(of: field, in: gold[$0]) }
      if field == "language", members.keys.allSatisfy({ $0 == nil }) { continue }
      for value in members.keys.sorted(by: { ($0 ?? "\u{10FFFF}") < ($1 ?? "\u{10FFFF}") }) {
        groups.append(group(field, value ?? "(none)", members[value] ?? []))
      }
    }
    self.groups = groups
  }

  private static func value(of field: String, in document: GoldDocument) -> String? {
    field == "language"
      ? document.language?.code ?? document.fields[field] : document.fields[field]
  }

  private static func evened(_ document: GoldDocument) -> GoldDocument {
    let rules = BoundaryRules(document.source, language: document.language)
    return GoldDocument(
      id: document.id, source: document.source, language: document.language,
      fields: document.fields, annotation: rules.evened(document.annotation))
  }

  private static func answers(
    _ answers: [String: Annotation], to gold: [GoldDocument], _ options: Options
  ) -> [Annotation] {
    gold.map { document in
      var answer = answers[document.id] ?? .empty
      if options.evensBoundaries {
        answer = BoundaryRules(document.source, language: document.language).evened(answer)
      }
      guard options.forgivesNested else { return answer }
      let forgiven = Set(document.annotation.nested).subtracting(document.annotation.spans)
      return Annotation(
        spans: answer.spans.filter { !forgiven.contains($0) }, nested: answer.nested,
        things: answer.things, roles: answer.roles, topics: answer.topics)
    }
  }
}
