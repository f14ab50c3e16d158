import DragomanText
import FoundationEssentials

extension InputText {
  /// The size of the texts in one piece, in bytes: what counts are recorded for.
  public static let standardSize = 8_000_000

  /// Makes a text. Cost: tens of milliseconds and four times its size.
  ///
  /// - Parameter size: how many bytes a text that is drawn has at least; of no meaning for others.
  public static func make(_ name: Name, size: Int = standardSize) throws -> InputText {
    switch name {
    case .englishASCII: return try drawn(name, size, from: .init("scripts", "english"))
    case .english: return try drawn(name, size, from: .init("releases", "01", "02", "03", "04"))
    case .turkish: return try drawn(name, size, from: .init("releases", "05", "06", "07", "13"))
    case .kazakh:
      return try drawn(name, size, from: .init("scripts", "kazakh"), .init("releases", "09"))
    case .russian:
      return try drawn(name, size, from: .init("scripts", "russian"), .init("releases", "11"))
    case .mixed: return try drawn(name, size, from: .init("releases"))
    case .mixedScripts: return try drawn(name, size, from: .init("scripts", "mixed"))
    case .greek, .arabic, .hebrew, .hindi, .korean, .chinese, .japanese, .thai:
      return try drawn(name, size, from: .init("scripts", name.rawValue))
    case .worst:
      let bytes = draw(WorstCase.pieces.map { Array($0.utf8) }, size)
      return try InputText(
        name, "pieces of WorstCase.swift, drawn with a fixed seed",
        documents: [SourceText(decoding: bytes)], isBuiltIn: size == standardSize)
    case .release:
      let release = try Fixtures.texts(.init("releases", "01"))
      return try InputText(name, "Fixtures/releases 01", documents: release)
    case .releases:
      if let file { return try documents(ofFile: file) }
      return try releases()
    case .file:
      guard let file else { throw BenchmarkFailure("DRAGOMAN_BENCH_INPUT names no file") }
      return try InputText(name, file, documents: [read(file)], isBuiltIn: false)
    }
  }

  /// Lines of fixtures, drawn until there are so many bytes.
  private static func drawn(
    _ name: Name, _ size: Int, from selections: Fixtures.Selection...
  ) throws -> InputText {
    let texts = try selections.flatMap { try Fixtures.texts($0) }
    let lines = texts.flatMap { $0.bytes.split(separator: 0x0A).map { $0 + [0x0A] } }
    let origin = selections.map(\.description).joined(separator: ", ")
    return try InputText(
      name, "lines of \(origin), drawn with a fixed seed",
      documents: [SourceText(decoding: draw(lines, size))], isBuiltIn: size == standardSize)
  }

  /// Draws pieces until there are so many bytes. The generator is SplitMix64 with a fixed seed.
  private static func draw(_ pieces: [some Collection<UInt8>], _ size: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 100_000)
    var state: UInt64 = 1
    while bytes.count < size {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      mixed ^= mixed >> 31
      bytes += pieces[Int(mixed % UInt64(pieces.count))]
    }
    return bytes
  }

  private static func releases() throws -> InputText {
    let releases = try Fixtures.texts(.init("releases"))
    let size = releases.reduce(0) { $0 + $1.count }
    let rounds = 1_000_000 / size + 1
    return try InputText(
      .releases, "\(rounds) times Fixtures/releases, in turn",
      documents: Array(repeatElement(releases, count: rounds).joined()))
  }

  // MARK: Files of the user

  static func read(_ file: String) throws -> SourceText {
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
