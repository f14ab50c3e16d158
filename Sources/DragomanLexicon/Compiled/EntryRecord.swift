/// What a lexicon says of an entry beside its type, weight and country, as it is packed in the file: name, aliases, ids,
/// attributes and offices.
///
/// Numbers are LEB128 (seven bits a byte, the low ones first). Strings are their length and their UTF-8. Ids and
/// attributes that every place has are numbers behind a byte that says which.
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
  private static let codes: [(code: UInt8, key: String, form: Form)] = [
    (1, "geonames", .number), (2, "wikidata", .letterAndNumber), (3, "iso", .text),
    (16, "kind", .text), (17, "population", .number), (18, "latitude", .degrees),
    (19, "longitude", .degrees), (20, "from", .text), (21, "to", .text),
  ]

  private enum Form {
    case text, number
    /// `Q43`.
    case letterAndNumber
    /// Degrees with up to four decimals.
    case degrees
  }

  // MARK: Packing

  /// The packed bytes.
  func packed() -> [UInt8] {
    var bytes: [UInt8] = []
    Self.append(name, to: &bytes)
    Self.append(UInt64(aliases.count), to: &bytes)
    for alias in aliases { Self.append(alias, to: &bytes) }
    for pairs in [ids, attributes] {
      Self.append(UInt64(pairs.count), to: &bytes)
      for pair in pairs { Self.append(pair, to: &bytes) }
    }
    Self.append(UInt64(offices.count), to: &bytes)
    for holding in offices {
      Self.append(UInt64(holding.office), to: &bytes)
      Self.append(UInt64(holding.from?.packed ?? 0), to: &bytes)
      Self.append(UInt64(holding.to?.packed ?? 0), to: &bytes)
    }
    return bytes
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

  private static func degrees(_ tenThousandths: Int64) -> String {
    let size = tenThousandths.magnitude
    var fraction = String(size % 10_000 + 10_000).dropFirst()
    while fraction.last == "0" { fraction = fraction.dropLast() }
    return
      "\(tenThousandths < 0 ? "-" : "")\(size / 10_000)\(fraction.isEmpty ? "" : ".")\(fraction)"
  }

  // MARK: Reading

  /// Reads the record at an offset. What a damaged file says too much is left out.
  init(_ bytes: MappedBytes, at offset: Int) {
    var reader = Reader(bytes: bytes, offset: offset)
    name = reader.text()
    aliases = reader.list { $0.text() }
    ids = reader.list { $0.pair() }
    attributes = reader.list { $0.pair() }
    offices = reader.list { reader in
      Holding(
        office: UInt32(truncatingIfNeeded: reader.number()),
        from: YearMonth(packed: reader.number()), to: YearMonth(packed: reader.number()))
    }
  }

  init() {}

  /// The name alone.
  static func name(_ bytes: MappedBytes, at offset: Int) -> String {
    var reader = Reader(bytes: bytes, offset: offset)
    return reader.text()
  }

  /// A spelling by its number: 0 is the name.
  static func spelling(_ number: Int, _ bytes: MappedBytes, at offset: Int) -> String {
    var reader = Reader(bytes: bytes, offset: offset)
    if number == 0 { return reader.text() }
    reader.skipText()
    guard reader.number() >= UInt64(number) else { return "" }
    for _ in 1..<number { reader.skipText() }
    return reader.text()
  }

  private struct Reader {
    let bytes: MappedBytes
    var offset: Int

    mutating func number() -> UInt64 {
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

    private mutating func range() -> Range<Int> {
      let length = Int(clamping: number())
      let end = min(length, max(0, bytes.count - offset)) + offset
      defer { offset = end }
      return offset..<end
    }

    mutating func text() -> String { bytes.string(in: range()) }
    mutating func skipText() { _ = range() }

    mutating func list<Element>(_ element: (inout Reader) -> Element) -> [Element] {
      var result: [Element] = []
      // Each takes a byte at least.
      let count = min(number(), UInt64(max(0, bytes.count - offset)))
      for _ in 0..<count {
        if offset >= bytes.count { break }
        result.append(element(&self))
      }
      return result
    }

    mutating func pair() -> Entry.Pair {
      let code = bytes[offset]
      offset += 1
      guard let known = codes.first(where: { $0.code == code }) else {
        return Entry.Pair(key: text(), value: text())
      }
      switch known.form {
      case .text: return Entry.Pair(key: known.key, value: text())
      case .number: return Entry.Pair(key: known.key, value: "\(number())")
      case .letterAndNumber: return Entry.Pair(key: known.key, value: "Q\(number())")
      case .degrees:
        let zigzag = number()
        let value = Int64(zigzag >> 1) ^ -Int64(zigzag & 1)
        return Entry.Pair(key: known.key, value: degrees(value))
      }
    }
  }
}

/// A month of a year, or the whole year.
public struct YearMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12; `nil` for the whole year.
  public let month: Int?

  /// Reads `YYYY` or `YYYY-MM`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].utf8.count == 4, let year = Int(parts[0]), year > 0 else {
      return nil
    }
    self.year = year
    if parts.count == 2 {
      guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) else {
        return nil
      }
      self.month = month
    } else {
      month = nil
    }
  }

  init?(packed: UInt64) {
    guard packed >= 16, packed < 160_000 else { return nil }
    year = Int(packed / 16)
    let month = Int(packed % 16)
    self.month = (1...12).contains(month) ? month : nil
  }

  var packed: Int { year * 16 + (month ?? 0) }

  /// `YYYY` or `YYYY-MM`.
  public var description: String {
    let digits = String(year + 10_000).dropFirst()
    guard let month else { return String(digits) }
    return "\(digits)-\(month < 10 ? "0" : "")\(month)"
  }

  /// Whether it is over before another begins.
  func isOver(before other: YearMonth) -> Bool {
    year != other.year ? year < other.year : (month ?? 12) < (other.month ?? 1)
  }

  /// By time; a whole year comes before its months.
  public static func < (left: YearMonth, right: YearMonth) -> Bool { left.packed < right.packed }
}
