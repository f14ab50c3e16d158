import Dragoman
import DragomanEvaluation

/// A text with its names marked, and which thing each is: `[Aigul Omarova|person:Omarova] spoke in [Porto|place]`.
struct MarkedNames: ExpressibleByStringLiteral, Sendable {
  /// The text without its marks.
  private(set) var plain = ""
  private var spans: [NamedSpan] = []
  private var things: [(key: String, kind: MentionKind, mentions: [TextRange])] = []
  /// Whether every name says which thing it is.
  private var knowsThings = true

  init(stringLiteral value: String) {
    var rest = value[...]
    while let open = rest.firstIndex(of: "["), let bar = rest[open...].firstIndex(of: "|"),
      let close = rest[bar...].firstIndex(of: "]")
    {
      plain += rest[..<open]
      let start = plain.utf8.count
      plain += rest[rest.index(after: open)..<bar]
      let mark = rest[rest.index(after: bar)..<close].split(separator: ":")
      let kind = MentionKind.allCases.first { $0.name == mark[0].uppercased() } ?? .place
      let range = TextRange(start, plain.utf8.count)
      spans.append(NamedSpan(range, kind))
      if mark.count == 1 {
        knowsThings = false
      } else if let index = things.firstIndex(where: { $0.key == mark[1] && $0.kind == kind }) {
        things[index].mentions.append(range)
      } else {
        things.append((String(mark[1]), kind, [range]))
      }
      rest = rest[rest.index(after: close)...]
    }
    plain += rest
  }

  func annotation(roles: [StatedRole]? = nil, topics: [String]? = nil) -> Annotation {
    Annotation(
      spans: spans,
      things: knowsThings
        ? things.map { NamedThing(kind: $0.kind, name: $0.key, mentions: $0.mentions) } : nil,
      roles: roles, topics: topics)
  }

  func gold(
    _ id: String, language: LanguageTag? = .english, fields: [String: String] = [:],
    roles: [StatedRole]? = nil, topics: [String]? = nil
  ) -> GoldDocument {
    GoldDocument(
      id: id, source: SourceText(plain), language: language, fields: fields,
      annotation: annotation(roles: roles, topics: topics))
  }

  /// The bytes of a word of the text.
  func range(of word: String) -> TextRange {
    guard let found = plain.range(of: word) else { return TextRange(0, 0) }
    let start = plain.utf8.distance(from: plain.startIndex, to: found.lowerBound)
    return TextRange(start, start + word.utf8.count)
  }
}

extension String {
  /// The first place where another text stands.
  fileprivate func range(of other: String) -> Range<String.Index>? { firstRange(of: other) }
}
