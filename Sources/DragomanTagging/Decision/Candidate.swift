internal import DragomanLexicon

/// A span that may be a name: a node of the lattice, with all that speaks for and against it.
struct Candidate {
  /// The terms that it covers.
  var terms: Range<Int>
  var kind: MentionKind
  let pattern: Pattern
  private(set) var evidence: EvidenceSet
  /// What the lexicon says it is.
  var entry: EntryReference?
  /// The first candidate of the document that names the same thing, when the grammar knows it (an acronym in
  /// brackets): the terms of that candidate.
  var sameAs: Range<Int>?
  /// What was known before any evidence: how prominent the entry is, how sure the earlier mention was.
  let prior: Double
  /// How probable it is that it is right, where the learned evidence has decided.
  var probability: Double?
  /// How often evidence was found that counts each time.
  private var counts = Counts()
  private var sum: Double
  /// What the sum counts for at most.
  private let limit: Double

  init(
    _ terms: Range<Int>, _ kind: MentionKind, _ pattern: Pattern, _ evidence: EvidenceSet,
    prior: Double = 0, entry: EntryReference? = nil, sameAs: Range<Int>? = nil
  ) {
    self.terms = terms
    self.kind = kind
    self.pattern = pattern
    self.evidence = []
    self.entry = entry
    self.sameAs = sameAs
    self.prior = prior
    sum = prior + EvidenceWeights.standard.base(pattern)
    limit = EvidenceWeights.standard.limit(pattern)
    for piece in evidence { add(piece) }
  }

  /// How sure, 0 to 1: its probability where that is known, else what the evidence sums up to, before calibration.
  var score: Double { probability ?? max(0, min(sum, limit)) }

  /// Whether it may be chosen at all.
  var isPossible: Bool { score > SpanSelection.threshold + 1e-9 }

  /// Adds a piece of evidence, unless it is there.
  mutating func add(_ evidence: Evidence) {
    guard self.evidence.insert(evidence) else { return }
    sum += EvidenceWeights.standard.weight(pattern, evidence)
  }

  /// Adds evidence that some of the candidate's words give, each for itself.
  mutating func add(_ evidence: Evidence, times: Int) {
    guard times > 0 else { return }
    self.evidence.insert(evidence)
    counts[evidence] += UInt8(clamping: times - 1)
    sum += EvidenceWeights.standard.weight(pattern, evidence) * Double(times)
  }

  /// How often a piece of evidence counts.
  func times(_ evidence: Evidence) -> Int {
    self.evidence.contains(evidence) ? 1 + Int(counts[evidence]) : 0
  }

  /// Further occurrences of what may count more than once.
  private struct Counts: Hashable {
    private var ordinaryWord: UInt8 = 0
    private var personName: UInt8 = 0
    private var longName: UInt8 = 0

    subscript(evidence: Evidence) -> UInt8 {
      get {
        switch evidence {
        case .ordinaryWord: ordinaryWord
        case .personName: personName
        case .longName: longName
        default: 0
        }
      }
      set {
        switch evidence {
        case .ordinaryWord: ordinaryWord = newValue
        case .personName: personName = newValue
        case .longName: longName = newValue
        default: break
        }
      }
    }
  }
}
