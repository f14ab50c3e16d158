import DragomanLexicon
import DragomanTagging
import DragomanText

extension Workload {
  /// Looking tokenized documents up in the default lexicon, and tagging them.
  static let tag = [
    Workload("tag/lexicon", .releases, counting: "matches") { text in
      let stages = try Stages(text)
      return { stages.texts.reduce(0) { $0 + stages.stack.matches(in: $1).matches.count } }
    },
    Workload("tag/overview", .releases, counting: "mentions") { text in
      let stages = try Stages(text)
      let tagger = Tagger(lexicons: stages.stack)
      return {
        zip(stages.texts, stages.matches).reduce(0) { $0 + tagger.tag($1.0, $1.1).mentions.count }
      }
    },
  ]
}
