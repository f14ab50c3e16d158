public import Dragoman
internal import DragomanLexicon
internal import DragomanText

/// Reads gold: JSON and JSONL, files in CoNLL form, and tables beside their texts.
///
/// Gold is read strictly. A wrong offset, an unknown type, entities that overlap, an id that stands twice: each is an
/// error with file, line and remedy, for figures on gold that is not understood mean nothing.
public struct GoldReader: Sendable {
  /// What offsets count in records that do not say it; `nil`: UTF-8 bytes where entities have `cp_start`, else code points.
  public var unit: OffsetUnit?
  /// Types to pass over, in any letter case.
  public var skippedTypes: [String] = []

  private var places: [String: String] = [:]

  /// Makes a reader.
  public init() {}

  /// Reads the documents of a JSON or JSONL file.
  ///
  /// - Throws: ``EvaluationError`` with file, line and remedy.
  public mutating func documents(
    in bytes: [UInt8], path: String
  ) throws(EvaluationError) -> [GoldDocument] {
    var result: [GoldDocument] = []
    for record in try JSONRecord.records(in: bytes, path: path) {
      let fail = { (message: String) in
        EvaluationError(path, line: record.line, message)
      }
      guard let id = record.fields["id"] else {
        throw fail("the record has no id; give each document one of its own")
      }
      guard let text = record.fields["text"] else {
        throw fail("document '\(id)' has no text; add the field 'text'")
      }
      guard record.lists["entities"] != nil || record.lists["mentions"] != nil else {
        throw fail(
          "document '\(id)' has no list 'entities'; write [] if it names nothing")
      }
      let source = SourceText(text)
      let annotation = try RecordAnnotation(
        record, of: source, unit: unit, skippedTypes: Set(skippedTypes.map { $0.uppercased() }),
        refuse: { message, place throws(EvaluationError) in
          throw EvaluationError(
            path, line: JSONRecord.line(of: place, in: bytes), "document '\(id)': \(message)")
        }
      ).annotation()
      if let message = Self.overlap(annotation, source) {
        throw fail("document '\(id)': \(message)")
      }
      var fields = record.fields
      fields["text"] = nil
      let language = (fields["language"] ?? fields["lang"]).flatMap(LanguageTag.init)
      try take(id, at: fail(""))
      result.append(
        GoldDocument(
          id: id, source: source, language: language, fields: fields, annotation: annotation))
    }
    return result
  }

  /// Reads the documents of a file in CoNLL form: one token a line, with the token in the first column and its tag in the
  /// last; an empty line ends a sentence. Tags are those of IOB1, IOB2, BIOES or BILOU.
  ///
  /// Lines `-DOCSTART-`, `# id = …` and `# newdoc id = …` start a document; without any of them each sentence is one. The
  /// text is that of the tokens with a space between, or none behind `SpaceAfter=No`, and a line break between sentences.
  /// A document that is given no id has the file's name without its ending and its number in the file: `news-3`.
  ///
  /// - Throws: ``EvaluationError`` with file, line and remedy.
  public mutating func documents(
    conll bytes: [UInt8], path: String
  ) throws(EvaluationError) -> [GoldDocument] {
    var reader = CoNLLReader(path: path, skippedTypes: Set(skippedTypes.map { $0.uppercased() }))
    var result: [GoldDocument] = []
    for read in try reader.documents(in: bytes) {
      try take(read.document.id, at: EvaluationError(path, line: read.line, ""))
      result.append(read.document)
    }
    return result
  }

  /// Reads a table of one document: lines `entity TYPE START END SURFACE`, `role PERSON PHRASE BODY START END` and
  /// `topic NAME`, with tabs between; offsets are UTF-8 bytes of the decoded text.
  ///
  /// The id is the file's name without its ending, and the language its second part: `05-tr-disisleri.tsv`.
  ///
  /// - Parameter release: the bytes of the text, decoded as the pipeline would.
  /// - Throws: ``EvaluationError`` with file, line and remedy.
  public mutating func document(
    table bytes: [UInt8], path: String, release: [UInt8]
  ) throws(EvaluationError) -> GoldDocument {
    let source: SourceText
    do throws(TextError) {
      source = try SourceText(decoding: release)
    } catch {
      throw EvaluationError(path, "its text: \(error.message)")
    }
    let file = path.split(separator: "/").last ?? ""
    let id = String(file.split(separator: ".").first ?? "")
    try take(id, at: EvaluationError(path, ""))
    let parts = id.split(separator: "-")
    var table = GoldTable(
      path: path, source: source, skippedTypes: Set(skippedTypes.map { $0.uppercased() }))
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() { try table.read(line, number: index + 1) }
    let annotation = table.annotation
    if let message = Self.overlap(annotation, source) {
      throw EvaluationError(path, message)
    }
    return GoldDocument(
      id: id, source: source, language: parts.count > 1 ? LanguageTag(String(parts[1])) : nil,
      annotation: annotation)
  }

  private mutating func take(_ id: String, at place: EvaluationError) throws(EvaluationError) {
    if let earlier = places[id] {
      throw EvaluationError(
        place.path, line: place.line,
        "document '\(id)' stands in \(earlier), too; give each document an id of its own")
    }
    places[id] = "\(place.path)\(place.line.map { ":\($0)" } ?? "")"
  }

  /// What is wrong with entities that share text; `nil` if none do.
  private static func overlap(_ annotation: Annotation, _ source: SourceText) -> String? {
    for (one, other) in zip(annotation.spans, annotation.spans.dropFirst())
    where one.range.overlaps(other.range) {
      return
        "the entities '\(source.text(in: one.range))' and '\(source.text(in: other.range))' overlap at byte \(other.range.lowerBound); keep the longest and move the other to 'nested'"
    }
    return nil
  }
}
