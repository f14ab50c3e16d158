public import Dragoman
import DragomanEvaluation
import FoundationEssentials

/// Documents that are annotated one by one: with the JSON of each, and without.
public struct AnnotationTrial {
  private let documents: [GoldDocument]
  private let format = JSONFormat()

  /// Reads the documents of a JSONL file of gold; what it says of names is not looked at.
  public init(file: String) throws {
    var reader = GoldReader()
    documents = try reader.documents(in: Array(Data(contentsOf: URL(filePath: file))), path: file)
  }

  /// The size of the texts in UTF-8.
  public var byteCount: Int { documents.reduce(0) { $0 + $1.source.count } }

  /// Annotates all documents; how many mentions they have.
  public func annotate(with pipeline: AnnotationPipeline) -> Int {
    documents.reduce(0) { $0 + pipeline.annotate($1.source).mentions.count }
  }

  /// The same with the JSON of each document, which is thrown away.
  public func encode(with pipeline: AnnotationPipeline) throws -> Int {
    try documents.reduce(0) { sum, gold in
      let document = pipeline.annotate(gold.source)
      guard !format.encode(document).isEmpty else {
        throw BenchmarkFailure("\(gold.id) has no JSON")
      }
      return sum + document.mentions.count
    }
  }

  /// The size of the lexicons that a pipeline reads, in bytes.
  public static func dataByteCount(of pipeline: AnnotationPipeline) throws -> Int {
    try pipeline.lexicons.reduce(0) { sum, lexicon in
      // Mapped, for what is read would count as memory of the pipeline.
      try sum + Data(contentsOf: URL(filePath: lexicon.path), options: .alwaysMapped).count
    }
  }
}
