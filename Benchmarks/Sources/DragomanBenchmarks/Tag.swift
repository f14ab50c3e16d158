import DragomanLexicon
import DragomanTagging
import DragomanText
import Synchronization

extension Workload {
  /// Looking tokenized documents up in the default lexicon, and tagging them.
  static let tag = [
    lexicon("tag/lexicon", .releases), lexicon("tag/lexicon-english", .english),
    tagger("tag/overview", learned: true), tagger("tag/grammar", learned: false),
  ]

  private static func tagger(_ name: String, learned: Bool) -> Workload {
    Workload(name, .releases, counting: "mentions") { text in
      let stages = try Stages(text)
      let tagger = Tagger(lexicons: stages.stack, models: learned ? [stages.model] : [])
      let scratch = Mutex(TaggingScratch())
      return {
        scratch.withLock { scratch in
          zip(stages.texts, stages.matches).reduce(0) {
            $0 + tagger.tag($1.0, $1.1, using: &scratch).mentions.count
          }
        }
      }
    }
  }

  private static func lexicon(_ name: String, _ input: InputText.Name) -> Workload {
    Workload(name, input, counting: "matches") { text in
      let stages = try Stages(text)
      let output = Mutex(LexiconMatches())
      return {
        output.withLock { result in
          stages.texts.reduce(0) { count, text in
            stages.stack.findMatches(in: text, into: &result)
            return count + result.matches.count
          }
        }
      }
    }
  }
}
