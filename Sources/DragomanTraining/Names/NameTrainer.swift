public import Dragoman
internal import DragomanEvaluation
internal import DragomanTagging

/// Trains models of names on annotated texts, and measures how well that goes.
///
/// ```swift
/// let trainer = await NameTrainer([NameCorpus(name: "ours", documents: documents)], on: pipeline, options)
/// let trained = await trainer.train { part, loss in }
/// try trained.write(to: "ours.model")
/// ```
public struct NameTrainer: Sendable {
  /// How a model is trained.
  public struct Options: Sendable {
    /// How often each text is read.
    public var epochs = 6
    /// How many times weights are learned, each with another seed: the mean is taken, which varies less.
    public var runs = 1
    /// What the order of the texts is drawn with: the same seed and texts give the same bytes.
    public var seed: UInt64 = 1
    /// How many features have weights at most: each takes 18 bytes and a little room.
    public var rows = 200_000
    /// Whether the model stands on top of the pipeline's own, and corrects it; else it stands alone.
    public var stacks = false
    /// The domain that the model is for; `nil`: that of the first corpus.
    public var domain: String?
    /// Kinds of features to leave out, by their names.
    public var leftOut: Set<String> = []
    /// How many tasks work at once; the result is the same for any number.
    public var jobs = 1

    /// Makes options: six epochs, one run, 200,000 features, a model that stands alone.
    public init() {}
  }

  /// The names of the kinds of features.
  public static let templateNames = FeatureTemplate.allCases.map(\.name)

  let corpora: [NameCorpus]
  let options: Options
  /// By corpus.
  let examples: [[NameExample]]
  /// The number of the domain that the model is for.
  let domain: Int
  let hasDomains: Bool
  /// The model that the new one stands on.
  private let base: NameModel?

  /// Reads the texts. Cost: as annotating them; all are held in memory, about a kilobyte a word.
  ///
  /// - Parameters:
  ///   - pipeline: whose lexicons are read, and whose models the new one stands on if it is to stack.
  public init(
    _ corpora: [NameCorpus], on pipeline: AnnotationPipeline, _ options: Options
  ) async {
    self.corpora = corpora
    self.options = options
    var domains: [String] = []
    for corpus in corpora where !domains.contains(corpus.domain) { domains.append(corpus.domain) }
    domain = options.domain.flatMap(domains.firstIndex) ?? 0
    hasDomains = domains.count > 1
    base = options.stacks ? pipeline.models.last : nil
    var examples: [[NameExample]] = []
    for corpus in corpora {
      let number = domains.firstIndex(of: corpus.domain) ?? 0
      examples.append(await Self.examples(of: corpus, domain: number, pipeline, options))
    }
    self.examples = examples
  }

  private static func examples(
    of corpus: NameCorpus, domain: Int, _ pipeline: AnnotationPipeline, _ options: Options
  ) async -> [NameExample] {
    let left = Set(FeatureTemplate.allCases.filter { options.leftOut.contains($0.name) })
    let jobs = max(1, min(options.jobs, corpus.documents.count))
    return await withTaskGroup(of: [(Int, NameExample)].self) { group in
      for job in 0..<jobs {
        group.addTask {
          stride(from: job, to: corpus.documents.count, by: jobs).map { index in
            let document = corpus.documents[index]
            let text = pipeline.learningText(
              document.source, language: document.language, without: left, stacks: options.stacks)
            return (
              index, NameExample(document, text, domain: domain, weight: corpus.weight)
            )
          }
        }
      }
      var found: [(Int, NameExample)] = []
      for await part in group { found += part }
      return found.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// How many names do not begin and end with terms, and cannot be learned.
  public var lostNames: Int { examples.joined().reduce(0) { $0 + $1.lost } }

  // MARK: Training

  /// Trains a model on all texts: once without each tenth text, on which it is found out how probable names are, and then with
  /// all.
  ///
  /// - Parameter progress: takes what part of the work is done, 0 to 1, and how improbable the right names of a stretch still
  ///   are, as a logarithm.
  public func train(progress: (Double, Double) -> Void) async -> TrainedNames {
    let tenth = 10
    let most = await learn { index in
      index % tenth != tenth - 1
    } progress: {
      progress($0 / 2, $1)
    }
    var calibrations = [LeadCalibration](repeating: LeadCalibration(), count: 3)
    var decoder = NameDecoder(domain: domain)
    for (number, list) in examples.enumerated() where isOfDomain(number) {
      for index in stride(from: tenth - 1, to: list.count, by: tenth) {
        let truth = Set(list[index].gold)
        for name in decoder.names(in: list[index], most) {
          calibrations[Int(name.kind.rawValue)].add(
            lead: name.lead, isRight: truth.contains(.init(terms: name.terms, kind: name.kind)))
        }
      }
    }
    let all = await learn { _ in
      true
    } progress: {
      progress(0.5 + $0 / 2, $1)
    }
    return TrainedNames(
      image(of: all), calibration: curves(calibrations), summary: summary())
  }

  /// How probable names are by their leads; if few texts say it, as the model below has it.
  private func curves(
    _ calibrations: [LeadCalibration]
  ) -> [(slope: Float, offset: Float)] {
    calibrations.enumerated().map { kind, leads in
      base.map { leads.curve(else: $0.calibration[kind]) } ?? leads.curve()
    }
  }

  /// Whether the model is for texts as those of a corpus.
  func isOfDomain(_ corpus: Int) -> Bool {
    examples[corpus].first?.domain == domain
  }

  func learn(
    _ isUsed: (Int) -> Bool, jobs: Int? = nil, progress: (Double, Double) -> Void
  ) async -> SegmentWeights {
    var settings = SegmentLearner.Options()
    settings.epochs = options.epochs
    settings.jobs = jobs ?? options.jobs
    let used = examples.flatMap { list in list.indices.filter(isUsed).map { list[$0] } }
    var mean = SegmentWeights(hasDomains: hasDomains)
    for run in 0..<options.runs {
      settings.seed = options.seed &+ UInt64(run)
      var learner = SegmentLearner(settings, hasDomains: hasDomains)
      await learner.learn(used) { progress((Double(run) + $0) / Double(options.runs), $1) }
      mean.takeMean(with: learner.weights, run)
    }
    return mean
  }

  private func image(of weights: SegmentWeights) -> NameModelImage {
    var ofTerms: Set<UInt32> = []
    var ofSpans: Set<UInt32> = []
    for example in examples.joined() {
      for window in example.text.windows {
        for term in window.terms {
          ofTerms.formUnion(example.text.features[example.text.termFeatures[term]])
        }
        for span in window.spans {
          ofSpans.formUnion(example.text.features[example.text.spans[span].features])
        }
      }
    }
    // In an order of their own: sets have another in each process.
    return NameModelImage(ofTerms.union(ofSpans).sorted(), rowLimit: options.rows) { hash in
      if ofSpans.contains(hash) {
        let low = SIMD8(lowHalf: weights.ofSpan(hash, domain), highHalf: .zero)
        return SIMD16(lowHalf: low, highHalf: .zero)
      }
      return weights.ofTerm(hash, domain)
    }
  }

  /// The languages of the texts, but for those of fewer than one in a thousand: they may be told wrongly.
  private var languages: [String] {
    var counts: [String: Int] = [:]
    for example in examples.joined() { counts[example.text.language.code, default: 0] += 1 }
    let total = counts.values.reduce(0, +)
    return counts.filter { $0.value * 1000 >= total }.keys.sorted()
  }

  /// What the model was made of, for its file.
  private func summary() -> [(String, String)] {
    var lines: [(String, String)] = []
    if let base { lines.append(("on top of", base.digest)) }
    for (corpus, list) in zip(corpora, examples) {
      let names = list.reduce(0) { $0 + $1.gold.count }
      lines.append(("corpus \(corpus.name)", "\(list.count) texts, \(names) names"))
    }
    lines.append(("languages", languages.joined(separator: " ")))
    lines.append(("epochs", "\(options.epochs)"))
    lines.append(("runs", "\(options.runs)"))
    lines.append(("seed", "\(options.seed)"))
    if let domain = options.domain { lines.append(("domain", domain)) }
    if !options.leftOut.isEmpty {
      lines.append(("without", options.leftOut.sorted().joined(separator: ", ")))
    }
    return lines
  }
}
