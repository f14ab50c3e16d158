/// The suffixes of words that the lexicons of a stack know something of.
struct KnownSuffixes: Sendable {
  /// The grammatical endings: those of each lexicon serve the names of all.
  let endings: SuffixLengths
  /// What family names are built with.
  let lastNames: SuffixLengths

  init(of lexicons: [CompiledLexicon]) {
    endings = SuffixLengths(lexicons.flatMap(\.endings.suffixes))
    lastNames = SuffixLengths(lexicons.flatMap(\.lastNameEndings))
  }
}
