import Dragoman
import DragomanLexicon
import Foundation
import Testing

/// What taggers of other projects are known to miss or to shift, on the whole way from a text to its document.
@Suite("Names that others miss, in documents")
struct PeerFailureTests {
  private static let source = """
    organization\tQarvel Telekom\tTR\t80\tdesk:1
    organization\tIŞIK\tTR\t80\tdesk:2
    \tIŞIK\t*\tcommon\tany
    """

  /// The mentions of a text, and the bytes of the source where each stands.
  private static func mentions(_ text: String) throws -> [String] {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "\(UUID().uuidString).lexicon"
    ).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let source = LexiconSource(path: "a.entities.tsv", bytes: Array(source.utf8))
    try LexiconCompiler().compile([source], name: "own", to: path)
    var options = AnnotationPipeline.Options()
    options.language = .turkish
    options.lexicons = [path]
    let document = try AnnotationPipeline(options: options).annotate(text)
    return document.mentions.map { mention in
      let bytes = Array(text.utf8)[mention.range.lowerBound..<mention.range.upperBound]
      #expect(document.text(of: mention) == String(decoding: bytes, as: UTF8.self))
      return "\(mention.kind) \(document.text(of: mention))"
    }
  }

  @Test(
    "are mentioned without their endings, and where they stand",
    arguments: [
      (
        "Qarvel Telekom'un İstanbul'daki ofisi taşındı.",
        ["organization Qarvel Telekom", "place İstanbul"]
      ),
      (
        "😀 İİİ Dün Qarvel Telekom’un İSTANBUL ofisi taşındı.",
        ["organization Qarvel Telekom", "place İSTANBUL"]
      ),
      (
        "İSTANBUL'DA QARVEL TELEKOM'DAN AÇIKLAMA GELDİ.",
        ["place İSTANBUL", "organization QARVEL TELEKOM"]
      ),
      (
        "Şirket ISTANBUL’dan ayrıldı; ışık ve Işık buradadır.",
        ["place ISTANBUL", "organization ışık", "organization Işık"]
      ),
    ])
  func mentions(text: String, expected: [String]) throws {
    #expect(try Self.mentions(text) == expected)
  }
}
