/// Reads records of delimited text line by line: CSV after RFC 4180, where quotes may hold separators and line breaks, or
/// plain columns between tabs.
struct DelimitedRecords {
  /// How a record is cut.
  enum Style: Hashable {
    /// Between a separator; a field in quotes may hold anything, a quote in it is written twice.
    case quoted(separator: UInt8)
    /// At tabs; quotes are letters like others.
    case tabs
  }

  private let style: Style
  /// The longest record, in bytes.
  private let limit: Int
  private var fields: [[UInt8]] = []
  private var field: [UInt8] = []
  private var size = 0
  private(set) var isInQuotes = false
  /// The line in which the present record starts, counted from 1.
  private(set) var startLine = 0

  init(_ style: Style, limit: Int = 16 << 20) {
    self.style = style
    self.limit = limit
  }

  /// The style of a table by its header: quoted, with semicolons if there are more of them than commas.
  static func quotedStyle(ofHeader line: ArraySlice<UInt8>) -> Style {
    var isInQuotes = false
    var (commas, semicolons) = (0, 0)
    for byte in line {
      if byte == 0x22 { isInQuotes.toggle() }
      if isInQuotes { continue }
      if byte == 0x2C { commas += 1 }
      if byte == 0x3B { semicolons += 1 }
    }
    return .quoted(separator: semicolons > commas ? 0x3B : 0x2C)
  }

  /// Takes a line without its line feed; gives a record once it is whole.
  ///
  /// - Throws: the reason why the record cannot be read; the next line starts a new one.
  mutating func add(
    _ line: ArraySlice<UInt8>, number: Int
  ) throws(SourceFault) -> [String]? {
    if isInQuotes {
      field.append(0x0A)
    } else {
      startLine = number
    }
    size += line.count + 1
    guard size <= limit else {
      abandon()
      throw SourceFault("the record is longer than \(limit) bytes; is a quote not closed?")
    }
    let line = line.last == 0x0D ? line.dropLast() : line
    switch style {
    case .tabs:
      size = 0
      return Self.cut(line, 0x09)
    case .quoted(let separator):
      if !isInQuotes, !line.contains(0x22) {
        size = 0
        return Self.cut(line, separator)
      }
      try read(line, separator)
      if isInQuotes { return nil }
      endField()
      defer { abandon() }
      return fields.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// What is wrong at the end of the text; `nil` if nothing is.
  func complaintAtEnd() -> SourceFault? {
    isInQuotes ? SourceFault("a quote is opened here and not closed") : nil
  }

  private static func cut(_ line: ArraySlice<UInt8>, _ separator: UInt8) -> [String] {
    line.split(separator: separator, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private mutating func read(
    _ line: ArraySlice<UInt8>, _ separator: UInt8
  ) throws(SourceFault) {
    var index = line.startIndex
    var isClosed = false
    while index < line.endIndex {
      let byte = line[index]
      if isInQuotes {
        if byte != 0x22 {
          field.append(byte)
        } else if index + 1 < line.endIndex, line[index + 1] == 0x22 {
          field.append(byte)
          index += 1
        } else {
          isInQuotes = false
          isClosed = true
        }
      } else if byte == separator {
        endField()
        isClosed = false
      } else if byte == 0x22, field.isEmpty, !isClosed {
        isInQuotes = true
      } else if isClosed || byte == 0x22 {
        abandon()
        throw SourceFault(
          "a quote stands inside a field; put the field in quotes and write the quote twice")
      } else {
        field.append(byte)
      }
      index += 1
    }
  }

  private mutating func endField() {
    fields.append(field)
    field.removeAll(keepingCapacity: true)
  }

  private mutating func abandon() {
    fields.removeAll(keepingCapacity: true)
    field.removeAll(keepingCapacity: true)
    size = 0
    isInQuotes = false
  }
}

/// Why a record cannot be read: for people, with the remedy. Whoever reads knows file and line.
struct SourceFault: Error, Hashable {
  let message: String
  init(_ message: String) { self.message = message }
}
