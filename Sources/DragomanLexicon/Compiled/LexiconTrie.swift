/// The names of a compiled lexicon as a trie over its terms, in the file's memory.
///
/// Whoever keeps one keeps the lexicon, too.
struct LexiconTrie: Sendable {
  private let rootMasks: MappedBytes
  private let roots: MappedBytes
  private let states: MappedBytes
  private let postings: MappedBytes

  init(rootMasks: MappedBytes, roots: MappedBytes, states: MappedBytes, postings: MappedBytes) {
    self.rootMasks = rootMasks
    self.roots = roots
    self.states = states
    self.postings = postings
  }

  /// What a term leads to as the first of a name.
  struct Root {
    /// 0 if no name goes on behind the term.
    var state: UInt32 = 0
    /// The first posting; 0 if no name ends there.
    var posting: UInt32 = 0
    /// Whether one of the names that go on may start with a small letter.
    var goesOnSmall = false
  }

  func root(ofTerm term: UInt32) -> Root {
    let block = 3 * Int(term >> 6)
    let mask = UInt64(rootMasks.uint32(block)) | UInt64(rootMasks.uint32(block + 1)) << 32
    let bit: UInt64 = 1 << UInt64(term & 63)
    if mask & bit == 0 { return Root() }
    let place = Int(rootMasks.uint32(block + 2)) + (mask & (bit - 1)).nonzeroBitCount
    let root = roots.uint32(place)
    if root & LexiconLayout.leafRoot != 0 {
      return Root(posting: root & ~LexiconLayout.leafRoot)
    }
    let state = root & LexiconLayout.stateMask
    return Root(
      state: state, posting: state == 0 ? 0 : firstPosting(ofState: state),
      goesOnSmall: root & LexiconLayout.smallRoot != 0)
  }

  /// Whether names go on behind a state.
  @inline(__always)
  func hasChildren(_ state: UInt32) -> Bool {
    states.uint32(3 * Int(state) + 1) >> LexiconLayout.stateBits != 0
  }

  /// Where the children of a state stand, in the order of their terms.
  struct Children {
    fileprivate let first: Int
    fileprivate let count: Int
  }

  @inline(__always)
  func children(of state: UInt32) -> Children {
    let children = states.uint32(3 * Int(state) + 1)
    let first = Int(children & LexiconLayout.stateMask)
    let count = Int(children >> LexiconLayout.stateBits)
    if count < LexiconLayout.manyChildren { return Children(first: first, count: count) }
    return Children(first: first, count: Int(states.uint32(3 * (first - 1))))
  }

  /// The one of some children that a term leads to; 0 if there is none. Cost: logarithmic in the children.
  @inline(__always)
  func state(in children: Children, term: UInt32) -> UInt32 {
    var (low, count) = (children.first, children.count)
    if count == 0 { return 0 }
    // Without branches on what is read, which nothing could foretell.
    while count > 1 {
      let half = count / 2
      low = states.uint32(3 * (low + half)) <= term ? low + half : low
      count -= half
    }
    return states.uint32(3 * low) == term ? UInt32(truncatingIfNeeded: low) : 0
  }

  /// The terms that lead on from a state: for each a bit by its number, of 64. Cost: one read a child, of a few at most;
  /// where there are many, all bits are set.
  func followers(ofState state: UInt32) -> UInt64 {
    let children = children(of: state)
    if children.count > 128 { return ~0 }
    var result: UInt64 = 0
    for child in children.first..<children.first + children.count {
      result |= 1 << UInt64(states.uint32(3 * child) & 63)
    }
    return result
  }

  /// The first posting of a state; 0 if no alias ends there.
  @inline(__always)
  func firstPosting(ofState state: UInt32) -> UInt32 { states.uint32(3 * Int(state) + 2) }

  /// Calls `body` for the postings from one on to the last of its state.
  @inline(__always)
  func forEachPosting(from first: UInt32, _ body: (Posting) -> Void) {
    var index = Int(first)
    let end = postings.count / 8
    while index < end {
      let posting = Posting(
        entry: EntryID(postings.uint32(2 * index)),
        flags: LexiconLayout.PostingFlags(rawValue: postings.uint32(2 * index + 1)))
      body(posting)
      if posting.flags.isLast { return }
      index += 1
    }
  }
}
