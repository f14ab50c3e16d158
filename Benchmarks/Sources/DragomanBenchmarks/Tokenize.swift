import DragomanText

extension Workload {
  /// All that a tagger needs of a text in one piece: tokens, terms, search keys, sentences and the
  /// language.
  static func tokenize(_ input: InputText.Name) -> Workload {
    Workload("tokenize/all-\(input.rawValue)", input, counting: "tokens") { text in
      let tokenizer = try Tokenizer()
      return { tokenizer.tokenize(text.whole).tokens.count }
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
