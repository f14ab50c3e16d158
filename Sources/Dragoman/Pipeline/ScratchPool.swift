internal import DragomanLexicon
internal import DragomanTagging
internal import DragomanText
internal import Synchronization

/// Memory that annotating a document needs, to be used again for the next.
struct AnnotationScratch: Sendable {
  var text = TokenizedText()
  var matches = LexiconMatches()
  var tagging = TaggingScratch()
}

/// Hands scratch memory to whoever annotates: one for each thread that does so at a time.
final class ScratchPool: Sendable {
  /// Scratch that a text of more bytes went through is given back to the system.
  private static let largestText = 1 << 20

  private let idle = Mutex<[AnnotationScratch]>([])

  /// Runs `body` with scratch that no one else uses meanwhile.
  func withScratch<Result>(_ body: (inout AnnotationScratch) -> Result) -> Result {
    var scratch = idle.withLock { $0.popLast() } ?? AnnotationScratch()
    let result = body(&scratch)
    if scratch.text.text.bytes.count <= Self.largestText {
      let used = scratch
      idle.withLock { $0.append(used) }
    }
    return result
  }
}
