public import DragomanEvaluation

/// Annotated texts that a model of names learns from, or is measured on.
public struct NameCorpus: Sendable {
  /// What reports call it.
  public var name: String
  /// The texts.
  public var documents: [GoldDocument]
  /// Which guideline and genre it follows: corpora of one domain share weights of their own, beside those that all share.
  public var domain: String
  /// What each text counts for, beside 1 of others.
  public var weight: Float

  /// Makes a corpus.
  public init(name: String, documents: [GoldDocument], domain: String = "", weight: Float = 1) {
    self.name = name
    self.documents = documents
    self.domain = domain
    self.weight = weight
  }
}
