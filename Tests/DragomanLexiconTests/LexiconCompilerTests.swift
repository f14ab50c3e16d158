import DragomanLexicon
import Testing

@Suite("The lexicon compiler")
struct LexiconCompilerTests {
  @Test("names the file and the line that it cannot read")
  func malformedLine() throws {
    let source = LexiconSource(path: "bad.entities.tsv", bytes: Array("# a comment\nplanet\tMars\n".utf8))
    let compiler = try LexiconCompiler()
    #expect {
      try compiler.compile([source], name: "bad")
    } throws: { error in
      guard let error = error as? LexiconError else { return false }
      return error.code == .malformedLine && error.line == 2 && error.path == "bad.entities.tsv"
    }
  }
}
