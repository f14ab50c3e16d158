internal import ArgumentParser
internal import Dragoman
internal import DragomanTraining

/// `dragoman names evaluate`.
struct NamesEvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures training by cross-validation.",
    discussion: """
      Each text is measured by a model that did not see it: strict F1 of lists alone, of lists and grammar, and of all with \
      what was learned. A finished model is measured with 'dragoman evaluate --model'.

      Exit codes: 0 measured, 2 texts cannot be read.
      """)

  @OptionGroup var training: NameTrainingOptions

  @Option(
    help: ArgumentHelp(
      "Texts to measure only, never trained on; may be given several times.", valueName: "corpus"))
  var measure: [CorpusArgument] = []

  @Option(help: ArgumentHelp("Into how many parts the texts are cut.", valueName: "number"))
  var folds = 5

  @Option(help: ArgumentHelp("Measure only so many of the parts.", valueName: "number"))
  var parts: Int?

  @Flag(help: "A learning curve: with an eighth, a quarter, half and all of the training texts.")
  var curve = false

  @Flag(help: "Leave out each kind of features in turn.")
  var ablate = false

  func validate() throws {
    guard (2...100).contains(folds) else {
      throw ValidationError("--folds is a number from 2 to 100")
    }
    if let parts, !(1...folds).contains(parts) {
      throw ValidationError("--parts is a number from 1 to \(folds)")
    }
    guard !(curve && ablate) else { throw ValidationError("give --curve or --ablate, not both") }
  }

  func run() async throws {
    try await Self.withExitCodes {
      let corpora = try training.corpora(training.data).corpora
      let measured = try training.corpora(measure).corpora
      let pipeline = try training.pipeline()
      try write(
        ["setting", "corpus", "texts", "system"] + ["f1", "precision", "recall"]
          + ["person f1", "organization f1", "place f1"])
      if ablate {
        for name in [nil] + NameTrainer.templateNames.map(Optional.some) {
          var options = training.trainer
          if let name { options.leftOut.insert(name) }
          try await run(
            corpora, measured, pipeline, options, 1, name.map { "without \($0)" } ?? "all")
        }
      } else if curve {
        for share in [0.125, 0.25, 0.5, 1] {
          try await run(
            corpora, measured, pipeline, training.trainer, share, "\(share) of the texts")
        }
      } else {
        try await run(corpora, measured, pipeline, training.trainer, 1, "all")
      }
    }
  }

  private func run(
    _ corpora: [NameCorpus], _ measured: [NameCorpus], _ pipeline: AnnotationPipeline,
    _ options: NameTrainer.Options, _ share: Double, _ setting: String
  ) async throws {
    let trainer = await NameTrainer(corpora, on: pipeline, options)
    let others = measured.isEmpty ? nil : await NameTrainer(measured, on: pipeline, options)
    for result in await trainer.validate(
      folds: folds, measuring: others, share: share, limit: parts, progress: { _ in })
    {
      for (system, tally) in [
        ("lists", result.lists), ("grammar", result.grammar), ("learned", result.learned),
      ] {
        let figures = [
          tally.f1(), tally.precision, tally.recall, tally.f1(0), tally.f1(1), tally.f1(2),
        ]
        try write(
          [setting, result.corpus, "\(result.documents)", system] + figures.map(Self.rounded))
      }
    }
  }

  /// Writes a line of the table, with tabs between.
  private func write(_ columns: [String]) throws {
    try FileDescriptor.standardOutput.write(
      Array((columns.joined(separator: "\t") + "\n").utf8))
  }

  private static func rounded(_ figure: Double?) -> String {
    guard let figure else { return "" }
    let thousandths = String(Int((figure * 1000).rounded()) + 10000)
    return thousandths.dropFirst().prefix(1) + "." + thousandths.dropFirst(2)
  }
}
