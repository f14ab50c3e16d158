public import DragomanLexicon
public import DragomanText

/// A text that is looked up in a lexicon: with its tokens given, and from its bytes.
public struct LexiconTrial {
  private let source: SourceText
  private let text: TokenizedText
  private let tokenizer: Tokenizer

  /// Reads and tokenizes a file.
  public init(file: String) throws {
    source = try InputText.read(file)
    tokenizer = try Tokenizer()
    text = tokenizer.tokenize(source)
  }

  /// The size of the text in UTF-8.
  public var byteCount: Int { source.count }

  /// Looks up the tokens that are there, into memory that is used again; how many matches there
  /// are, overlapping ones too.
  public func match(in lexicon: LexiconStack, into found: inout LexiconMatches) -> Int {
    lexicon.findMatches(in: text, into: &found)
    return found.matches.count
  }

  /// The same with the tokenizing.
  public func match(
    in lexicon: LexiconStack, tokenizingInto tokenized: inout TokenizedText,
    into found: inout LexiconMatches
  ) -> Int {
    tokenizer.tokenize(source, into: &tokenized)
    lexicon.findMatches(in: tokenized, into: &found)
    return found.matches.count
  }
}
