/// The scripts that languages of the sources are written in.
enum LetterScript: String {
  case latin = "Latin"
  case cyrillic = "Cyrillic"

  /// The script of a letter; `nil` for other scripts and what is no letter.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF:
      self = .latin
    case 0x400...0x481, 0x48A...0x52F, 0x1C80...0x1C8A, 0xA640...0xA66E, 0xA680...0xA69B:
      self = .cyrillic
    default: return nil
    }
  }

  /// The script that a BCP 47 tag names, or else that its language is usually written in; `nil` if that is neither
  /// Latin nor Cyrillic, or not known here.
  init?(tag: some StringProtocol) {
    let parts = tag.split { $0 == "-" || $0 == "_" }
    if parts.count > 1, parts[1].utf8.count == 4 {
      switch parts[1].lowercased() {
      case "latn": self = .latin
      case "cyrl": self = .cyrillic
      default: return nil
      }
      return
    }
    switch parts.first?.lowercased() {
    case "en", "tr", "az", "uz", "tk", "de", "fr", "es", "it", "pt", "pl", "nl", "ro", "cs", "hu",
      "sv", "fi", "et", "lv", "lt", "sq", "hr", "sl", "sk", "da", "no":
      self = .latin
    case "ru", "kk", "ky", "tg", "tt", "ba", "mn", "uk", "be", "bg", "mk": self = .cyrillic
    default: return nil
    }
  }

  /// What a BCP 47 tag calls it.
  var subtag: String { self == .latin ? "Latn" : "Cyrl" }

  /// Whether people do not see a scalar, or take it for a plain space.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x1F, 0x7F...0xA0, 0xAD, 0x34F, 0x61C, 0x1680, 0x180E, 0x2000...0x200F,
      0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}
