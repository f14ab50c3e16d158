internal import ArgumentParser
internal import Dragoman
internal import DragomanText

/// `dragoman annotate`: texts in, annotated JSON out.
struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Annotates texts.",
    discussion: """
      A text file is one document; of JSONL each line is one, and each line of input gives one line of output, in order. \
      Unless --format is given, JSONL gives jsonl and a text gives json.
      """)

  /// How documents are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// Indented; several documents stand in an array.
    case json
    /// One line a document.
    case jsonl
  }

  @OptionGroup var inputs: InputOptions

  @Option(help: "What the input holds: text, jsonl or auto.")
  var input: InputKind = .auto

  @Option(help: ArgumentHelp("The field of a JSONL record that holds the text.", valueName: "name"))
  var textField: String = "text"

  @Option(help: ArgumentHelp("The field of a JSONL record that holds its id.", valueName: "name"))
  var idField: String = "id"

  @Option(help: "How to write documents: json or jsonl.")
  var format: Format?

  @Option(help: "What offsets count: codepoint, utf8 or utf16.")
  var offsetUnit: OffsetUnit = .codepoint

  @Option(
    help: ArgumentHelp(
      "The charset of text files that are no UTF-8, as 'windows-1254'; guessed if not given.",
      valueName: "name"))
  var charset: String?

  @Flag(help: "Write the names inside names, too.")
  var nested = false

  @Flag(help: "Write the tokens, too.")
  var tokens = false

  @Flag(
    help:
      "Write every span that was considered as a name, and every entry that a name may mean, with what spoke for and against it."
  )
  var explain = false

  @OptionGroup var lexicons: LexiconOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Where to write; '-' is standard output.", valueName: "file"))
  var output: String = "-"

  @Option(
    help: "How many JSONL records to annotate at once; the output is the same for any number.")
  var jobs: Int = ProcessEnvironment.processorCount

  @Flag(help: "Exit with 1 if a record failed.")
  var failOnError = false

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs is a number from 1 on") }
  }

  func run() async throws {
    if inputs.wantsHelp { throw CleanExit.helpRequest(self) }
    try await Self.withExitCodes {
      let pipeline = try openPipeline()
      let paths = try inputs.checkedPaths()
      let target = try FileDescriptor.create(path: output, besides: paths)
      defer { target.close() }
      var writer = DocumentWriter(
        target, format: format, isSingle: paths.count == 1, offsetUnit: offsetUnit, parts: parts)
      for path in paths {
        let file = try FileDescriptor.open(path: path)
        defer { file.close() }
        try await annotate(path, file, pipeline, &writer)
      }
      try writer.finish()
      if failOnError, writer.failures > 0 { throw CommandFailure.recordsFailed(writer.failures) }
    }
  }

  private var parts: JSONFormat.Parts {
    var parts: JSONFormat.Parts = []
    if nested { parts.insert(.nested) }
    if tokens { parts.insert(.tokens) }
    if explain { parts.formUnion([.considered, .disambiguations]) }
    return parts
  }

  private func openPipeline() throws(CommandFailure) -> AnnotationPipeline {
    var options = lexicons.pipeline
    options.language = inputs.language
    do throws(PipelineError) {
      return try AnnotationPipeline(options: options)
    } catch {
      throw .cannotStart(error.message)
    }
  }

  private func annotate(
    _ path: String, _ file: FileDescriptor, _ pipeline: AnnotationPipeline,
    _ writer: inout DocumentWriter
  ) async throws {
    var start: [UInt8] = []
    var kind = input
    if kind == .auto {
      while start.count < 1 << 16, !start.contains(0x0A) {
        if try file.read(upTo: 1 << 16, appendingTo: &start) == 0 { break }
      }
      kind = InputKind.detect(path: path, start: start)
    }
    if kind == .jsonl {
      try await annotateRecords(file, start, pipeline, &writer)
    } else {
      try annotateText(path, file, start, pipeline, &writer)
    }
  }

  // MARK: Text

  private func annotateText(
    _ path: String, _ file: FileDescriptor, _ start: [UInt8], _ pipeline: AnnotationPipeline,
    _ writer: inout DocumentWriter
  ) throws {
    writer.settle(.json)
    let id: DocumentID? = path == "-" ? nil : .string(path)
    var bytes = start
    try file.readAll(upTo: inputs.maxRecordBytes, appendingTo: &bytes)
    guard bytes.count <= inputs.maxRecordBytes else {
      try writer.writeError(id: id, code: "record-too-large", detail: inputs.tooLong("text"))
      return
    }
    let source: SourceText
    do throws(TextError) {
      source = try SourceText(decoding: bytes, charset: charset)
    } catch {
      throw CommandFailure.cannotStart(error.message)
    }
    try writer.write(pipeline.annotate(source, id: id, explaining: explain))
  }

  // MARK: Records

  private func annotateRecords(
    _ file: FileDescriptor, _ start: [UInt8], _ pipeline: AnnotationPipeline,
    _ writer: inout DocumentWriter
  ) async throws {
    writer.settle(.jsonl)
    var reader = LineReader(file, limit: inputs.maxRecordBytes, start: start)
    let encoder = writer.format
    while let lines = try reader.next() {
      let workers = min(jobs, lines.count)
      if workers == 1 {
        try writer.write(outcomes(of: lines[...], pipeline, encoder))
        continue
      }
      let share = (lines.count + workers - 1) / workers
      let parts = stride(from: 0, to: lines.count, by: share).map {
        lines[$0..<min($0 + share, lines.count)]
      }
      let results = await withTaskGroup(of: (Int, [RecordOutcome]).self) { group in
        for (index, part) in parts.enumerated() {
          group.addTask { (index, outcomes(of: part, pipeline, encoder)) }
        }
        var results = [[RecordOutcome]](repeating: [], count: parts.count)
        for await (index, outcomes) in group { results[index] = outcomes }
        return results
      }
      for outcomes in results { try writer.write(outcomes) }
    }
  }

  private func outcomes(
    of lines: ArraySlice<LineReader.Line>, _ pipeline: AnnotationPipeline, _ encoder: JSONFormat
  ) -> [RecordOutcome] {
    let reader = RecordReader(textField: textField, idField: idField)
    return lines.map { line in
      do throws(RecordError) {
        guard case .bytes(let bytes) = line else {
          throw RecordError(id: nil, code: "record-too-large", detail: inputs.tooLong("line"))
        }
        let record = try reader.record(from: bytes)
        let document = pipeline.annotate(
          record.text, id: record.id, language: inputs.language ?? record.language,
          explaining: explain)
        return RecordOutcome(bytes: encoder.encode(document), isFailure: false)
      } catch {
        let bytes = encoder.encodeError(id: error.id, code: error.code, detail: error.detail)
        return RecordOutcome(bytes: bytes, isFailure: true)
      }
    }
  }
}
