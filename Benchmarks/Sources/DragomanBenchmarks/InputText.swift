import CICU
public import DragomanText
import FoundationEssentials

/// A text that benchmarks read: where it comes from and what it is made of.
///
/// Built-in texts are made of the releases in `Fixtures/` and are the same on every machine. They
/// repeat a few thousand words, which is kind to caches and branch predictors; real text in ``file``
/// is the better witness.
public struct InputText: Sendable {
  /// Which text.
  public enum Name: String, CaseIterable, Sendable {
    /// 8 MB in one piece: lines of the English releases, drawn by chance with a fixed seed.
    case english
    /// The same of Turkish releases.
    case turkish
    /// The same of all releases: seven languages, Latin and Cyrillic.
    case mixed
    /// 1 MB of whole releases, document by document.
    case releases
    /// One English release.
    case release
    /// The user's file, in one piece.
    case file
  }

  /// Which text.
  public let name: Name
  /// Where it comes from, in words.
  public let origin: String
  /// Whether it is the same on every machine.
  public let isBuiltIn: Bool
  /// The whole text.
  public let whole: SourceText
  /// The text in its documents; itself if it is one piece.
  public let documents: [SourceText]
  /// The whole text in UTF-16, for the peer that reads that.
  let utf16: [UInt16]
  /// How many segments ICU's word iterator finds in the whole text.
  public let wordCount: Int

  /// The file that `DRAGOMAN_BENCH_INPUT` names; `nil` if the variable is not set.
  public static var file: String? { ProcessInfo.processInfo.environment["DRAGOMAN_BENCH_INPUT"] }

  /// Makes a text. Cost: tens of milliseconds and four times its size.
  public static func make(_ name: Name) throws -> InputText {
    switch name {
    case .english:
      return try drawn(name, from: ["01", "02", "03", "04"])
    case .turkish:
      return try drawn(name, from: ["05", "06", "07", "13"])
    case .mixed:
      return try drawn(name, from: [""])
    case .release:
      let release = try Fixtures.releases(["01"])
      return try InputText(name, "Fixtures/releases 01", documents: release)
    case .releases:
      if let file { return try documents(ofFile: file) }
      let releases = try Fixtures.releases()
      let size = releases.reduce(0) { $0 + $1.count }
      let rounds = 1_000_000 / size + 1
      return try InputText(
        name, "\(rounds) times Fixtures/releases, in turn",
        documents: Array(repeatElement(releases, count: rounds).joined()))
    case .file:
      guard let file else { throw BenchmarkFailure("DRAGOMAN_BENCH_INPUT names no file") }
      return try InputText(name, file, documents: [read(file)], isBuiltIn: false)
    }
  }

  private init(
    _ name: Name, _ origin: String, documents: [SourceText], isBuiltIn: Bool = true
  ) throws {
    self.name = name
    self.origin = origin
    self.isBuiltIn = isBuiltIn
    self.documents = documents
    whole =
      documents.count == 1
      ? documents[0] : try SourceText(decoding: Array(documents.map(\.bytes).joined()))
    utf16 = Array(String(decoding: whole.bytes, as: UTF8.self).utf16)
    wordCount = try Peers.countWords(utf16: utf16)
  }

  // MARK: Size and letters

  /// Millions of bytes in UTF-8.
  public var megabytes: Double { Double(whole.count) / 1e6 }

  /// Size, documents, and how many of 100 scalars take one and two bytes, for people.
  public var summary: String {
    var scalars = 0
    var oneByte = 0
    var twoByte = 0
    for byte in whole.bytes where byte & 0xC0 != 0x80 {
      scalars += 1
      if byte < 0x80 { oneByte += 1 }
      if (0xC0..<0xE0).contains(byte) { twoByte += 1 }
    }
    let pieces = documents.count == 1 ? "one text" : "\(documents.count) texts"
    let one = percent(oneByte, of: scalars)
    let two = percent(twoByte, of: scalars)
    return "\(name.rawValue): \(whole.count) bytes in \(pieces); "
      + "\(one) one-byte, \(two) two-byte scalars; \(wordCount) words of ICU; \(origin)"
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    let tenths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// Writes the whole text to a file, for programs that read the same.
  public func write(to file: String) throws {
    try Data(whole.bytes).write(to: URL(filePath: file))
  }

  // MARK: Making

  /// Draws lines of releases until there are 8 MB. The generator is SplitMix64 with a fixed seed.
  private static func drawn(_ name: Name, from prefixes: [String]) throws -> InputText {
    let lines = try Fixtures.releases(prefixes).flatMap { $0.bytes.split(separator: 0x0A) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8_100_000)
    var state: UInt64 = 1
    while bytes.count < 8_000_000 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      mixed ^= mixed >> 31
      bytes += lines[Int(mixed % UInt64(lines.count))]
      bytes.append(0x0A)
    }
    let files = prefixes == [""] ? "all" : prefixes.joined(separator: " ")
    return try InputText(
      name, "lines of Fixtures/releases \(files), drawn with a fixed seed",
      documents: [SourceText(decoding: bytes)])
  }

  private static func read(_ file: String) throws -> SourceText {
    try SourceText(decoding: Array(Data(contentsOf: URL(filePath: file))))
  }

  /// The first million bytes of a file, cut at empty lines into documents of at least 1,500 bytes.
  private static func documents(ofFile file: String) throws -> InputText {
    let bytes = try read(file).bytes
    var documents: [SourceText] = []
    var start = 0
    for index in bytes.indices.dropFirst() where bytes[index] == 0x0A && bytes[index - 1] == 0x0A {
      guard index + 1 - start >= 1500 else { continue }
      documents.append(try SourceText(decoding: Array(bytes[start...index])))
      start = index + 1
      if start >= 1_000_000 { break }
    }
    if documents.isEmpty { documents = [try SourceText(decoding: bytes)] }
    return try InputText(
      .releases, "\(file), cut at empty lines", documents: documents, isBuiltIn: false)
  }
}
