internal import ArgumentParser
internal import DragomanLexicon
internal import DragomanText

extension LexiconCommand.Import {
  /// `dragoman lexicon import wikidata`.
  struct Wikidata: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "wikidata",
      abstract: "People, bodies and places of Wikidata's dump of entities in JSON.",
      discussion: """
        An entity is taken if it is an instance (P31) of one of the classes; subclasses are not followed, so name \
        each that you want.
        """)

    @OptionGroup var common: ImportOptions

    @Option(
      help: ArgumentHelp(
        "Classes and their types, as Q5=person,Q43229=organization; without it a list of 21 usual ones.",
        valueName: "list"))
    var classes: String?

    @Option(help: ImportLanguages.help, transform: ImportLanguages.init(argument:))
    var languages: ImportLanguages = .usual

    func validate() throws { _ = try chosenClasses() }

    func run() async throws {
      try await Self.withExitCodes {
        let chosen = try chosenClasses()
        let list = chosen.map { "\($0.item)=\($0.type.name)" }.joined(separator: ",")
        var run = try ImportRun(
          common, kind: "wikidata", inputs: common.files,
          origin: [
            "Classes \(list); names: \(languages.description).",
            "Wikidata (https://www.wikidata.org) is under CC0.",
          ])
        var importer = WikidataImporter(
          WikidataImporter.Options(classes: chosen, languages: languages), output: run.output)
        for path in common.files {
          try run.forEachLine(of: path) { try importer.read($0, path: $1, number: $2) }
        }
        let nameless = importer.namelessCount
        try run.finish(
          leftOut: nameless == 0 ? "" : "; \(nameless) have no name in these languages")
      }
    }

    private func chosenClasses() throws -> [(item: String, type: EntryType)] {
      guard let classes else { return WikidataImporter.usualClasses }
      return try classes.split(separator: ",").map { pair in
        let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        let types = [EntryType.person, .organization, .place]
        guard parts.count == 2, WikidataImporter.isItem(parts[0]),
          let type = types.first(where: { $0.name == parts[1] })
        else {
          throw ValidationError(
            "'\(pair)' is no class with its type; write Q5=person, with person, organization or place"
          )
        }
        return (parts[0], type)
      }
    }
  }
}
