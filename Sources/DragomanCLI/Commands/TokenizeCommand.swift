internal import ArgumentParser
internal import Dragoman
internal import DragomanText

/// `dragoman tokenize`: lines of text in, their segments as lines of JSON out.
struct TokenizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Cuts each line of text into words, numbers, marks and addresses.",
    discussion: "One line of JSON for each line of input. Only a line feed ends a line.")

  @OptionGroup var inputs: InputOptions

  @Flag(
    help:
      "Write every segment between two word boundaries of ICU, spaces included, with nothing joined."
  )
  var allSegments = false

  @Option(help: "What offsets count: codepoint, utf8 or utf16.")
  var offsetUnit: OffsetUnit = .codepoint

  func run() async throws {
    if inputs.wantsHelp { throw CleanExit.helpRequest(self) }
    try await Self.withExitCodes {
      let tokenizer: Tokenizer
      do throws(TextError) {
        tokenizer = try Tokenizer()
      } catch {
        throw CommandFailure.cannotStart(error.message)
      }
      for path in try inputs.checkedPaths() {
        let file = try FileDescriptor.open(path: path)
        defer { file.close() }
        var reader = LineReader(file, limit: inputs.maxRecordBytes)
        while let lines = try reader.next() {
          var bytes: [UInt8] = []
          for line in lines {
            bytes.append(contentsOf: encode(line, tokenizer))
            bytes.append(0x0A)
          }
          try FileDescriptor.standardOutput.write(bytes)
        }
      }
    }
  }

  private func encode(_ line: LineReader.Line, _ tokenizer: Tokenizer) -> [UInt8] {
    let format = JSONFormat(offsetUnit: offsetUnit)
    guard case .bytes(let bytes) = line,
      let source = try? SourceText(decoding: Array(bytes), charset: "utf-8")
    else {
      return format.encodeError(
        id: nil, code: "record-too-large", detail: inputs.tooLong("line"))
    }
    // Boundaries of the text as it came: nothing is repaired here.
    let text = tokenizer.tokenize(NormalizedText(unchanged: source), language: inputs.language)
    let tokens =
      allSegments
      ? Array(tokenizer.segments(of: source)) : text.tokens.filter { $0.kind != .space }
    return format.encodeTokens(tokens, of: source, language: text.language)
  }
}
