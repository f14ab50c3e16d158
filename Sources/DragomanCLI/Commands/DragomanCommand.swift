internal import ArgumentParser
internal import Dragoman
internal import DragomanText

/// The program.
@main
struct DragomanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragoman",
    abstract: "Reads press releases and says who and what is in them, as JSON.",
    discussion: """
      Names of people, organizations and places, who holds which office, and topics; English, Turkish, Kazakh, \
      Azerbaijani and Russian. Results go to standard output, messages to standard error.

      Exit codes: 0 done (failed records are in the output), 1 records failed and --fail-on-error was given, or a \
      check found errors, 2 could not start, 64 wrong usage.
      """,
    version:
      "dragoman 0.1.0 (ICU \(ICU.version), Unicode \(ICU.unicodeVersion), schema \(JSONFormat.schema))",
    subcommands: [
      AnnotateCommand.self, EvaluateCommand.self, NamesCommand.self, TokenizeCommand.self,
      NormalizeCommand.self,
      LexiconCommand.self,
    ])

  static func main() async {
    ProcessEnvironment.ignoreBrokenPipes()
    await main(nil)
  }
}
