// Run by the build: compiles the files of `Lexicons/` into the default lexicon, and writes the Swift source that tells
// the library where it lies.
//
// LexiconCompilerTool OUTPUT.lexicon LOCATION.swift SOURCE…

import DragomanLexicon
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

let arguments = CommandLine.arguments
guard arguments.count > 3 else {
  fatalError("usage: LexiconCompilerTool OUTPUT.lexicon LOCATION.swift SOURCE…")
}

do {
  let sources = try arguments.dropFirst(3).sorted().map { path in
    LexiconSource(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
  }
  try LexiconCompiler().compile(sources, name: "default", to: arguments[1])
  let location = """
    /// Where the build put the default lexicon. An installed program finds it beside itself first.
    enum BuiltLexicon {
      static let path = \(String(reflecting: arguments[1]))
    }

    """
  try Data(location.utf8).write(to: URL(filePath: arguments[2]), options: .atomic)
} catch {
  print("error: \(error)")
  exit(1)
}
