internal import ArgumentParser
internal import Dragoman
internal import DragomanLexicon
internal import DragomanText
internal import FoundationEssentials

/// `dragoman lexicon`: checks, makes and looks into lexicons.
struct LexiconCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Checks, compiles and imports lexicons, and looks into them.",
    subcommands: [Compile.self, Check.self, Import.self, Info.self, LookUp.self])

  /// `dragoman lexicon compile`.
  struct Compile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compiles source files into one memory-mapped lexicon.",
      discussion: "The format of the sources is described in Lexicons/README.md.")

    @Argument(help: ArgumentHelp("Source files, or folders of them.", valueName: "source"))
    var sources: [String]

    @Option(name: [.short, .long], help: ArgumentHelp("The lexicon to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("The lexicon's name.", valueName: "name"))
    var name: String?

    func run() async throws {
      try await Self.withExitCodes {
        let files = try sources.flatMap(Self.files(at:))
        guard !files.isEmpty else {
          throw CommandFailure.cannotStart(
            "no source file in \(sources.joined(separator: ", ")); their names end as in Lexicons/README.md, for example .entities.tsv"
          )
        }
        try FileDescriptor.check(newFile: output, besides: files.map(\.path))
        do {
          var remarks = RemarkReport()
          var line = ProgressLine()
          defer { line.clear() }
          try LexiconCompiler().compile(files, name: name ?? output, to: output) { progress in
            switch progress {
            case .reading(let path, let number, let count, let names):
              line.show { "\(number + 1) of \(count): \(path), \(names) names" }
            case .writing: line.show { "writing \(output)" }
            case .remark(let remark):
              line.clear()
              remarks.report(remark.description)
            }
          }
          line.clear()
          remarks.finish()
        } catch let error as LexiconError {
          throw CommandFailure.cannotStart(error.description)
        } catch {
          throw CommandFailure.cannotStart("\(error)")
        }
      }
    }

    /// The source files at a path, in the order of their names.
    static func files(at path: String) throws -> [LexiconSource] {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw CommandFailure.cannotStart("there is no '\(path)'")
      }
      let paths =
        isFolder
        ? try FileManager.default.subpathsOfDirectory(atPath: path).sorted().map { "\(path)/\($0)" }
          .filter(LexiconSource.isSource(path:)) : [path]
      return try paths.compactMap { file in
        guard LexiconSource.isSource(path: file) else {
          throw CommandFailure.cannotStart(
            "'\(file)' is no source of a lexicon; its name must end as in Lexicons/README.md, for example .entities.tsv"
          )
        }
        guard let bytes = FileManager.default.contents(atPath: file) else {
          throw CommandFailure.cannotStart("cannot read '\(file)'")
        }
        let source = LexiconSource(path: file, bytes: Array(bytes))
        return isFolder && source.isForeignTable ? nil : source
      }
    }
  }

  /// `dragoman lexicon info`.
  struct Info: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what lexicons hold; without a file, the default one.")

    @Argument(help: ArgumentHelp("Compiled lexicons.", valueName: "file"))
    var files: [String] = []

    @OptionGroup var defaults: DataOptions

    func run() async throws {
      try await Self.withExitCodes {
        do {
          let paths =
            files.isEmpty
            ? try AnnotationPipeline(options: defaults.pipeline).lexicons.map(\.path) : files
          for path in paths { try Self.describe(try CompiledLexicon(path: path)) }
        } catch let error as LexiconError {
          throw CommandFailure.cannotStart(error.description)
        } catch let error as PipelineError {
          throw CommandFailure.cannotStart(error.message)
        }
      }
    }

    private static func describe(_ lexicon: CompiledLexicon) throws {
      var lines = [
        "path\t\(lexicon.path)", "digest\t\(lexicon.digest)", "bytes\t\(lexicon.byteCount)",
      ]
      lines += lexicon.summary.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)" }
      try FileDescriptor.standardOutput.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
  }
}
