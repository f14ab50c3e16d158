import DragomanLexicon
import DragomanText
import FoundationEssentials
import Synchronization

/// The lexicon that `DRAGOMAN_BENCH_LEXICON` names, compiled: to measure one of millions of names beside the default one.
/// `make-names.py` makes such.
enum LargeLexicon {
  private static let path = ProcessInfo.processInfo.environment["DRAGOMAN_BENCH_LEXICON"]

  /// Opening it; looking English texts up in it alone, and in it above the default one. None without a lexicon.
  static var workloads: [Workload] {
    guard let path else { return [] }
    return [
      Workload("startup/lexicon-large", .release, counting: "lexicons", isRecorded: false) { _ in
        { try CompiledLexicon(path: path).entryCount > 0 ? 1 : 0 }
      },
      matching("tag/lexicon-english-large", path, isAlone: true),
      matching("tag/lexicon-english-stacked", path, isAlone: false),
    ]
  }

  private static func matching(_ name: String, _ path: String, isAlone: Bool) -> Workload {
    Workload(name, .english, counting: "matches", isRecorded: false) { text in
      let stages = try Stages(text)
      let large = try CompiledLexicon(path: path)
      let stack = LexiconStack(isAlone ? [large] : stages.stack.lexicons + [large])
      let output = Mutex(LexiconMatches())
      return {
        output.withLock { result in
          stages.texts.reduce(0) { count, text in
            stack.findMatches(in: text, into: &result)
            return count + result.matches.count
          }
        }
      }
    }
  }
}
