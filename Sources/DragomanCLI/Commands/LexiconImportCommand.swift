internal import ArgumentParser
internal import DragomanLexicon
internal import DragomanText

extension LexiconCommand {
  /// `dragoman lexicon import`.
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a source file of a dump of GeoNames, Wikidata or OpenSanctions.",
      discussion: """
        Files may be packed with gzip; '-' is standard input. Lines that cannot be read are told and left out. The \
        source file, which names its origin and licence in its head, is read by 'dragoman lexicon compile'.
        """,
      subcommands: [GeoNames.self, Wikidata.self, OpenSanctions.self])
  }
}

/// What every import takes.
struct ImportOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files of the dump; '-' is standard input.", valueName: "file"))
  var files: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The source file to write; its name ends in .entities.tsv.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp("The longest line in bytes; a longer one is left out.", valueName: "bytes"))
  var maxLineBytes: Int = 100 << 20

  func validate() throws {
    guard maxLineBytes > 0 else { throw ValidationError("--max-line-bytes is a number above 0") }
  }
}

extension ImportLanguages {
  /// Reads tags between commas; `*` for all languages.
  init(argument: String) throws {
    if argument == "*" {
      self.init([])
      return
    }
    self.init(
      try argument.split(separator: ",").map { tag in
        guard let language = LanguageTag(String(tag)) else {
          throw ValidationError("'\(tag)' is no BCP 47 language tag; write them as en,tr")
        }
        return language
      })
  }

  /// The languages as they are given, for the head of the output.
  var description: String { isAll ? "all" : tags.map(\.code).joined(separator: ", ") }

  /// How the option is explained.
  static let help = ArgumentHelp(
    "Languages of the names, in the order of preference; '*' for all.", valueName: "tags")
}
