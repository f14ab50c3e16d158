import Dragoman
import DragomanTagging
import DragomanText

extension Workload {
  /// The whole way of documents, from valid UTF-8 to JSON, and its parts that no other theme has. The language is told
  /// from each text.
  static let annotate = [
    Workload("annotate/decode", .releases, counting: "bytes") { text in
      let documents = text.documents.map(\.bytes)
      return { try documents.reduce(0) { try $0 + SourceText(decoding: $1).count } }
    },
    Workload("annotate/document", .releases, counting: "mentions") { text in
      let pipeline = try AnnotationPipeline()
      return { text.documents.reduce(0) { $0 + pipeline.annotate($1).mentions.count } }
    },
    Workload("annotate/json", .releases, counting: "documents") { text in
      let pipeline = try AnnotationPipeline()
      let documents = text.documents.map { pipeline.annotate($0) }
      let format = JSONFormat()
      return { documents.count { !format.encode($0).isEmpty } }
    },
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
    },
  ]
}
