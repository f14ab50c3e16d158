internal import Dragoman
internal import DragomanText

/// The form in which names of a document are compared: the search key, with single spaces; in Turkish and Kazakh without
/// what follows the last apostrophe.
enum NameKey {
  static func of(_ name: String, language: LanguageTag?) -> String {
    let key = Normalizer(level: .searchKey).normalize(SourceText(name)).text
    var words = key.split { $0 == " " || $0.isNewline || $0 == "\t" }.map(String.init)
    if language == .turkish || language == .kazakh, let last = words.last,
      let apostrophe = last.lastIndex(of: "'"), apostrophe > last.startIndex
    {
      words[words.count - 1] = String(last[..<apostrophe])
    }
    return words.joined(separator: " ")
  }
}
