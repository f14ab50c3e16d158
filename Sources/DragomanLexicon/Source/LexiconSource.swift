/// One source file of a lexicon.
public struct LexiconSource: Sendable {
  /// The file's path: its ending says what it holds, and errors name it.
  public let path: String
  /// The file's bytes.
  public let bytes: [UInt8]

  /// Makes a source of a file's path and bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// What a file holds.
  enum Content: String, CaseIterable {
    case entities = ".entities.tsv"
    case words = ".words.tsv"
    case cues = ".cues.tsv"
    case endings = ".endings.tsv"
    case topics = ".topics.tsv"
  }

  /// What this file holds, by the ending of its name; `nil` if it is no source of a lexicon.
  var content: Content? { Content.allCases.first { path.hasSuffix($0.rawValue) } }

  /// Whether a file with this path is a source of a lexicon.
  public static func isSource(path: String) -> Bool {
    LexiconSource(path: path, bytes: []).content != nil
  }
}
