import Dragoman
import DragomanTagging
import DragomanText

extension Workload {
  /// The whole way of documents, from valid UTF-8 to JSON. The language is told from each text.
  static let annotate = [
    Workload("annotate/overview", .releases, counting: "mentions") { text in
      let pipeline = try AnnotationPipeline()
      let format = JSONFormat()
      return {
        text.documents.reduce(0) { sum, source in
          let document = pipeline.annotate(source)
          // A document of no bytes would be a wrong count, too.
          return format.encode(document).isEmpty ? sum : sum + document.mentions.count
        }
      }
    }
  ]
}
