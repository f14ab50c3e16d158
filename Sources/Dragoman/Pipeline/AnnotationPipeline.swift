internal import DragomanLexicon
internal import DragomanTagging
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

    /// Makes options: any language, the default data, no further lexicon.
    public init() {}
  }

  private let options: Options
  private let tokenizer: Tokenizer
  private let stack: LexiconStack
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
    tagger = Tagger(lexicons: stack)
    classifier = TopicClassifier(lexicons: stack)
  }

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
    let tagged = tagger.tag(text, matches, explaining: explaining)
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
