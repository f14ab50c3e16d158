internal import DragomanText

/// Reads Wikidata's dump of entities: JSON, one entity a line, all inside one array.
///
/// Of an entity are taken its labels and aliases in some languages, its ids, and how many pages of Wikimedia it has.
public struct WikidataImporter {
  /// What is taken.
  public struct Options: Sendable {
    /// The types of the entities that are instances (P31) of a class; the first that fits counts. Subclasses are not
    /// followed.
    public var classes: [(item: String, type: EntryType)]
    /// The languages of the names.
    public var languages: ImportLanguages

    /// Makes options.
    public init(
      classes: [(item: String, type: EntryType)] = WikidataImporter.usualClasses,
      languages: ImportLanguages = .usual
    ) {
      self.classes = classes
      self.languages = languages
    }
  }

  /// Humans; states, cities, waters, mountains; states' bodies, companies, media, universities, parties.
  public static let usualClasses: [(item: String, type: EntryType)] = [
    ("Q5", .person), ("Q6256", .place), ("Q3624078", .place), ("Q515", .place),
    ("Q1549591", .place), ("Q486972", .place), ("Q4022", .place), ("Q23397", .place),
    ("Q8502", .place), ("Q43229", .organization), ("Q484652", .organization),
    ("Q327333", .organization), ("Q192350", .organization), ("Q7278", .organization),
    ("Q4830453", .organization), ("Q783794", .organization), ("Q891723", .organization),
    ("Q22687", .organization), ("Q3918", .organization), ("Q11032", .organization),
    ("Q192283", .organization),
  ]

  private let options: Options
  private let output: EntitySourceWriter
  /// How many entities fit a class, but have no name in the languages.
  public private(set) var namelessCount = 0

  /// Makes an importer that writes to a source file.
  public init(_ options: Options, output: EntitySourceWriter) {
    self.options = options
    self.output = output
  }

  /// Reads a line, without its line feed.
  ///
  /// - Throws: ``LexiconError``; after a malformed line one may go on.
  public mutating func read(
    _ line: ArraySlice<UInt8>, path: String, number: Int
  ) throws(LexiconError) {
    var line = line
    while let last = line.last, [0x2C, 0x0D, 0x20, 0x09].contains(last) { line.removeLast() }
    if line.isEmpty || line.count == 1 && (line.first == 0x5B || line.first == 0x5D) { return }
    var item = Item()
    do throws(JSONError) {
      let languages = options.languages
      try JSONReader.readObject(line) { reader, key throws(JSONError) in
        try item.read(&reader, key, languages)
      }
    } catch {
      throw LexiconError(
        .malformedLine, path: path, line: number,
        "the entity is left out: \(error.message) (byte \(error.offset))")
    }
    guard
      let type = options.classes.first(where: { item.classes.contains($0.item) })?.type,
      Self.isItem(item.id)
    else { return }
    guard let name = name(of: item) else {
      namelessCount += 1
      return
    }
    var entity = ImportedEntity(type: type, name: name)
    entity.ids = ["wikidata:\(item.id)"]
    if let id = item.geonames, UInt64(id) != nil { entity.ids.append("geonames:\(id)") }
    if let iso = item.iso, iso.utf8.count == 2 {
      entity.ids.append("iso:\(iso)")
      entity.country = iso.uppercased()
    }
    entity.weight = Self.weight(pages: item.pageCount)
    for (language, text) in item.labels {
      entity.add(ImportedEntity.Alias(text: text, languages: [language]))
    }
    for (language, text) in item.aliases { entity.addOtherName(text, languages: [language]) }
    try output.write(entity)
  }

  /// The label in the first language that has one.
  private func name(of item: Item) -> String? {
    for tag in options.languages.tags {
      if let label = item.labels.first(where: { $0.language == tag.code }) { return label.text }
    }
    let label =
      item.labels.first { $0.language == "en" } ?? item.labels.first { $0.language == "*" }
    return label?.text ?? item.labels.first?.text
  }

  /// Prominence by the number of Wikimedia pages: 10 for one, 30 for 16, 60 for 100, 90 for 256 and more.
  static func weight(pages: Int) -> Int {
    let steps = [(256, 90), (180, 80), (140, 70), (100, 60), (64, 50), (32, 40), (16, 30), (4, 20)]
    return steps.first { pages >= $0.0 }?.1 ?? (pages > 0 ? 10 : 5)
  }

  /// Whether a text is the id of an item: `Q43`.
  public static func isItem(_ text: String) -> Bool {
    text.utf8.first == 0x51 && text.utf8.count > 1
      && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// What is read of an entity.
private struct Item {
  var id = ""
  var labels: [(language: String, text: String)] = []
  var aliases: [(language: String, text: String)] = []
  var classes: [String] = []
  var geonames: String?
  var iso: String?
  var pageCount = 0

  mutating func read(
    _ reader: inout JSONReader, _ key: String, _ languages: ImportLanguages
  ) throws(JSONError) {
    switch key {
    case "id": id = try reader.stringIfAny() ?? ""
    case "labels":
      try reader.members { reader, language throws(JSONError) in
        guard let tag = languages.tag(of: language) else { return try reader.skip() }
        if let text = try reader.string(in: "value") { labels.append((tag, text)) }
      }
    case "aliases":
      try reader.members { reader, language throws(JSONError) in
        guard let tag = languages.tag(of: language), try reader.nextKind() == .array else {
          return try reader.skip()
        }
        try reader.array { reader throws(JSONError) in
          if let text = try reader.string(in: "value") { aliases.append((tag, text)) }
        }
      }
    case "claims":
      try reader.members { reader, property throws(JSONError) in
        try readClaims(&reader, property)
      }
    case "sitelinks":
      try reader.members { reader, _ throws(JSONError) in
        pageCount += 1
        try reader.skip()
      }
    default: try reader.skip()
    }
  }

  private mutating func readClaims(
    _ reader: inout JSONReader, _ property: String
  ) throws(JSONError) {
    guard ["P31", "P1566", "P297"].contains(property), try reader.nextKind() == .array else {
      return try reader.skip()
    }
    try reader.array { reader throws(JSONError) in
      var value: String?
      var isDeprecated = false
      try reader.members { reader, key throws(JSONError) in
        switch key {
        case "rank": isDeprecated = try reader.stringIfAny() == "deprecated"
        case "mainsnak": value = try Self.value(&reader)
        default: try reader.skip()
        }
      }
      guard let value, !isDeprecated else { return }
      switch property {
      case "P31": classes.append(value)
      case "P1566": geonames = geonames ?? value
      default: iso = iso ?? value
      }
    }
  }

  /// The text, or the item's id, that a statement holds.
  private static func value(_ reader: inout JSONReader) throws(JSONError) -> String? {
    var result: String?
    try reader.members { reader, key throws(JSONError) in
      guard key == "datavalue" else { return try reader.skip() }
      try reader.members { reader, key throws(JSONError) in
        guard key == "value" else { return try reader.skip() }
        result =
          try reader.nextKind() == .object
          ? try reader.string(in: "id") : try reader.stringIfAny()
      }
    }
    return result
  }
}

extension JSONReader {
  /// Reads an object's members; anything else has none (an empty object of a dump is written as `[]`).
  fileprivate mutating func members(
    _ body: (inout JSONReader, _ key: String) throws(JSONError) -> Void
  ) throws(JSONError) {
    if try nextKind() == .object { try object(body) } else { try skip() }
  }

  /// The string that a member of the next object holds.
  fileprivate mutating func string(in member: String) throws(JSONError) -> String? {
    var result: String?
    try members { reader, key throws(JSONError) in
      if key == member { result = try reader.stringIfAny() } else { try reader.skip() }
    }
    return result
  }
}
