/// Where each part of a changed text came from.
///
/// Between edits the texts are equal byte for byte; an edit says which bytes of the source became which bytes of
/// the result. Memory: 16 bytes an edit, nothing for a text that did not change.
public struct Alignment: Hashable, Sendable {
  /// A stretch that changed as a whole.
  public struct Edit: Hashable, Sendable {
    /// The bytes in the source.
    public let source: TextRange
    /// What they became.
    public let result: TextRange
  }

  /// The edits in order; they do not overlap in either text.
  public private(set) var edits: [Edit] = []

  /// The alignment of a text that did not change.
  public init() {}

  /// The alignment with these edits, which are in order and do not overlap.
  init(_ edits: [Edit]) { self.edits = edits }

  /// Whether nothing changed.
  public var isIdentity: Bool { edits.isEmpty }

  /// The smallest range of the source that became the given range of the result; an edit that the range cuts
  /// counts whole. Cost: two binary searches.
  public func sourceRange(of range: TextRange) -> TextRange {
    if edits.isEmpty { return range }
    let lower = sourceOffset(of: range.lowerBound, roundingUp: false)
    if range.isEmpty { return TextRange(lower, lower) }
    return TextRange(lower, max(lower, sourceOffset(of: range.upperBound, roundingUp: true)))
  }

  /// The smallest range of the result that the given range of the source became. Cost: two binary searches.
  public func resultRange(of range: TextRange) -> TextRange {
    if edits.isEmpty { return range }
    let lower = resultOffset(of: range.lowerBound, roundingUp: false)
    if range.isEmpty { return TextRange(lower, lower) }
    return TextRange(lower, max(lower, resultOffset(of: range.upperBound, roundingUp: true)))
  }

  /// Adds an edit behind the ones there are.
  mutating func append(source: TextRange, result: TextRange) {
    edits.append(Edit(source: source, result: result))
  }

  /// The alignment of two steps: this one, then one that started from this one's result.
  func followed(by next: Alignment) -> Alignment {
    if next.isIdentity { return self }
    if isIdentity { return next }
    // Each edit of either step, widened to whole edits of the other, is an edit of both together.
    var joined = Alignment()
    var spans: [(source: TextRange, result: TextRange)] = []
    for edit in edits {
      spans.append((edit.source, next.resultRange(of: edit.result)))
    }
    for edit in next.edits {
      spans.append((sourceRange(of: edit.source), edit.result))
    }
    spans.sort {
      ($0.source.lowerBound, $0.result.lowerBound) < ($1.source.lowerBound, $1.result.lowerBound)
    }
    for span in spans {
      if let last = joined.edits.last, touches(last, span) {
        joined.edits[joined.edits.count - 1] = Edit(
          source: TextRange(
            last.source.lowerBound, max(last.source.upperBound, span.source.upperBound)),
          result: TextRange(
            last.result.lowerBound, max(last.result.upperBound, span.result.upperBound)))
      } else {
        joined.append(source: span.source, result: span.result)
      }
    }
    return joined
  }

  private func touches(_ edit: Edit, _ span: (source: TextRange, result: TextRange)) -> Bool {
    span.source.lowerBound < edit.source.upperBound
      || span.result.lowerBound < edit.result.upperBound
      || (span.source.lowerBound == edit.source.lowerBound
        && span.result.lowerBound == edit.result.lowerBound)
  }

  private func sourceOffset(of offset: Int, roundingUp: Bool) -> Int {
    mapped(offset, roundingUp: roundingUp, from: \.result, to: \.source)
  }

  private func resultOffset(of offset: Int, roundingUp: Bool) -> Int {
    mapped(offset, roundingUp: roundingUp, from: \.source, to: \.result)
  }

  private func mapped(
    _ offset: Int, roundingUp: Bool, from: KeyPath<Edit, TextRange>, to: KeyPath<Edit, TextRange>
  ) -> Int {
    // The number of edits that start before the offset or, for a lower bound, at it: an upper bound takes in none of
    // the edits that start there, a lower bound leaves out what was removed there.
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      let start = edits[middle][keyPath: from].lowerBound
      if roundingUp ? start < offset : start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let edit = edits[low - 1]
    if offset >= edit[keyPath: from].upperBound {
      return edit[keyPath: to].upperBound + offset - edit[keyPath: from].upperBound
    }
    return roundingUp ? edit[keyPath: to].upperBound : edit[keyPath: to].lowerBound
  }
}
