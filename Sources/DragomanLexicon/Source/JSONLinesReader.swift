/// Reads a user's JSONL: one entity a line, or one pattern of spaCy's entity ruler a line.
struct JSONLinesReader {
  private let source: LexiconSource
  private let remark: (LexiconError) -> Void
  private var known = Set(EntityFields.Field.allCases.map(\.rawValue))
  /// Neighbouring patterns with one id are one entity.
  private var open: (pattern: SpacyPattern, entity: EntryDraft, line: Int)?

  /// Calls `body` for each entity, with the line where it starts.
  ///
  /// - Parameter remark: told of fields and lines that cannot be taken; reading goes on.
  /// - Throws: ``LexiconError`` if the file is not UTF-8, and what `body` throws.
  static func forEach(
    in source: LexiconSource, remark: (LexiconError) -> Void,
    _ body: (SourceItem, Int) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    try withoutActuallyEscaping(remark) { remark throws(LexiconError) in
      var reader = JSONLinesReader(source: source, remark: remark)
      try source.forEachLine { line, number throws(LexiconError) in
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
        for (entity, start) in reader.read(line, number) { try body(.entry(entity), start) }
      }
      if let open = reader.open { try body(.entry(open.entity), open.line) }
    }
  }

  private init(source: LexiconSource, remark: @escaping (LexiconError) -> Void) {
    self.source = source
    self.remark = remark
  }

  /// The entities that a line completes.
  private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) -> [(EntryDraft, Int)] {
    do throws(SourceFault) {
      let members = try Self.members(line)
      if members["label"] != nil, members["pattern"] != nil {
        return add(try SpacyPattern(members), number)
      }
      return closed() + [(try entity(members, number), number)]
    } catch {
      remark(source.error(error.message, line: number))
      return []
    }
  }

  private static func members(
    _ line: ArraySlice<UInt8>
  ) throws(SourceFault) -> [String: JSONReader.Value] {
    var members: [String: JSONReader.Value] = [:]
    do throws(JSONError) {
      try JSONReader.readObject(line) { reader, key throws(JSONError) in
        members[key] = try reader.value()
      }
    } catch {
      throw SourceFault("the line is left out: \(error.message) (byte \(error.offset))")
    }
    return members
  }

  private mutating func closed() -> [(EntryDraft, Int)] {
    defer { open = nil }
    return open.map { [($0.entity, $0.line)] } ?? []
  }

  private mutating func add(_ pattern: SpacyPattern, _ line: Int) -> [(EntryDraft, Int)] {
    if let open, pattern.id != nil, open.pattern.id == pattern.id, open.pattern.type == pattern.type
    {
      self.open?.entity.aliases += pattern.aliases(line: line).filter { alias in
        !open.entity.aliases.contains { $0.text == alias.text }
      }
      return []
    }
    let done = closed()
    open = (pattern, pattern.entity(line: line), line)
    return done
  }

  // MARK: Entities

  private mutating func entity(
    _ members: [String: JSONReader.Value], _ line: Int
  ) throws(SourceFault) -> EntryDraft {
    var fields = EntityFields()
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      let field = EntityFields.Field(rawValue: key)
      switch (field, value) {
      case (_, .null): continue
      case (.aliases, .array(let elements)):
        for element in elements { fields.aliases.append(try Self.alias(element)) }
      case (.aliases, .string(let text)): fields.aliases.append(EntityFields.Alias(text: text))
      case (.ids, .array(let elements)):
        for element in elements { fields.ids.append(EntityFields.id(try Self.text(element, key))) }
      case (.ids, .object(let members)):
        for member in members {
          fields.ids.append(
            Entry.Pair(key: member.key, value: try Self.text(member.value, key)))
        }
      case (.language, .array(let elements)):
        var tags: [String] = []
        for element in elements { tags.append(try Self.text(element, key)) }
        fields.set(key, field, tags.joined(separator: ","))
      case (nil, _):
        if known.insert(key).inserted {
          remark(EntityFields.unknown(key, source, line))
        }
        if let text = Self.scalar(value) { fields.set(key, field, text) }
      default: fields.set(key, field, try Self.text(value, key))
      }
    }
    return try fields.draft(line: line)
  }

  private static func alias(_ value: JSONReader.Value) throws(SourceFault) -> EntityFields.Alias {
    switch value {
    case .string(let text): return EntityFields.Alias(text: text)
    case .object(let members):
      var alias = EntityFields.Alias(text: "")
      for member in members where member.value != .null {
        let text = try Self.text(member.value, member.key)
        switch member.key {
        case "text": alias.text = text
        case "language": alias.language = text
        case "kind": alias.kind = text
        case "rule": alias.rule = text
        default:
          throw SourceFault(
            "an alias has the unknown key '\(member.key)'; it has text, language, kind, rule")
        }
      }
      guard !alias.text.isEmpty else { throw SourceFault("an alias has no text") }
      return alias
    default: throw SourceFault("an alias is neither a string nor an object with text")
    }
  }

  /// A string or number as text.
  private static func text(_ value: JSONReader.Value, _ key: String) throws(SourceFault) -> String {
    switch value {
    case .string(let text), .number(let text): return text
    default: throw SourceFault("'\(key)' is neither a string nor a number")
    }
  }

  private static func scalar(_ value: JSONReader.Value) -> String? {
    switch value {
    case .string(let text), .number(let text): text
    case .boolean(let value): "\(value)"
    default: nil
    }
  }
}
