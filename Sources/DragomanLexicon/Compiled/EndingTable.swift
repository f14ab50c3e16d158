internal import DragomanText

/// The grammatical endings of a compiled lexicon, found by their bytes.
///
/// First come, for each bit of ``Languages``, the lengths that its endings have, as bits. Then a record of four numbers an
/// ending, sorted by the first: a hash of its bytes; where its bytes start; the lengths of ending and replacement, the
/// languages, a byte each, the scope in two bits and the forms in six; and its place in the source.
struct EndingTable: Sendable {
  /// Endings are shorter, in bytes.
  static let longest = 31
  private static let headCount = 8

  private let numbers: MappedBytes
  private let bytes: MappedBytes
  private let count: Int

  /// - Parameters:
  ///   - numbers: the records.
  ///   - bytes: the bytes of all endings and replacements.
  init(_ numbers: MappedBytes, _ bytes: MappedBytes) {
    self.numbers = numbers
    self.bytes = bytes
    count = max(0, numbers.count / 4 - Self.headCount) / 4
  }

  /// The two sections of some endings.
  static func packed(_ endings: [Ending]) -> (numbers: [UInt32], bytes: [UInt8]) {
    var numbers = [UInt32](repeating: 0, count: headCount)
    var bytes: [UInt8] = []
    var records: [[UInt32]] = []
    for (place, ending) in endings.enumerated() {
      for bit in 0..<headCount
      where ending.languages.suits(Languages(rawValue: 1 << UInt8(bit))) {
        numbers[bit] |= 1 << UInt32(ending.suffix.count)
      }
      let traits =
        UInt32(ending.suffix.count) | UInt32(ending.replacement.count) << 8
        | UInt32(ending.languages.rawValue) << 16 | UInt32(ending.scope.rawValue) << 24
        | UInt32(ending.forms.rawValue) << 26
      records.append([hash(ending.suffix[...]), UInt32(bytes.count), traits, UInt32(place)])
      bytes += ending.suffix + ending.replacement
    }
    records.sort { ($0[0], $0[3]) < ($1[0], $1[3]) }
    return (numbers + records.joined(), bytes)
  }

  private static func hash(_ suffix: ArraySlice<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: SearchKeyHash.of(suffix))
  }

  /// The bytes of all endings. Cost: a copy of each.
  var suffixes: [[UInt8]] {
    (0..<count).map { ending in
      let start = Int(number(ending, 1))
      return bytes.bytes(in: start..<start + Int(number(ending, 2) & 0xFF))
    }
  }

  /// Calls `body` for each ending that may be cut from a word of a language, the longest first: its length, where that
  /// stands which takes its place, and which words of a name take it.
  ///
  /// - Parameter known: the lengths that are looked up, as bits.
  @inline(__always)
  func forEach(
    of key: ArraySlice<UInt8>, _ language: Languages, among known: UInt32,
    _ body: (_ length: Int, _ replacement: Range<Int>, _ scope: Ending.Scope) -> Void
  ) {
    var rest = lengths(upTo: key.count, language) & known
    while let length = Self.takeLongest(of: &rest) {
      forEach(suffix: key.suffix(length)) { replacement, languages, scope, _ in
        if languages.suits(language), scope != .none { body(length, replacement, scope) }
      }
    }
  }

  /// What the longest ending of a word that tells its form says; `nil` if no ending does.
  ///
  /// - Parameter known: the lengths that are looked up, as bits.
  func forms(
    of key: ArraySlice<UInt8>, _ language: Languages, among known: UInt32
  ) -> WordForms? {
    var rest = lengths(upTo: key.count + 1, language) & known
    while let length = Self.takeLongest(of: &rest) {
      let hasStem = Ending.hasStem(key.dropLast(length))
      var found: WordForms?
      forEach(suffix: key.suffix(length)) { _, languages, scope, forms in
        guard languages.suits(language), scope == .none || hasStem && !forms.isEmpty else { return }
        found = (found ?? []).union(forms)
      }
      if let found { return found }
    }
    return nil
  }

  /// The lengths below one that a language has endings of, as bits.
  private func lengths(upTo limit: Int, _ language: Languages) -> UInt32 {
    numbers.uint32(language.rawValue.trailingZeroBitCount)
      & (limit > Self.longest ? ~0 : 1 << UInt32(limit) &- 1)
  }

  private static func takeLongest(of lengths: inout UInt32) -> Int? {
    guard lengths != 0 else { return nil }
    let length = 31 - lengths.leadingZeroBitCount
    lengths &= ~(1 << UInt32(length))
    return length
  }

  /// Appends what stands in the place of an ending.
  func append(_ replacement: Range<Int>, to form: inout [UInt8]) {
    for index in replacement { form.append(bytes[index]) }
  }

  @inline(__always)
  private func forEach(
    suffix: ArraySlice<UInt8>, _ body: (Range<Int>, Languages, Ending.Scope, WordForms) -> Void
  ) {
    let hash = Self.hash(suffix)
    var low = 0
    var size = count
    while size > 0 {
      let half = size / 2
      if number(low + half, 0) < hash {
        low += half + 1
        size -= half + 1
      } else {
        size = half
      }
    }
    while low < count, number(low, 0) == hash {
      let start = Int(number(low, 1))
      let traits = number(low, 2)
      if Int(traits & 0xFF) == suffix.count, bytes.hold(suffix, at: start) {
        let end = start + suffix.count
        body(
          end..<end + Int(traits >> 8 & 0xFF),
          Languages(rawValue: UInt8(truncatingIfNeeded: traits >> 16)),
          Ending.Scope(rawValue: UInt8(truncatingIfNeeded: traits >> 24) & 3) ?? .none,
          WordForms(rawValue: UInt8(truncatingIfNeeded: traits >> 26)))
      }
      low += 1
    }
  }

  private func number(_ ending: Int, _ field: Int) -> UInt32 {
    numbers.uint32(Self.headCount + 4 * ending + field)
  }
}
