import DragomanLexicon
import DragomanText
import DragomanTopics

extension Workload {
  /// The topics of documents that are tokenized and looked up.
  static let classify = [
    Workload("classify/overview", .releases, counting: "topics") { text in
      let stages = try Stages(text)
      let classifier = TopicClassifier(lexicons: stages.stack)
      return {
        zip(stages.texts, stages.matches).reduce(0) { $0 + classifier.classify($1.0, $1.1).count }
      }
    }
  ]
}
