internal import DragomanLexicon
internal import DragomanText

/// What is left of a word when the endings that it may have are cut.
struct WordStems {
  /// No stem is shorter, in letters.
  static let shortest = 3
  private static let longestEnding = 5
  /// Shorter words have no endings to cut, in letters.
  private static let shortestWord = 5
  private let context: TaggingContext

  init(_ context: TaggingContext) { self.context = context }

  /// Whether a word may have a stem. Cost: a read.
  func mayBe(of term: Int) -> Bool { !context.endings(term).isEmpty }

  /// Calls `body` with the hash of the word without each ending of the text's language, the shortest first, and then of
  /// its forms with another ending (`Алпысова` of `Алпысовой`).
  ///
  /// - Parameter minimum: how many letters a stem has at least.
  func forEach(of term: Int, minimum: Int = shortest, _ body: (UInt64) -> Void) {
    let endings = context.endings(term)
    if endings.isEmpty { return }
    let key = context.key(term)
    let letters = Self.letters(in: key)
    if letters < Self.shortestWord { return }
    let longest = min(Self.longestEnding, letters - minimum)
    var lengths = endings.lengths
    while lengths != 0 {
      let length = lengths.trailingZeroBitCount
      lengths &= lengths - 1
      if Self.letters(in: key.suffix(length)) > longest { break }
      body(SearchKeyHash.of(key.dropLast(length)))
    }
    if endings.mayReplace {
      context.stack.forEachReplacedForm(of: key, in: context.language, body)
    }
  }

  /// The hash of the letters that a word shares with all its stems; `nil` if it has fewer.
  func beginning(of term: Int) -> UInt64? {
    let key = context.key(term)
    var letters = 0
    for index in key.indices where key[index] & 0xC0 != 0x80 {
      if letters == Self.shortest { return SearchKeyHash.of(key[..<index]) }
      letters += 1
    }
    return letters < Self.shortest ? nil : SearchKeyHash.of(key)
  }

  private static func letters(in key: ArraySlice<UInt8>) -> Int { key.count { $0 & 0xC0 != 0x80 } }
}
