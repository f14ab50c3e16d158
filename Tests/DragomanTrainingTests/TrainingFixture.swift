import Dragoman
import DragomanEvaluation
import DragomanTagging
import Foundation

@testable import DragomanTraining

/// The default pipelines, opened once for all tests of this target: with what lists and grammars say alone, and with what was
/// learned beside them.
enum TrainingFixture {
  static let ruled = Result {
    var options = AnnotationPipeline.Options()
    options.usesLearned = false
    return try AnnotationPipeline(options: options)
  }
  static let learned = Result { try AnnotationPipeline() }

  /// A text as a learner sees it.
  static func example(
    _ document: GoldDocument, weight: Float = 1
  ) throws -> NameExample {
    let text = try ruled.get().learningText(
      document.source, language: document.language, without: [], stacks: false)
    return NameExample(document, text, domain: 0, weight: weight)
  }

  /// The names that a pipeline finds in a text, with marks around them.
  static func marked(_ text: String, _ pipeline: AnnotationPipeline) -> String {
    let document = pipeline.annotate(SourceText(text), language: .english)
    var (result, end) = ("", 0)
    for mention in document.mentions {
      result += document.source.text(in: TextRange(end, mention.range.lowerBound))
      result += "[\(document.text(of: mention))|\(mention.kind.name.lowercased())]"
      end = mention.range.upperBound
    }
    return result + document.source.text(in: TextRange(end, document.source.count))
  }
}

/// A model in a file of its own, that goes when the last reference to it goes.
final class ModelFile: Sendable {
  let path: String

  init(_ bytes: [UInt8]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "dragoman-tests-\(UUID().uuidString).model").path
    try NameModel.write(bytes, to: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func open() throws -> NameModel { try NameModel(path: path) }

  /// The default lexicon with the model.
  func pipeline() throws -> AnnotationPipeline {
    var options = AnnotationPipeline.Options()
    options.model = path
    return try AnnotationPipeline(options: options)
  }
}
