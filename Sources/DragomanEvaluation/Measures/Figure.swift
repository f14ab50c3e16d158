public import Dragoman

/// One measured figure of a group of documents.
public struct Figure: Sendable {
  /// What it is a figure of.
  public enum Scope: Hashable, Sendable {
    /// All names together (micro average).
    case all
    /// The names of one type.
    case kind(MentionKind)
    /// The mean of the types that gold holds (macro average).
    case macro

    /// The name that reports use.
    public var name: String {
      switch self {
      case .all: "ALL"
      case .kind(let kind): kind.name
      case .macro: "MACRO"
      }
    }
  }

  /// The 95 % interval of F1 by the bootstrap over documents, percentile method.
  public struct Interval: Hashable, Sendable {
    /// Its lower end.
    public let low: Double
    /// Its upper end.
    public let high: Double
  }

  /// How F1 differs from that of another run.
  public struct Difference: Hashable, Sendable {
    /// F1 of the other run.
    public let before: Double
    /// The share of paired resamples whose difference is, once its mean is shifted to zero, as large as the one measured
    /// (two-sided; Efron and Tibshirani 1993); `nil` without resamples.
    public let p: Double?
  }

  /// What is measured.
  public let measure: Measure
  /// Of which names.
  public let scope: Scope
  /// How many gold holds; 0 for a macro average.
  public let gold: Int
  /// How many were found; 0 for a macro average.
  public let found: Int
  /// The share of what was found that is right.
  public let precision: Double
  /// The share of gold that was found.
  public let recall: Double
  /// Their harmonic mean; for a macro average the mean of the types' F1.
  public let f1: Double
  /// The interval of F1; `nil` without resamples.
  public let interval: Interval?
  /// How it differs from another run; `nil` without one.
  public let difference: Difference?
}

/// The figures of a group of documents.
public struct FigureGroup: Sendable {
  /// The field that the group shares a value of; `nil` for all documents.
  public let field: String?
  /// The value.
  public let value: String
  /// How many documents.
  public let documents: Int
  /// The figures that could be measured, in the order of ``Measure``.
  public let figures: [Figure]

  /// A figure; `nil` if it could not be measured.
  public func figure(_ measure: Measure, _ scope: Figure.Scope = .all) -> Figure? {
    figures.first { $0.measure == measure && $0.scope == scope }
  }
}
