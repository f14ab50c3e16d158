internal import ArgumentParser
internal import Dragoman
internal import DragomanEvaluation
internal import DragomanTraining

/// `dragoman names`: trains models of names, and measures how well that goes.
struct NamesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Trains models of names on annotated texts, and measures them.",
    discussion: "docs/names.md describes the models and how one of your own is made.",
    subcommands: [NamesTrainCommand.self, NamesEvaluateCommand.self, NamesInfoCommand.self])
}

/// A corpus as the command line names it: `FILE`, `FILE,domain=NAME`, `FILE,weight=NUMBER`, or both.
struct CorpusArgument: ExpressibleByArgument {
  let path: String
  private(set) var domain = ""
  private(set) var weight: Float = 1

  init?(argument: String) {
    var parts = argument.split(separator: ",")[...]
    guard let path = parts.popFirst(), !path.isEmpty else { return nil }
    self.path = String(path)
    for part in parts {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { return nil }
      switch pair[0] {
      case "domain": domain = String(pair[1])
      case "weight":
        guard let number = Float(pair[1]), number > 0, number <= 100 else { return nil }
        weight = number
      default: return nil
      }
    }
  }
}

/// What a model is trained on, and how.
struct NameTrainingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Annotated texts: JSONL, CoNLL, or a folder of them; may be given several times. ',domain=NAME' behind the name gives \
      corpora of other guidelines or genres weights of their own, ',weight=NUMBER' lets their texts count for more.
      """, valueName: "corpus"))
  var data: [CorpusArgument] = []

  @Option(
    help: ArgumentHelp(
      "The domain that the model is for; that of the first corpus if not given.",
      valueName: "name"))
  var domain: String?

  @Flag(help: "Let the model correct the default one instead of standing alone.")
  var onTop = false

  @Option(help: ArgumentHelp("How often each text is read.", valueName: "number"))
  var epochs = 6

  @Option(
    help: ArgumentHelp(
      "How many times weights are learned; their mean varies less with the seed.",
      valueName: "number"))
  var runs = 1

  @Option(help: ArgumentHelp("The same seed and texts give the same model.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "A kind of features to leave out, as 'previous-word'; may be given several times.",
      valueName: "kind"))
  var without: [String] = []

  @Option(
    help: ArgumentHelp(
      "A type of the gold to pass over, as 'DATE'; may be given several times.", valueName: "type"))
  var skipType: [String] = []

  // Not the options that other commands have: '--data' names texts here, and no other model has a say.
  @Option(
    help: ArgumentHelp(
      """
      A compiled lexicon to use on top of the default one, whose folder DRAGOMAN_DATA names; may be given several times.
      """, valueName: "file"))
  var lexicon: [String] = []

  @Option(help: "How many tasks work at once; the result is the same for any number.")
  var jobs: Int = ProcessEnvironment.processorCount

  func validate() throws {
    guard !data.isEmpty else { throw ValidationError("name annotated texts with --data") }
    guard (1...100).contains(epochs) else {
      throw ValidationError("--epochs is a number from 1 to 100")
    }
    guard (1...100).contains(runs) else {
      throw ValidationError("--runs is a number from 1 to 100")
    }
    guard jobs >= 1 else { throw ValidationError("--jobs is a number from 1 on") }
    for name in without where !NameTrainer.templateNames.contains(name) {
      throw ValidationError(
        "--without \(name): kinds of features are \(NameTrainer.templateNames.joined(separator: ", "))"
      )
    }
    if let domain, !data.contains(where: { $0.domain == domain }) {
      throw ValidationError("--domain \(domain): no corpus is of that domain")
    }
  }

  /// The pipeline whose lexicons are read.
  func pipeline() throws(CommandFailure) -> AnnotationPipeline {
    var options = AnnotationPipeline.Options()
    options.dataDirectory = ProcessEnvironment.variable("DRAGOMAN_DATA")
    options.lexicons = lexicon
    options.usesLearned = onTop
    do throws(PipelineError) {
      return try AnnotationPipeline(options: options)
    } catch {
      throw .cannotStart(error.message)
    }
  }

  var trainer: NameTrainer.Options {
    var options = NameTrainer.Options()
    options.epochs = epochs
    options.runs = runs
    options.seed = seed
    options.stacks = onTop
    options.domain = domain
    options.leftOut = Set(without)
    options.jobs = jobs
    return options
  }

  /// Reads corpora.
  ///
  /// - Returns: also the files that were read.
  func corpora(
    _ arguments: [CorpusArgument]
  ) throws(CommandFailure) -> (corpora: [NameCorpus], paths: [String]) {
    var (corpora, paths): ([NameCorpus], [String]) = ([], [])
    for argument in arguments {
      var reader = GoldReader()
      reader.skippedTypes = skipType
      var files = GoldFiles(reader: reader)
      let documents = try files.documents(at: argument.path)
      // Of two files of one name the second is called with its folder.
      let parts = argument.path.split(separator: "/")
      var name = parts.last.map(String.init) ?? argument.path
      if corpora.contains(where: { $0.name == name }) {
        name = parts.suffix(2).joined(separator: "/")
      }
      corpora.append(
        NameCorpus(
          name: name, documents: documents, domain: argument.domain, weight: argument.weight))
      paths += files.paths
    }
    return (corpora, paths)
  }
}
