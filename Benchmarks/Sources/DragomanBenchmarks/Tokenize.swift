import DragomanText
import Synchronization

extension Workload {
  /// All that a tagger needs of a text in one piece: tokens, terms, search keys, sentences and the
  /// language, into memory that is used again.
  static func tokenize(_ input: InputText.Name) -> Workload {
    Workload("tokenize/all-\(input.rawValue)", input, counting: "tokens") { text in
      let tokenizer = try Tokenizer()
      let output = Mutex(TokenizedText())
      return {
        output.withLock { result in
          tokenizer.tokenize(text.whole, into: &result)
          return result.tokens.count
        }
      }
    }
  }

  /// Tokens, terms, search keys, sentences and language of documents.
  static let tokenizeOverview = [
    Workload("tokenize/overview", .releases, counting: "tokens") { text in
      let tokenizer = try Tokenizer()
      let output = Mutex(TokenizedText())
      return {
        output.withLock { result in
          text.documents.reduce(0) { count, document in
            tokenizer.tokenize(document, into: &result)
            return count + result.tokens.count
          }
        }
      }
    }
  ]
}
