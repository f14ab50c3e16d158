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
      for source in try inputs.open() {
        // A wrong code page shows in the text as a whole; the other levels go line by line.
        if level == .repair {
          try repair(source.path, source.input, normalizer)
        } else {
          try normalizeLines(source.path, source.input, normalizer)
        }
        source.input.close()
      }
    }
  }

  private func repair(_ path: String, _ file: FileDescriptor, _ normalizer: Normalizer)
    throws(CommandFailure)
  {
    var bytes: [UInt8] = []
    while bytes.count <= inputs.maxRecordBytes {
      if try file.read(upTo: 1 << 18, appendingTo: &bytes) == 0 { break }
    }
    let text = normalizer.normalize(try source(bytes, path))
    try FileDescriptor.standardOutput.write(text.bytes)
    if text.repairs > 0 { Self.report("\(path): \(text.repairs) repairs") }
  }

  private func normalizeLines(_ path: String, _ file: FileDescriptor, _ normalizer: Normalizer)
    throws(CommandFailure)
  {
    var reader = LineReader(file, limit: inputs.maxRecordBytes)
    while let lines = try reader.next() {
      var output: [UInt8] = []
      for line in lines {
        guard case .bytes(let bytes) = line else { throw tooLong(path) }
        output.append(contentsOf: normalizer.normalize(try source(Array(bytes), path)).bytes)
        output.append(0x0A)
      }
      try FileDescriptor.standardOutput.write(output)
    }
  }

  private func source(_ bytes: [UInt8], _ path: String) throws(CommandFailure) -> SourceText {
    guard bytes.count <= inputs.maxRecordBytes else { throw tooLong(path) }
    do throws(TextError) {
      return try SourceText(decoding: bytes)
    } catch {
      throw .cannotStart("\(path): \(error.message)")
    }
  }

  private func tooLong(_ path: String) -> CommandFailure {
    .cannotStart(
      "\(path): a line is longer than \(inputs.maxRecordBytes) bytes; raise --max-record-bytes")
  }
}
