/// Writes the trie of aliases that come in order of their terms.
///
/// A state's children stand one behind the other, by their labels. They are written when nothing more can come below
/// them, so that only one path is held in memory.
struct TrieWriter: ~Copyable {
  private struct Child {
    let label: UInt32
    let children: UInt32
    let postings: UInt32
  }

  let states: SpillingBytes
  let postings: SpillingBytes
  private var stateWriter: SpillingWriter
  private var postingWriter: SpillingWriter
  /// By term: what it leads to as the first of a name.
  private(set) var roots: [UInt32]
  private(set) var stateCount: UInt32 = 0
  private(set) var postingCount: UInt32 = 0

  /// The terms of the alias that was added last.
  private var path: [UInt32] = []
  /// Of each state on the path: where its postings start, and its children that are whole.
  private var postingStarts: [UInt32] = []
  /// Whether an alias below the first term of the path may start with a small letter.
  private var goesOnSmall = false
  private var children: [[Child]] = []
  /// The postings of the state at the end of the path.
  private var open: [(entry: UInt32, flags: LexiconLayout.PostingFlags)] = []
  private let folder: String

  init(termCount: Int, in folder: String) throws(LexiconError) {
    states = SpillingBytes(in: folder)
    postings = SpillingBytes(in: folder)
    stateWriter = SpillingWriter(states)
    postingWriter = SpillingWriter(postings)
    roots = [UInt32](repeating: 0, count: termCount)
    self.folder = folder
    // Number 0 stands for none.
    try append(Child(label: 0, children: 0, postings: 0))
    try appendPosting(0, 0)
  }

  /// Adds an alias.
  mutating func add(
    _ terms: ArraySlice<UInt32>, entry: UInt32, flags: LexiconLayout.PostingFlags
  ) throws(LexiconError) {
    if !terms.elementsEqual(path) {
      try endPostings()
      var common = 0
      while common < path.count, common < terms.count,
        path[common] == terms[terms.startIndex + common]
      {
        common += 1
      }
      try close(to: common)
      for term in terms.dropFirst(common) {
        path.append(term)
        postingStarts.append(0)
        children.append([])
      }
    }
    if terms.count > 1, flags.startsSmall { goesOnSmall = true }
    // Spellings that fold alike are one alias, unless each must be met letter for letter, or one is all capitals: short
    // names in capitals are met by capitals only. A topic's term may weigh otherwise in another language.
    if flags.rule != .exact,
      let known = open.firstIndex(where: {
        $0.entry == entry && $0.flags.rule == flags.rule
          && $0.flags.isAllCapitals == flags.isAllCapitals && $0.flags.weight == flags.weight
      })
    {
      open[known].flags.languages = open[known].flags.languages.union(flags.languages)
    } else {
      open.append((entry, flags))
    }
  }

  /// Writes what is open.
  mutating func finish() throws(LexiconError) {
    try endPostings()
    try close(to: 0)
    try stateWriter.finish()
    try postingWriter.finish()
  }

  private mutating func endPostings() throws(LexiconError) {
    guard !open.isEmpty else { return }
    postingStarts[path.count - 1] = postingCount
    for (index, posting) in open.enumerated() {
      let last = index == open.count - 1 ? LexiconLayout.PostingFlags.last : 0
      try appendPosting(posting.entry, posting.flags.rawValue | last)
    }
    open.removeAll(keepingCapacity: true)
  }

  /// Ends the states of the path beyond a depth.
  private mutating func close(to depth: Int) throws(LexiconError) {
    while path.count > depth {
      let label = path.removeLast()
      let start = postingStarts.removeLast()
      let below = children.removeLast()
      let state = Child(label: label, children: try write(below), postings: start)
      if path.isEmpty, state.children == 0 {
        roots[Int(label)] = LexiconLayout.leafRoot | state.postings
      } else if path.isEmpty {
        roots[Int(label)] = stateCount | (goesOnSmall ? LexiconLayout.smallRoot : 0)
        try append(state)
        goesOnSmall = false
      } else {
        children[path.count - 1].append(state)
      }
    }
  }

  /// Writes the children of a state; returns how many there are and where.
  private mutating func write(_ below: [Child]) throws(LexiconError) -> UInt32 {
    if below.isEmpty { return 0 }
    let isMany = below.count >= LexiconLayout.manyChildren
    if isMany { try append(Child(label: UInt32(below.count), children: 0, postings: 0)) }
    let first = stateCount
    for child in below { try append(child) }
    let count = UInt32(isMany ? LexiconLayout.manyChildren : below.count)
    return count << LexiconLayout.stateBits | first
  }

  private mutating func append(_ state: Child) throws(LexiconError) {
    guard stateCount < LexiconLayout.stateMask else {
      throw LexiconError(
        .tooLarge, path: folder, "the names have more than 268 million states; split the lexicon")
    }
    try stateWriter.append(state.label)
    try stateWriter.append(state.children)
    try stateWriter.append(state.postings)
    stateCount += 1
  }

  private mutating func appendPosting(_ entry: UInt32, _ flags: UInt32) throws(LexiconError) {
    try postingWriter.append(entry)
    try postingWriter.append(flags)
    postingCount += 1
  }
}
