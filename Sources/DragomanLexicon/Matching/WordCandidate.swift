internal import DragomanText

/// A term of a lexicon that a word may be.
struct WordCandidate: Sendable {
  let term: UInt32
  /// The state that the term leads to as the first of a name of several words; 0 for none.
  let root: UInt32
  /// The first posting of the term by itself; 0 if none counts in the text's language.
  let posting: UInt32
  let lexicon: UInt8
  var quality: LexiconMatch.Quality
  /// Whether one of the names of this word alone, and of more words, may start with a small letter.
  let startsSmall: Bool
  let goesOnSmall: Bool
  /// Whether a name may go on behind this word.
  var mayContinue: Bool
  /// The terms that go on from the root, as in ``FoundWord/terms``.
  let followers: UInt64
}
