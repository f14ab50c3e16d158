internal import DragomanLexicon

/// A record of gold or of answers as its JSON says it, before its offsets are read.
struct JSONRecord {
  /// An element of a list, with its place in the file.
  struct Element {
    /// Bytes from the file's start.
    let place: Int
    let value: JSONReader.Value

    func string(_ keys: String...) -> String? {
      for key in keys { if case .string(let text)? = value[key] { return text } }
      return nil
    }

    func integer(_ key: String) -> Int? {
      if case .number(let digits)? = value[key] { return Int(digits) }
      return nil
    }
  }

  /// Bytes from the file's start.
  let place: Int
  /// The line that it starts in, counted from 1.
  private(set) var line = 1
  /// The fields that are strings, numbers or booleans.
  private(set) var fields: [String: String] = [:]
  /// The lists.
  private(set) var lists: [String: [Element]] = [:]
  /// Whether the record says why a document failed.
  private(set) var isError = false

  /// Reads the record that stands next.
  ///
  /// - Parameter base: where the reader's bytes start in the file.
  init(_ reader: inout JSONReader, base: Int) throws(JSONError) {
    place = base + reader.nextOffset()
    guard try reader.nextKind() == .object else {
      throw reader.failure("a record should stand here: an object with id, text and entities")
    }
    var fields: [String: String] = [:]
    var lists: [String: [Element]] = [:]
    var isError = false
    try reader.object { reader, key throws(JSONError) in
      switch try reader.nextKind() {
      case .array:
        var list: [Element] = []
        try reader.array { reader throws(JSONError) in
          let place = base + reader.nextOffset()
          list.append(Element(place: place, value: try reader.value()))
        }
        lists[key] = list
      case .object:
        if key == "error" { isError = true }
        try reader.skip()
      default:
        switch try reader.value() {
        case .string(let text), .number(let text): fields[key] = text
        case .boolean(let value): fields[key] = value ? "true" : "false"
        default: break
        }
      }
    }
    (self.fields, self.lists, self.isError) = (fields, lists, isError)
  }

  /// The records of a file: one object, an array of them, or one object a line, told from the first bytes.
  static func records(in bytes: [UInt8], path: String) throws(EvaluationError) -> [JSONRecord] {
    var records = try unnumbered(in: bytes, path: path)
    var (line, counted) = (1, 0)
    for index in records.indices {
      line += bytes[counted..<records[index].place].count { $0 == 0x0A }
      counted = records[index].place
      records[index].line = line
    }
    return records
  }

  /// The line that a place in a file stands in.
  static func line(of place: Int, in bytes: [UInt8]) -> Int {
    bytes.prefix(place).count { $0 == 0x0A } + 1
  }

  private static func unnumbered(
    in bytes: [UInt8], path: String
  ) throws(EvaluationError) -> [JSONRecord] {
    guard (try? UTF8Span(validating: bytes.span)) != nil else {
      throw EvaluationError(
        path, "the file is not UTF-8; convert it, for example with iconv")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isLines = path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson")
    if !isLines, let records = try? whole(bytes[start...], base: start) { return records }
    var records: [JSONRecord] = []
    var lineStart = start
    while lineStart < bytes.count {
      let end = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[lineStart..<end]
      if line.contains(where: { $0 > 0x20 }) {
        do throws(JSONError) {
          var reader = JSONReader(line)
          records.append(try JSONRecord(&reader, base: lineStart))
          try reader.finish()
        } catch {
          throw failure(isLines ? nil : bytes[start...], error, lineStart, bytes, path)
        }
      }
      lineStart = end + 1
    }
    return records
  }

  private static func whole(_ bytes: ArraySlice<UInt8>, base: Int) throws(JSONError) -> [JSONRecord]
  {
    var reader = JSONReader(bytes)
    var records: [JSONRecord] = []
    if try reader.nextKind() == .array {
      try reader.array { reader throws(JSONError) in
        records.append(try JSONRecord(&reader, base: base))
      }
    } else {
      records.append(try JSONRecord(&reader, base: base))
    }
    try reader.finish()
    return records
  }

  /// The error to tell: of a file that is no lines of JSON, the one of reading it as a whole.
  private static func failure(
    _ wholeText: ArraySlice<UInt8>?, _ error: JSONError, _ lineStart: Int, _ bytes: [UInt8],
    _ path: String
  ) -> EvaluationError {
    var (message, offset) = (error.message, lineStart + error.offset)
    if let wholeText {
      do throws(JSONError) {
        _ = try whole(wholeText, base: wholeText.startIndex)
      } catch {
        (message, offset) = (error.message, wholeText.startIndex + error.offset)
      }
    }
    return EvaluationError(
      path, line: line(of: offset, in: bytes),
      "not JSON: \(message); mend the line, or leave the record out")
  }
}

extension JSONReader.Value {
  /// A member of an object; `nil` if there is none, or this is no object.
  subscript(key: String) -> JSONReader.Value? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// A whole number.
  var integer: Int? {
    if case .number(let digits) = self { return Int(digits) }
    return nil
  }
}
