internal import DragomanLexicon
internal import DragomanTagging
public import DragomanText
internal import DragomanTopics

/// Writes documents and errors as JSON of the schema `dragoman/1`.
///
/// Keys stand in a fixed order; the same document gives the same bytes.
///
/// ```swift
/// let line = JSONFormat(offsetUnit: .utf8).encode(document)  // UTF-8, without a line end
/// ```
public struct JSONFormat: Sendable {
  /// The schema's name.
  public static let schema = "dragoman/1"

  /// How the JSON is laid out.
  public enum Layout: Sendable {
    /// All on one line.
    case compact
    /// Indented, for people.
    case pretty
  }

  /// What is written beyond the mentions.
  public struct Parts: OptionSet, Sendable {
    /// The bits.
    public let rawValue: Int
    /// Makes a set of its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The names inside mentions.
    public static let nested = Parts(rawValue: 1 << 0)
    /// The tokens.
    public static let tokens = Parts(rawValue: 1 << 1)
    /// The spans that were considered as names, and why they won or lost.
    public static let considered = Parts(rawValue: 1 << 2)
    /// The entries that names may mean, and why one was taken or none.
    public static let disambiguations = Parts(rawValue: 1 << 3)
  }

  private let offsetUnit: OffsetUnit
  private let layout: Layout
  private let parts: Parts

  /// Makes a format.
  public init(offsetUnit: OffsetUnit = .codepoint, layout: Layout = .compact, parts: Parts = []) {
    self.offsetUnit = offsetUnit
    self.layout = layout
    self.parts = parts
  }

  /// One document as UTF-8, without a line end. Cost: one pass over the text and the annotations.
  public func encode(_ document: AnnotatedDocument) -> [UInt8] {
    let offsets = OffsetConverter(document.source, unit: offsetUnit)
    var writer = JSONWriter(
      isPretty: layout == .pretty, capacity: 3 * document.source.bytes.count + 1024)
    writer.object { json in
      json.key("schema")
      json.string(Self.schema)
      json.key("id")
      Self.write(document.id, to: &json)
      json.key("language")
      json.string(document.language.code)
      json.key("offsets")
      json.string(offsetUnit.rawValue)
      json.key("text")
      json.string(utf8: document.source.bytes.span)
      write("sentences", document.sentences, to: &json) { sentence, json in
        writeRange(sentence, offsets, to: &json)
      }
      if parts.contains(.tokens) {
        write("tokens", document.tokens, to: &json) { token, json in
          writeRange(token.range, offsets, to: &json)
          json.key("kind")
          json.string(token.kind.name)
        }
      }
      write("mentions", document.mentions, to: &json) { mention, json in
        writeMention(mention, document, offsets, to: &json)
      }
      if parts.contains(.nested) {
        write("nested", document.nested, to: &json) { nested, json in
          writeMention(nested.mention, document, offsets, to: &json)
          json.key("parent")
          json.integer(nested.parent)
        }
      }
      if parts.contains(.considered) {
        write("considered", document.considered, to: &json) { span, json in
          writeConsidered(span, document, offsets, to: &json)
        }
      }
      let isWritten = writtenEntities(of: document)
      if parts.contains(.disambiguations) {
        let disambiguations = document.disambiguations.filter { isWritten[$0.entity] }
        write("disambiguations", disambiguations, to: &json) { disambiguation, json in
          writeDisambiguation(
            disambiguation, hasNested: parts.contains(.nested), to: &json)
        }
      }
      writeEntities(document, isWritten, to: &json)
      writeRoles(document, offsets, to: &json)
      writeTopics(document, offsets, to: &json)
      write("warnings", document.warnings, to: &json) { warning, json in
        json.key("code")
        json.string(warning.code.name)
        json.key("count")
        json.integer(warning.count)
        json.key("detail")
        json.string(warning.detail)
      }
    }
    return writer.finish()
  }

  /// The record of an error as UTF-8, without a line end.
  public func encodeError(id: DocumentID?, code: String, detail: String) -> [UInt8] {
    var writer = JSONWriter(isPretty: layout == .pretty)
    writer.object { json in
      json.key("schema")
      json.string(Self.schema)
      json.key("id")
      Self.write(id, to: &json)
      json.key("error")
      json.flatObject { json in
        json.key("code")
        json.string(code)
        json.key("detail")
        json.string(detail)
      }
    }
    return writer.finish()
  }

  /// The tokens of a text as UTF-8, without a line end.
  public func encodeTokens(_ tokens: [Token], of source: SourceText, language: LanguageTag)
    -> [UInt8]
  {
    let offsets = OffsetConverter(source, unit: offsetUnit)
    var writer = JSONWriter(isPretty: layout == .pretty)
    writer.object { json in
      json.key("language")
      json.string(language.code)
      json.key("offsets")
      json.string(offsetUnit.rawValue)
      json.key("text")
      json.string(utf8: source.bytes.span)
      write("segments", tokens, to: &json) { token, json in
        writeRange(token.range, offsets, to: &json)
        json.key("kind")
        json.string(token.kind.name)
        json.key("text")
        json.string(token.range, of: source)
      }
    }
    return writer.finish()
  }

  // MARK: Parts

  private static func write(_ id: DocumentID?, to json: inout JSONWriter) {
    switch id {
    case .string(let text): json.string(text)
    case .integer(let number): json.integer(Int(number))
    case nil: json.null()
    }
  }

  /// An array of objects, each on one line.
  private func write<Element>(
    _ name: StaticString, _ elements: [Element], to json: inout JSONWriter,
    _ body: (Element, inout JSONWriter) -> Void
  ) {
    json.key(name)
    json.array { json in
      for element in elements {
        json.element()
        json.flatObject { json in body(element, &json) }
      }
    }
  }

  func writeRange(_ range: TextRange, _ offsets: OffsetConverter, to json: inout JSONWriter) {
    json.key("start")
    json.integer(offsets.offset(atByte: range.lowerBound))
    json.key("end")
    json.integer(offsets.offset(atByte: range.upperBound))
  }

  private func writeMention(
    _ mention: Mention, _ document: AnnotatedDocument, _ offsets: OffsetConverter,
    to json: inout JSONWriter
  ) {
    writeRange(mention.range, offsets, to: &json)
    json.key("text")
    json.string(mention.range, of: document.source)
    json.key("type")
    json.string(mention.kind.name)
    json.key("entity")
    json.entityName(mention.entity)
    json.key("score")
    json.decimal(mention.score)
    json.key("evidence")
    json.array { json in
      for evidence in mention.evidence {
        json.element()
        json.string(evidence.name)
      }
    }
    if let suffix = mention.suffix {
      json.key("suffix")
      json.string(suffix, of: document.source)
    }
  }

  /// What is named only inside other names is left out with these, unless an office is of it; it stands last.
  private func writtenEntities(of document: AnnotatedDocument) -> [Bool] {
    var isWritten = document.entities.map { parts.contains(.nested) || !$0.mentions.isEmpty }
    for role in document.roles {
      isWritten[role.person] = true
      if let of = role.of { isWritten[of] = true }
      if let to = role.to { isWritten[to] = true }
    }
    return isWritten
  }

  private func writeEntities(
    _ document: AnnotatedDocument, _ isWritten: [Bool], to json: inout JSONWriter
  ) {
    let entities = document.entities.enumerated().filter { isWritten[$0.offset] }
    write("entities", entities, to: &json) { entity, json in
      json.key("id")
      json.entityName(entity.offset)
      json.key("type")
      json.string(entity.element.kind.name)
      json.key("name")
      json.string(entity.element.name)
      writeIdentity(country: entity.element.country, ids: entity.element.ids, to: &json)
      if !entity.element.alternatives.isEmpty {
        json.key("alternatives")
        json.array { json in
          for alternative in entity.element.alternatives {
            json.element()
            json.flatObject { json in
              json.key("name")
              json.string(alternative.name)
              writeIdentity(country: alternative.country, ids: alternative.ids, to: &json)
              if let index = alternative.entity, isWritten[index] {
                json.key("entity")
                json.entityName(index)
              }
            }
          }
        }
      }
      writeIndices("mentions", entity.element.mentions, to: &json)
    }
  }

  func writeIndices(_ name: StaticString, _ indices: [Int], to json: inout JSONWriter) {
    json.key(name)
    json.array { json in
      for index in indices {
        json.element()
        json.integer(index)
      }
    }
  }

  func writeIdentity(country: String?, ids: [Entry.Pair], to json: inout JSONWriter) {
    if let country {
      json.key("country")
      json.string(country)
    }
    if ids.isEmpty { return }
    json.key("ids")
    json.object { json in
      for id in ids {
        json.dynamicKey(id.key)
        json.string(id.value)
      }
    }
  }

  private func writeRoles(
    _ document: AnnotatedDocument, _ offsets: OffsetConverter, to json: inout JSONWriter
  ) {
    write("roles", document.roles, to: &json) { role, json in
      json.key("person")
      json.entityName(role.person)
      json.key("title")
      json.string(role.title)
      if let of = role.of {
        json.key("of")
        json.entityName(of)
      }
      if let to = role.to {
        json.key("to")
        json.entityName(to)
      }
      if role.isFormer {
        json.key("former")
        json.boolean(true)
      }
      writeRange(role.range, offsets, to: &json)
      json.key("text")
      json.string(role.range, of: document.source)
    }
  }

  private func writeTopics(
    _ document: AnnotatedDocument, _ offsets: OffsetConverter, to json: inout JSONWriter
  ) {
    write("topics", document.topics, to: &json) { topic, json in
      json.key("id")
      json.string(topic.id)
      json.key("name")
      json.string(topic.name)
      json.key("score")
      json.decimal(topic.score)
      json.key("evidence")
      json.array { json in
        for evidence in topic.evidence {
          json.element()
          json.flatObject { json in
            writeRange(evidence.range, offsets, to: &json)
            json.key("text")
            json.string(evidence.range, of: document.source)
            json.key("weight")
            json.decimal(evidence.weight)
          }
        }
      }
    }
  }

}

extension JSONWriter {
  /// A part of a text.
  mutating func string(_ range: TextRange, of source: SourceText) {
    string(utf8: source.bytes.span.extracting(range.lowerBound..<range.upperBound))
  }

  /// What the output calls an entity: `"e1"`.
  mutating func entityName(_ index: Int) { numbered("e", index + 1) }
}
