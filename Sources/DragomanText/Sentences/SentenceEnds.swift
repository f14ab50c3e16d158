/// The ends of a text's segments, from a ``SentenceSegmenter``.
///
/// Cost: no allocation, and a time that grows with the text's length alone. Behind a stop the rules look ahead for a
/// small letter (SB8); that look ends at the next stop, so what it read in vain is read once more and no oftener.
public struct SentenceEnds: Sequence, IteratorProtocol, Sendable {
  private let automaton: RuleAutomaton
  private let quietText: QuietText
  private let bytes: [UInt8]
  /// Where the next segment starts.
  private var start = 0
  /// The number of the block of 64 bytes that `marks` are of.
  private var block = -1
  private var marks: UInt64 = 0

  init(_ segmenter: SentenceSegmenter, _ bytes: [UInt8]) {
    automaton = segmenter.automaton
    quietText = segmenter.quietText
    self.bytes = bytes
  }

  /// The end of the next segment, in bytes; `nil` behind the last one.
  public mutating func next() -> Int? {
    if start == bytes.count { return nil }
    // The longest match of the automaton.
    var state = automaton.startState
    var index = start
    var end = start
    while index < bytes.count {
      let (scalar, length) = ScalarDecoding.scalar(in: bytes, at: index)
      state = automaton.state(after: state, automaton.categories[scalar])
      index += length
      if state == 0 { break }
      if quietText.isCalm(state) {
        let loud = firstLoud(from: index)
        state = quietText.state(behind: index..<loud, enteredIn: state, of: bytes)
        index = loud
      }
      if automaton.accepts(state) { end = index }
    }
    if index == bytes.count, automaton.accepts(automaton.stateAtEnd(after: state)) { end = index }
    if end == start {
      // No rules of ICU do this, but its iterators go on so.
      end += ScalarDecoding.scalar(in: bytes, at: start).length
    }
    start = end
    return end
  }

  /// Where the first character that may be loud stands from an index on; the text's end if there is none.
  @inline(__always)
  private mutating func firstLoud(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if index >> 6 != block {
        block = index >> 6
        marks = quietText.marks(ofBlock: block, in: bytes)
      }
      var rest = marks & ~0 &<< UInt64(index & 63)
      while rest != 0 {
        let place = block << 6 + rest.trailingZeroBitCount
        // The few quiet characters of ASCII that are marked may as well go through the automaton.
        if bytes[place] < 0x80 || quietText.isLoud(at: place, in: bytes) { return place }
        rest &= rest &- 1
      }
      index = (block + 1) << 6
    }
    return bytes.count
  }
}
