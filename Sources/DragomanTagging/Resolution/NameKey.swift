internal import DragomanLexicon
internal import DragomanText

/// Some words of a text by their search keys, one behind the other: the same for the same words.
///
/// 64 bits made of the words' own hashes; two different names of a document are taken for one with a chance of 2⁻⁶⁴ a pair.
struct NameKey: Hashable {
  /// 64 well-mixed bits.
  private(set) var hash: UInt64 = 0

  /// No word.
  init() {}

  /// A word alone.
  init(_ hash: UInt64) { append(hash) }

  /// The words of some terms.
  init(_ terms: some Sequence<Int>, in context: TaggingContext) {
    for term in terms { append(context.text.terms[term].keyHash) }
  }

  /// Adds a word by the hash of its search key.
  mutating func append(_ hash: UInt64) {
    let product = (self.hash ^ hash).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    self.hash = product.low ^ product.high ^ 0x9E37_79B9_7F4A_7C15
  }

  /// The same words and one more.
  func appending(_ hash: UInt64) -> NameKey {
    var key = self
    key.append(hash)
    return key
  }
}

/// What is left of a word when the endings that it may have are cut.
struct WordStems {
  private static let longestEnding = 5
  /// Shorter words have no endings to cut, in letters.
  private static let shortestWord = 5
  private let context: TaggingContext

  init(_ context: TaggingContext) { self.context = context }

  /// Calls `body` with the hash of the word without each ending of the text's language, the shortest first, and then of
  /// its forms with another ending (`Алпысова` of `Алпысовой`).
  ///
  /// - Parameter minimum: how many letters a stem has at least.
  func forEach(of term: Int, minimum: Int, _ body: (UInt64) -> Void) {
    let key = context.key(term)
    var end = key.endIndex
    var length = 0
    var letters = key.count { $0 & 0xC0 != 0x80 }
    if letters < Self.shortestWord { return }
    while length < Self.longestEnding, letters > minimum {
      end = key.index(before: end)
      while key[end] & 0xC0 == 0x80 { end -= 1 }
      length += 1
      letters -= 1
      if context.stack.isEnding(key[end...], in: context.language) {
        body(SearchKeyHash.of(key[..<end]))
      }
    }
    context.stack.forEachReplacedForm(of: key, in: context.language, body)
  }
}
