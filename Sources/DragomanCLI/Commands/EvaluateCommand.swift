internal import ArgumentParser
internal import Dragoman
internal import DragomanEvaluation
internal import DragomanText

/// `dragoman evaluate`: answers measured against gold.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures annotation against gold, and shows the errors.",
    discussion: """
      GOLD is a JSON or JSONL file of documents with id, text and entities, a file in CoNLL form (.conll, .iob, .iob2, \
      .bio, .bioes), a folder of such files, or a folder with tables in gold/ and their texts in releases/. Its texts \
      are annotated with the options below, unless --system names what was annotated before. docs/evaluation.md defines \
      the measures and the formats.

      Exit codes: 0 measured, 2 gold or answers cannot be read.
      """)

  @Argument(help: ArgumentHelp("The gold: a file or a folder.", valueName: "gold"))
  var gold: String

  @Option(
    help: ArgumentHelp(
      "Measure these annotations (JSONL) instead of annotating.", valueName: "file"))
  var system: String?

  @Option(
    help: ArgumentHelp(
      "Compare with these annotations (JSONL) of another run.", valueName: "file"))
  var compare: String?

  @Option(
    help: ArgumentHelp(
      "Write the annotations as JSONL, for --system or --compare later.", valueName: "file"))
  var save: String?

  @Option(
    help: ArgumentHelp(
      "Group by a field of the gold, as 'sender'; may be given several times.", valueName: "field"))
  var by: [String] = []

  @Option(help: ArgumentHelp("List the first errors and changes.", valueName: "number"))
  var errors: Int = 0

  @Option(help: "How the figures are written: text, json or csv.")
  var format: EvaluationReport.Format = .text

  @Option(help: ArgumentHelp("Write a page of all errors.", valueName: "file"))
  var html: String?

  @Option(help: ArgumentHelp("Resamples for the 95 % intervals; 0 for none.", valueName: "number"))
  var boot: Int = 1000

  @Option(help: ArgumentHelp("The seed of the resamples.", valueName: "number"))
  var seed: UInt64 = 7

  @Option(
    help: """
      What offsets count in gold and answers that do not say it: utf8, codepoint or utf16; without it utf8 where \
      entities have cp_start, else codepoint.
      """)
  var offsetUnit: OffsetUnit?

  @Option(
    help: ArgumentHelp(
      "A type of the gold to pass over, as 'DATE'; may be given several times.", valueName: "type"))
  var skipType: [String] = []

  @Flag(help: "Do not count a found name as wrong that gold has inside another one.")
  var forgiveNested = false

  @Flag(
    help: """
      Even out on both sides what guidelines disagree about: articles, possessives, closing stops, Turkish and Kazakh \
      endings.
      """)
  var evenBoundaries = false

  @Option(
    help: ArgumentHelp(
      "The language of the texts, as 'en' or 'tr'; told from each text if not given.",
      valueName: "tag"))
  var language: LanguageTag?

  @Flag(help: "Annotate each text in the language that the gold names.")
  var goldLanguage = false

  @OptionGroup var lexicons: LexiconOptions

  @Option(help: "How many texts to annotate at once; the figures are the same for any number.")
  var jobs: Int = ProcessEnvironment.processorCount

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs is a number from 1 on") }
    guard (0...1_000_000).contains(boot) else {
      throw ValidationError("--boot is a number from 0 to 1000000")
    }
    guard errors >= 0 else { throw ValidationError("--errors is a number from 0 on") }
    guard language == nil || !goldLanguage else {
      throw ValidationError("give --language or --gold-language, not both")
    }
    let annotates =
      language != nil || goldLanguage || !lexicons.lexicon.isEmpty || lexicons.model != nil
      || !lexicons.learned || save != nil
    guard system == nil || !annotates else {
      throw ValidationError(
        "--system measures what was annotated before; leave out --language, --gold-language, --lexicon, --model, --no-learned and --save"
      )
    }
  }

  func run() async throws {
    try await Self.withExitCodes {
      var reader = GoldReader()
      reader.unit = offsetUnit
      reader.skippedTypes = skipType
      var files = GoldFiles(reader: reader)
      let documents = try files.documents(at: gold)
      let inputs = files.paths + [system, compare].compactMap(\.self)
      let answers = try await answers(to: documents, inputs)
      let earlier = try compare.map { try read($0, documents) }
      var options = Evaluation.Options()
      options.fields = by
      options.resamples = boot
      options.seed = seed
      options.forgivesNested = forgiveNested
      options.evensBoundaries = evenBoundaries
      let evaluation: Evaluation
      do throws(TextError) {
        evaluation = try Evaluation(documents, answers: answers, earlier: earlier, options: options)
      } catch {
        throw CommandFailure.cannotStart(error.message)
      }
      for field in by
      where field != "language" && !documents.contains(where: { $0.fields[field] != nil }) {
        Self.report("warning: no document of the gold has a field '\(field)'")
      }
      let report = EvaluationReport(evaluation, maximumErrors: errors)
      if let html {
        let page = try FileDescriptor.create(path: html, besides: inputs)
        defer { page.close() }
        try page.write(report.encodePage(title: gold))
        if html == "-" { return }
      }
      try FileDescriptor.standardOutput.write(report.encode(format))
    }
  }

  // MARK: Answers

  private func answers(
    to documents: [GoldDocument], _ inputs: [String]
  ) async throws -> [String: Annotation] {
    if let system { return try read(system, documents) }
    var options = lexicons.pipeline
    options.language = language
    let pipeline: AnnotationPipeline
    do throws(PipelineError) {
      pipeline = try AnnotationPipeline(options: options)
    } catch {
      throw CommandFailure.cannotStart(error.message)
    }
    let target = try save.map { try FileDescriptor.create(path: $0, besides: inputs) }
    defer { target?.close() }
    let annotated = await annotate(documents, pipeline)
    if let target {
      let format = JSONFormat(parts: .nested)
      for document in annotated { try target.write(format.encode(document) + [0x0A]) }
    }
    return Dictionary(
      uniqueKeysWithValues: zip(documents.map(\.id), annotated.map(Annotation.init)))
  }

  /// Each task takes every so-manieth document.
  private func annotate(
    _ documents: [GoldDocument], _ pipeline: AnnotationPipeline
  ) async -> [AnnotatedDocument] {
    let workers = min(jobs, documents.count)
    let usesGoldLanguage = goldLanguage
    return await withTaskGroup(of: [(Int, AnnotatedDocument)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          stride(from: worker, to: documents.count, by: workers).map { index in
            let document = documents[index]
            return (
              index,
              pipeline.annotate(
                document.source, id: .string(document.id),
                language: usesGoldLanguage ? document.language : nil)
            )
          }
        }
      }
      var results: [(Int, AnnotatedDocument)] = []
      for await part in group { results += part }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func read(
    _ path: String, _ documents: [GoldDocument]
  ) throws(CommandFailure) -> [String: Annotation] {
    let bytes = try GoldFiles.bytes(of: path)
    var reader = AnswerReader()
    reader.unit = offsetUnit
    do throws(EvaluationError) {
      let answers = try reader.answers(in: bytes, path: path, to: documents)
      var remarks = RemarkReport()
      for remark in reader.remarks { remarks.report("warning: \(remark)") }
      remarks.finish()
      return answers
    } catch {
      throw .cannotStart(error.description)
    }
  }
}
