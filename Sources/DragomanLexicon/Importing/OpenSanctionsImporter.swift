/// Reads the tables of OpenSanctions (`targets.simple.csv` and others with columns `schema` and `name`) line by line.
public struct OpenSanctionsImporter {
  private let output: EntitySourceWriter
  private var records = DelimitedRecords(.quoted(separator: 0x2C))
  private var columns: [String: Int] = [:]
  /// How many records are of a schema that names no person and no body.
  public private(set) var otherCount = 0

  private static let types: [String: EntryType] = [
    "Person": .person, "Organization": .organization, "Company": .organization,
    "PublicBody": .organization, "LegalEntity": .organization,
  ]

  /// Makes an importer that writes to a source file.
  public init(output: EntitySourceWriter) { self.output = output }

  /// Starts a file: its first line is its header.
  public mutating func startFile() {
    records = DelimitedRecords(.quoted(separator: 0x2C))
    columns = [:]
  }

  /// Reads a line, without its line feed.
  ///
  /// - Throws: ``LexiconError``; after a malformed line one may go on, but not if the header is it.
  public mutating func read(
    _ line: ArraySlice<UInt8>, path: String, number: Int
  ) throws(LexiconError) {
    guard (try? UTF8Span(validating: line.span)) != nil else {
      throw LexiconError(.malformedLine, path: path, line: number, "the line is not UTF-8")
    }
    let fields: [String]?
    do throws(SourceFault) {
      fields = try records.add(number == 1 ? line.withoutByteOrderMark : line, number: number)
    } catch {
      throw LexiconError(.malformedLine, path: path, line: records.startLine, error.message)
    }
    guard let fields else { return }
    guard !columns.isEmpty else { return try readHeader(fields, path) }
    if fields.count == 1, fields[0].isEmpty { return }
    guard fields.count == columns.count else {
      throw LexiconError(
        .malformedLine, path: path, line: records.startLine,
        "the record has \(fields.count) fields, the header \(columns.count)")
    }
    guard let type = Self.types[text("schema", fields)] else {
      otherCount += 1
      return
    }
    var entity = ImportedEntity(type: type, name: text("name", fields))
    guard !entity.name.isEmpty else {
      throw LexiconError(
        .malformedLine, path: path, line: records.startLine, "the record has no name")
    }
    let id = text("id", fields)
    if !id.isEmpty, !id.contains(" ") {
      entity.ids.append("opensanctions:\(id)")
      if WikidataImporter.isItem(id) { entity.ids.append("wikidata:\(id)") }
    }
    let countries = list("countries", fields)
    if countries.count == 1, countries[0].utf8.count == 2 {
      entity.country = countries[0].uppercased()
    }
    for alias in list("aliases", fields) { entity.addOtherName(alias, languages: ["*"]) }
    try output.write(entity)
  }

  /// What is wrong at the end of the file.
  ///
  /// - Throws: ``LexiconError`` if a quote is not closed.
  public func finish(path: String) throws(LexiconError) {
    if let fault = records.complaintAtEnd() {
      throw LexiconError(.malformedLine, path: path, line: records.startLine, fault.message)
    }
  }

  private mutating func readHeader(_ fields: [String], _ path: String) throws(LexiconError) {
    for wanted in ["schema", "name"] where !fields.contains(wanted) {
      throw LexiconError(
        .foreignFile, path: path, line: 1,
        "its header has no column '\(wanted)'; give targets.simple.csv of OpenSanctions")
    }
    for (index, name) in fields.enumerated() where columns[name] == nil { columns[name] = index }
    guard columns.count == fields.count else {
      throw LexiconError(.foreignFile, path: path, line: 1, "its header has a column twice")
    }
  }

  private func text(_ column: String, _ fields: [String]) -> String {
    columns[column].map { SourceName.cleaned(fields[$0]) } ?? ""
  }

  private func list(_ column: String, _ fields: [String]) -> [String] {
    text(column, fields).split(separator: ";").map { SourceName.cleaned(String($0)) }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes behind a byte order mark.
  var withoutByteOrderMark: ArraySlice<UInt8> {
    starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
  }
}
