internal import ArgumentParser
internal import Dragoman
internal import DragomanTagging
internal import DragomanTraining

/// `dragoman names train`.
struct NamesTrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Trains a model of names on annotated texts.",
    discussion: """
      The model is used with --model. It replaces the default one, or corrects it if it was trained with --on-top.

      Exit codes: 0 trained, 2 texts cannot be read or the model not written.
      """)

  @OptionGroup var training: NameTrainingOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The model to write.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "How many features have weights at most: the file takes some 21 bytes for each.",
      valueName: "number"))
  var features = 200_000

  func validate() throws {
    guard (1000...10_000_000).contains(features) else {
      throw ValidationError("--features is a number from 1000 to 10000000")
    }
  }

  func run() async throws {
    try await Self.withExitCodes {
      let (corpora, paths) = try training.corpora(training.data)
      try FileDescriptor.check(newFile: output, besides: paths + training.lexicon)
      var options = training.trainer
      options.rows = features
      var line = ProgressLine()
      line.show { "reading the texts" }
      let trainer = await NameTrainer(corpora, on: try training.pipeline(), options)
      let trained = await trainer.train { part, loss in
        line.show { "\(Int(part * 100)) %, loss \(Self.rounded(loss))" }
      }
      line.clear()
      do throws(NameModelError) {
        try trained.write(to: output)
      } catch {
        throw CommandFailure.cannotStart(error.description)
      }
      if trainer.lostNames > 0 {
        Self.report(
          "warning: \(trainer.lostNames) names begin or end inside a word and were not learned")
      }
      Self.report(
        "\(output): \(trained.rowCount) features, \(trained.bytes.count) bytes")
    }
  }

  private static func rounded(_ number: Double) -> String {
    let thousandths = Int((number * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.utf8.count))\(rest)"
  }
}

/// `dragoman names info`.
struct NamesInfoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Tells what a model of names was trained on.",
    discussion:
      "Without a file, of the default model. Exit codes: 0 told, 2 the model cannot be read.")

  @Argument(help: ArgumentHelp("The model.", valueName: "file"))
  var model: String?

  @OptionGroup var defaults: DataOptions

  func run() async throws {
    try await Self.withExitCodes {
      var options = defaults.pipeline
      options.model = model
      let models: [NameModel]
      do throws(PipelineError) {
        models = try AnnotationPipeline.models(options)
      } catch {
        throw CommandFailure.cannotStart(error.message)
      }
      guard let opened = models.last else { return }
      var lines = [("path", opened.path), ("digest", opened.digest)]
      lines += [("bytes", "\(opened.byteCount)")]
      lines += opened.summary.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      let text = lines.map { "\($0.0)\t\($0.1)\n" }.joined()
      try FileDescriptor.standardOutput.write(Array(text.utf8))
    }
  }
}
