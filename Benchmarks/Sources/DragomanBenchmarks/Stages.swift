import Dragoman
import DragomanLexicon
import DragomanTagging
import DragomanText

/// What the stages behind the tokenizer read: the default lexicon and model, and the texts,
/// tokenized and matched.
struct Stages: Sendable {
  let stack: LexiconStack
  let model: NameModel
  let texts: [TokenizedText]
  let matches: [LexiconMatches]

  init(_ input: InputText) throws {
    let path = try AnnotationPipeline().lexicons[0].path
    let stack = LexiconStack([try CompiledLexicon(path: path)])
    // Both lie in one folder.
    let folder = path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex)
    model = try NameModel(path: "\(folder)names.model")
    let tokenizer = try Tokenizer()
    self.stack = stack
    texts = input.documents.map { tokenizer.tokenize($0) }
    matches = texts.map(stack.matches(in:))
  }
}
