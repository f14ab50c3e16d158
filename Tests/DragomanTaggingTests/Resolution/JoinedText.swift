import Dragoman

/// A text whose names are marked with the entity that they are, by any sign: `Rector [Aylin Demirhan|1] spoke. [Demirhan|1] left.`
struct JoinedText: ExpressibleByStringLiteral, CustomStringConvertible, Sendable {
  let description: String

  init(stringLiteral value: String) { description = value }

  /// The text without its marks.
  var plain: String { MarkedText(stringLiteral: description).plain }

  /// The signs in the order of the marks.
  var signs: [String] {
    description.split(separator: "[").dropFirst().compactMap { part in
      part.split(separator: "]").first?.split(separator: "|").last.map(String.init)
    }
  }

  /// What a document has instead: the same text, each mention with the sign of the first marked one of its entity.
  func found(in document: AnnotatedDocument) -> String {
    var signs = self.signs[...]
    var byEntity: [Int: String] = [:]
    var result = ""
    var end = 0
    for mention in document.mentions {
      let expected = signs.popFirst() ?? "?"
      let isTaken = byEntity.values.contains(expected)
      let sign = byEntity[mention.entity] ?? (isTaken ? "new" : expected)
      byEntity[mention.entity] = sign
      result += document.source.text(in: TextRange(end, mention.range.lowerBound))
      result += "[\(document.text(of: mention))|\(sign)]"
      end = mention.range.upperBound
    }
    return result + document.source.text(in: TextRange(end, document.source.count))
  }
}
