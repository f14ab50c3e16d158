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
