internal import ArgumentParser
internal import DragomanLexicon
internal import DragomanText

extension LexiconCommand.Import {
  /// `dragoman lexicon import geonames`.
  struct GeoNames: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "geonames",
      abstract: "Places of GeoNames: allCountries.txt, cities15000.txt and the like.")

    @OptionGroup var common: ImportOptions

    @Option(
      help: ArgumentHelp(
        "The table of names by language, alternateNamesV2.txt; without it places have one name.",
        valueName: "file"))
    var alternateNames: String?

    @Option(
      help: ArgumentHelp(
        "Letters of GeoNames' feature classes: A states and units, P towns, H waters, T mountains.",
        valueName: "letters"))
    var featureClasses: String = "A,P"

    @Option(
      help: ArgumentHelp("Leaves towns of fewer people out.", valueName: "number"))
    var minimumPopulation: Int = 0

    @Option(help: ArgumentHelp("ISO 3166-1 codes, as TR,KZ; all if not given.", valueName: "codes"))
    var countries: String = ""

    @Option(help: ImportLanguages.help, transform: ImportLanguages.init(argument:))
    var languages: ImportLanguages = .usual

    func validate() throws {
      guard list(featureClasses).allSatisfy({ "AHLPRSTUV".contains($0) && $0.count == 1 }) else {
        throw ValidationError("--feature-classes takes letters of A, H, L, P, R, S, T, U, V")
      }
      guard list(countries).allSatisfy({ $0.utf8.count == 2 }) else {
        throw ValidationError("--countries takes ISO 3166-1 codes of two letters, as TR,KZ")
      }
    }

    func run() async throws {
      try await Self.withExitCodes {
        var options = GeoNamesImporter.Options()
        options.featureClasses = Set(list(featureClasses))
        options.minimumPopulation = minimumPopulation
        options.countries = Set(list(countries))
        options.languages = languages
        let inputs = common.files + (alternateNames.map { [$0] } ?? [])
        var run = try ImportRun(common, kind: "geonames", inputs: inputs, origin: origin)
        var importer = GeoNamesImporter(options, output: run.output)
        for path in common.files {
          try run.forEachLine(of: path) { try importer.readPlace($0, path: $1, number: $2) }
        }
        if let alternateNames {
          try run.forEachLine(of: alternateNames) {
            try importer.readName($0, path: $1, number: $2)
          }
        }
        try ImportRun.withoutLexiconErrors { try importer.finish() }
        try run.finish()
      }
    }

    private func list(_ text: String) -> [String] {
      text.split(separator: ",").map { $0.uppercased() }
    }

    private var origin: [String] {
      [
        "Feature classes \(featureClasses); towns from \(minimumPopulation) people on; "
          + "countries: \(countries.isEmpty ? "all" : countries); names: \(languages.description).",
        "GeoNames (https://www.geonames.org) is under CC BY 4.0: "
          + "name GeoNames where you publish what is made of it.",
      ]
    }
  }
}
