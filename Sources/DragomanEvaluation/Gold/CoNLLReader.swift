internal import Dragoman

/// Reads the documents of a file in CoNLL form: one token a line, with its tag in the last column.
struct CoNLLReader {
  /// A document with the line that its id stands in, or that it starts with.
  struct Read {
    let line: Int
    let document: GoldDocument
  }

  /// A token with what is said of it.
  private struct Token {
    let text: ArraySlice<UInt8>
    let tag: CoNLLTag
    let hasSpaceBehind: Bool
    let line: Int
  }

  /// A line that starts a document.
  private struct Opening {
    let id: String?
    let line: Int
  }

  /// A sentence with what stands before it.
  private struct Sentence {
    var opening: Opening?
    var fields: [String: String] = [:]
    var tokens: [Token] = []
  }

  private let path: String
  private let skippedTypes: Set<String>
  private var sentences: [Sentence] = []
  private var current = Sentence()
  /// The number of columns, and the line that they were first counted in.
  private var width: (columns: Int, line: Int)?

  /// - Parameter skippedTypes: in capitals.
  init(path: String, skippedTypes: Set<String>) {
    self.path = path
    self.skippedTypes = skippedTypes
  }

  /// Reads the whole file.
  mutating func documents(in bytes: [UInt8]) throws(EvaluationError) -> [Read] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    for line in bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard (try? UTF8Span(validating: line.span)) != nil else {
        throw failure(number, "the line is not UTF-8; convert the file, for example with iconv")
      }
      try read(line, number)
    }
    endSentence()
    if let opening = current.opening, let id = opening.id { throw emptyDocument(id, opening.line) }
    try checkFirstColumn()
    return grouped()
  }
}

// MARK: - Lines

extension CoNLLReader {
  private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) throws(EvaluationError) {
    switch CoNLLLine(line) {
    case .empty: endSentence()
    case .document(let id):
      endSentence()
      try open(id, number)
    case .field(let key, let value):
      try checkPlace(number)
      current.fields[key] = value
    case .remark: try checkPlace(number)
    case .token(let columns): current.tokens.append(try token(columns, number))
    }
  }

  private mutating func endSentence() {
    guard !current.tokens.isEmpty else { return }
    sentences.append(current)
    current = Sentence()
  }

  /// Starts a document. Several lines may say so, as `-DOCSTART-` and `# id = …`, if at most one names the id.
  private mutating func open(_ id: String?, _ line: Int) throws(EvaluationError) {
    if id == "" { throw failure(line, "the id is empty; write it behind '='") }
    guard let earlier = current.opening, let known = earlier.id else {
      current.opening = Opening(id: id, line: line)
      return
    }
    if let id, id != known { throw emptyDocument(known, earlier.line) }
  }

  private mutating func token(
    _ columns: [ArraySlice<UInt8>], _ line: Int
  ) throws(EvaluationError) -> Token {
    let text = columns[0]
    guard !text.isEmpty else {
      throw failure(line, "the first column holds no token; write it there, or leave out the line")
    }
    guard columns.count > 1, let last = columns.last else {
      throw failure(
        line,
        "'\(Self.string(text))' has no tag; write the token first and the tag last, with a tab or spaces between"
      )
    }
    guard let tag = CoNLLTag(last) else {
      throw failure(line, "'\(Self.string(last))' is no tag; \(CoNLLTag.remedy)")
    }
    if let type = tag.type, !skippedTypes.contains(type), TypeNames.kind(type) == nil {
      let written = Self.string(last.dropFirst(2))
      throw failure(line, "unknown type '\(written)'; \(TypeNames.remedy)")
    }
    try checkWidth(columns.count, line)
    let isJoined = columns.dropFirst().dropLast().contains { column in
      column.split(separator: UInt8(ascii: "|")).contains { $0.elementsEqual("SpaceAfter=No".utf8) }
    }
    return Token(text: text, tag: tag, hasSpaceBehind: !isJoined, line: line)
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: - Checks

extension CoNLLReader {
  private func failure(_ line: Int, _ message: String) -> EvaluationError {
    EvaluationError(path, line: line, message)
  }

  private func emptyDocument(_ id: String, _ line: Int) -> EvaluationError {
    failure(line, "document '\(id)' has no token; add its tokens, or leave out the line")
  }

  /// A comment inside a sentence may be a token `#` with a wrong tag, or a lost empty line.
  private func checkPlace(_ line: Int) throws(EvaluationError) {
    guard current.tokens.isEmpty else {
      throw failure(
        line,
        "a comment stands inside a sentence; end the sentence with an empty line. If '#' is a token, its tag is wrong: \(CoNLLTag.remedy)"
      )
    }
  }

  /// Another number of columns shows a token that was cut at its spaces.
  private mutating func checkWidth(_ columns: Int, _ line: Int) throws(EvaluationError) {
    guard let width else {
      self.width = (columns, line)
      return
    }
    guard columns == width.columns else {
      throw failure(
        line,
        "the line has \(columns) columns, but line \(width.line) has \(width.columns); give each token the same columns, with tabs between them if tokens hold spaces"
      )
    }
  }

  /// A first column that counts the tokens would be measured as the text.
  private func checkFirstColumn() throws(EvaluationError) {
    guard let width, width.columns > 2, sentences.contains(where: { $0.tokens.count > 1 }) else {
      return
    }
    let counts = sentences.allSatisfy { sentence in
      sentence.tokens.enumerated().allSatisfy { $1.text.elementsEqual("\($0 + 1)".utf8) }
    }
    if counts {
      throw failure(
        width.line,
        "the first column counts the tokens, but should hold them; leave it out, for example with cut -f 2-"
      )
    }
  }
}

// MARK: - Documents

extension CoNLLReader {
  /// Puts sentences together to documents; if nothing starts any, each sentence is one.
  private func grouped() -> [Read] {
    let hasOpenings = sentences.contains { $0.opening != nil }
    var starts = sentences.indices.filter { index in
      index == 0 || !hasOpenings || sentences[index].opening != nil
    }
    starts.append(sentences.count)
    return zip(starts, starts.dropFirst()).enumerated().map { index, range in
      document(sentences[range.0..<range.1], number: index + 1)
    }
  }

  private func document(_ sentences: ArraySlice<Sentence>, number: Int) -> Read {
    var text: [UInt8] = []
    var spans: [NamedSpan] = []
    for sentence in sentences {
      if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
      append(sentence.tokens, to: &text, &spans)
    }
    let first = sentences.first
    var fields = first?.fields ?? [:]
    fields["text"] = nil
    return Read(
      line: first?.opening?.line ?? first?.tokens.first?.line ?? 1,
      document: GoldDocument(
        id: first?.opening?.id ?? "\(stem)-\(number)",
        source: SourceText(String(decoding: text, as: UTF8.self)),
        language: (fields["language"] ?? fields["lang"]).flatMap(LanguageTag.init),
        fields: fields, annotation: Annotation(spans: spans)))
  }

  /// Writes a sentence, and collects its names of types that are measured.
  private func append(_ tokens: [Token], to text: inout [UInt8], _ spans: inout [NamedSpan]) {
    var open: (start: Int, end: Int, type: String)?
    var previous = CoNLLTag.outside
    func close() {
      if let open, !skippedTypes.contains(open.type), let kind = TypeNames.kind(open.type) {
        spans.append(NamedSpan(TextRange(open.start, open.end), kind))
      }
      open = nil
    }
    for (index, token) in tokens.enumerated() {
      if index > 0, tokens[index - 1].hasSpaceBehind { text.append(UInt8(ascii: " ")) }
      let start = text.count
      text += token.text
      if token.tag == .outside || token.tag.opensName(after: previous) { close() }
      if let type = token.tag.type { open = (open?.start ?? start, text.count, type) }
      previous = token.tag
    }
    close()
  }

  /// The file's name without its ending.
  private var stem: Substring {
    let file = path.split(separator: "/").last ?? ""
    return file.lastIndex(of: ".").map { file[..<$0] } ?? file
  }
}
