/// Why a text is no JSON: what is wrong, and where.
package struct JSONError: Error, Hashable {
  package let message: String
  /// Bytes from the text's start.
  package let offset: Int
}

/// Reads a JSON text (RFC 8259) value by value, and strictly: no comments, no trailing commas, no controls in strings, no
/// half of a surrogate pair, at most 128 levels.
///
/// Whoever reads asks for the value that stands next, or skips it. A skipped value is checked, too, and costs no memory.
package struct JSONReader {
  /// A value that was read whole.
  package enum Value: Hashable {
    case string(String)
    /// A number as it is written.
    case number(String)
    case boolean(Bool)
    case null
    case array([Value])
    /// The members in their order.
    case object([Member])
  }

  /// A member of an object.
  package struct Member: Hashable {
    package let key: String
    package let value: Value
  }

  /// What sort of value stands next.
  package enum Kind { case string, number, boolean, null, array, object }

  private static let deepest = 128
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var depth = 0

  /// - Parameter bytes: valid UTF-8.
  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Reads a text that is one object; `body` reads or skips each value.
  package static func readObject(
    _ bytes: ArraySlice<UInt8>,
    _ body: (inout JSONReader, _ key: String) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else {
      throw JSONError(message: "the line is not UTF-8", offset: 0)
    }
    var reader = JSONReader(bytes)
    guard try reader.nextKind() == .object else {
      throw reader.failure("the line is JSON, but no object")
    }
    try reader.object(body)
    try reader.finish()
  }

  /// What stands next.
  package mutating func nextKind() throws(JSONError) -> Kind {
    skipSpace()
    switch byte {
    case 0x22: return .string
    case 0x7B: return .object
    case 0x5B: return .array
    case 0x74, 0x66: return .boolean
    case 0x6E: return .null
    case 0x2D, .some(0x30...0x39): return .number
    case nil: throw failure("the text ends where a value should stand")
    default: throw failure("a value should stand here")
    }
  }

  /// Reads an object; `body` reads or skips each value.
  package mutating func object(
    _ body: (inout JSONReader, _ key: String) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enter(0x7B, "an object")
    if take(0x7D) { return leave() }
    while true {
      skipSpace()
      let key = try string()
      guard take(0x3A) else { throw failure("a colon is missing") }
      try body(&self, key)
      if take(0x7D) { return leave() }
      guard take(0x2C) else { throw failure("a comma or the end of the object is missing") }
    }
  }

  /// Reads an array; `body` reads or skips each element.
  package mutating func array(
    _ body: (inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try enter(0x5B, "an array")
    if take(0x5D) { return leave() }
    while true {
      try body(&self)
      if take(0x5D) { return leave() }
      guard take(0x2C) else { throw failure("a comma or the end of the array is missing") }
    }
  }

  /// Reads a value whole.
  package mutating func value() throws(JSONError) -> Value {
    switch try nextKind() {
    case .string: return .string(try string())
    case .number: return .number(try number())
    case .boolean:
      let isTrue = byte == 0x74
      try word(isTrue ? "true" : "false")
      return .boolean(isTrue)
    case .null:
      try word("null")
      return .null
    case .array:
      var elements: [Value] = []
      try array { reader throws(JSONError) in elements.append(try reader.value()) }
      return .array(elements)
    case .object:
      var members: [Member] = []
      try object { reader, key throws(JSONError) in
        members.append(Member(key: key, value: try reader.value()))
      }
      return .object(members)
    }
  }

  /// Passes over a value.
  package mutating func skip() throws(JSONError) {
    switch try nextKind() {
    case .string: try scanString { _ in }
    case .number: _ = try numberRange()
    case .boolean: try word(byte == 0x74 ? "true" : "false")
    case .null: try word("null")
    case .array: try array { reader throws(JSONError) in try reader.skip() }
    case .object:
      try enter(0x7B, "an object")
      if take(0x7D) { return leave() }
      while true {
        skipSpace()
        try scanString { _ in }
        guard take(0x3A) else { throw failure("a colon is missing") }
        try skip()
        if take(0x7D) { return leave() }
        guard take(0x2C) else { throw failure("a comma or the end of the object is missing") }
      }
    }
  }

  /// Reads a string; `nil`, and passes over, if something else stands there.
  package mutating func stringIfAny() throws(JSONError) -> String? {
    if try nextKind() == .string { return try string() }
    try skip()
    return nil
  }

  /// Makes sure that nothing follows.
  package mutating func finish() throws(JSONError) {
    skipSpace()
    guard index == bytes.endIndex else { throw failure("something follows the value") }
  }

  /// Where the next value stands: bytes from the text's start.
  package mutating func nextOffset() -> Int {
    skipSpace()
    return index - bytes.startIndex
  }

  /// An error at the present place.
  package func failure(_ message: String) -> JSONError {
    JSONError(message: message, offset: index - bytes.startIndex)
  }
}

extension JSONReader {
  // MARK: Bytes

  private var byte: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func skipSpace() {
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func take(_ wanted: UInt8) -> Bool {
    skipSpace()
    guard byte == wanted else { return false }
    index += 1
    return true
  }

  private mutating func enter(_ opening: UInt8, _ what: String) throws(JSONError) {
    guard take(opening) else { throw failure("\(what) should stand here") }
    depth += 1
    guard depth <= Self.deepest else { throw failure("more than \(Self.deepest) levels") }
  }

  private mutating func leave() { depth -= 1 }

  private mutating func word(_ word: StaticString) throws(JSONError) {
    let letters = Array(word.description.utf8)
    guard bytes[index...].prefix(letters.count).elementsEqual(letters) else {
      throw failure("a value should stand here")
    }
    index += letters.count
  }

  private mutating func number() throws(JSONError) -> String {
    String(decoding: bytes[try numberRange()], as: UTF8.self)
  }

  private mutating func numberRange() throws(JSONError) -> Range<Int> {
    let start = index
    if byte == 0x2D { index += 1 }
    if byte == 0x30 { index += 1 } else { try digits() }
    if byte == 0x2E {
      index += 1
      try digits()
    }
    if byte == 0x65 || byte == 0x45 {
      index += 1
      if byte == 0x2B || byte == 0x2D { index += 1 }
      try digits()
    }
    return start..<index
  }

  private mutating func digits() throws(JSONError) {
    let start = index
    while let byte, (0x30...0x39).contains(byte) { index += 1 }
    guard index > start else { throw failure("a digit is missing in a number") }
  }

  // MARK: Strings

  private mutating func string() throws(JSONError) -> String {
    let start = index
    var escaped: [UInt8]?
    try scanString { piece in
      if escaped == nil { escaped = [] }
      escaped?.append(contentsOf: piece)
    }
    return String(decoding: escaped.map { $0[...] } ?? bytes[start + 1..<index - 1], as: UTF8.self)
  }

  /// Passes over a string; if it holds escapes, `body` gets its pieces as UTF-8.
  private mutating func scanString(_ body: (ArraySlice<UInt8>) -> Void) throws(JSONError) {
    guard byte == 0x22 else { throw failure("a string should stand here") }
    index += 1
    var start = index
    var isPlain = true
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == 0x22 {
        if !isPlain { body(bytes[start..<index]) }
        index += 1
        return
      }
      if byte < 0x20 { throw failure("a control character stands in a string; escape it") }
      guard byte == 0x5C else {
        index += 1
        continue
      }
      body(bytes[start..<index])
      isPlain = false
      body(try escape()[...])
      start = index
    }
    throw failure("a string does not end")
  }

  private mutating func escape() throws(JSONError) -> [UInt8] {
    index += 1
    guard let letter = byte else { throw failure("a string does not end") }
    index += 1
    switch letter {
    case 0x22, 0x5C, 0x2F: return [letter]
    case 0x62: return [0x08]
    case 0x66: return [0x0C]
    case 0x6E: return [0x0A]
    case 0x72: return [0x0D]
    case 0x74: return [0x09]
    case 0x75: return Array(String(Character(try escapedScalar())).utf8)
    default: throw failure("an escape that JSON does not know")
    }
  }

  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let first = try fourHexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, byte == 0x5C, index + 1 < bytes.endIndex, bytes[index + 1] == 0x75 else {
      throw failure("half of a surrogate pair")
    }
    index += 2
    let second = try fourHexDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure("half of a surrogate pair") }
    return scalar
  }

  private mutating func fourHexDigits() throws(JSONError) -> UInt32 {
    var result: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("four hexadecimal digits are missing")
      }
      result = result << 4 | UInt32(digit)
      index += 1
    }
    return result
  }
}
