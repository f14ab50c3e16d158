/// What a lexicon says of an entry beside its type, weight and country, as it is packed in the file: name, aliases, ids,
/// attributes and offices.
///
/// Numbers are LEB128 (seven bits a byte, the low ones first). Strings are their length and their bytes: UTF-8 with
/// numbers of a ``PhraseBook``. Ids and attributes that every place has are numbers behind a byte that says which.
struct EntryRecord {
  var name = ""
  /// Other spellings; the name is number 0.
  var aliases: [String] = []
  var ids: [Entry.Pair] = []
  var attributes: [Entry.Pair] = []
  var offices: [Holding] = []

  /// An office that a person held.
  struct Holding: Hashable {
    /// The number of the office's entry.
    var office: UInt32
    /// Year and month; month 0 where only the year is known; `nil` where nothing is, or it goes on.
    var from: YearMonth?
    var to: YearMonth?
  }

  /// Ids and attributes with a byte of their own. What stands in a file keeps its number for ever.
  fileprivate static let codes: [(code: UInt8, key: String, form: Form)] = [
    (1, "geonames", .number), (2, "wikidata", .letterAndNumber), (3, "iso", .text),
    (16, "kind", .text), (17, "population", .number), (18, "latitude", .degrees),
    (19, "longitude", .degrees), (20, "from", .text), (21, "to", .text),
  ]

  fileprivate enum Form {
    case text, number
    /// `Q43`.
    case letterAndNumber
    /// Degrees with up to four decimals.
    case degrees
  }

  // MARK: Packing

  /// Appends the packed bytes, texts in UTF-8.
  func pack(into bytes: inout [UInt8]) {
    Self.append(name, to: &bytes)
    let counts = [aliases.count, ids.count, attributes.count, offices.count]
    bytes.append(counts.enumerated().reduce(0) { $0 | ($1.element > 0 ? 1 << $1.offset : 0) })
    for count in counts where count > 0 { Self.append(UInt64(count), to: &bytes) }
    for alias in aliases { Self.append(alias, to: &bytes) }
    for pair in ids { Self.append(pair, to: &bytes) }
    for pair in attributes { Self.append(pair, to: &bytes) }
    for holding in offices {
      Self.append(UInt64(holding.office), to: &bytes)
      Self.append(UInt64(holding.from?.packed ?? 0), to: &bytes)
      Self.append(UInt64(holding.to?.packed ?? 0), to: &bytes)
    }
  }

  /// Calls `body` for the name and each other spelling of a packed record.
  static func forEachName(of record: [UInt8], _ body: (Range<Int>) -> Void) {
    var reader = Reader(bytes: record, phrases: nil, offset: 0)
    body(reader.range())
    for _ in 0..<reader.counts()[0] { body(reader.range()) }
  }

  /// Appends a packed record with other bytes for its texts.
  ///
  /// - Parameter appendText: appends what stands for a text, which is a spelling or of an id or attribute.
  static func append(
    _ record: [UInt8], to bytes: inout [UInt8],
    appendText: (_ text: Range<Int>, _ isName: Bool, _ bytes: inout [UInt8]) -> Void
  ) {
    var reader = Reader(bytes: record, phrases: nil, offset: 0)
    var copied = 0
    func rewriteText(isName: Bool) {
      bytes += record[copied..<reader.offset]
      let place = bytes.count
      bytes.append(0)
      appendText(reader.range(), isName, &bytes)
      let length = bytes.count - place - 1
      if length < 0x80 {
        bytes[place] = UInt8(length)
      } else {
        var number: [UInt8] = []
        append(UInt64(length), to: &number)
        bytes.replaceSubrange(place...place, with: number)
      }
      copied = reader.offset
    }
    rewriteText(isName: true)
    let counts = reader.counts()
    for _ in 0..<counts[0] { rewriteText(isName: true) }
    for _ in 0..<counts[1] + counts[2] {
      switch reader.form() {
      case .text?: rewriteText(isName: false)
      case .number?, .letterAndNumber?, .degrees?: _ = reader.number()
      case nil:
        rewriteText(isName: false)
        rewriteText(isName: false)
      }
    }
    bytes += record[copied...]
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    append(UInt64(text.utf8.count), to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }

  private static func append(_ pair: Entry.Pair, to bytes: inout [UInt8]) {
    if let known = codes.first(where: { $0.key == pair.key }) {
      switch known.form {
      case .text:
        bytes.append(known.code)
        return append(pair.value, to: &bytes)
      case .number:
        if let number = UInt64(pair.value), String(number) == pair.value {
          bytes.append(known.code)
          return append(number, to: &bytes)
        }
      case .letterAndNumber:
        if pair.value.utf8.first == 0x51, let number = UInt64(pair.value.dropFirst()),
          "Q\(number)" == pair.value
        {
          bytes.append(known.code)
          return append(number, to: &bytes)
        }
      case .degrees:
        if let tenThousandths = Self.tenThousandths(pair.value),
          Self.degrees(tenThousandths) == pair.value
        {
          bytes.append(known.code)
          return append(UInt64(bitPattern: tenThousandths << 1 ^ tenThousandths >> 63), to: &bytes)
        }
      }
    }
    bytes.append(0)
    append(pair.key, to: &bytes)
    append(pair.value, to: &bytes)
  }

  /// `-41.5` as -415000.
  private static func tenThousandths(_ text: String) -> Int64? {
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative ? text.dropFirst() : text[...]).split(
      separator: ".", omittingEmptySubsequences: false)
    guard let whole = Int64(parts[0]), whole <= 180, parts.count <= 2 else { return nil }
    var fraction: Int64 = 0
    if parts.count == 2 {
      guard parts[1].utf8.count <= 4, let digits = Int64(parts[1]), digits >= 0 else { return nil }
      fraction = digits
      for _ in parts[1].utf8.count..<4 { fraction *= 10 }
    }
    return (whole * 10_000 + fraction) * (isNegative ? -1 : 1)
  }

  fileprivate static func degrees(_ tenThousandths: Int64) -> String {
    let size = tenThousandths.magnitude
    var fraction = String(size % 10_000 + 10_000).dropFirst()
    while fraction.last == "0" { fraction = fraction.dropLast() }
    return
      "\(tenThousandths < 0 ? "-" : "")\(size / 10_000)\(fraction.isEmpty ? "" : ".")\(fraction)"
  }

  // MARK: Reading

  init() {}

  /// Reads the record at an offset, without its aliases unless they are asked for. What a damaged file says too much is
  /// left out.
  init(
    _ bytes: MappedBytes, _ phrases: PhraseBook, at offset: Int, upTo detail: Entry.Detail,
    withAliases: Bool = false
  ) {
    var reader = Reader(bytes: bytes, phrases: phrases, offset: offset)
    name = reader.text()
    if detail == .name, !withAliases { return }
    let counts = reader.counts()
    if withAliases {
      aliases = reader.list(counts[0]) { $0.text() }
    } else {
      reader.skipTexts(counts[0])
    }
    if detail < .ids { return }
    ids = reader.list(counts[1]) { $0.pair() }
    if detail < .attributes { return }
    attributes = reader.list(counts[2]) { $0.pair() }
    if detail < .offices { return }
    offices = reader.list(counts[3]) { reader in
      Holding(
        office: UInt32(truncatingIfNeeded: reader.number()),
        from: YearMonth(packed: reader.number()), to: YearMonth(packed: reader.number()))
    }
  }

  /// The value of one attribute of the record at an offset, without reading the others.
  static func attribute(
    _ key: String, _ bytes: MappedBytes, _ phrases: PhraseBook, at offset: Int
  ) -> String? {
    var reader = Reader(bytes: bytes, phrases: phrases, offset: offset)
    reader.skipText()
    let counts = reader.counts()
    reader.skipTexts(counts[0])
    _ = reader.list(counts[1]) { $0.skipPair() }
    var value: String?
    _ = reader.list(counts[2]) { reader in
      if value == nil, reader.isNext(key) { value = reader.pair().value } else { reader.skipPair() }
    }
    return value
  }

  /// The name alone.
  static func name(_ bytes: MappedBytes, _ phrases: PhraseBook, at offset: Int) -> String {
    spelling(0, bytes, phrases, at: offset)
  }

  /// A spelling by its number: 0 is the name.
  static func spelling(
    _ number: Int, _ bytes: MappedBytes, _ phrases: PhraseBook, at offset: Int
  ) -> String {
    var reader = Reader(bytes: bytes, phrases: phrases, offset: offset)
    if number == 0 { return reader.text() }
    reader.skipText()
    guard reader.counts()[0] >= UInt64(number) else { return "" }
    for _ in 1..<number { reader.skipText() }
    return reader.text()
  }

  fileprivate struct Reader<Bytes: RecordBytes> {
    let bytes: Bytes
    let phrases: PhraseBook?
    var offset: Int

    mutating func number() -> UInt64 {
      // Most are below 128: one byte.
      if offset < bytes.count, bytes[offset] < 0x80 {
        offset += 1
        return UInt64(bytes[offset - 1])
      }
      var result: UInt64 = 0
      var shift: UInt64 = 0
      while shift < 64, offset < bytes.count {
        let byte = bytes[offset]
        offset += 1
        result |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      return result
    }

    /// Where the bytes of a text stand.
    mutating func range() -> Range<Int> {
      let length = Int(clamping: number())
      let end = min(length, max(0, bytes.count - offset)) + offset
      defer { offset = end }
      return offset..<end
    }

    mutating func skipText() { _ = range() }

    mutating func skipTexts(_ count: UInt64) {
      for _ in 0..<min(count, UInt64(max(0, bytes.count - offset))) { skipText() }
    }

    /// How many aliases, ids, attributes and offices there are: a bit for each that there are any of, then their numbers.
    mutating func counts() -> SIMD4<UInt64> {
      guard offset < bytes.count else { return .zero }
      let present = bytes[offset]
      offset += 1
      var counts = SIMD4<UInt64>.zero
      for kind in 0..<4 where present >> kind & 1 == 1 { counts[kind] = number() }
      return counts
    }

    mutating func list<Element>(_ count: UInt64, _ element: (inout Reader) -> Element) -> [Element]
    {
      if count == 0 { return [] }
      var result: [Element] = []
      // What a damaged file says is believed as far as that.
      result.reserveCapacity(Int(min(count, 8)))
      // Each takes a byte at least.
      for _ in 0..<min(count, UInt64(max(0, bytes.count - offset))) {
        if offset >= bytes.count { break }
        result.append(element(&self))
      }
      return result
    }

    /// The form of the next id or attribute; `nil` if key and value are texts.
    mutating func form() -> Form? {
      defer { offset += 1 }
      return codes.first { $0.code == bytes[offset] }?.form
    }

    mutating func skipPair() {
      switch form() {
      case .text?: skipText()
      case .number?, .letterAndNumber?, .degrees?: _ = number()
      case nil:
        skipText()
        skipText()
      }
    }
  }
}

/// Texts of a file: its words stand in a ``PhraseBook``.
extension EntryRecord.Reader where Bytes == MappedBytes {
  fileprivate mutating func text() -> String {
    let range = range()
    return phrases?.string(bytes, in: range) ?? bytes.string(in: range)
  }

  /// Whether the next id or attribute has a key.
  fileprivate func isNext(_ key: String) -> Bool {
    if let known = EntryRecord.codes.first(where: { $0.code == bytes[offset] }) {
      return known.key == key
    }
    var reader = self
    reader.offset += 1
    return reader.text() == key
  }

  fileprivate mutating func pair() -> Entry.Pair {
    guard offset < bytes.count else { return Entry.Pair(key: "", value: "") }
    let code = bytes[offset]
    offset += 1
    guard let known = EntryRecord.codes.first(where: { $0.code == code }) else {
      return Entry.Pair(key: text(), value: text())
    }
    switch known.form {
    case .text: return Entry.Pair(key: known.key, value: text())
    case .number: return Entry.Pair(key: known.key, value: "\(number())")
    case .letterAndNumber: return Entry.Pair(key: known.key, value: "Q\(number())")
    case .degrees:
      let zigzag = number()
      let value = Int64(zigzag >> 1) ^ -Int64(zigzag & 1)
      return Entry.Pair(key: known.key, value: EntryRecord.degrees(value))
    }
  }
}

/// Bytes that records are read from.
protocol RecordBytes {
  var count: Int { get }
  subscript(offset: Int) -> UInt8 { get }
}

extension MappedBytes: RecordBytes {}

extension [UInt8]: RecordBytes {}
