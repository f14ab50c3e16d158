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
    try write(
      CompiledFile.header(
        LexiconLayout.format, checksum: checksum.value, byteCounts: sections.map(\.count),
        unicodeVersion: LexiconLayout.packedUnicodeVersion))
    try forEachPiece(write)
  }

  /// All sections, each filled up to whole words.
  private func forEachPiece(
    _ body: ([UInt8]) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    for section in sections {
      try section.forEachPortion(body)
      let missing = CompiledFile.padded(section.count) - section.count
      if missing > 0 { try body([UInt8](repeating: 0, count: missing)) }
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
