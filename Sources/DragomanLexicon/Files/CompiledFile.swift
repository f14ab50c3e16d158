/// How the files of one kind lie: a header, and sections behind it. All numbers are little-endian.
///
/// ```
///   0  magic            8 bytes
///   8  format           u32
///  12  keys             u32      ``CompiledFile/keyVersion``: the folding that made the keys
///  16  file size        u64
///  24  checksum         u64      of everything from byte 512 on
///  32  header checksum  u64      of bytes 0 to 31 and 40 to 511
///  40  Unicode          4 × u8   the version whose properties made the keys
///  44  reserved         u32
///  48  sections         (offset u64, element count u64) for each section in order
/// 512  the sections, each at a multiple of 8
/// ```
package struct CompiledFileFormat: Sendable {
  let magic: [UInt8]
  let version: UInt32
  /// Bytes of an element of each section.
  let strides: [Int]
  /// What such a file is called, what makes one, and how that is said.
  let noun: String
  let maker: String
  let remedy: String

  /// - Parameters:
  ///   - magic: eight bytes.
  ///   - strides: at most 29 of them.
  package init(
    magic: String, version: UInt32, strides: [Int], noun: String, maker: String, remedy: String
  ) {
    self.remedy = remedy
    self.magic = Array(magic.utf8)
    self.version = version
    self.strides = strides
    self.noun = noun
    self.maker = maker
  }
}

/// A compiled, memory-mapped file whose header was checked, and whose sections lie inside it.
package struct CompiledFile: Sendable {
  static let headerSize = 512
  static let headerChecksum = 32
  static let unicodeVersion = 40
  static let sectionTable = 48
  /// Grows with every change of the search key or the phonetic key: keys made otherwise would not be found.
  package static let keyVersion: UInt32 = 2

  private let file: MappedFile
  private let format: CompiledFileFormat
  /// In the order of the format.
  package let sections: [MappedBytes]

  /// Maps a file and checks its header. Cost: less than a millisecond, whatever its size.
  package init(path: String, _ format: CompiledFileFormat) throws(CompiledFileError) {
    let file = try MappedFile(path: path, format)
    try Self.checkHeader(of: file, format)
    var sections: [MappedBytes] = []
    for (number, stride) in format.strides.enumerated() {
      let word = Self.sectionTable / 8 + 2 * number
      let offset = Int(clamping: file.whole.uint64(word))
      let count = Int(clamping: file.whole.uint64(word + 1))
      guard offset <= file.count, count <= (file.count - offset) / stride else {
        throw CompiledFileError(
          .truncated, path,
          "its section \(number + 1) lies outside the file; \(format.remedy)")
      }
      sections.append(file.part(offset..<offset + count * stride))
    }
    self.file = file
    self.format = format
    self.sections = sections
  }

  private static func checkHeader(
    of file: MappedFile, _ format: CompiledFileFormat
  ) throws(CompiledFileError) {
    let path = file.path
    let header = file.part(0..<headerSize)
    guard header.bytes(in: 0..<8) == format.magic else {
      throw CompiledFileError(
        .foreign, path,
        "it does not start as a \(format.noun); give a file made by '\(format.maker)'")
    }
    let version = header.uint32(2)
    guard version == format.version else {
      throw CompiledFileError(
        .unsupported, path,
        "it is of format \(version), this program reads format \(format.version); "
          + "\(format.remedy) with this program")
    }
    guard header.uint32(3) == keyVersion else {
      throw CompiledFileError(
        .unsupported, path,
        "its keys were folded by another version of Dragoman; \(format.remedy) with this program"
      )
    }
    let size = header.uint64(2)
    guard size == UInt64(file.count) else {
      throw CompiledFileError(
        .truncated, path,
        "it should have \(size) bytes and has \(file.count); copy or \(format.remedy)")
    }
    var checksum = Checksum()
    checksum.add(header.bytes(in: 0..<headerChecksum)[...])
    checksum.add(header.bytes(in: unicodeVersion..<headerSize)[...])
    guard checksum.value == header.uint64(headerChecksum / 8) else {
      throw CompiledFileError(
        .damaged, path, "the checksum of its header is wrong; copy or \(format.remedy)")
    }
  }

  /// Reads the whole file and compares its checksum. Cost: as long as the file takes to be read.
  package func verify() throws(CompiledFileError) {
    let content = file.part(Self.headerSize..<file.count)
    guard Checksum.of(content) == file.whole.uint64(3) else {
      throw CompiledFileError(.damaged, path, "its checksum is wrong; copy or \(format.remedy)")
    }
  }

  /// The path that the file was opened from.
  package var path: String { file.path }

  /// The size of the file in bytes.
  package var byteCount: Int { file.count }

  /// The version of Unicode whose properties made the keys: four bytes.
  var unicodeVersion: [UInt8] {
    file.whole.bytes(in: Self.unicodeVersion..<Self.unicodeVersion + 4)
  }

  /// The checksum, as 16 hexadecimal digits: tells one build of a file from another.
  package var digest: String {
    let digits = String(file.whole.uint64(3), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  // MARK: Writing

  /// The header of a file.
  ///
  /// - Parameters:
  ///   - checksum: of all behind the header.
  ///   - byteCounts: of the sections, without what fills them up.
  ///   - unicodeVersion: four bytes.
  static func header(
    _ format: CompiledFileFormat, checksum: UInt64, byteCounts: [Int], unicodeVersion: [UInt8]
  ) -> [UInt8] {
    var table: [UInt8] = []
    var offset = headerSize
    for (count, stride) in zip(byteCounts, format.strides) {
      append(UInt64(offset), to: &table)
      append(UInt64(count / stride), to: &table)
      offset += padded(count)
    }
    var header = format.magic
    append(UInt64(format.version) | UInt64(keyVersion) << 32, to: &header)
    append(UInt64(offset), to: &header)
    append(checksum, to: &header)
    var rest = unicodeVersion + [0, 0, 0, 0] + table
    let missing = headerSize - Self.unicodeVersion - rest.count
    rest.append(contentsOf: [UInt8](repeating: 0, count: missing))
    var headerSum = Checksum()
    headerSum.add(header[...])
    headerSum.add(rest[...])
    append(headerSum.value, to: &header)
    return header + rest
  }

  /// How many bytes a section of so many takes, filled up to whole words.
  static func padded(_ count: Int) -> Int { (count + 7) & ~7 }

  /// The bytes of a whole file that does not depend on the version of Unicode.
  package static func encode(_ format: CompiledFileFormat, _ sections: [[UInt8]]) -> [UInt8] {
    var content: [UInt8] = []
    for section in sections {
      content += section
      content.append(
        contentsOf: repeatElement(0, count: padded(section.count) - section.count))
    }
    var checksum = Checksum()
    checksum.add(content[...])
    return header(
      format, checksum: checksum.value, byteCounts: sections.map(\.count),
      unicodeVersion: [0, 0, 0, 0]) + content
  }

  /// Writes a file: beside its place first, so that it has its name only when it is whole.
  package static func write(_ bytes: [UInt8], to path: String) throws(CompiledFileError) {
    do throws(LexiconError) {
      let output = try OutputFile(path: path)
      try output.append(bytes)
      try output.finish()
    } catch {
      throw CompiledFileError(.unwritable, path, error.message)
    }
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
    }
  }
}

/// Why a compiled file could not be opened or written.
package struct CompiledFileError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// There is no file at the path, or it may not be read.
    case unreadable
    /// It is a file of another kind.
    case foreign
    /// It ends too early.
    case truncated
    /// Its bytes are not those that were written.
    case damaged
    /// It is of another format than this program reads.
    case unsupported
    /// It cannot be written.
    case unwritable
  }

  package let reason: Reason
  package let path: String
  /// What happened and how to mend it, for people.
  package let message: String

  init(_ reason: Reason, _ path: String, _ message: String) {
    self.reason = reason
    self.path = path
    self.message = message
  }
}
