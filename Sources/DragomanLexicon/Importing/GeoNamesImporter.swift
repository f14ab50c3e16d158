/// Reads GeoNames' tables of places (`allCountries.txt`, `cities15000.txt`) and of their names
/// (`alternateNamesV2.txt`) line by line.
///
/// First all places, then all names; ``finish()`` writes the entities. The places that are kept wait in a temporary file;
/// in memory are their numbers and their names in the languages that are wanted.
public struct GeoNamesImporter {
  /// What is taken.
  public struct Options: Sendable {
    /// The letters of the feature classes: `P` for towns, `A` for countries and units, `H` for waters …
    public var featureClasses: Set<String> = ["A", "P"]
    /// Towns (class `P`) of fewer people are left out.
    public var minimumPopulation = 0
    /// ISO 3166-1 codes; empty for all.
    public var countries: Set<String> = []
    /// The languages of the names.
    public var languages = ImportLanguages.usual

    /// The usual options.
    public init() {}
  }

  private let options: Options
  private let output: EntitySourceWriter
  private let kept: SpillingBytes
  private var ids: Set<UInt32> = []
  private var names = GeoNamesNames()

  /// Makes an importer that writes to a source file; if there are many places, a temporary file is made beside it.
  public init(_ options: Options, output: EntitySourceWriter) {
    self.options = options
    self.output = output
    kept = SpillingBytes(in: output.folder)
  }

  // MARK: Reading

  /// Reads a line of a table of places, without its line feed.
  ///
  /// - Throws: ``LexiconError``; after a malformed line one may go on.
  public mutating func readPlace(
    _ line: ArraySlice<UInt8>, path: String, number: Int
  ) throws(LexiconError) {
    guard let columns = try Self.columns(line, 19...19, path, number) else { return }
    guard let id = UInt32(Self.text(columns[0])) else {
      throw Self.error("'\(Self.text(columns[0]))' is no number of a place", path, number)
    }
    let featureClass = Self.text(columns[6])
    guard options.featureClasses.contains(featureClass) else { return }
    guard options.countries.isEmpty || options.countries.contains(Self.text(columns[8])) else {
      return
    }
    let population = Int(Self.text(columns[14])) ?? 0
    if featureClass == "P", population < options.minimumPopulation { return }
    guard !columns[1].isEmpty, ids.insert(id).inserted else { return }
    for (index, column) in [0, 1, 4, 5, 6, 7, 8, 14].enumerated() {
      if index > 0 { try kept.append(CollectionOfOne(0x09)) }
      try kept.append(columns[column])
    }
    try kept.append(CollectionOfOne(0x0A))
  }

  /// Reads a line of `alternateNamesV2.txt`, without its line feed, after all places were read.
  ///
  /// - Throws: ``LexiconError``; after a malformed line one may go on.
  public mutating func readName(
    _ line: ArraySlice<UInt8>, path: String, number: Int
  ) throws(LexiconError) {
    guard let columns = try Self.columns(line, 4...10, path, number) else { return }
    guard let id = UInt32(Self.text(columns[1])) else {
      throw Self.error("'\(Self.text(columns[1]))' is no number of a place", path, number)
    }
    guard ids.contains(id) else { return }
    let language = Self.text(columns[2])
    func isSet(_ column: Int) -> Bool { column < columns.count && columns[column].first == 0x31 }
    if language == "wkdt" {
      names.add(columns[3], to: id, language: language, kind: .common)
    } else if let tag = options.languages.tag(of: language) {
      let kind: AliasKind = isSet(7) ? .former : isSet(5) ? .short : .common
      names.add(columns[3], to: id, language: tag, kind: kind)
    }
  }

  /// Writes all places that were kept.
  ///
  /// - Throws: ``LexiconError`` if they cannot be written.
  public mutating func finish() throws(LexiconError) {
    names.sort()
    var rest: [UInt8] = []
    try kept.forEachPortion { portion throws(LexiconError) in
      rest += portion
      var start = 0
      while let end = rest[start...].firstIndex(of: 0x0A) {
        let columns = rest[start..<end].split(separator: 0x09, omittingEmptySubsequences: false)
        if let entity = entity(columns.map(Self.text)) { try output.write(entity) }
        start = end + 1
      }
      rest.removeSubrange(..<start)
    }
  }

  // MARK: Places

  /// - Parameter columns: number, name, latitude, longitude, class, code, country, population.
  private func entity(_ columns: [String]) -> ImportedEntity? {
    guard columns.count == 8, let id = UInt32(columns[0]) else { return nil }
    let (code, country) = (columns[5], columns[6])
    let population = Int(columns[7]) ?? 0
    var entity = ImportedEntity(type: .place, name: columns[1])
    if entity.name.isEmpty { return nil }
    let isState = code == "PCLI"
    entity.country = country.utf8.count == 2 ? country : ""
    entity.weight = Self.weight(code, population)
    if isState, !entity.country.isEmpty { entity.ids.append("iso:\(country)") }
    entity.ids.append("geonames:\(id)")
    if let kind = Self.kind(columns[4], code) { entity.attributes.append("kind=\(kind)") }
    if population > 0 { entity.attributes.append("population=\(population)") }
    for (key, text) in [("latitude", columns[2]), ("longitude", columns[3])]
    where Double(text) != nil {
      entity.attributes.append("\(key)=\(text)")
    }
    names.forEach(of: id) { text, language, kind in
      if language != "wkdt" {
        entity.add(ImportedEntity.Alias(text: text, languages: [language], kind: kind))
      } else if WikidataImporter.isItem(text), !entity.ids.contains("wikidata:\(text)") {
        entity.ids.append("wikidata:\(text)")
      }
    }
    return entity
  }

  private static func weight(_ code: String, _ population: Int) -> Int {
    if code == "PCLI" { return 90 }
    if code == "PPLC" { return 80 }
    if code == "ADM1" { return 50 }
    let steps = [
      (5_000_000, 75), (1_000_000, 65), (300_000, 55), (100_000, 45), (15_000, 35), (5_000, 25),
      (1_000, 15),
    ]
    return steps.first { population >= $0.0 }?.1 ?? 10
  }

  private static func kind(_ featureClass: String, _ code: String) -> String? {
    switch (featureClass, code) {
    case (_, "PPLC"): "capital"
    case ("P", _): "city"
    case (_, "PCLI"): "country"
    case ("A", "ADM2"), ("A", "ADM3"), ("A", "ADM4"), ("A", "ADM5"): "district"
    case ("A", _) where code.hasPrefix("PCL") || code == "TERR": "territory"
    case ("A", _): "region"
    case ("H", _): "water"
    case ("T", "ISL"), ("T", "ISLS"), ("T", "ISLET"): "island"
    case ("T", "DSRT"): "desert"
    case ("T", "MT"), ("T", "MTS"), ("T", "PK"), ("T", "PKS"), ("T", "VLC"): "mountain"
    case ("S", _): "facility"
    default: nil
    }
  }

  // MARK: Lines

  private static func columns(
    _ line: ArraySlice<UInt8>, _ counts: ClosedRange<Int>, _ path: String, _ number: Int
  ) throws(LexiconError) -> [ArraySlice<UInt8>]? {
    let line = line.last == 0x0D ? line.dropLast() : line
    if line.isEmpty || line.first == 0x23 { return nil }
    guard (try? UTF8Span(validating: line.span)) != nil else {
      throw error("the line is not UTF-8", path, number)
    }
    let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard counts.contains(columns.count) else {
      throw error(
        "the line has \(columns.count) columns between tabs, GeoNames' has \(counts.upperBound)",
        path, number)
    }
    return columns
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func error(_ message: String, _ path: String, _ line: Int) -> LexiconError {
    LexiconError(.malformedLine, path: path, line: line, message)
  }
}

/// Names of places by the places' numbers: their bytes in one array, 16 bytes beside them for each.
private struct GeoNamesNames {
  private struct Record {
    let place: UInt32
    let language: UInt16
    let kind: AliasKind
    let start: Int
  }

  private var bytes: [UInt8] = []
  private var records: [Record] = []
  private var languages: [String] = []
  private var languageNumbers: [String: UInt16] = [:]

  mutating func add(
    _ text: ArraySlice<UInt8>, to place: UInt32, language: String, kind: AliasKind
  ) {
    var number = languageNumbers[language]
    if number == nil, languages.count < UInt16.max {
      number = UInt16(languages.count)
      languages.append(language)
      languageNumbers[language] = number
    }
    guard let number else { return }
    records.append(Record(place: place, language: number, kind: kind, start: bytes.count))
    bytes.append(contentsOf: text)
    bytes.append(0x0A)
  }

  /// Puts the names of each place together, in the order in which they were added.
  mutating func sort() { records.sort { ($0.place, $0.start) < ($1.place, $1.start) } }

  func forEach(of place: UInt32, _ body: (String, _ language: String, AliasKind) -> Void) {
    var (low, high) = (0, records.count)
    while low < high {
      let middle = (low + high) / 2
      if records[middle].place < place { low = middle + 1 } else { high = middle }
    }
    while low < records.count, records[low].place == place {
      let record = records[low]
      let end = bytes[record.start...].firstIndex(of: 0x0A) ?? bytes.count
      body(
        String(decoding: bytes[record.start..<end], as: UTF8.self),
        languages[Int(record.language)], record.kind)
      low += 1
    }
  }
}
