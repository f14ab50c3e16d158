public import ArgumentParser
internal import Dragoman
public import DragomanText

extension LanguageTag: ExpressibleByArgument {
  /// Reads a BCP 47 tag.
  public init?(argument: String) { self.init(argument) }
}

extension OffsetUnit: ExpressibleByArgument {}

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
  var maxRecordBytes: Int = 1 << 26

  /// The inputs; standard input if none is named.
  var paths: [String] { files.isEmpty ? ["-"] : files }

  func validate() throws {
    guard (1...SourceText.maximumByteCount).contains(maxRecordBytes) else {
      throw ValidationError(
        "--max-record-bytes is a number from 1 to \(SourceText.maximumByteCount)")
    }
  }

  /// Opens all inputs, so that a missing one is told before anything is written.
  func open() throws(CommandFailure) -> [(path: String, input: FileDescriptor)] {
    var result: [(String, FileDescriptor)] = []
    for path in paths { result.append((path, try FileDescriptor.open(path: path))) }
    return result
  }

  /// Whether nothing is named and a person sits at the keyboard, who then wants help.
  var wantsHelp: Bool { files.isEmpty && FileDescriptor.standardInput.isTerminal }
}
