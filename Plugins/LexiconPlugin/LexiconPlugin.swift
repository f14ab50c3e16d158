import Foundation
import PackagePlugin

/// Compiles `Lexicons/` into the default lexicon, and puts the models beside it, when one of its files changes.
///
/// The compiled files are not declared as an output: SwiftPM would wrap them in a resource bundle, whose accessor imports
/// Foundation, and that costs every start of the program ten milliseconds. The declared output is a small Swift source
/// that says where they are; all are written together.
@main
struct LexiconPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let sources = sourceFiles(in: context.package.directoryURL.appending(path: "Lexicons"))
    let folder = context.pluginWorkDirectoryURL
    let location = folder.appending(path: "BuiltData.swift")
    let paths = [folder, location] + sources
    return [
      .buildCommand(
        displayName: "Compiling the default lexicon",
        executable: try context.tool(named: "LexiconCompilerTool").url,
        arguments: paths.map { $0.path(percentEncoded: false) },
        inputFiles: sources,
        outputFiles: [location])
    ]
  }

  private func sourceFiles(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var result: [URL] = []
    while let file = files?.nextObject() as? URL {
      let isTable =
        file.pathExtension == "tsv" && file.deletingPathExtension().pathExtension != ""
      if isTable || file.pathExtension == "model" { result.append(file) }
    }
    return result.sorted { $0.path < $1.path }
  }
}
