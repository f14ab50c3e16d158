public import ArgumentParser
internal import Dragoman
public import DragomanEvaluation
public import DragomanText

extension LanguageTag: ExpressibleByArgument {
  /// Reads a BCP 47 tag.
  public init?(argument: String) { self.init(argument) }
}

extension OffsetUnit: ExpressibleByArgument {}

extension EvaluationReport.Format: ExpressibleByArgument {}

extension NormalizationLevel: ExpressibleByArgument {}

/// What every command that reads texts takes.
struct InputOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files to read; '-' is standard input.", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "The language of the texts, as 'en' or 'tr'; told from each text if not given.",
      valueName: "tag"))
  var language: LanguageTag?

  @Option(
    help: ArgumentHelp(
      "The longest line or text in bytes; a longer one becomes an error record.", valueName: "bytes"
    ))
  var maxRecordBytes: Int = 1 << 24

  func validate() throws {
    guard (1...SourceText.maximumByteCount).contains(maxRecordBytes) else {
      throw ValidationError(
        "--max-record-bytes is a number from 1 to \(SourceText.maximumByteCount)")
    }
  }

  /// The inputs; standard input if none is named. A missing one is told before anything is written, but each is opened
  /// only when its turn comes: there may be more than a process can hold open.
  func checkedPaths() throws(CommandFailure) -> [String] {
    for path in files { try FileDescriptor.check(path: path) }
    return files.isEmpty ? ["-"] : files
  }

  /// What is wrong with a line or text above the limit, and the remedy.
  func tooLong(_ subject: String) -> String {
    "the \(subject) is longer than \(maxRecordBytes) bytes; raise --max-record-bytes"
  }

  /// Whether nothing is named and a person sits at the keyboard, who then wants help.
  var wantsHelp: Bool { files.isEmpty && FileDescriptor.standardInput.isTerminal }
}

/// Where the default lexicon is.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the default lexicon (also DRAGOMAN_DATA).", valueName: "folder"))
  var data: String?

  /// What a pipeline is opened with.
  var pipeline: AnnotationPipeline.Options {
    var options = AnnotationPipeline.Options()
    options.dataDirectory = data ?? ProcessEnvironment.variable("DRAGOMAN_DATA")
    return options
  }
}

/// Which lexicons are used.
struct LexiconOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A compiled lexicon to use on top of the default one; may be given several times.",
      valueName: "file"))
  var lexicon: [String] = []

  @Option(
    help: ArgumentHelp(
      "A model of names to use instead of the default one, or on top of it if it was trained so.",
      valueName: "file"))
  var model: String?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Let what was learned from annotated texts decide beside lists and grammars.")
  var learned = true

  @OptionGroup var defaults: DataOptions

  func validate() throws {
    guard learned || model == nil else {
      throw ValidationError("give --model or --no-learned, not both")
    }
  }

  /// What a pipeline is opened with.
  var pipeline: AnnotationPipeline.Options {
    var options = defaults.pipeline
    options.lexicons = lexicon
    options.model = model
    options.usesLearned = learned
    return options
  }
}
