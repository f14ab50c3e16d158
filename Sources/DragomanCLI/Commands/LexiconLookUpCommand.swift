internal import ArgumentParser
internal import Dragoman
internal import DragomanLexicon
internal import DragomanText

extension LexiconCommand {
  /// `dragoman lexicon lookup`.
  struct LookUp: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lookup",
      abstract: "Shows what the lexicons know of a name, and why it would be found or not.",
      discussion: """
        Each candidate has a line: whether it counts (yes, or why not: rule, sound, language, overridden), its type, name, country, \
        weight, the alias that was met with its kind, languages and rule, how near the name is to it, ids and the lexicon. \
        Offices that a person held follow. What covers a part of the name only says so at the end: of 'ankara'.
        """)

    @Argument(help: ArgumentHelp("Names, each as one argument.", valueName: "name"))
    var names: [String]

    @Option(help: "The language of the names; without it every language suits.")
    var language: LanguageTag?

    @OptionGroup var lexicons: LexiconOptions

    func run() async throws {
      try await Self.withExitCodes {
        do {
          let stack = LexiconStack(
            try AnnotationPipeline(options: lexicons.pipeline).lexicons.map {
              try CompiledLexicon(path: $0.path)
            })
          let tokenizer = try Tokenizer()
          for name in names {
            let text = tokenizer.tokenize(SourceText(name), language: language ?? .undetermined)
            try Self.report(stack.lookUp(text), of: name, stack)
          }
        } catch let error as LexiconError {
          throw CommandFailure.cannotStart(error.description)
        } catch let error as PipelineError {
          throw CommandFailure.cannotStart(error.message)
        }
      }
    }

    private static func report(
      _ found: LexiconLookUp, of name: String, _ stack: LexiconStack
    ) throws {
      var lines = ["\(name)\tkeys: \(found.keys.joined(separator: " "))"]
      for candidate in found.candidates { lines += describe(candidate, found, stack) }
      for (key, classes) in zip(found.keys, found.classes) where !classes.isEmpty {
        lines.append("  word\t\(key)\t\(classes.names.joined(separator: ", "))")
      }
      if lines.count == 1 { lines.append("  nothing") }
      try FileDescriptor.standardOutput.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    private static func describe(
      _ candidate: LexiconLookUp.Candidate, _ found: LexiconLookUp, _ stack: LexiconStack
    ) -> [String] {
      let entry = candidate.entry
      let posting = candidate.posting
      let ids = entry.ids.map { "\($0.key):\($0.value)" }.joined(separator: " ")
      let part = found.keys[candidate.terms].joined(separator: " ")
      let isPart = candidate.terms.count < found.keys.count
      let columns = [
        "  \(candidate.refusal.map { "no: \($0.rawValue)" } ?? "yes")", entry.type.name, entry.name,
        entry.country ?? "-", "weight \(entry.weight)",
        "alias '\(candidate.spelling)' (\(posting.kind.name), \(posting.languages.codes.joined(separator: ",")), \(posting.rule.name))",
        candidate.quality.rawValue, ids.isEmpty ? "-" : ids,
        stack.lexicons[candidate.reference.lexicon].path + (isPart ? "\tof '\(part)'" : ""),
      ]
      return [columns.joined(separator: "\t")]
        + entry.offices.map {
          "    office\t\($0.name)\t\($0.from.map(\.description) ?? "?") to \($0.to.map(\.description) ?? "")"
        }
    }
  }
}
