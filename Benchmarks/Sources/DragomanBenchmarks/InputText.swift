import CICU
public import DragomanText
import FoundationEssentials

/// A text that benchmarks read: where it comes from and what it is made of.
///
/// Built-in texts are made of what `Fixtures/` holds and are the same on every machine. They repeat
/// a few hundred to a few thousand words, which is kind to caches and branch predictors; real text
/// in ``Name/file`` is the better witness.
public struct InputText: Sendable {
  /// Which text. Those up to ``worst`` are 8 MB in one piece, drawn by chance with a fixed seed.
  public enum Name: String, CaseIterable, Sendable {
    /// Lines in English, of ASCII alone.
    case englishASCII = "english-ascii"
    /// Lines of the English releases, with typographic quotes, dashes and foreign names.
    case english
    /// Lines of the Turkish releases.
    case turkish
    /// Lines in Kazakh, Cyrillic.
    case kazakh
    /// Lines in Russian.
    case russian
    /// Lines of all releases: seven languages, Latin and Cyrillic.
    case mixed
    /// Lines that mix Latin, Cyrillic, Arabic, Chinese, Japanese, Korean and emoji.
    case mixedScripts = "mixed-scripts"
    /// Lines in a language with a script of its own.
    case greek, arabic, hebrew, hindi
    /// Lines in a language whose words ICU finds with a dictionary.
    case korean, chinese, japanese, thai
    /// Pieces that cannot be decided from bit masks: see ``WorstCase``.
    case worst
    /// 1 MB of whole releases, document by document.
    case releases
    /// One English release.
    case release
    /// The user's file, in one piece.
    case file

    /// The texts in one piece that are drawn.
    static let drawn = allCases.filter { ![.releases, .release, .file].contains($0) }
  }

  /// Which text.
  public let name: Name
  /// Where it comes from, in words.
  public let origin: String
  /// Whether it is the same on every machine, and of the size that counts were recorded for.
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

  init(
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
}
