/// Writes JSON by hand into a buffer: fixed key order, no reflection.
///
/// Controls, U+0085, U+2028 and U+2029 are escaped, so that no splitter of lines can break a record.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private var depth: Int
  private var isFirst = true

  /// - Parameters:
  ///   - isPretty: one value a line, indented by two spaces.
  ///   - depth: how deep the first value stands.
  package init(isPretty: Bool, depth: Int = 0) {
    self.isPretty = isPretty
    self.depth = depth
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    container(0x7B, 0x7D, isFlat: false, body)
  }

  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    container(0x5B, 0x5D, isFlat: false, body)
  }

  /// An object on one line even if the rest is indented.
  package mutating func flatObject(_ body: (inout JSONWriter) -> Void) {
    container(0x7B, 0x7D, isFlat: true, body)
  }

  /// Starts an element of an array.
  package mutating func element() { separate() }

  /// Starts a member of an object.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
    if isPretty { bytes.append(0x20) }
  }

  /// Starts a member whose name is data.
  package mutating func dynamicKey(_ name: String) {
    separate()
    string(name)
    bytes.append(0x3A)
    if isPretty { bytes.append(0x20) }
  }

  package mutating func null() { bytes.append(contentsOf: "null".utf8) }

  package mutating func boolean(_ value: Bool) {
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func integer(_ value: some BinaryInteger) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// A number with at most four decimals.
  package mutating func decimal(_ value: Double) {
    let scaled = Int((value.magnitude * 10_000).rounded())
    if value < 0, scaled != 0 { bytes.append(0x2D) }
    integer(scaled / 10_000)
    var rest = scaled % 10_000
    guard rest != 0 else { return }
    bytes.append(0x2E)
    var digit = 1000
    while rest > 0 {
      bytes.append(UInt8(0x30 + rest / digit))
      rest %= digit
      digit /= 10
    }
  }

  package mutating func string(_ text: String) { string(utf8: Array(text.utf8)[...]) }

  package mutating func string(utf8 text: ArraySlice<UInt8>) {
    bytes.append(0x22)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
      case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
      case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
      case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
      case 0..<0x20, 0x7F: escape(UInt32(byte))
      case 0xC2 where index + 1 < text.endIndex && text[index + 1] < 0xA0:
        // U+0080 to U+009F
        escape(UInt32(text[index + 1]))
        index += 1
      case 0xE2
      where index + 2 < text.endIndex && text[index + 1] == 0x80
        && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9):
        escape(0x2000 + UInt32(text[index + 2] & 0x3F))
        index += 2
      default: bytes.append(byte)
      }
      index += 1
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ scalar: UInt32) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: [0x5C, 0x75])
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(scalar >> UInt32(shift) & 0xF)]) }
  }

  private mutating func container(
    _ open: UInt8, _ close: UInt8, isFlat: Bool, _ body: (inout JSONWriter) -> Void
  ) {
    if isFlat, isPretty {
      var inner = JSONWriter(isPretty: false)
      inner.container(open, close, isFlat: false, body)
      bytes.append(contentsOf: inner.bytes)
      return
    }
    bytes.append(open)
    let outer = isFirst
    isFirst = true
    depth += 1
    body(&self)
    depth -= 1
    if isPretty, !isFirst { newline() }
    isFirst = outer
    bytes.append(close)
  }

  private mutating func separate() {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
    if isPretty { newline() }
  }

  private mutating func newline() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }
}
