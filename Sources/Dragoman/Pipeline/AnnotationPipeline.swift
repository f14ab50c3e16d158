internal import DragomanLexicon
package import DragomanTagging
public import DragomanText
internal import DragomanTopics

/// The way of a text from its bytes to an annotated document.
///
/// Opening may fail; annotating never does. One pipeline serves all threads: lexicons are memory-mapped and never change.
///
/// ```swift
/// let pipeline = try AnnotationPipeline(language: .turkish)
/// let document = pipeline.annotate("Fatih Karahan Ankara'da konuştu.")
/// for mention in document.mentions { print(mention.kind, document.text(of: mention)) }
/// ```
public struct AnnotationPipeline: Sendable {
  /// What a pipeline is opened with.
  public struct Options: Sendable {
    /// The language of all texts; `nil` to tell it from each text.
    public var language: LanguageTag?
    /// The folder of the default data; `nil` to look beside the program and where the build put them.
    public var dataDirectory: String?
    /// Compiled lexicons to use on top of the default one; later ones outrank earlier ones.
    public var lexicons: [String] = []
    /// Whether what was learned from annotated texts decides, too; without it lists and grammars alone.
    public var usesLearned = true
    /// A model of names to use instead of the default one, or on top of it if it was trained so.
    public var model: String?

    /// Makes options: any language, the default data, no further lexicon, the default model.
    public init() {}
  }

  private let options: Options
  private let tokenizer: Tokenizer
  private let stack: LexiconStack
  package let models: [NameModel]
  private let tagger: Tagger
  private let classifier: TopicClassifier
  private let scratch = ScratchPool()

  /// Opens a pipeline with the default data.
  ///
  /// - Parameter language: the language of all texts; `nil` to tell it from each text.
  /// - Throws: ``PipelineError`` if the data or ICU cannot be opened.
  public init(language: LanguageTag? = nil) throws(PipelineError) {
    var options = Options()
    options.language = language
    try self.init(options: options)
  }

  /// Opens a pipeline. Cost: milliseconds, whatever the size of the lexicons.
  ///
  /// - Throws: ``PipelineError`` if a lexicon or ICU cannot be opened.
  public init(options: Options) throws(PipelineError) {
    self.options = options
    let defaultPath = try DefaultData.lexiconPath(in: options.dataDirectory)
    var lexicons: [CompiledLexicon] = []
    for path in [defaultPath] + options.lexicons {
      do throws(LexiconError) {
        lexicons.append(try CompiledLexicon(path: path))
      } catch {
        throw PipelineError(error)
      }
    }
    do throws(TextError) {
      tokenizer = try Tokenizer()
    } catch {
      throw PipelineError(error)
    }
    stack = LexiconStack(lexicons)
    models = options.usesLearned ? try Self.models(options) : []
    tagger = Tagger(lexicons: stack, models: models)
    classifier = TopicClassifier(lexicons: stack)
  }

  /// Opens the models that options name: the default one, one of the user's own, or both.
  package static func models(_ options: Options) throws(PipelineError) -> [NameModel] {
    let model = try options.model.map { path throws(PipelineError) in try open(path) }
    if let model, model.base == nil { return [model] }
    let standard = try open(DefaultData.modelPath(in: options.dataDirectory))
    guard let model else { return [standard] }
    guard model.base == standard.digest else {
      throw PipelineError(
        .model,
        "\(model.path): it was trained on top of the model \(model.base ?? ""), and the default one is "
          + "\(standard.digest); train it again")
    }
    return [standard, model]
  }

  private static func open(_ path: String) throws(PipelineError) -> NameModel {
    do throws(NameModelError) {
      return try NameModel(path: path)
    } catch {
      throw PipelineError(error)
    }
  }

  /// The models of names in use: path and digest, the default one first.
  public var nameModels: [(path: String, digest: String)] { models.map { ($0.path, $0.digest) } }

  /// The lexicons in use: path and digest, the default one first.
  public var lexicons: [(path: String, digest: String)] {
    stack.lexicons.map { ($0.path, $0.digest) }
  }

  /// Annotates a string.
  ///
  /// - Precondition: the text is shorter than ``SourceText/maximumByteCount`` bytes.
  public func annotate(_ text: String, id: DocumentID? = nil) -> AnnotatedDocument {
    annotate(SourceText(text), id: id)
  }

  /// Annotates a source text.
  ///
  /// - Parameters:
  ///   - language: the language of this text, where it is known; outranks the pipeline's.
  ///   - explaining: whether to say of all spans that were considered as names why they won or lost
  ///     (``AnnotatedDocument/considered``), and of names that several entries have why they mean one and not another
  ///     (``AnnotatedDocument/disambiguations``). Changes nothing else.
  public func annotate(
    _ source: SourceText, id: DocumentID? = nil, language: LanguageTag? = nil,
    explaining: Bool = false
  ) -> AnnotatedDocument {
    scratch.withScratch { annotate(source, id, language ?? options.language, explaining, &$0) }
  }

  private func annotate(
    _ source: SourceText, _ id: DocumentID?, _ language: LanguageTag?, _ explaining: Bool,
    _ scratch: inout AnnotationScratch
  ) -> AnnotatedDocument {
    tokenizer.tokenize(source, language: language, into: &scratch.text)
    stack.findMatches(in: scratch.text, into: &scratch.matches)
    let (text, matches) = (scratch.text, scratch.matches)
    let tagged = tagger.tag(text, matches, explaining: explaining, using: &scratch.tagging)
    return AnnotatedDocument(
      id: id, source: source, language: text.language,
      sentences: text.sentences.map(text.sourceRange(of:)),
      tokens: text.sourceTokens,
      mentions: tagged.mentions, nested: tagged.nested, entities: tagged.entities,
      roles: tagged.roles,
      topics: classifier.classify(text, matches), considered: tagged.considered,
      disambiguations: tagged.disambiguations,
      warnings: warnings(source, text))
  }

  /// What a learner of names sees of a text.
  ///
  /// - Parameters:
  ///   - left: templates whose features are left out.
  ///   - stacks: whether what is learned is to stand on top of this pipeline's models.
  package func learningText(
    _ source: SourceText, language: LanguageTag?, without left: Set<FeatureTemplate>, stacks: Bool
  ) -> LearningText {
    scratch.withScratch { scratch in
      tokenizer.tokenize(source, language: language ?? options.language, into: &scratch.text)
      stack.findMatches(in: scratch.text, into: &scratch.matches)
      return tagger.learningText(
        scratch.text, scratch.matches, without: left, on: stacks ? models : [])
    }
  }

  private func warnings(_ source: SourceText, _ text: TokenizedText) -> [DocumentWarning] {
    var result: [DocumentWarning] = []
    if let charset = source.decoding.charset {
      let how = source.decoding.charsetIsGuessed ? "guessed from the bytes" : "as declared"
      result.append(
        DocumentWarning(code: .decodedCharset, count: 1, detail: "decoded from \(charset), \(how)"))
    }
    if source.decoding.replacements > 0 {
      result.append(
        DocumentWarning(
          code: .replacedBytes, count: source.decoding.replacements,
          detail: "unreadable parts became U+FFFD"))
    }
    if text.text.repairs > 0 {
      result.append(
        DocumentWarning(
          code: .repairedEncoding, count: text.text.repairs,
          detail:
            "letters read in a wrong code page were set right for tagging; the text is as it came"))
    }
    if text.language == .undetermined, text.terms.contains(where: { $0.kind == .word }) {
      result.append(
        DocumentWarning(
          code: .undeterminedLanguage, count: 1,
          detail: "the language could not be told; give --language"))
    }
    return result
  }
}
