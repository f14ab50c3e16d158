import DragomanText
import Synchronization

extension Workload {
  /// Words as ICU's rules cut them, with their kinds, at each level of instructions that the machine has; and all
  /// that a tagger needs: tokens, terms, search keys, sentences and the language.
  static func tokenize(_ input: InputText.Name) -> [Workload] {
    let levels = WordSegmenter.Level.allCases.filter(\.isAvailable)
    return levels.map { words(input, $0) } + [
      Workload("tokenize/all-\(input.rawValue)", input, counting: "tokens") { text in
        let tokenizer = try Tokenizer()
        return { tokenizer.tokenize(text.whole).tokens.count }
      }
    ]
  }

  /// Boundaries and kinds of all words, into memory that is used again.
  private static func words(_ input: InputText.Name, _ level: WordSegmenter.Level) -> Workload {
    Workload("words/\(level)-\(input.rawValue)", input, counting: "words") { text in
      let segmenter = try WordSegmenter(level: level)
      let output = Mutex(Tokens())
      return {
        output.withLock { segments in
          segmenter.segment(text.whole.bytes, into: &segments)
          return segments.count
        }
      }
    }
  }

  /// Tokens, terms, search keys, sentences and language of documents.
  static let tokenizeOverview = [
    Workload("tokenize/overview", .releases, counting: "tokens") { text in
      let tokenizer = try Tokenizer()
      return { text.documents.reduce(0) { $0 + tokenizer.tokenize($1).tokens.count } }
    }
  ]
}
