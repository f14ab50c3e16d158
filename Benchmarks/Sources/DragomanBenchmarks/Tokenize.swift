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

  /// The same of a text that comes in pieces of 64 KiB, without its end in sight.
  static func stream(_ input: InputText.Name) -> Workload {
    Workload("tokenize/stream-\(input.rawValue)", input, counting: "tokens") { text in
      let tokenizer = try Tokenizer()
      let bytes = text.whole.bytes
      return {
        var stream = TokenStream(tokenizer)
        var count = 0
        for start in stride(from: 0, to: bytes.count, by: pieceSize) {
          stream.append(bytes[start..<min(start + pieceSize, bytes.count)]) { portion in
            count += portion.text.tokens.count
          }
        }
        stream.finish { portion in count += portion.text.tokens.count }
        return count
      }
    }
  }

  private static let pieceSize = 65_536

  /// Tokens, terms, search keys, sentences and language of documents: of all, and of those that are in
  /// canonical form with nothing to repair, for which a warm tokenizer allocates nothing.
  static let tokenizeOverview = [
    documents("tokenize/overview") { _ in true },
    documents("tokenize/plain") { document in
      Normalizer(level: .repair).normalize(document).bytes == document.bytes
        && Normalizer(level: .canonical).normalize(document).bytes == document.bytes
    },
  ]

  private static func documents(
    _ name: String, where isIncluded: @escaping @Sendable (SourceText) -> Bool
  ) -> Workload {
    Workload(name, .releases, counting: "tokens") { text in
      let tokenizer = try Tokenizer()
      let documents = text.documents.filter(isIncluded)
      let output = Mutex(TokenizedText())
      return {
        output.withLock { result in
          documents.reduce(0) { count, document in
            tokenizer.tokenize(document, into: &result)
            return count + result.tokens.count
          }
        }
      }
    }
  }
}
