internal import Dragoman
internal import DragomanText

/// Finds what is wrong in a document, and the sentence that shows it.
struct ErrorFinder {
  private let tokenizer: Tokenizer

  init() throws(TextError) { tokenizer = try Tokenizer() }

  func errors(
    _ gold: GoldDocument, _ answer: Annotation, index: Int, earlier: Annotation?,
    confusion: inout ConfusionTable
  ) -> (errors: [NameError], changes: [Evaluation.Change]) {
    let text = tokenizer.tokenize(gold.source, language: gold.language)
    let sentences = text.sentences.map(text.sourceRange(of:))
    func errors(_ spans: [NamedSpan], _ count: (NamedSpan?, NamedSpan?) -> Void) -> [NameError] {
      SpanAlignment(gold.annotation.spans, spans).pairs.compactMap { pair in
        count(pair.gold, pair.found)
        return SpanAlignment.kind(pair.gold, pair.found).map { kind in
          NameError(
            kind: kind, document: index, gold: pair.gold, found: pair.found,
            context: Self.context([pair.gold, pair.found].compactMap { $0?.range }, sentences))
        }
      }
    }
    let now = errors(answer.spans) { confusion.add(gold: $0?.kind, found: $1?.kind) }
    guard let earlier else { return (now, []) }
    let before = errors(earlier.spans) { _, _ in }
    let (goldNow, foundNow) = Self.spans(of: now)
    let (goldBefore, foundBefore) = Self.spans(of: before)
    // A name of gold that is right in one run alone, or a false one that is found in one run alone.
    let won = before.filter { error in
      error.gold.map { !goldNow.contains($0) } ?? error.found.map { !foundNow.contains($0) }
        ?? false
    }
    let lost = now.filter { error in
      error.gold.map { !goldBefore.contains($0) } ?? error.found.map { !foundBefore.contains($0) }
        ?? false
    }
    let changes =
      won.map { Evaluation.Change(isWon: true, error: $0) }
      + lost.map { Evaluation.Change(isWon: false, error: $0) }
    return (now, changes.sorted { Self.start($0.error) < Self.start($1.error) })
  }

  private static func spans(of errors: [NameError]) -> (Set<NamedSpan>, Set<NamedSpan>) {
    (Set(errors.compactMap(\.gold)), Set(errors.compactMap(\.found)))
  }

  private static func start(_ error: NameError) -> Int {
    min(error.gold?.range.lowerBound ?? .max, error.found?.range.lowerBound ?? .max)
  }

  /// From the start of the first sentence that the ranges touch to the end of the last.
  private static func context(_ ranges: [TextRange], _ sentences: [TextRange]) -> TextRange {
    let touched = sentences.filter { sentence in ranges.contains { $0.overlaps(sentence) } }
    let all = ranges + touched
    let lower = all.map(\.lowerBound).min() ?? 0
    return TextRange(lower, max(lower, all.map(\.upperBound).max() ?? lower))
  }
}
