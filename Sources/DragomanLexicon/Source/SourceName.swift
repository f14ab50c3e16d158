internal import DragomanText

/// Names as source files hold them.
enum SourceName {
  /// In NFC, with single spaces for tabs, line breaks and runs of spaces, and none at the ends.
  static func cleaned(_ text: String) -> String {
    if isClean(text.utf8) { return text }
    let words = text.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 }
    let joined = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    return Normalizer(level: .canonical).normalize(SourceText(joined)).text
  }

  /// Whether a text is surely clean: Latin and Cyrillic letters and signs of ASCII with single spaces between.
  private static func isClean(_ text: String.UTF8View) -> Bool {
    var last: UInt8 = 0x20
    for byte in text {
      switch byte {
      case 0x20: if last == 0x20 { return false }
      // A second byte of U+0480 to U+0489: marks that combine.
      case 0x80...0x89: if last == 0xD2 { return false }
      // U+00C0 to U+02FF, U+0400 to U+04FF: all in NFC.
      case 0x21...0x7E, 0x8A...0xBF, 0xC3...0xCB, 0xD0...0xD3: break
      default: return false
      }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }
}
