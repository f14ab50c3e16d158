internal import ArgumentParser
internal import DragomanLexicon
internal import FoundationEssentials

extension LexiconCommand {
  /// `dragoman lexicon check`.
  struct Check: AsyncParsableCommand {
    /// How findings are written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, json
    }

    static let configuration = CommandConfiguration(
      abstract: "Looks for mistakes in source files and compiled lexicons.",
      discussion: """
        Findings go to standard output as 'file:line: severity: code: message; remedy'. The sources are taken as one \
        lexicon: what stands twice is found across files. Of a compiled lexicon the checksum is compared.

        Exit codes: 0 no errors (there may be warnings), 1 errors, 2 a file cannot be read.
        """)

    @Argument(
      help: ArgumentHelp(
        "Source files, folders of them, or compiled lexicons; the folder Lexicons if none is named.",
        valueName: "source"))
    var sources: [String] = []

    @Option(help: "How findings are written: text or json.")
    var format: Format = .text

    @Flag(help: "Write errors alone; warnings are counted.")
    var quiet = false

    @Flag(help: "Take warnings for errors.")
    var strict = false

    func run() async throws {
      let paths = sources.isEmpty && Self.isFolder("Lexicons") ? ["Lexicons"] : sources
      guard !paths.isEmpty else {
        throw ValidationError("name the sources to check; there is no folder Lexicons here")
      }
      try await Self.withExitCodes {
        var files: [LexiconSource] = []
        var findings: [LexiconFinding] = []
        var lexicons = 0
        for path in paths {
          if Self.isFolder(path) || LexiconSource.isSource(path: path) {
            files += try Compile.files(at: path)
          } else {
            lexicons += 1
            findings += try Self.verify(path)
          }
        }
        guard lexicons + files.count > 0 else {
          throw CommandFailure.cannotStart(
            "no source file in \(paths.joined(separator: ", ")); their names end as in Lexicons/README.md, for example .entities.tsv"
          )
        }
        findings += try Self.check(files)
        if strict {
          for index in findings.indices { findings[index].severity = .error }
        }
        try report(findings, fileCount: files.count + lexicons)
      }
    }

    private static func isFolder(_ path: String) -> Bool {
      var isFolder = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }

    private static func check(_ files: [LexiconSource]) throws -> [LexiconFinding] {
      var progress = ProgressLine()
      let findings = try LexiconChecker().check(files) { source, number in
        progress.show { "\(number + 1) of \(files.count): \(source.path)" }
      }
      progress.clear()
      return findings
    }

    /// Reads a compiled lexicon from its first byte to its last.
    private static func verify(_ path: String) throws -> [LexiconFinding] {
      do throws(LexiconError) {
        try CompiledLexicon(path: path).verify()
        return []
      } catch {
        if error.code == .unreadableFile || error.code == .foreignFile {
          throw CommandFailure.cannotStart(error.description)
        }
        return [LexiconFinding(error)]
      }
    }

    // MARK: Writing

    /// What `--format json` writes.
    private struct Report: Encodable {
      struct Item: Encodable {
        let file: String
        let line: Int?
        let severity: String
        let code: String
        let message: String
        let remedy: String
      }
      let findings: [Item]
      let errors: Int
      let warnings: Int
      let files: Int
    }

    private func report(_ findings: [LexiconFinding], fileCount: Int) throws {
      let errors = findings.count { $0.severity == .error }
      let warnings = findings.count - errors
      let shown = quiet ? findings.filter { $0.severity == .error } : findings
      switch format {
      case .text:
        let text = shown.map { "\($0)\n" }.joined()
        try FileDescriptor.standardOutput.write(Array(text.utf8))
      case .json:
        let report = Report(
          findings: shown.map {
            Report.Item(
              file: $0.path, line: $0.line, severity: $0.severity.rawValue, code: $0.code.name,
              message: $0.message, remedy: $0.remedy)
          }, errors: errors, warnings: warnings, files: fileCount)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try FileDescriptor.standardOutput.write(Array(encoder.encode(report)) + [0x0A])
      }
      Self.report(
        "\(Self.count(errors, "error")), \(Self.count(warnings, "warning")) in \(Self.count(fileCount, "file"))"
      )
      if errors > 0 { throw CommandFailure.checkFailed }
    }

    private static func count(_ number: Int, _ thing: String) -> String {
      "\(number) \(thing)\(number == 1 ? "" : "s")"
    }
  }
}
