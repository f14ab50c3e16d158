internal import ArgumentParser
internal import DragomanText

/// `dragoman normalize`: text in, normalized text out.
struct NormalizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Brings text to a normalization level.",
    discussion: """
      Levels: canonical (NFC), typographic (plain apostrophes, quotes, hyphens and spaces), search-key (the form that \
      names are compared in), repair (text read in a wrong code page is set right; how much is told on standard error).
      """)

  @OptionGroup var inputs: InputOptions

  @Option(help: "The level: canonical, typographic, search-key or repair.")
  var level: NormalizationLevel = .canonical

  func run() async throws {
    if inputs.wantsHelp { throw CleanExit.helpRequest(self) }
    try await Self.withExitCodes {
      let normalizer = Normalizer(level: level)
      var emptied = 0
      for path in try inputs.checkedPaths() {
        let file = try FileDescriptor.open(path: path)
        defer { file.close() }
        // A wrong code page shows in the text as a whole; the other levels go line by line.
        if level == .repair {
          try repair(path, file, normalizer)
        } else {
          emptied += try normalizeLines(path, file, normalizer)
        }
      }
      if emptied > 0 { throw CommandFailure.linesEmptied(emptied) }
    }
  }

  private func repair(_ path: String, _ file: FileDescriptor, _ normalizer: Normalizer)
    throws(CommandFailure)
  {
    var bytes: [UInt8] = []
    try file.readAll(upTo: inputs.maxRecordBytes, appendingTo: &bytes)
    guard bytes.count <= inputs.maxRecordBytes else {
      throw .cannotStart("\(path): \(inputs.tooLong("text"))")
    }
    let source = try source(bytes, path, charset: nil)
    if let charset = source.decoding.charset { Self.report("\(path): decoded from \(charset)") }
    reportReplacements(source.decoding.replacements, path)
    let text = normalizer.normalize(source)
    try FileDescriptor.standardOutput.write(text.bytes)
    if text.repairs > 0 { Self.report("\(path): \(text.repairs) repairs") }
  }

  /// One line out for each line in; returns how many were too long and came out empty.
  private func normalizeLines(
    _ path: String, _ file: FileDescriptor, _ normalizer: Normalizer
  ) throws(CommandFailure) -> Int {
    var reader = LineReader(file, limit: inputs.maxRecordBytes)
    var number = 0
    var emptied = 0
    var replacements = 0
    while let lines = try reader.next() {
      var output: [UInt8] = []
      for line in lines {
        number += 1
        if case .bytes(let bytes) = line {
          let source = try source(Array(bytes), path, charset: "utf-8")
          replacements += source.decoding.replacements
          output.append(contentsOf: normalizer.normalize(source).bytes)
        } else {
          emptied += 1
          Self.report("\(path):\(number): \(inputs.tooLong("line"))")
        }
        output.append(0x0A)
      }
      try FileDescriptor.standardOutput.write(output)
    }
    reportReplacements(replacements, path)
    return emptied
  }

  private func source(
    _ bytes: [UInt8], _ path: String, charset: String?
  ) throws(CommandFailure) -> SourceText {
    do throws(TextError) {
      return try SourceText(decoding: bytes, charset: charset)
    } catch {
      throw .cannotStart("\(path): \(error.message)")
    }
  }

  private func reportReplacements(_ count: Int, _ path: String) {
    if count > 0 { Self.report("\(path): \(count) unreadable parts became U+FFFD") }
  }
}
