public import DragomanLexicon

/// Which of the lexicon's entries a name means: all that it may mean, what spoke for each, and what came of it.
///
/// A name has one if several entries have it, or if it is a short one that bodies of many countries have (`Senate`); it has
/// several where the places beside its mentions tell different things. Where an entry has the name as it is written, entries
/// that only a cut ending or the sound leads to are no candidates.
public struct Disambiguation: Hashable, Sendable {
  /// The document's entity that the mentions belong to, by index.
  public let entity: Int
  /// The mentions that it is about, by index, in text order.
  public let mentions: [Int]
  /// The names inside mentions that it is about, by index, in text order.
  public let nested: [Int]
  /// The entries that the name may mean, those with most points first, equal ones in the order of the lexicon's aliases.
  /// Never empty.
  public let candidates: [CandidateEntry]
  /// The points by which the first candidate leads the next that is not the same thing, listed twice; `nil` if there is none.
  public let lead: Double?
  /// What came of it.
  public let outcome: Outcome

  /// An entry that a name may mean.
  public struct CandidateEntry: Hashable, Sendable {
    /// The name to show.
    public let name: String
    /// ISO 3166-1 alpha-2, where a lexicon says so.
    public let country: String?
    /// Ids in other data sets, where a lexicon says so.
    public let ids: [Entry.Pair]
    /// What speaks for it and, below zero, against it; each reason once.
    public let contributions: [Contribution]
    /// The sum of the contributions: a lead of one point is about three to one.
    public let points: Double
  }

  /// A reason and what it counts.
  public struct Contribution: Hashable, Sendable {
    /// `prominence`, `country-named`, `neighbour`.
    public let reason: String
    /// What it adds or takes away.
    public let points: Double
  }

  /// What came of the points.
  public enum Outcome: String, Hashable, Sendable {
    /// The first candidate was taken, and leads clearly.
    case clear
    /// The first candidate was taken; those that it leads by less than two points are alternatives of the entity.
    case likely
    /// It stays open: the first candidate leads by less than 0.7 points.
    case even
    /// It stays open: a short name that bodies of many countries have, of a country that the document does not speak of.
    case elsewhere
    /// The points did not count: other names of the document, of which this one is or may be a form, say what is meant.
    case overruled
  }
}
