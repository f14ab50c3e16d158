internal import DragomanLexicon

/// A span that may be a name, with the evidence for it.
struct Candidate {
  /// The terms that it covers.
  var terms: Range<Int>
  var kind: MentionKind
  /// How sure, 0 to 1.
  var score: Double
  /// The strongest reason first.
  var evidence: [Evidence]
  /// What the lexicon says it is.
  var entry: EntryReference?
  /// The first candidate of the document that names the same thing, when the grammar knows it (an acronym in
  /// brackets): the terms of that candidate.
  var sameAs: Range<Int>?
}
