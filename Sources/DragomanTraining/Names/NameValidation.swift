internal import DragomanTagging

/// What lists, grammars and what was learned find of the names of a corpus.
public struct NameValidation: Sendable {
  /// The corpus.
  public let corpus: String
  /// How many texts were measured.
  public internal(set) var documents = 0
  /// What lexicons find alone.
  public internal(set) var lists = NameTally()
  /// What lexicons and grammars find.
  public internal(set) var grammar = NameTally()
  /// What is found with what was learned.
  public internal(set) var learned = NameTally()
}

extension NameTrainer {
  /// Measures by cross-validation: each text by a model that was trained on the other parts.
  ///
  /// - Parameters:
  ///   - folds: into how many parts each corpus is cut, every so-manieth text into one.
  ///   - measured: corpora that no model is trained on; all models' findings are counted.
  ///   - share: what part of each corpus's training texts is used, 0 to 1: for a learning curve.
  ///   - limit: how many of the folds are measured; `nil`: all.
  ///   - progress: takes what part of the work is done, 0 to 1.
  public func validate(
    folds: Int, measuring measured: NameTrainer? = nil, share: Double = 1, limit: Int? = nil,
    progress: @Sendable (Double) -> Void
  ) async -> [NameValidation] {
    let count = min(limit ?? folds, folds)
    let parts = await withTaskGroup(of: (Int, [NameValidation]).self) { group in
      var parts: [(Int, [NameValidation])] = []
      var next = 0
      while next < count || parts.count < count {
        while next < count, next - parts.count < max(1, options.jobs) {
          let fold = next
          group.addTask {
            (fold, await validate(fold: fold, of: folds, share, measured))
          }
          next += 1
        }
        if let part = await group.next() {
          parts.append(part)
          progress(Double(parts.count) / Double(count))
        }
      }
      return parts.sorted { $0.0 < $1.0 }.map(\.1)
    }
    guard var result = parts.first else { return [] }
    for part in parts.dropFirst() {
      for index in result.indices { result[index].add(part[index]) }
    }
    return result
  }

  private func validate(
    fold: Int, of folds: Int, _ share: Double, _ measured: NameTrainer?
  ) async -> [NameValidation] {
    let weights = await learn(
      { index in
        index % folds != fold && Self.isWithin(share, index / folds)
      }, jobs: 1
    ) { _, _ in }
    var result: [NameValidation] = []
    for (corpus, list) in zip(corpora, examples) {
      result.append(
        validation(
          of: corpus, list.indices.filter { $0 % folds == fold }.map { list[$0] }, weights))
    }
    if let measured {
      for (corpus, list) in zip(measured.corpora, measured.examples) {
        result.append(validation(of: corpus, list, weights))
      }
    }
    return result
  }

  /// Whether a text is in a share of the texts, however few they are: smaller shares are within larger ones.
  static func isWithin(_ share: Double, _ index: Int) -> Bool {
    // Multiples of the golden ratio spread evenly (Knuth, volume 3, 6.4).
    let spread = UInt64(index) &* 0x9E37_79B9_7F4A_7C15
    return Double(spread >> 32) < share * 0x1p32
  }

  private func validation(
    of corpus: NameCorpus, _ examples: [NameExample], _ weights: SegmentWeights
  ) -> NameValidation {
    var result = NameValidation(corpus: corpus.name)
    var decoder = NameDecoder(domain: domain)
    for example in examples {
      result.documents += 1
      result.lists.add(example.text.listed, to: example)
      result.grammar.add(example.text.ruled, to: example)
      result.learned.add(
        decoder.names(in: example, weights).map { ($0.terms, $0.kind) }, to: example)
    }
    return result
  }
}

extension NameValidation {
  fileprivate mutating func add(_ other: NameValidation) {
    documents += other.documents
    lists += other.lists
    grammar += other.grammar
    learned += other.learned
  }
}
