import Dragoman
import DragomanLexicon
import DragomanText

/// What the stages behind the tokenizer read: the default lexicon and the texts, tokenized and
/// matched.
struct Stages: Sendable {
  let stack: LexiconStack
  let texts: [TokenizedText]
  let matches: [LexiconMatches]

  init(_ input: InputText) throws {
    let path = try AnnotationPipeline().lexicons[0].path
    let stack = LexiconStack([try CompiledLexicon(path: path)])
    let tokenizer = try Tokenizer()
    self.stack = stack
    texts = input.documents.map { tokenizer.tokenize($0) }
    matches = texts.map(stack.matches(in:))
  }
}
