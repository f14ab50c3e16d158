internal import ArgumentParser
internal import DragomanLexicon

extension LexiconCommand.Import {
  /// `dragoman lexicon import opensanctions`.
  struct OpenSanctions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "opensanctions",
      abstract: "People and bodies of OpenSanctions: targets.simple.csv.",
      discussion: """
        Read are tables with the columns schema and name, and id, aliases and countries if they are there. Ships, \
        aircraft, securities and the like are left out.
        """)

    @OptionGroup var common: ImportOptions

    func run() async throws {
      try await Self.withExitCodes {
        var run = try ImportRun(
          common, kind: "opensanctions", inputs: common.files,
          origin: [
            "OpenSanctions (https://www.opensanctions.org) is under CC BY-NC 4.0: "
              + "commercial use needs a licence of theirs."
          ])
        var importer = OpenSanctionsImporter(output: run.output)
        for path in common.files {
          importer.startFile()
          try run.forEachLine(of: path) { try importer.read($0, path: $1, number: $2) }
          try ImportRun.withoutLexiconErrors { try importer.finish(path: path) }
        }
        let others = importer.otherCount
        try run.finish(leftOut: others == 0 ? "" : "; \(others) are no people or bodies")
      }
    }
  }
}
