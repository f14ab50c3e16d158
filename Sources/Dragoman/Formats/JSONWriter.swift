/// Writes JSON by hand into a buffer: fixed key order, no reflection.
///
/// Controls, U+0085, U+2028 and U+2029 are escaped, so that no splitter of lines can break a record.
@safe package struct JSONWriter: ~Copyable {
  /// What is written, and room behind it: memory of its own, since an array is asked whether it is shared at each byte.
  private var storage: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes are written.
  private var count = 0
  private var isPretty: Bool
  private var depth = 0
  private var isFirst = true

  /// - Parameters:
  ///   - isPretty: one value a line, indented by two spaces.
  ///   - capacity: how many bytes there is room for at first.
  package init(isPretty: Bool, capacity: Int = 256) {
    self.isPretty = isPretty
    unsafe storage = .allocate(capacity: capacity)
  }

  deinit { unsafe storage.deallocate() }

  /// The JSON as UTF-8.
  package consuming func finish() -> [UInt8] { unsafe Array(storage[..<count]) }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    container(0x7B, 0x7D, body)
  }

  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    container(0x5B, 0x5D, body)
  }

  /// An object on one line even if the rest is indented.
  package mutating func flatObject(_ body: (inout JSONWriter) -> Void) {
    let wasPretty = isPretty
    isPretty = false
    container(0x7B, 0x7D, body)
    isPretty = wasPretty
  }

  /// Starts an element of an array.
  package mutating func element() { separate() }

  /// Starts a member of an object.
  package mutating func key(_ name: StaticString) {
    separate()
    append(0x22)
    name.withUTF8Buffer { unsafe append($0.span) }
    append(0x22)
    endKey()
  }

  /// Starts a member whose name is data.
  package mutating func dynamicKey(_ name: String) {
    separate()
    string(name)
    endKey()
  }

  package mutating func null() { append("null".utf8.span) }

  package mutating func boolean(_ value: Bool) { append((value ? "true" : "false").utf8.span) }

  package mutating func integer(_ value: Int) {
    if value < 0 { append(0x2D) }
    var rest = value.magnitude
    var digits = 1
    var power: UInt = 10
    while digits < 20, rest >= power {
      digits += 1
      power = power &* 10
    }
    reserve(digits)
    var place = count + digits
    count = place
    repeat {
      place -= 1
      unsafe storage[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }

  /// A number with at most four decimals.
  package mutating func decimal(_ value: Double) {
    let scaled = Int((value.magnitude * 10_000).rounded())
    if value < 0, scaled != 0 { append(0x2D) }
    integer(scaled / 10_000)
    var rest = scaled % 10_000
    guard rest != 0 else { return }
    append(0x2E)
    var digit = 1000
    while rest > 0 {
      append(UInt8(0x30 + rest / digit))
      rest %= digit
      digit /= 10
    }
  }

  /// A string of a letter or more and a number behind it.
  package mutating func numbered(_ prefix: StaticString, _ number: Int) {
    append(0x22)
    prefix.withUTF8Buffer { unsafe append($0.span) }
    integer(number)
    append(0x22)
  }

  package mutating func string(_ text: String) { string(utf8: text.utf8.span) }

  /// - Parameter text: UTF-8.
  package mutating func string(utf8 text: Span<UInt8>) {
    append(0x22)
    var start = 0
    while true {
      let end = Self.firstSpecial(in: text, from: start)
      append(text, start..<end)
      if end == text.count { break }
      start = end + appendSpecial(in: text, at: end)
    }
    append(0x22)
  }

  // MARK: Escapes

  /// The first byte from an offset on that may start what is escaped; the end if there is none. Cost: four instructions a
  /// byte.
  private static func firstSpecial(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      // Behind the end there are zeros, which are controls.
      let word = text.word(at: index, before: text.count)
      let marks =
        controls(word) | equal(0x22, word) | equal(0x5C, word) | equal(0x7F, word)
        | equal(0xC2, word) | equal(0xE2, word)
      if marks != 0 { return min(index + marks.trailingZeroBitCount / 8, text.count) }
      index += 8
    }
    return text.count
  }

  /// The high bit of each byte below 0x20.
  private static func controls(_ word: UInt64) -> UInt64 {
    ~(((word & 0x7F7F_7F7F_7F7F_7F7F) + 0x6060_6060_6060_6060) | word) & 0x8080_8080_8080_8080
  }

  /// The high bit of each byte that is equal to one.
  private static func equal(_ byte: UInt64, _ word: UInt64) -> UInt64 {
    let difference = word ^ (byte &* 0x0101_0101_0101_0101)
    return ~(((difference & 0x7F7F_7F7F_7F7F_7F7F) + 0x7F7F_7F7F_7F7F_7F7F) | difference)
      & 0x8080_8080_8080_8080
  }

  /// Writes what starts with a byte that may start what is escaped; returns how many bytes it has.
  private mutating func appendSpecial(in text: Span<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    switch byte {
    case 0x22, 0x5C: appendEscaped(byte)
    case 0x0A: appendEscaped(0x6E)
    case 0x0D: appendEscaped(0x72)
    case 0x09: appendEscaped(0x74)
    case 0..<0x20, 0x7F: escape(UInt32(byte))
    case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0:
      // U+0080 to U+009F
      escape(UInt32(text[index + 1]))
      return 2
    case 0xE2
    where index + 2 < text.count && text[index + 1] == 0x80
      && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9):
      escape(0x2000 + UInt32(text[index + 2] & 0x3F))
      return 3
    default: append(byte)
    }
    return 1
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    append(0x5C)
    append(byte)
  }

  private mutating func escape(_ scalar: UInt32) {
    appendEscaped(0x75)
    for shift: UInt32 in [12, 8, 4, 0] {
      let digit = UInt8(scalar >> shift & 0xF)
      append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  // MARK: Structure

  private mutating func container(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    append(open)
    let outer = isFirst
    isFirst = true
    depth += 1
    body(&self)
    depth -= 1
    if isPretty, !isFirst { newline() }
    isFirst = outer
    append(close)
  }

  private mutating func endKey() {
    append(0x3A)
    if isPretty { append(0x20) }
  }

  private mutating func separate() {
    if !isFirst { append(0x2C) }
    isFirst = false
    if isPretty { newline() }
  }

  private mutating func newline() {
    append(0x0A)
    for _ in 0..<depth * 2 { append(0x20) }
  }

  // MARK: Bytes

  private mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe storage[count] = byte
    count += 1
  }

  private mutating func append(_ text: Span<UInt8>) { append(text, 0..<text.count) }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    reserve(range.count)
    unsafe text.extracting(range).withUnsafeBufferPointer { source in
      _ = unsafe UnsafeMutableBufferPointer(rebasing: storage[count...]).update(
        fromContentsOf: source)
    }
    count += range.count
  }

  /// Makes sure that so many bytes can be written.
  private mutating func reserve(_ more: Int) {
    if unsafe storage.count - count >= more { return }
    let larger = unsafe UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: 2 * storage.count + more)
    _ = unsafe larger.update(fromContentsOf: storage[..<count])
    unsafe storage.deallocate()
    unsafe storage = larger
  }
}
