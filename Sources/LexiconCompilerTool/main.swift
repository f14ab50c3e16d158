// Run by the build: compiles the files of `Lexicons/` into the default lexicon, puts the models beside it, and writes the
// Swift source that tells the library where they lie.
//
// LexiconCompilerTool FOLDER LOCATION.swift SOURCE…

import DragomanLexicon
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

let arguments = CommandLine.arguments
guard arguments.count > 3 else {
  fatalError("usage: LexiconCompilerTool FOLDER LOCATION.swift SOURCE…")
}

do {
  let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
  let paths = arguments.dropFirst(3).sorted()
  let sources = try paths.filter { !$0.hasSuffix(".model") }.map { path in
    LexiconSource(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
  }
  try LexiconCompiler().compile(
    sources, name: "default", to: folder.appending(path: "default.lexicon").path)
  for path in paths where path.hasSuffix(".model") {
    let model = URL(filePath: path)
    try Data(contentsOf: model).write(
      to: folder.appending(path: model.lastPathComponent), options: .atomic)
  }
  let location = """
    /// Where the build put the default lexicon and models. An installed program finds them beside itself first.
    enum BuiltData {
      static let folder = \(String(reflecting: arguments[1]))
    }

    """
  try Data(location.utf8).write(to: URL(filePath: arguments[2]), options: .atomic)
} catch {
  print("error: \(error)")
  exit(1)
}
