internal import Dragoman
internal import DragomanLexicon

/// Reads the annotation of one record: spans, things, roles and topics.
///
/// Two shapes are known: gold's (`entities` with `start`, `end`, `type`, perhaps `canonical`; `nested`, `aliases`, `roles`,
/// `topics`), and that of the schema `dragoman/1` (`mentions` with `entity`, `entities` with `id` and `name`).
struct RecordAnnotation {
  /// A span with what its element says beside.
  private struct Read {
    let span: NamedSpan
    let element: JSONRecord.Element
  }

  private let record: JSONRecord
  private let source: SourceText
  private let offsets: OffsetTable
  private let unit: OffsetUnit
  private let skippedTypes: Set<String>
  /// Takes what is wrong with an element, and throws if that is to be an error; else the element is passed over.
  private let refuse: (_ message: String, _ place: Int) throws(EvaluationError) -> Void

  /// - Parameter unit: what offsets count where the record does not say it.
  init(
    _ record: JSONRecord, of source: SourceText, unit: OffsetUnit?, skippedTypes: Set<String>,
    refuse: @escaping (_ message: String, _ place: Int) throws(EvaluationError) -> Void
  ) {
    self.record = record
    self.source = source
    self.skippedTypes = skippedTypes
    self.refuse = refuse
    let hasBoth = record.lists["entities"]?.first?.value["cp_start"] != nil
    self.unit =
      record.fields["offsets"].flatMap(OffsetUnit.init(rawValue:)) ?? unit
      ?? (hasBoth ? .utf8 : .codepoint)
    offsets = OffsetTable(source, unit: self.unit)
  }

  /// Reads the annotation.
  func annotation() throws(EvaluationError) -> Annotation {
    let isAnswer = record.lists["mentions"] != nil
    let top = try spans(in: isAnswer ? "mentions" : "entities")
    let nested = try spans(in: "nested")
    let (things, numbers) =
      isAnswer ? try answeredThings(top, nested) : (try goldThings(top, nested), [:])
    return Annotation(
      spans: top.map(\.span), nested: nested.map(\.span), things: things,
      roles: try roles(things, numbers), topics: topics)
  }

  // MARK: Spans

  private func spans(in list: String) throws(EvaluationError) -> [Read] {
    var result: [Read] = []
    for element in record.lists[list] ?? [] {
      guard let name = element.string("type") else {
        try refuse("an element of '\(list)' has no type; \(TypeNames.remedy)", element.place)
        continue
      }
      if skippedTypes.contains(name.uppercased()) { continue }
      guard let kind = TypeNames.kind(name) else {
        try refuse("unknown type '\(name)'; \(TypeNames.remedy)", element.place)
        continue
      }
      guard let range = try range(of: element, in: list) else { continue }
      result.append(Read(span: NamedSpan(range, kind), element: element))
    }
    return result
  }

  /// The bytes of an element, held against the surface that it names.
  private func range(
    of element: JSONRecord.Element, in list: String
  ) throws(EvaluationError) -> TextRange? {
    let surface = element.string("surface", "text", "role_text")
    guard let start = element.integer("start"), let end = element.integer("end") else {
      try refuse(
        "an element of '\(list)' has no whole numbers 'start' and 'end'; name where it stands",
        element.place)
      return nil
    }
    let range = offsets.range(start, end)
    if let range, surface == nil || source.text(in: range) == surface { return range }
    let quoted = surface.map { "'\($0)'" } ?? "an element"
    let problem =
      range.map { "is '\(source.text(in: $0))'" }
      ?? "is empty, cuts a character, or lies outside the text"
    try refuse(
      "\(quoted) of '\(list)' should stand at \(start) to \(end), but that \(problem), counted in \(unit.rawValue); "
        + remedy(start, end, surface), element.place)
    return nil
  }

  /// What to do about a range that does not fit: the unit that it fits in, if there is one.
  private func remedy(_ start: Int, _ end: Int, _ surface: String?) -> String {
    let fitting = OffsetUnit.allCases.first { other in
      guard other != unit, let surface else { return false }
      return OffsetTable(source, unit: other).range(start, end).map(source.text(in:)) == surface
    }
    if let fitting { return "it fits with --offset-unit \(fitting.rawValue)" }
    if let surface, !surface.isEmpty, !source.text(in: TextRange(0, source.count)).contains(surface)
    {
      return "the text does not hold it at all: correct the surface or the text"
    }
    return "correct start and end, or say what they count with --offset-unit"
  }

  // MARK: Things

  /// By canonical name if every entity has one, else by the lists of aliases.
  private func goldThings(_ top: [Read], _ nested: [Read]) throws(EvaluationError) -> [NamedThing]?
  {
    var things = ThingCollector()
    if !top.isEmpty, top.allSatisfy({ $0.element.string("canonical") != nil }) {
      for read in top { things.add(read.span, named: read.element.string("canonical") ?? "") }
      for read in nested {
        guard let name = read.element.string("canonical") else { continue }
        things.add(read.span, named: name, isNested: true)
      }
      return things.result
    }
    guard let aliases = record.lists["aliases"] else { return nil }
    let tops = Dictionary(top.map { ($0.span.range, $0.span) }) { first, _ in first }
    let insides = Dictionary(nested.map { ($0.span.range, $0.span) }) { first, _ in first }
    var grouped: Set<NamedSpan> = []
    for alias in aliases {
      guard case .array(let places)? = alias.value["mentions"] else {
        try refuse(
          "an element of 'aliases' has no list 'mentions'; add [start, end] pairs", alias.place)
        continue
      }
      for place in places {
        guard case .array(let pair) = place, pair.count == 2, let start = pair[0].integer,
          let end = pair[1].integer, let range = offsets.range(start, end),
          let span = tops[range] ?? insides[range]
        else {
          try refuse(
            "an alias names a mention that is no entity of the document; give the start and end of one",
            alias.place)
          continue
        }
        things.add(
          span, named: alias.string("canonical") ?? source.text(in: range),
          isNested: tops[range] == nil)
        grouped.insert(span)
      }
    }
    for read in top where !grouped.contains(read.span) {
      things.add(read.span, named: source.text(in: read.span.range))
    }
    return things.result
  }

  /// By the entity that each mention names; the numbers of the things by their ids.
  private func answeredThings(
    _ top: [Read], _ nested: [Read]
  ) throws(EvaluationError) -> ([NamedThing]?, [String: Int]) {
    guard top.allSatisfy({ $0.element.string("entity") != nil }) else { return (nil, [:]) }
    var mentions: [String: (top: [NamedSpan], nested: [NamedSpan])] = [:]
    for read in top {
      mentions[read.element.string("entity") ?? "", default: ([], [])].top.append(read.span)
    }
    for read in nested {
      guard let id = read.element.string("entity") else { continue }
      mentions[id, default: ([], [])].nested.append(read.span)
    }
    var things: [NamedThing] = []
    var numbers: [String: Int] = [:]
    for entity in record.lists["entities"] ?? [] {
      guard let id = entity.string("id"), let kind = entity.string("type").flatMap(TypeNames.kind)
      else { continue }
      numbers[id] = things.count
      things.append(
        NamedThing(
          kind: kind, name: entity.string("name") ?? "",
          mentions: mentions[id]?.top.map(\.range) ?? [],
          nested: mentions[id]?.nested.map(\.range) ?? []))
    }
    for read in top where numbers[read.element.string("entity") ?? ""] == nil {
      let id = read.element.string("entity") ?? ""
      numbers[id] = things.count
      things.append(
        NamedThing(
          kind: read.span.kind, name: source.text(in: read.span.range),
          mentions: mentions[id]?.top.map(\.range) ?? []))
    }
    return (things, numbers)
  }

  // MARK: Roles and topics

  private func roles(
    _ things: [NamedThing]?, _ numbers: [String: Int]
  ) throws(EvaluationError) -> [StatedRole]? {
    guard let list = record.lists["roles"] else { return nil }
    var result: [StatedRole] = []
    for element in list {
      guard let person = element.string("person") else {
        try refuse("a role names no 'person'; say who holds it", element.place)
        continue
      }
      guard let range = try range(of: element, in: "roles") else { continue }
      result.append(
        StatedRole(
          range: range, person: Self.party(person, .person, things, numbers),
          of: element.string("organization_or_country", "of").map {
            Self.party($0, nil, things, numbers)
          }))
    }
    return result
  }

  /// The thing of an id or of a canonical name, else the name alone.
  private static func party(
    _ name: String, _ kind: MentionKind?, _ things: [NamedThing]?, _ numbers: [String: Int]
  ) -> StatedRole.Party {
    if let number = numbers[name] { return .thing(number) }
    let number = things?.firstIndex { thing in
      thing.name == name && (kind == nil ? thing.kind != .person : thing.kind == kind)
    }
    return number.map { .thing($0) } ?? .name(name)
  }

  private var topics: [String]? {
    record.lists["topics"]?.compactMap { element in
      if case .string(let name) = element.value { return name }
      return element.string("name")
    }
  }
}

/// Collects mentions into things by type and canonical name, in the order of their first mention.
struct ThingCollector {
  private struct Key: Hashable {
    let kind: MentionKind
    let name: String
  }

  private var order: [Key] = []
  private var mentions: [Key: (top: Set<NamedSpan>, nested: Set<NamedSpan>)] = [:]

  mutating func add(_ span: NamedSpan, named name: String, isNested: Bool = false) {
    let key = Key(kind: span.kind, name: name)
    if mentions[key] == nil { order.append(key) }
    if isNested {
      mentions[key, default: ([], [])].nested.insert(span)
    } else {
      mentions[key, default: ([], [])].top.insert(span)
    }
  }

  var result: [NamedThing] {
    order.map { key in
      NamedThing(
        kind: key.kind, name: key.name, mentions: mentions[key]?.top.sorted().map(\.range) ?? [],
        nested: mentions[key]?.nested.sorted().map(\.range) ?? [])
    }
  }
}
