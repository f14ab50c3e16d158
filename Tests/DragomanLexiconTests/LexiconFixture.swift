import DragomanText
import Foundation

@testable import DragomanLexicon

/// Lexicons for tests: compiled from text, opened from a file of their own that goes when the fixture goes.
final class LexiconFixture: Sendable {
  let stack: LexiconStack
  let tokenizer: Tokenizer
  private let paths: [String]

  /// Opened once for all tests.
  private static let opened = Result {
    (tokenizer: try Tokenizer(), compiler: try LexiconCompiler())
  }

  /// Compiles and opens a stack; each lexicon is a list of file names and texts.
  init(_ lexicons: [[(name: String, text: String)]]) throws {
    tokenizer = try Self.opened.get().tokenizer
    var opened: [CompiledLexicon] = []
    var paths: [String] = []
    defer {
      for path in paths where opened.count < paths.count {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
    for files in lexicons {
      let path = try Self.write(try Self.compile(files))
      paths.append(path)
      opened.append(try CompiledLexicon(path: path))
    }
    stack = LexiconStack(opened)
    self.paths = paths
  }

  convenience init(_ name: String, _ text: String) throws { try self.init([[(name, text)]]) }

  deinit { for path in paths { try? FileManager.default.removeItem(atPath: path) } }

  static func compile(_ files: [(name: String, text: String)]) throws -> [UInt8] {
    let sources = files.map { LexiconSource(path: $0.name, bytes: Array($0.text.utf8)) }
    return try opened.get().compiler.compile(sources, name: "test")
  }

  /// Writes bytes to a new file and returns its path.
  static func write(_ bytes: [UInt8]) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "\(UUID().uuidString).lexicon"
    ).path
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// All that the rules let stand, as `text=entry name`, in the order of the matches.
  func found(in text: String, _ language: LanguageTag = .english) -> [String] {
    let text = tokenizer.tokenize(SourceText(text), language: language)
    return stack.matches(in: text).matches.flatMap { match in
      stack.postings(of: match, in: text).map { posting in
        let entry = stack.entry(EntryReference(lexicon: match.lexicon, entry: posting.entry))
        return "\(text.string(ofTerms: match.terms))=\(entry.name)"
      }
    }
  }
}

extension LexiconStack {
  /// The postings of a match that count.
  func postings(of match: LexiconMatch, in text: TokenizedText) -> [Posting] {
    var result: [Posting] = []
    forEachPosting(of: match, in: text) { result.append($0) }
    return result
  }
}
