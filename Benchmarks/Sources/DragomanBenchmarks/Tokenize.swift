import DragomanText

extension Workload {
  /// Words as ICU's rules cut them, with their kinds, as a list; and all that a tagger needs:
  /// tokens, terms, search keys, sentences and the language.
  static func tokenize(_ input: InputText.Name) -> [Workload] {
    [
      Workload("tokenize/words-\(input.rawValue)", input, counting: "words") { text in
        let tokenizer = try Tokenizer()
        return { tokenizer.segments(of: text.whole).count }
      },
      Workload("tokenize/all-\(input.rawValue)", input, counting: "tokens") { text in
        let tokenizer = try Tokenizer()
        return { tokenizer.tokenize(text.whole).tokens.count }
      },
    ]
  }

  /// Tokens, terms, search keys, sentences and language of documents.
  static let tokenizeOverview = [
    Workload("tokenize/overview", .releases, counting: "tokens") { text in
      let tokenizer = try Tokenizer()
      return { text.documents.reduce(0) { $0 + tokenizer.tokenize($1).tokens.count } }
    }
  ]
}
