internal import DragomanLexicon
internal import DragomanText

/// The topics' terms in a text, by topic, with what each counts for.
///
/// Of a topic's terms that overlap the longest counts. Repetition counts less and less; the headline counts more.
struct TopicCount {
  /// A term of a topic at a place of the text.
  struct Hit {
    fileprivate let topic: EntryReference
    fileprivate let start: UInt32
    fileprivate let count: UInt32
    /// What it counts for; negative if it speaks against the topic.
    fileprivate(set) var weight: Double
    /// How often the topic has the same words up to here; kept at the first of them.
    fileprivate var repetitions: UInt32 = 0

    /// Where it stands.
    var terms: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// A topic's terms together.
  struct Tally {
    let topic: EntryReference
    /// Where they stand in ``TopicCount/hits``, in the order of the text.
    let hits: Range<Int>
    /// What they count for.
    let sum: Double
  }

  /// A line with more terms is no headline.
  private static let longestHeadline = 40

  /// The terms that count, by topic.
  private(set) var hits: [Hit] = []
  /// The topics that have one.
  private(set) var tallies: [Tally] = []

  /// Counts. Cost: one look at each match, and sorting those of topics.
  init(
    of matches: LexiconMatches, in text: TokenizedText, _ stack: LexiconStack,
    headlineFactor: Double
  ) {
    stack.forEachTopicTerm(of: matches, in: text) { match, posting in
      let terms = match.terms
      hits.append(
        Hit(
          topic: EntryReference(lexicon: match.lexicon, entry: posting.entry),
          start: UInt32(truncatingIfNeeded: terms.lowerBound),
          count: UInt32(truncatingIfNeeded: terms.count), weight: Double(posting.weight)))
    }
    if hits.isEmpty { return }
    keepLongest()
    weigh(text, headlineEnd: Self.headlineEnd(of: text), headlineFactor)
    addUp()
  }

  /// Puts the hits of each topic together, and drops those that a longer one overlaps.
  private mutating func keepLongest() {
    hits.sort { left, right in
      if left.topic != right.topic { return left.topic < right.topic }
      if left.start != right.start { return left.start < right.start }
      if left.count != right.count { return left.count > right.count }
      return left.weight.magnitude > right.weight.magnitude
    }
    var kept = 0
    for index in hits.indices {
      let hit = hits[index]
      if kept > 0, hits[kept - 1].topic == hit.topic,
        hits[kept - 1].terms.upperBound > hit.terms.lowerBound
      {
        continue
      }
      hits[kept] = hit
      kept += 1
    }
    hits.removeLast(hits.count - kept)
  }

  private mutating func weigh(
    _ text: TokenizedText, headlineEnd: Int, _ headlineFactor: Double
  ) {
    // Open addressing, at most half full: by the words of a hit the first hit of its topic that has them, from 1 on.
    var slotCount = 16
    while slotCount < 2 * hits.count { slotCount *= 2 }
    var slots = [UInt32](repeating: 0, count: slotCount)
    let (terms, keys) = (text.terms, text.keys)
    for index in hits.indices {
      var slot = Int(truncatingIfNeeded: hash(of: hits[index], terms)) & (slotCount - 1)
      while slots[slot] != 0,
        !isRepeated(hits[Int(slots[slot]) - 1], by: hits[index], terms, keys)
      {
        slot = (slot + 1) & (slotCount - 1)
      }
      if slots[slot] == 0 { slots[slot] = UInt32(index + 1) }
      let first = Int(slots[slot]) - 1
      hits[first].repetitions += 1
      hits[index].weight /= Double(hits[first].repetitions)
      if Int(hits[index].start) < headlineEnd { hits[index].weight *= headlineFactor }
    }
  }

  private func hash(of hit: Hit, _ terms: [Term]) -> UInt64 {
    var hash: UInt64 = 0
    for term in hit.terms { hash = hash &* 31 &+ terms[term].keyHash }
    return hash ^ hash &>> 32
  }

  private func isRepeated(_ hit: Hit, by other: Hit, _ terms: [Term], _ keys: [UInt8]) -> Bool {
    guard hit.topic == other.topic, hit.count == other.count else { return false }
    for offset in 0..<Int(hit.count) {
      let (term, otherTerm) = (terms[Int(hit.start) + offset], terms[Int(other.start) + offset])
      guard term.keyHash == otherTerm.keyHash,
        keys[term.keyRange].elementsEqual(keys[otherTerm.keyRange])
      else { return false }
    }
    return true
  }

  private mutating func addUp() {
    var start = 0
    while start < hits.count {
      var end = start
      var sum = 0.0
      while end < hits.count, hits[end].topic == hits[start].topic {
        sum += hits[end].weight
        end += 1
      }
      tallies.append(Tally(topic: hits[start].topic, hits: start..<end, sum: sum))
      start = end
    }
  }

  /// The end of the first line, if it is short enough for a headline.
  private static func headlineEnd(of text: TokenizedText) -> Int {
    let end = text.terms.prefix(longestHeadline + 1).dropFirst().firstIndex {
      $0.shape.contains(.afterLineBreak)
    }
    return end ?? 0
  }
}
