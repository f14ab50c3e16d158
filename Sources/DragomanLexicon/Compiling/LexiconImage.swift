internal import DragomanText

/// The sections of a compiled lexicon, and how they are put together to its bytes.
struct LexiconImage {
  private var sections: [SpillingBytes]

  init(folder: String) {
    sections = LexiconLayout.Section.allCases.map { _ in SpillingBytes(in: folder) }
  }

  /// Writes behind what a section holds.
  func writer(of section: LexiconLayout.Section) -> SpillingWriter {
    SpillingWriter(sections[section.rawValue])
  }

  /// Writes numbers to a section.
  func append(_ numbers: [UInt32], to section: LexiconLayout.Section) throws(LexiconError) {
    var writer = writer(of: section)
    for number in numbers { try writer.append(number) }
    try writer.finish()
  }

  /// Writes bytes to a section.
  func append(_ bytes: [UInt8], to section: LexiconLayout.Section) throws(LexiconError) {
    try sections[section.rawValue].append(bytes)
  }

  /// Takes bytes as a whole section.
  mutating func take(_ bytes: SpillingBytes, as section: LexiconLayout.Section) {
    sections[section.rawValue] = bytes
  }

  /// Gives the whole file to `write`, piece by piece: all but the header is read twice, first for its checksum.
  func serialize(_ write: ([UInt8]) throws(LexiconError) -> Void) throws(LexiconError) {
    var checksum = Checksum()
    try forEachPiece { piece throws(LexiconError) in checksum.add(piece[...]) }
    var table: [UInt8] = []
    var offset = LexiconLayout.headerSize
    for section in LexiconLayout.Section.allCases {
      let count = sections[section.rawValue].count
      Self.append(UInt64(offset), to: &table)
      Self.append(UInt64(count / section.stride), to: &table)
      offset += Self.padded(count)
    }
    var header = LexiconLayout.magic
    Self.append(
      UInt64(LexiconLayout.formatVersion) | UInt64(LexiconLayout.keyVersion) << 32, to: &header)
    Self.append(UInt64(offset), to: &header)
    Self.append(checksum.value, to: &header)
    var rest = LexiconLayout.packedUnicodeVersion + [0, 0, 0, 0] + table
    let missing = LexiconLayout.headerSize - LexiconLayout.unicodeVersion - rest.count
    rest.append(contentsOf: [UInt8](repeating: 0, count: missing))
    var headerSum = Checksum()
    headerSum.add(header[...])
    headerSum.add(rest[...])
    Self.append(headerSum.value, to: &header)
    try write(header + rest)
    try forEachPiece(write)
  }

  /// All sections, each filled up to whole words.
  private func forEachPiece(
    _ body: ([UInt8]) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    for section in sections {
      try section.forEachPortion(body)
      let missing = Self.padded(section.count) - section.count
      if missing > 0 { try body([UInt8](repeating: 0, count: missing)) }
    }
  }

  private static func padded(_ count: Int) -> Int { (count + 7) & ~7 }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
    }
  }
}

extension LexiconLayout {
  /// The version of Unicode that keys are made with here: four bytes.
  static let packedUnicodeVersion: [UInt8] = {
    let parts = ICU.unicodeVersion.split(separator: ".").map { UInt8($0) ?? 0 }
    return Array((parts + [0, 0, 0, 0]).prefix(4))
  }()
}
