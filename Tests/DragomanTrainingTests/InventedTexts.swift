import Dragoman
import DragomanEvaluation

@testable import DragomanTraining

/// Texts with names that no list has, as a seed determines them.
struct InventedTexts {
  private var random: SeededNumbers

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  /// A word with a capital: `Vomugek`.
  mutating func name() -> String {
    var word = ""
    for _ in 0..<2 + Int(random.next() % 2) { word += pick("bdfgklmnprstvz") + pick("aeiou") }
    return word.prefix(1).uppercased() + word.dropFirst() + pick("gkmvx")
  }

  /// A frame with a new name for each of its stars: `the zorblat [*|place] is quiet`.
  mutating func marked(_ frame: String) -> String {
    frame.split(separator: "*", omittingEmptySubsequences: false).map(String.init).reduce(nil) {
      (text: String?, part) in text.map { $0 + name() + part } ?? part
    } ?? ""
  }

  /// As many texts, of one frame after the other.
  mutating func documents(_ count: Int, _ frames: [String]) -> [GoldDocument] {
    (0..<count).map { Self.gold(marked(frames[$0 % frames.count]), id: "\($0)") }
  }

  private mutating func pick(_ letters: String) -> String {
    let letters = Array(letters)
    return String(letters[Int(random.next() % UInt64(letters.count))])
  }

  /// A text with its names marked.
  static func gold(_ marked: String, id: String = "a") -> GoldDocument {
    var (plain, rest) = ("", marked[...])
    var spans: [NamedSpan] = []
    while let open = rest.firstIndex(of: "["), let bar = rest[open...].firstIndex(of: "|"),
      let close = rest[bar...].firstIndex(of: "]")
    {
      plain += rest[..<open]
      let start = plain.utf8.count
      plain += rest[rest.index(after: open)..<bar]
      let name = rest[rest.index(after: bar)..<close].uppercased()
      let kind = MentionKind.allCases.first { $0.name == name } ?? .place
      spans.append(NamedSpan(TextRange(start, plain.utf8.count), kind))
      rest = rest[rest.index(after: close)...]
    }
    return GoldDocument(
      id: id, source: SourceText(plain + rest), language: .english,
      annotation: Annotation(spans: spans))
  }

  /// A text without the marks of its names.
  static func plain(_ marked: String) -> String {
    let source = gold(marked).source
    return source.text(in: TextRange(0, source.count))
  }
}
