/// Cuts text into the segments of ICU's root sentence rules (UAX #29), with exactly the boundaries of ICU.
///
/// The rules are the automaton that ICU compiled. Between stops and line ends it only tells letters with case from other
/// characters, so the walk jumps from one of those to the next (``QuietText``). One segmenter serves all threads.
///
/// ```swift
/// let segmenter = try SentenceSegmenter()
/// for end in segmenter.ends(of: Array("Evet. Hayır.".utf8)) { print(end) }  // 6, 13
/// ```
public struct SentenceSegmenter: Sendable {
  let automaton: RuleAutomaton
  let quietText: QuietText
}

extension SentenceSegmenter {
  /// Opens the rules. Cost: about half a millisecond.
  ///
  /// - Throws: ``TextError`` if ICU's rules are missing or unknown.
  public init() throws(TextError) {
    automaton = try RuleAutomaton(.sentences)
    quietText = QuietText(automaton)
  }

  /// The ends of all segments in order, found one at a time; the last is the text's end. Cost: see ``SentenceEnds``.
  ///
  /// - Precondition: `bytes` is valid UTF-8.
  public func ends(of bytes: [UInt8]) -> SentenceEnds { SentenceEnds(self, bytes) }
}
