internal import Synchronization

/// A pipeline whose lexicons can be exchanged while it is in use.
///
/// Compile the new lexicon to the old one's path (the compiler puts it there in one step), then call ``reload()``.
/// Documents that are being annotated finish with the old lexicons. A lexicon must be replaced, not written over: what
/// is cut short while it is mapped ends the process.
///
/// ```swift
/// let pipeline = try ReloadablePipeline(options: options)
/// pipeline.current.annotate(text)
/// try pipeline.reload()
/// ```
public final class ReloadablePipeline: Sendable {
  private let options: AnnotationPipeline.Options
  private let pipeline: Mutex<AnnotationPipeline>

  /// Opens a pipeline.
  ///
  /// - Throws: ``PipelineError`` if a lexicon or ICU cannot be opened.
  public init(options: AnnotationPipeline.Options) throws(PipelineError) {
    self.options = options
    pipeline = Mutex(try AnnotationPipeline(options: options))
  }

  /// The pipeline with the lexicons that were opened last.
  public var current: AnnotationPipeline { pipeline.withLock { $0 } }

  /// Opens the lexicons again. Cost: that of opening a pipeline, beside which the old one goes on.
  ///
  /// - Throws: ``PipelineError`` if one cannot be opened; then the old ones stay.
  public func reload() throws(PipelineError) {
    let fresh = try AnnotationPipeline(options: options)
    pipeline.withLock { $0 = fresh }
  }
}
