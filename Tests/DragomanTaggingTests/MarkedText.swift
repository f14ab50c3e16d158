import Dragoman
import DragomanTagging
import DragomanText

/// A text with its names marked: `[Fatih Karahan|person] [Ankara|place]'da konuştu.`
struct MarkedText: ExpressibleByStringLiteral, Equatable, CustomStringConvertible, Sendable {
  let description: String

  init(stringLiteral value: String) { description = value }

  /// Marks the mentions of a document.
  init(_ document: AnnotatedDocument) {
    var result = ""
    var end = 0
    for mention in document.mentions {
      result += document.source.text(in: TextRange(end, mention.range.lowerBound))
      result += "[\(document.text(of: mention))|\(mention.kind.name.lowercased())]"
      end = mention.range.upperBound
    }
    description = result + document.source.text(in: TextRange(end, document.source.count))
  }

  /// The text without its marks.
  var plain: String {
    var result = ""
    var rest = description[...]
    while let open = rest.firstIndex(of: "["), let bar = rest[open...].firstIndex(of: "|"),
      let close = rest[bar...].firstIndex(of: "]")
    {
      result += rest[..<open] + rest[rest.index(after: open)..<bar]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
